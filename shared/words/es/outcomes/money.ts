/** Spanish for what is done about charges, lost and damaged items, claims and outages. Never names a patron. */
import type { MONEY as EN } from '../../en/outcomes/money.ts'
import { countedIn } from '../../plural.ts'
import { OUTAGE_REASONS } from './reasons.ts'

const n = countedIn('es')

export const MONEY: typeof EN = {
  waived: 'Condonado',
  still_owed: (amount) => `Aún se deben ${amount}`,
  none_owed: 'Ya no se debe nada',
  voided: 'Anulado',
  library_owes: (amount) => `La biblioteca debe ${amount}`,
  charge: 'Cargo',
  charged: 'Cobrado',
  credit: 'Lo que debía la biblioteca',
  credit_used: 'Aplicado a los cargos',
  owed_now: (amount) => `Ahora se deben ${amount}`,
  preview: {
    more: (owed) => `Más de lo que se debe: ${owed}`,
    in_all: (owed) => `Se deberá después: ${owed}`,
    part: (left, owed) => `Quedan por pagar ${left}. Se deberá después: ${owed}`,
    lifted: (block) => `Bloqueo quitado: ${block}`,
    stays: (block) => `Sigue: ${block}`,
  },
  billed: 'Cobrado como perdido',
  bill_again: 'El cobro anterior se aplica otra vez',
  damage: {
    happened: 'Daño cobrado',
    aside: 'Apártelo: está marcado como dañado',
    is_back: 'También queda devuelto',
    preview: {
      charges: (sum, whose) => `Cobra ${sum} a ${whose}`,
      nothing: 'No hay tarifa para esto. Escriba el monto.',
    },
  },
  slip_beside: 'Su comprobante está {place:papers}',
  slip: '{key:paper-now} muestra su comprobante',
  claim: {
    returned: 'Reclamado como devuelto',
    'never-had': 'Reclamado como nunca prestado',
    look: (count, max) => `Revise el estante ahora. Reclamo ${count}${max === null ? '' : ` de ${max}`} en doce meses`,
    checked: 'Estante revisado',
    times: (count) => (count === 1 ? 'una vez' : `${count} veces`),
    withdrawn: 'Reclamo retirado',
    withdrawn_says: 'Está prestado otra vez y la multa sigue',
    given_up: 'Búsqueda terminada',
  },
  outage: {
    title: 'Interrupción',
    declared: 'Declarada',
    withdrawn: 'Retirada',
    no_fine: 'No se cobró ninguna multa por ella',
    canceled: (amount, count) => `Se cancelan ${amount} de ${n(count, 'multa', 'multas')}`,
    refund: (amount) => `De eso se pagaron ${amount}, que se deben reembolsar`,
    more_time: (count) => n(count, 'préstamo tiene más tiempo', 'préstamos tienen más tiempo'),
    restored: (count) => n(count, 'multa o préstamo está como antes', 'multas y préstamos están como antes'),
    left: (count) => n(count, 'queda igual: cambió después', 'quedan igual: cambiaron después'),
    reasons: OUTAGE_REASONS,
  },
}
