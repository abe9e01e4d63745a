/** Spanish for why a row or a file of an import was left out or changed. */
import { plainSum } from '../../../import/opening-sum.ts'
import type { CODES_UNREAD as WHYS, MappingFault } from '../../../import/reason.ts'
import { shownValue } from '../../../import/text.ts'
import type { ImportReasonWords } from '../../import-words.ts'
import { IMPORT } from '../screen/import.ts'

/** Of a title or a number in a sentence. */
const LENGTH_MAX = 100
const short = (text: string): string => shownValue(text, LENGTH_MAX, IMPORT.report_lines.cut)
const wanting = (is_empty: boolean): string => (is_empty ? 'está vacío' : 'falta')

const MAPPING: Readonly<Record<MappingFault, string>> = {
  fill: 'complételo',
  text: 'aquí va un texto',
  list: 'aquí va una lista',
  fields: 'aquí van sus campos por nombre',
  'field-too-many': 'tiene un campo de más',
  'too-long': 'es demasiado largo',
  'too-few': 'se necesita al menos uno',
  place: 'un lugar es una etiqueta y quizá un subcampo, como 001 o 999c',
  tag: 'una etiqueta tiene tres dígitos',
  subfields: 'códigos de subcampo, como p o hi',
  unusable: 'no se puede usar',
}

const CODES_UNREAD: Readonly<Record<(typeof WHYS)[number], string>> = {
  link: 'esta tabla de códigos es un enlace; copie a la carpeta el archivo al que lleva. No se leyó',
  'no-file': 'esta tabla de códigos no es un archivo. No se leyó',
  'not-csv': 'esta tabla de códigos no es CSV; guárdela como CSV con comas. No se leyó',
  'no-columns': 'a esta tabla de códigos le falta una columna que la correspondencia nombra. No se leyó',
  unreadable: 'esta cuenta de la computadora no puede leer esta tabla de códigos. No se leyó',
}

