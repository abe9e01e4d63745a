/** Spanish for the records themselves: what is missing, where the desk stopped, backups and checks. */
import type { RECORDS as EN } from '../../en/outcomes/records.ts'
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('es')
const figure = numberIn('es')

const HERE = 'Revise qué se hizo entonces en este mostrador y repita lo que falta.'
const WHO = 'Quien cuida el mostrador abre luego Este mostrador, en Comandos, y presiona L para quitar esta línea.'

const between = ({ last_text, known_text }: Parameters<typeof EN.other_history>[0]): string => {
  const after = last_text === '' ? '' : ` después de la de ${last_text}`
  return known_text === '' ? after : `${after}, la más reciente de ${known_text}`
}
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
  what_next: `${HERE} ${WHO}`,
  stopped: (last) => `El mostrador se detuvo sin cerrar la sesión. El último registro es ${last}.`,
  stopped_unknown: 'No se sabe si después se registró algo más: revise qué se hizo al final.',
  stopped_vouched: (at) => `Están todas las entradas antes de ${at}. Revise qué se hizo después del último registro.`,
  last: {
    'item-checked-out': (title, at) => `“${title}”, prestado, ${at}`,
    'item-checked-in': (title, at) => `“${title}”, devuelto, ${at}`,
    'loan-renewed': (title, at) => `“${title}”, renovado, ${at}`,
    'loan-recalled': (title, at) => `“${title}”, reclamado, ${at}`,
    undone: (title, at) => `“${title}”, deshecho, ${at}`,
  },
  lost: {
    entries: (count, last_text) => `De este mostrador, puede faltar ${acts(count)}${from(last_text)}.`,
    library: 'Pueden faltar datos importados o cambiados hace poco.',
    both: (count, last_text) =>
      `De este mostrador, puede faltar ${acts(count)}${from(last_text)} y también ${LIBRARY}.`,
    without_library:
      'Los datos de la biblioteca ya no están en esta computadora. Lo que hizo este mostrador se conserva y vuelve a ' +
      'verse cuando se importen los archivos de la biblioteca.',
  },
  key_not_kept:
    'El mostrador está abierto, pero su clave no se pudo guardar en esta computadora. Al iniciar otra vez pide la ' +
    'clave de recuperación.',
  backup: {
    done: 'Copia de seguridad hecha',
    says: (size, folder, took) => `${size} en ${folder}, hecha en ${took}`,
  },
  verified: 'Las entradas coinciden',
  verified_says: (count) =>
    `${n(count, 'entrada coincide con su sello', 'entradas coinciden con sus sellos')} y con los registros`,
  broken: 'El diario no cuadra',
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
    'loan-stands': 'Préstamo cambiado',
    'due-date-set': 'Vencimiento cambiado',
    'claim-made': 'Reclamo registrado',
    'claim-checked': 'Estante revisado',
    'claim-ended': 'Reclamo terminado',
    'return-answered': 'Devolución resuelta',
    'note-written': 'Nota escrita',
    'note-removed': 'Nota quitada',
    'item-marked': 'Marcado',
    'item-edited': 'Cambiado',
    'item-made': 'Registro creado',
    'item-used-here': 'Contado',
    'outage-declared': 'Interrupción declarada',
  },
}
