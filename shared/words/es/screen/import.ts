/** Spanish for importing the library's data when a desk is set up. */
import type { IMPORT as EN } from '../../en/screen/import.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

export const IMPORT: typeof EN = {
  name: 'Los datos de la biblioteca',
  heading: '1. Los datos de la biblioteca',
  folder: 'Carpeta con los archivos de la biblioteca',
  folder_hint:
    'Archivos CSV de sucursales, usuarios, artículos y préstamos, o archivos MARC. Cada uno se importa completo o no.',
  take: 'Importar',
  take_more: 'Importar más',
  looking: 'Revisando la carpeta',
  file: 'Archivo',
  state: 'Estado',
  taken: 'Importadas',
  rejected: 'Rechazadas',
  states: { waiting: 'en espera', reading: 'leyendo', taken: 'importado', refused: 'omitido' },
  done: (files, rows) => `Importado: ${n(files, 'archivo', 'archivos')}, ${n(rows, 'fila', 'filas')}.`,
  left_out: (rows) => `${n(rows, 'fila omitida', 'filas omitidas')}.`,
  report: (file) => `El informe dice por qué: ${file}`,
  to_look_at: 'Por revisar',
  nothing_yet: 'Aún no se importó nada: revise primero las reglas de esta carpeta.',
  correct_files: 'Corrija los errores en los archivos e importe de nuevo.',
  finding: { stops: 'Error', asks: 'Aviso' },
  more_in_report: (count) => `${count} más están en el informe.`,
  is_meant: 'Importar de todos modos',
  numberless: 'Registros sin número',
  no_number: (count) => `${n(count, 'registro MARC sin número, omitido', 'registros MARC sin número, omitidos')}.`,
  no_field: 'Ninguno de sus campos sirve como número; el informe tiene sus títulos.',
  number_by: (count, by) => `Numerar ${count} de ellos por ${by}`,
}