export const IMPORT_REASONS: ImportReasonWords = {
  'columns-not-by-commas': 'las columnas no están separadas por comas; guarde el archivo como CSV con comas',
  'column-twice': ({ column }) => `el encabezado tiene dos veces la columna "${column}"`,
  'column-missing': ({ column }) => `al encabezado le falta la columna "${column}"`,
  'column-unknown': ({ column, known }) =>
    `el encabezado tiene una columna desconocida, "${column}"; las conocidas son: ${known.join(', ')}`,
  'codes-unread': ({ column, why }) =>
    `${CODES_UNREAD[why]}; los números de la columna "${column}" quedan como están, y sus filas pueden quedar fuera`,
  'quote-never-closed': 'un valor entre comillas que empieza en esta fila nunca se cierra',
  'row-too-large': 'aquí empieza una fila de más de 8 MB; revise si faltan comillas de cierre',
  'text-behind-quote':
    'hay texto después de unas comillas de cierre; dentro de un valor, las comillas se escriben dos veces',
  'quote-inside': 'hay comillas dentro de un valor que no está entre comillas',
  'not-csv': ({ detail }) => `el archivo no es CSV: ${detail}`,
  'file-is-link': 'el archivo es un enlace; copie a la carpeta el archivo al que lleva',
  'file-unknown': 'no se conoce ningún archivo con este nombre; vea docs/import.md',
  'file-empty': 'el archivo está vacío',
  'file-utf-16': 'el archivo está en UTF-16; guárdelo como CSV UTF-8',
  'file-spreadsheet': 'el archivo es una hoja de cálculo o un archivo comprimido, no texto',
  'file-nul': 'el archivo no es texto: tiene un byte NUL',
  'file-encoding': 'el archivo no está en UTF-8 ni en Windows-1252; guárdelo como UTF-8',
  'mapping-is-link': 'marc.json: el archivo es un enlace; copie a la carpeta el archivo al que lleva',
  'mapping-no-json': 'marc.json no es JSON: revise sus comillas, comas y corchetes',
  'mapping-wrong': ({ faults }) =>
    faults.map(({ at, fault }) => `${['marc.json', at].join(' ').trim()}: ${MAPPING[fault]}`).join('; '),
  'staff-unmanaged': 'no quedaría nadie que pueda cambiar al personal: deje a una persona con una función que pueda',
  'record-no-begin': 'aquí no empieza ningún registro MARC',
  'record-no-end': 'el registro no termina donde dice su cabecera',
  'record-cut-short': 'el archivo termina a la mitad de este registro',
  'value-too-long': 'un valor tiene más de un millón de caracteres',
  'no-records': 'el archivo no tiene ningún registro MARC',
  'not-xml': ({ detail }) => `el archivo no es XML bien formado: ${detail}`,
  'attributes-too-many': ({ most }) => `un elemento tiene más de ${most} atributos`,
  'sums-differ': ({ sum }) =>
    `de “${sum.kind}” el archivo trae ${sum.source_count - sum.left_count} por importar, que suman ` +
    `${plainSum(sum.source_cents - sum.left_cents)}; a Datestamp llegaron ${sum.stored_count}, que suman ` +
    plainSum(sum.stored_cents),

  absent: wanting(false),
  empty: wanting(true),
  'control-characters': 'se quitaron caracteres de control',
  'not-code': 'no es un código (letras, dígitos, espacios y ._/&-, 64 como máximo)',
  'invisible-character': 'tiene un carácter invisible',
  'has-space': 'tiene un espacio',
  'not-time-of-day': 'no es una hora como 9:30',
  'not-zone': 'no es una zona horaria como America/Chicago',
  'not-amount': 'no es un monto como 3.75',
  negative: 'es menos que cero',
  zero: 'es cero',
  'not-letter': 'no es una letra de la A a la Z',
  'not-yes-or-no': 'no es “yes” ni “no”',
  'not-weekday': 'no es un día de la semana como Monday',
  'not-pin': 'no tiene de 4 a 12 dígitos',
  'no-date': 'no es una fecha como 2026-11-24',
  'too-early': 'es antes del 1900-01-01, la primera fecha que se acepta',
  'too-late': 'es después del 2199-12-31, la última fecha que se acepta',
  'zero-date-emptied': 'no es una fecha: se tomó como vacía',
  'too-early-emptied': 'es antes del 1900-01-01, la primera fecha que se acepta: se tomó como vacía',
  'too-late-emptied': 'es después del 2199-12-31, la última fecha que se acepta: se tomó como vacía',
  'no-moment': 'no es una fecha con hora como 2026-11-24 15:30',
  'offset-impossible': 'tiene una diferencia horaria que no existe',
  'isbn-left-out': 'no es un ISBN válido; el título se importó sin él',
  'text-too-long': ({ length, most }) => `tiene ${length} caracteres; se aceptan ${most} como máximo`,
  'barcode-too-long': ({ length, most }) => `tiene ${length} caracteres; ningún código de barras tiene más de ${most}`,
  'code-too-long': ({ most }) => `tiene más de ${most} caracteres`,
  'not-whole': ({ from, to }) => `no es un número entero de ${from} a ${to}`,
  'not-listed': ({ options }) => `no es ninguno de: ${options.join(', ')}`,

  'values-count': ({ values_count, columns_count }) =>
    `la fila tiene ${values_count} valores; el encabezado, ${columns_count}`,
  'before-column': ({ column }) => `es antes de ${column}`,
  'closes-before-it-opens': 'cierra antes de abrir; sin esta fila, la sucursal cuenta como cerrada a esa hora',
  'period-needed': 'una regla que presta necesita un plazo',
  'due-date-twice': 'una regla tiene hard_due_on o esta columna, no las dos',
  'due-kind-alone': 'hard_due_kind va junto con hard_due_on o schedule_code',
  'target-mismatch': 'no concuerda con target_kind',
  'charge-of-nothing': 'un cargo es más que cero',
  'credit-of-nothing': 'un crédito es más que cero',
  'owed-above-charge': 'se debe más de lo que se cobró',

  'record-no-title-kind': 'no es un registro de un título (es de autoridad o de existencias)',
  'record-left-out': 'es de un registro que se omitió',
  'record-too-large': ({ fields_count, length }) =>
    `es más grande que cualquier registro real: más de ${fields_count} campos o ${length} caracteres`,
  'leader-no-data-place': 'la cabecera no dice dónde empiezan los datos',
  'directory-cut-short': 'el directorio está incompleto',
  'entry-outside': ({ tag }) => `la entrada del directorio para el campo ${tag} señala fuera del registro`,
  'charset-other': ({ says, is }) => `la cabecera dice ${says}, pero el registro está en ${is} y así se leyó`,
  'characters-unknown': ({ count }) => `caracteres de ningún juego conocido, cambiados por \ufffd: ${count}`,
  'number-wanting': ({ is_empty, title }) => `${wanting(is_empty)}; el título es “${short(title)}”`,
  'title-wanting': ({ is_empty, number }) => `${wanting(is_empty)}; el número es “${short(number)}”`,
  'title-elsewhere': ({ is_empty, tag }) => `${wanting(is_empty)}; el título es de ${tag}`,

  'second-library': 'una carpeta tiene una sola biblioteca, y ya apareció antes',
  'zone-missing': 'no se indica, y ningún library.csv da la de la biblioteca',
  'charge-zone-missing': 'no tiene diferencia horaria, y ningún library.csv da la zona de la biblioteca',
  'number-of-credit': 'empieza como los números de los créditos aquí: dé otro número al cargo',
  'hours-overlap': 'coincide con otro horario de esa sucursal en ese día',
  'no-branch': 'no es una sucursal de esta biblioteca',
  'no-category': 'no es una categoría de usuario de esta biblioteca',
  'no-item-type': 'no es un tipo de artículo de esta biblioteca',
  'no-patron': 'no es un usuario de esta biblioteca',
  'no-title': 'no es un título de esta biblioteca',
  'no-item': 'no es un artículo de esta biblioteca',
  'no-role': 'no es una función de esta biblioteca',
  'no-schedule': 'no es un calendario de fixed_dates.csv',
  'no-limit-group': 'no es un grupo de limit_groups.csv',
  'came-before': ({ file, line }) => `ya apareció antes, en ${file === null ? '' : `${file}, `}línea ${line}`,
  'loan-rule-double': ({ rule_code }) =>
    `la regla ${rule_code} ya es para la misma sucursal, categoría y tipo de artículo`,
  'rule-double': ({ other_code }) => `la regla ${other_code} ya es para lo mismo`,
  'limit-double': ({ other_code }) => `el límite ${other_code} ya es para lo mismo`,
  'fee-double': ({ other_code }) => `la tarifa ${other_code} ya es para lo mismo`,
  'dates-meet': ({ from_on, to_on }) => `coincide con los préstamos del ${from_on} al ${to_on} del mismo calendario`,
  'belongs-to': ({ staff_code }) => `ya es de ${staff_code}`,
  'pin-easy': 'es una serie, una repetición o un año',
  'pin-short': ({ digits }) => `tiene menos de ${digits} dígitos`,
  'pin-first': ({ digits }) => `necesita un PIN de ${digits} dígitos, puesto antes en este mostrador`,
  'staff-not-accepted': 'cambia al personal, y ninguna persona que pueda hacerlo lo aceptó',
  'loan-in-future': 'está en el futuro',
  'due-before-out': 'vence antes de haberse prestado',
  'born-in-future': 'está en el futuro: se tomó como vacía',
  'item-of-other-title': ({ title_id }) => `no es un artículo del título ${title_id}`,
  'number-is-item': 'es el código de barras de un artículo',
  'number-is-badge': 'es la credencial de un miembro del personal',
  'number-is-card': 'es el número de una tarjeta',
  'pickup-self': 'es el número del propio usuario',
  'guardian-self': 'es el número del propio usuario; se tomó como vacío',
  'bounced-without-email': 'no es de ninguna dirección de correo; se tomó como vacío',
  'bounced-in-future': 'está en el futuro: se tomó como vacía',
  'guardian-minor': 'es de un menor, y un tutor tiene 18 años o más; se tomó como vacío',
  'guardian-has-wards': 'no se acepta, porque este usuario responde por otro; se tomó como vacío',
  'guardian-loop': 'no se acepta, porque cada uno respondería por el otro, solo o por otros; se tomó como vacío',
  'family-self': 'es el número del propio usuario; se tomó como vacío',
  'guardian-unknown': 'no es un usuario de esta biblioteca; se tomó como vacío',
  'guardian-erased': ({ on }) => `se borró el ${on} a petición del usuario; se tomó como vacío`,
  erased: ({ on }) => `se borró el ${on} a petición del usuario`,
  'erased-taken-back': ({ on }) => `se borró el ${on} a petición del usuario; se importó otra vez, como se indicó`,
  'set-by-staff-managers': 'se cambia en el mostrador, por una persona que pueda cambiar al personal',
  'set-by-rule-managers': 'se cambia en el mostrador, por una persona que pueda cambiar las reglas',

  'changed-here': 'se cambió después en este mostrador',
  'newer-in-data': 'se cambió en este mostrador y después en los datos: se importó el valor de los datos',
  'folder-taken-as-said': 'se cambió en este mostrador; se importó la de la carpeta, como se indicó',
}
