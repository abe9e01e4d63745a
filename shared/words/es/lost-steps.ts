/** Spanish for what becomes of something lost, claimed or found, and of its charges. */
import type { FoundReason, LostStep } from '../../circulation/lost/lost-steps.ts'
import { countedIn } from '../plural.ts'
import type { StepOf, StepWords } from '../steps.ts'

const counted = countedIn('es')

const GOES_BACK: Readonly<Record<StepOf<FoundReason, 'goes-back'>['method'], string>> = {
  credit: 'se acreditan a la cuenta',
  drawer: 'se reembolsan de la caja',
  check: 'se reembolsan con un cheque de la oficina',
}

export const LOST_STEPS: StepWords<LostStep | FoundReason> = {
  'billed-as-lost': ({ on }, say) =>
    on === null
      ? 'se cobra como perdido solo si el personal lo marca como perdido'
      : `se cobra como perdido después del ${say.date(on)}`,
  'no-fine-never-had': () => 'sin multa: el usuario dice que nunca lo tuvo',
  'fine-stops-at-claim': () => 'la multa se detiene el día del reclamo',
  'too-long-overdue': ({ days_count }) => `más de ${counted(days_count, 'día', 'días')} de atraso: el cargo se queda`,
  'lost-charge-stays': () => 'el cargo por pérdida se queda como está',
  'lost-charge-canceled': ({ amount_cents }, say) => `el cargo por pérdida de ${say.money(amount_cents)} se cancela`,
  'processing-fee-stays': () => 'el cargo por procesamiento se queda',
  'fine-up-to-return': ({ amount_cents }, say) => `la multa hasta la devolución es de ${say.money(amount_cents)}`,
  'fine-comes-back': ({ amount_cents }, say) => `la multa de ${say.money(amount_cents)} se vuelve a cobrar`,
  'refund-too-late': () => 'demasiado tarde para un reembolso',
  'refund-needs-receipt': () => 'para un reembolso se necesita el recibo',
  'refund-too-small': ({ least_cents }, say) => `menos de ${say.money(least_cents)} no se reembolsa`,
  'stays-paid': ({ amount_cents }, say) => `${say.money(amount_cents)} quedan pagados`,
  'pays-other-debts': ({ amount_cents }, say) => `${say.money(amount_cents)} pagan otros cargos`,
  'goes-back': ({ amount_cents, method }, say) => `${say.money(amount_cents)} ${GOES_BACK[method]}`,
}
