/** Spanish for what fails: a disk, a file, a key, a part of Datestamp. What it means, and the way out. */
import type { FaultWords } from '../faults.ts'

export const FAULTS: FaultWords = {
  codes: {
    'disk-full': { says: 'El disco de esta computadora está lleno.', way_out: 'Libere espacio.' },
    'read-only': {
      says: 'Datestamp no puede escribir en su carpeta de datos.',
      way_out: 'Pida permiso de escritura para la carpeta.',
    },
    'file-damaged': {
      says: 'Un archivo de datos está dañado.',
      way_out: 'Restaure la última copia de seguridad o llame a su contacto de informática.',
    },
    'log-damaged': {
      says: 'El registro de las últimas entradas está dañado: algunas confirmadas no se pueden leer.',
      way_out: 'Restaure una copia de seguridad o siga sin ellas.',
    },
    'setting-damaged': {
      says: 'El ajuste que dice en qué sucursal está este mostrador está dañado.',
      way_out: 'Restaure la última copia de seguridad o continúe en la sucursal del último registro.',
    },
    'backup-damaged': {
      says: 'Esa copia de seguridad está dañada o es de otro mostrador.',
      way_out: 'Elija otra copia o escriba la clave de recuperación del mostrador que la hizo.',
    },
    'backup-not-made': {
      says: 'No se hizo la copia de seguridad: no se pudo escribir en ese disco o no se pudo comprobar.',
      way_out: 'Intente de nuevo o use otro disco.',
    },
    'file-missing': {
      says: 'Falta un archivo de datos.',
      way_out: 'Vuelva a ponerlo o restaure la última copia de seguridad.',
    },
    'wrong-key': {
      says: 'Un archivo de datos no se abre: está dañado o la clave no es correcta.',
      way_out: 'Restaure una copia de seguridad o escriba la clave de recuperación.',
    },
    'key-missing': {
      says: 'Falta la clave de los archivos de datos.',
      way_out: 'Escriba la clave de recuperación que se imprimió al configurar este mostrador.',
    },
    'other-layout': {
      says: 'Los archivos de datos son de un Datestamp anterior, en un formato que esta versión no puede leer.',
      way_out:
        'Conserve esta carpeta. Empiece en una nueva e importe allí los archivos de la biblioteca. Lo que se ' +
        'registró en este mostrador desde que se hicieron esos archivos no pasa: el Datestamp que hizo esta ' +
        'carpeta aún lo puede mostrar.',
    },
    'other-library': {
      says: 'Los datos junto a este diario son de otro mostrador: sus números son de otros usuarios y artículos.',
      way_out: 'Ponga de nuevo el reference.db de este mostrador o restaure la última copia de seguridad.',
    },
    'from-future': {
      says: 'El archivo de datos es de una versión más nueva de Datestamp.',
      way_out: 'Instale la versión más nueva.',
    },
    'file-busy': { says: 'Otro programa tiene abierto el archivo de datos.', way_out: 'Cierre el otro programa.' },
    'process-down': { says: 'Una parte de Datestamp se está reiniciando.', way_out: '' },
    'chain-broken': {
      says: 'El diario no coincide con sus sumas de control. Ya no se registra nada.',
      way_out: 'Llame a su contacto de informática.',
    },
    'import-failed': {
      says: 'No se pudo leer el archivo. No se importó nada de él.',
      way_out: 'Vea el informe.',
    },
  },
  nothing: {
    recorded: 'No se registró nada.',
    changed: 'No se cambió nada.',
    file: 'No se importó nada de este archivo.',
  },
  again: {
    'disk-full': 'Luego intente de nuevo.',
    'file-busy': 'Luego intente de nuevo.',
    'process-down': 'Intente de nuevo en un momento.',
  },
  recorded: 'Registrado, pero no se pudo mostrar: revise la cuenta o el artículo antes de continuar.',
  mistake: (number) =>
    `NO se registró: Datestamp falló. Anote el número ${number} y llame a su contacto de informática.`,
  recorded_mistake: (number) => `Anote el número ${number} y llame a su contacto de informática.`,
  later_unseen: 'Algo que se autorizó NO se hizo, por ejemplo una copia de seguridad. Pídalo otra vez.',
  later_mistake: 'NO se hizo: Datestamp falló. Llame a su contacto de informática.',
  not_answered: 'Una parte de Datestamp se detuvo antes de contestar. Intente de nuevo: nada se registra dos veces.',
  import_mistake: 'Datestamp falló al leer. Los archivos que aparecen como importados se importaron; los demás no.',
  import_not_read: 'No se leyó: la importación se detuvo antes.',
}
