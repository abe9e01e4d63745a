/** Spanish for importing the library's data, when a desk is set up and later. */
import type { IMPORT as EN } from '../../en/screen/import.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('es')

/** Of a column of patrons that this desk had changed: in how many rows its value stayed, and the file won. */
export function besideDesk(column: string, kept_count: number, won_count: number): string {
  const kept = `${column}: quedó lo que se cambió en este mostrador en ${n(kept_count, 'fila', 'filas')}.`
  const won = `${column}: se importó lo del archivo en ${n(won_count, 'fila', 'filas')}.`
  return won_count === 0 ? kept : kept_count === 0 ? won : `${kept} ${won}`
}

export const IMPORT: typeof EN = {
  name: 'Los datos de la biblioteca',
  heading: '1. Los datos de la biblioteca',
  folder: 'Carpeta con los archivos de la biblioteca',
  folder_hint:
    'Archivos CSV de sucursales, usuarios, artículos y préstamos, o archivos MARC. Cada uno se importa completo o no.',
  browse: 'Elegir una carpeta',
  sample: 'Probar la biblioteca de muestra',
  sample_hint: 'La biblioteca de muestra tiene usuarios inventados, para capacitación. No la use con usuarios reales.',
  practice: 'Practicar primero',
  practice_hint:
    'Tareas cortas con datos inventados, en un mostrador de práctica. Para configurar después este mostrador, ' +
    'cierre Datestamp e inícielo otra vez.',
  practice_opens: 'Datestamp se cierra y se inicia otra vez como mostrador de práctica.',
  practice_by_hand: 'Inicie Datestamp con --practice.',
  chooser: {
    name: 'Elegir una carpeta',
    places: 'Carpetas y discos',
    keys: '↑ ↓ para elegir, Enter para abrir, Retroceso = subir',
    use: (files) => `Importar esta carpeta (${n(files, 'archivo', 'archivos')})`,
    up: 'Subir una carpeta',
    close: 'Cerrar',
  },
  take: 'Importar',
  take_more: 'Importar más',
  looking: 'Leyendo la carpeta',
  file: 'Archivo',
  state: 'Estado',
  taken: 'Importadas',
  rejected: 'Rechazadas',
  states: { waiting: 'en espera', reading: 'leyendo', taken: 'importado', refused: 'omitido' },
  done: (files) => `${n(files, 'archivo importado', 'archivos importados')}.`,
  here: (patrons, items) => `${n(patrons, 'usuario', 'usuarios')}, ${n(items, 'artículo', 'artículos')}.`,
  details: 'Detalles',
  left_out: (rows) => `${n(rows, 'fila omitida', 'filas omitidas')}.`,
  report: (file) => `El informe dice por qué: ${file}`,
  report_lines: {
    taken_in: (taken, left_out) =>
      left_out === 0 ? `Importados: ${taken}.` : `Importados: ${taken}; omitidos: ${left_out}.`,
    left_out_whole: (line, reason) => `Se omitió todo el archivo. Línea ${line}: ${reason}.`,
    not_reached: 'No se leyó: la importación se detuvo antes.',
    nothing_taken:
      'No se importó nada: las reglas de esta carpeta necesitan revisión. Corríjalas, o importe otra vez la carpeta ' +
      'y confirme las advertencias y las reglas que se quedan.',
    would_become:
      'Vista previa: no se importó nada. Qué pasaría con cada archivo; las filas que se omitirían están en el ' +
      'archivo CSV junto a este.',
    whys: {
      'no-place': 'Datestamp no guarda ese dato',
      secret: 'un PIN o una contraseña: nunca se lee; ponga uno nuevo en el mostrador',
      internal: 'solo lo usa el otro sistema',
      refused: 'no se aceptó; el informe tiene cada línea',
      spare: 'solo se guarda un valor, el de otra columna',
      default: 'dice lo mismo que una celda vacía aquí',
      alone: 'no dice nada sin sus otras columnas',
      odd: 'algunos pasan como están aunque aquí ningún formulario los aceptaría; el informe tiene cada línea',
      joined: 'unido a otras columnas',
      code: 'convertido por la tabla de códigos',
      'date-form': 'escrito como 2026-11-24',
      adjusted: 'leído de otra manera; el informe tiene cada línea',
    },
    lost: (place, filled, counts) => `${place}: ${filled} con valor, ${counts}.`,
    lost_counts: (carried, changed, dropped, left_out) =>
      `${carried} iguales, ${changed} cambiados, ${dropped} descartados, ${left_out} omitidos`,
    made_up: (place, count) => `${place}: ${count} añadidos.`,
    what_became:
      'Qué pasó con cada archivo. Las filas omitidas, cada una con línea, columna, valor y motivo, están en el ' +
      'archivo CSV junto a este. Corríjalas e importe otra vez la carpeta. Lo que se cambió en este mostrador se ' +
      'queda: una fila distinta se omite, con el motivo.',
    beside_desk: besideDesk,
    numbered: (all, count, place) => `${count} de ${all} registros sin número lo tienen en ${place}.`,
    notes: (count) => `${n(count, 'cambio o aviso', 'cambios o avisos')} en el informe.`,
    to_the_cent: {
      debt: (count, sum) => `${n(count, 'deuda pendiente', 'deudas pendientes')}, ${sum}, comprobado al centavo.`,
      credit: (count, sum) => `${n(count, 'crédito pendiente', 'créditos pendientes')}, ${sum}, comprobado al centavo.`,
    },
    pins_kept: (count) => `Ya tenían un PIN y lo conservan: ${count}.`,
    no_number: (count) => `${n(count, 'registro no tiene', 'registros no tienen')} número.`,
    check_digits: (wrong, all) =>
      `${wrong} de ${all} códigos de barras de 14 dígitos tienen un dígito de control incorrecto y se dejaron igual.`,
    windows_1252: (line) => `No es UTF-8 (línea ${line}): se leyó como Windows-1252; revise las letras con acento.`,
    columns: {
      file: 'archivo',
      line: 'línea',
      column: 'columna',
      value: 'valor',
      reason: 'motivo',
      outcome: 'resultado',
    },
    outcomes: {
      'row-left-out': 'fila omitida',
      'taken-changed': 'importada, con cambios',
      'file-left-out': 'archivo omitido',
      'asked-first': 'por confirmar',
      accepted: 'confirmado',
      'to-look-at': 'por revisar',
    },
    the_rules: 'las reglas',
    not_shown: '(no se muestra)',
    both: (here, data) => `aquí: ${here}; en los datos: ${data}`,
    cut: (beginning, characters) => `${beginning}… (${characters} caracteres)`,
  },
  marc_places: {
    with: 'con',
    or: 'o',
    numbers: {
      control: 'número de control',
      system: 'número de sistema',
      evergreen: 'número de Evergreen',
      koha: 'número de Koha',
      sierra: 'número de Sierra',
      own: 'número propio de la biblioteca',
      congress: 'número de la Biblioteca del Congreso',
      national: 'número de una biblioteca nacional',
      isbn: 'ISBN',
      issn: 'ISSN',
      'on-item': 'número impreso en el artículo',
      publisher: 'número de la editorial',
      'call-number': 'clasificación propia de la biblioteca',
      'first-barcode': 'código de barras del primer artículo',
    },
  },
  to_look_at: 'Por revisar',
  errors_first: 'No se importó nada. Corrija los errores en los archivos e importe de nuevo.',
  warnings_first: (count) =>
    count === 1
      ? 'Un aviso. Aún no se importó nada: importe de todos modos o corrija antes el archivo.'
      : `${n(count, 'aviso', 'avisos')}. Aún no se importó nada: importe de todos modos o corrija antes los archivos.`,
  finding: { stops: 'Error', asks: 'Aviso' },
  more_in_report: (count) => `${count} más están en el informe.`,
  is_meant: 'Importar de todos modos',
  numberless: 'Registros sin número',
  no_number: (count) => `${n(count, 'registro MARC sin número, omitido', 'registros MARC sin número, omitidos')}.`,
  no_field: 'Ninguno de sus campos sirve como número; el informe tiene sus títulos.',
  number_by: (count, by) => `Numerar ${count} de ellos por ${by}`,
}
