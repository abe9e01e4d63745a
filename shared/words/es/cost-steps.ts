/** Spanish for what a loan, a hold or a return has cost, and for when a return counts as back. */
import type { ReturnStep } from '../../circulation/calendar/return-moment.ts'
import type { CostStep } from '../../circulation/fines/cost-steps.ts'
import { countedIn } from '../plural.ts'
import type { StepWords } from '../steps.ts'
import { FEE_KINDS } from './charge-steps.ts'

const counted = countedIn('es')

export const COST_STEPS: StepWords<CostStep | ReturnStep> = {
  'rental-charged': ({ amount_cents }, say) => `alquiler ${say.money(amount_cents)}`,
  'fine-until-now': ({ amount_cents }, say) => `multa por atraso cobrada: ${say.money(amount_cents)}`,
  'fine-charged': ({ amount_cents }, say) => `multa de ${say.money(amount_cents)}`,
  'fine-charged-before': () => 'la multa ya se había cobrado',
  'no-fine': () => 'sin multa',
  'no-borrowing-until': ({ on }, say) => `sin préstamos hasta el ${say.date(on)}`,
  'own-fee': ({ kind, name, amount_cents }, say) => `cargo de ${say.money(amount_cents)}: ${name || FEE_KINDS[kind]}`,
  'last-patron-gone': () => 'el usuario que lo tenía ya no está en los datos de la biblioteca: no se cobra nada',
  'not-let-off': () =>
    'la multa es más de lo que su función puede condonar, así que se cobra. Escanee la tarjeta del usuario y pulse ' +
    '{key:waive} para condonarla con aprobación',
  'claim-given-up': () => 'se abandona el reclamo: el ejemplar cuenta como extraviado',
  'claim-was-right': () => 'el reclamo era cierto: sin multa',
  'no-lost-rule': () => 'ninguna regla dice qué pasa con sus cargos: se quedan',
  recalled: ({ due_ms }, say) => `reclamado, vence ${say.moment(due_ms)}`,
  'return-day-ahead': ({ on }, say) => `${say.date(on)} aún no ha llegado: cuenta como devuelto ahora`,
  'dated-back-at-most': ({ days_count }) =>
    `las devoluciones se fechan ${counted(days_count, 'día', 'días')} atrás como máximo`,
  'dated-back': ({ on }, say) => `cuenta como devuelto el ${say.date(on)}`,
  'from-book-drop': ({ closed_ms }, say) =>
    `del buzón de devoluciones: cuenta como devuelto al cierre, ${say.moment(closed_ms)}`,
  'not-before-lent': () => 'no antes de que se prestara',
}
