/** Spanish for what a loan, a hold or a return has cost, and for when a return counts as back. */
import type { ReturnStep } from '../../circulation/calendar/return-moment.ts'
import type { CostStep } from '../../circulation/fines/cost-steps.ts'
import { countedIn } from '../plural.ts'
import type { StepWords } from '../steps.ts'
import { FEE_KINDS } from './charge-steps.ts'
import { onThe } from './outcomes/when.ts'

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
    'la multa es más de lo que su función puede condonar, así que se cobra. Escanee la tarjeta y presione ' +
    '{key:waive} para condonarla con autorización',
  'claim-given-up': () => 'la búsqueda terminó: el artículo se marca como extraviado',
  'claim-was-right': () => 'reclamo confirmado: sin multa',
  'no-lost-rule': () => 'ninguna regla cubre sus cargos: se quedan',
  recalled: ({ due_ms }, say) => `reclamado, vence ${onThe(say.moment(due_ms))}`,
  'return-day-ahead': ({ on }, say) => `el ${say.date(on)} está en el futuro: cuenta como devuelto ahora`,
  'dated-back-at-most': ({ days_count }) =>
    `una devolución se puede fechar ${counted(days_count, 'día', 'días')} atrás como máximo`,
  'dated-back': ({ on }, say) => `con fecha del ${say.date(on)}`,
  'from-book-drop': ({ closed_ms }, say) => `buzón de devoluciones: con fecha del cierre, ${say.moment(closed_ms)}`,
  'not-before-lent': () => 'no antes de que se prestara',
}
