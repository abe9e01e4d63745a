/** Spanish for the records themselves: what is missing, where the desk stopped, backups and checks. */
import type { RECORDS as EN } from '../../en/outcomes/records.ts'
import { countedIn, numberIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'

const n = countedIn('es')
const figure = numberIn('es')

const HERE = 'Revise qué se hizo entonces en este mostrador y repita lo que falta.'
const WHO = 'Un gerente abre luego Este mostrador, en Comandos, y presiona L para quitar esta línea.'

const between = ({ last_text, known_text }: Parameters<typeof EN.other_history>[0]): string => {
  const after = last_text === '' ? '' : ` después de la de ${last_text}`
  return known_text === '' ? after : `${after}, la más reciente de ${known_text}`
}
const upTo = (text: string): string => (text === '' ? '' : ` hasta ${text}`)
const acts = (count: number): string => (count === 1 ? 'la última entrada' : `hasta ${count} de las últimas entradas`)
const from = (last_text: string): string => (last_text === '' ? '' : `, desde ${last_text},`)
const LIBRARY = 'datos importados o cambiados hace poco'

export const RECORDS: typeof EN = {
  other_history: ({ known_text }) =>
    `Los registros de este mostrador no son los que tenía ${known_text === '' ? 'antes' : `en ${known_text}`}: ` +
    'se puso otro archivo en su lugar.',
  entries_missing: (count, moments) =>
    `${n(count, 'entrada falta', 'entradas faltan')} en los registros de este mostrador${between(moments)}.`,
  at_least_missing: (count, moments) =>
    `Al menos ${n(count, 'entrada falta', 'entradas faltan')} en los registros de este mostrador${between(moments)}.`,
  not_as_signed: (known_text) =>
    `El diario es anterior a lo que esta computadora firmó, o distinto${upTo(known_text)}: ` +
    'se repuso una carpeta o se cambiaron entradas.',
  staff_changed: (initials) =>
    `El registro de personal de ${initials} se cambió fuera de Datestamp. Con él nadie inicia sesión hasta que un ` +
    'gerente ponga un PIN nuevo en la página Personal.',
  not_as_sealed: (event) =>
    `La entrada ${event} no coincide con su suma de control: se cambió en el archivo. ` +
    'J en la página Este mostrador revisa todas.',
  other_signer:
    'Esta computadora firma el diario con otra clave. Alguien reemplazó la anterior, u otra computadora ' +
    'abrió estos archivos.',
  signed_head_gone:
    'Falta lo que esta computadora firmó por última vez, así que no se sabe si se cambiaron entradas. Compare ' +
    'la cabeza con la nota de la última copia de seguridad.',
  stands_on_restored: (since_text, up_to_text, by) =>
    `Desde ${since_text} este mostrador trabaja con archivos restaurados${upTo(up_to_text)}. ` +
    `${by === '' ? 'Se usó la clave de recuperación' : `Los restauró ${by}`}.`,
  backup_signed: {
    here: 'Esta computadora firmó esa copia.',
    elsewhere: 'Otra computadora firmó esa copia.',
    not: 'Esa copia no está firmada.',
    'not-as-signed': 'Esa copia no coincide con su firma: se cambiaron sus entradas.',
  },
  who_clears: WHO.replace(' luego ', ' '),
  what_next: `${HERE} ${WHO}`,
  stopped: (last) => `El mostrador se detuvo sin cerrar la sesión. El último registro es ${last}.`,
  stopped_outside: 'El mostrador se detuvo sin cerrar la sesión. Inicie sesión para ver el último registro.',
  stopped_unknown: 'No se sabe si después se registró algo más: revise qué se hizo al final.',
  stopped_vouched: (at) =>
    `${asSentence(`Están todas las entradas antes de ${at}`)} Revise qué se hizo después del último registro.`,
  last: {
    'item-checked-out': (title, at) => `“${title}”, prestado, ${at}`,
    'item-checked-in': (title, at) => `“${title}”, devuelto, ${at}`,
    'loan-renewed': (title, at) => `“${title}”, renovado, ${at}`,
    'loan-recalled': (title, at) => `“${title}”, reclamado, ${at}`,
    undone: (title, at) => `“${title}”, deshecho, ${at}`,
  },
  lost: {
    entries: (count, last_text) => `En este mostrador puede faltar ${acts(count)}${from(last_text)}.`,
    library: 'Pueden faltar datos importados o cambiados hace poco.',
    both: (count, last_text) => `En este mostrador puede faltar ${acts(count)}${from(last_text)} y también ${LIBRARY}.`,
    without_library:
      'Los datos de la biblioteca ya no están en esta computadora. Lo que se registró aquí se conserva y vuelve a ' +
      'verse cuando se importen los archivos de la biblioteca.',
    library_damaged:
      'Los datos de la biblioteca en esta computadora están dañados. Lo que se registró aquí está completo y ' +
      'vuelve a verse cuando se importen los archivos de la biblioteca. El archivo dañado se guarda aparte.',
    without_setting: (branch) =>
      `El último registro de este mostrador se hizo en ${branch}, y allí continúa. No se pierde ninguno.`,
  },
  key_not_kept:
    'El mostrador está abierto, pero su clave no se pudo guardar en esta computadora. Al iniciar otra vez pide la ' +
    'clave de recuperación.',
  backup: {
    done: 'Copia de seguridad hecha',
    says: (size, folder, took) => `${size} en ${folder}, hecha en ${took}`,
    note: ({ made_text, desk_name, head, fingerprint }) => [
      `Copia de seguridad de ${desk_name}, ${made_text}`,
      `Cabeza del diario: ${head}`,
      fingerprint === ''
        ? 'Sin firma: esta computadora no tiene clave para firmar.'
        : `Firmada con la clave: ${fingerprint}`,
      '',
      'journal.db y reference.db están cifrados. Se abren en esta computadora o con la clave de recuperación.',
      'La clave de arriba debe ser la que está impresa bajo la clave de recuperación. Imprima esta nota y guárdela:',
      'muestra más tarde si se cambiaron entradas.',
    ],
  },
  verified: 'Las entradas coinciden',
  verified_says: (count) =>
    n(count, 'entrada coincide con su suma de control', 'entradas coinciden con sus sumas de control'),
  broken: 'El diario tiene errores',
  broken_says: (problems, count, first) => `${figure(problems)} de ${n(count, 'entrada', 'entradas')}: ${first}`,
  exported: 'Diario exportado',
  exported_says: (count, file) => `${n(count, 'entrada', 'entradas')} en ${file}`,
  looking: 'Leyendo la carpeta',
  importing: (file) => `Importando ${file}`,
  late: {
    note: 'Se registró justo antes de que el mostrador se detuviera.',
    'hold-placed': 'Reserva hecha',
    'hold-changed': 'Reserva cambiada',
    'hold-ended': 'Reserva terminada',
    'charge-made': 'Cobrado',
    'charge-moved': 'Cargo cambiado',
    'loan-recalled': 'Reclamado',
    'loan-status-set': 'Préstamo cambiado',
    'due-date-set': 'Vencimiento cambiado',
    'claim-made': 'Reclamo registrado',
    'claim-checked': 'Estante revisado',
    'claim-ended': 'Reclamo terminado',
    'return-answered': 'Devolución resuelta',
    'note-written': 'Nota escrita',
    'note-removed': 'Nota quitada',
    'pickup-allowed': 'Recogida permitida',
    'pickup-ended': 'Recogida terminada',
    'item-marked': 'Marcado',
    'item-edited': 'Cambiado',
    'item-made': 'Registro creado',
    'item-used-here': 'Contado',
    'outage-declared': 'Interrupción declarada',
    'drawer-opened': 'Caja abierta',
    'float-counted': 'Fondo contado',
    'drawer-counted': 'Caja contada',
    'tenders-counted': 'Cheques y tarjetas contados',
    'withdrawal-refused': 'Rechazado: más de lo que hay en la caja',
    'receipt-voided': 'Recibo anulado',
    'refund-paid': 'Reembolso pagado',
    'cash-placed': 'Efectivo movido',
    'cash-paid': 'Entrada o salida de dinero',
    'drawer-unlocked': 'Caja abierta sin recibo',
    'drawer-pulsed': 'Caja abierta para probarla, para contar o de nuevo',
    'drawer-key-opened': 'Caja abierta con llave',
    'custody-changed': 'Caja suspendida, reanudada o en descanso',
  },
}
