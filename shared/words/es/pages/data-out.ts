/** Spanish for the act that writes every patron into files. */
import type { DATA_OUT as EN } from '../../en/pages/data-out.ts'
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('es')
const number = numberIn('es')

export const DATA_OUT: typeof EN = {
  export: 'Exportar todos los usuarios',
  export_says:
    'Los archivos tienen datos personales de cada usuario y no están cifrados: guárdelos bajo llave y bórrelos ' +
    'cuando ya no hagan falta. No incluyen los PIN. El registro de trabajo anota la exportación.',
  into_folder: 'En la carpeta',
  into_folder_hint: 'Una carpeta nueva: /media/usb/usuarios-viernes',
  form: 'Archivos para',
  forms: {
    datestamp: 'Datestamp: todo sobre los usuarios',
    koha: 'Koha: un archivo CSV, con informe de pérdidas',
    evergreen: 'Evergreen: cuatro archivos CSV, con informe de pérdidas',
  },
  mapping_from: 'Carpeta con su mapping.json',
  mapping_from_hint:
    'Para Koha o Evergreen, si sus códigos o fechas son distintos; de Evergreen, también con org_units.csv',
  losses: {
    koha: 'Exportado para Koha: qué pasó con cada campo; las cuentas cuadran',
    evergreen: 'Exportado para Evergreen: qué pasó con cada campo; las cuentas cuadran',
  },
  field: 'Nuestro campo',
  to: 'Columna de ellos',
  whys: {
    'no-place': 'sus archivos no tienen lugar para eso',
    'no-code': 'la tabla de códigos no tiene ninguno para eso',
    secret: 'un PIN: en ningún archivo; el usuario elige otro',
    internal: 'solo lo usa Datestamp',
    several: 'sus archivos tienen lugar para uno',
    code: 'convertido por la tabla de códigos',
    'several-codes': 'varios códigos de ellos son este nuestro: se escribió el primero',
    'date-form': 'escrito en la forma del otro sistema',
    'one-line': 'escrito en una línea',
    guarded: 'empieza con un apóstrofo, para que ninguna hoja de cálculo lo tome por una fórmula',
    'other-kind': 'allí es de otra clase',
    grouped: 'allí todos los de una familia son un grupo',
  },
  heading: 'Exportando usuarios',
  beginning: 'Empezando',
  writing: (done, all) => `${number(done)} de ${n(all, 'usuario', 'usuarios')}`,
  exported: 'Usuarios exportados',
  exported_says: (count, folder) =>
    `${n(count, 'usuario', 'usuarios')} en ${folder}. Los archivos tienen datos personales y no están cifrados.`,
}
