/** Spanish for why a fine is what it is. */
import type { FineReason } from '../../circulation/fines/fine-steps.ts'
import { labelOf } from '../labels.ts'
import type { StepWords } from '../steps.ts'
import { OUTAGE_REASONS } from './outcomes/reasons.ts'
import { period } from './policy/rows.ts'
import { the } from './outcomes/when.ts'

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`
}

const outage = (reason: string): string => because(labelOf(OUTAGE_REASONS, reason))

export const FINE_STEPS: StepWords<FineReason> = {
  'no-fine-rule': () => 'ninguna regla de multas se aplica: no se cobra nada',
  'rule-charges-nothing': () => 'esta regla no cobra nada',
  'patron-pays-no-fines': () => 'los usuarios de esta categoría no pagan multas',
  'fine-let-off': () => 'la multa se condona',
  'counted-to-claim': ({ claimed_ms }, say) => `se cuenta hasta ${the(say.moment(claimed_ms))}, cuando se reclamó`,
  'fine-free-day': ({ on, reason }, say) => `el ${say.date(on)} es un día sin multas${because(reason)}`,
  'due-in-outage': ({ reason }) => `vencía con el sistema caído${outage(reason)}: ese tiempo no se cobra`,
  'back-in-outage': ({ reason, since_ms }, say) =>
    `se devolvió con el sistema caído${outage(reason)}: se cobra hasta ${the(say.moment(since_ms))}`,
  'within-grace': ({ grace_count, grace_unit }) => `dentro del período de gracia de ${period(grace_count, grace_unit)}`,
  'grace-not-charged': ({ grace_count, grace_unit }) =>
    `el período de gracia de ${period(grace_count, grace_unit)} no se cobra`,
  'nothing-to-charge': ({ late_count, late_unit }) => `${period(late_count, late_unit)} por cobrar`,
  'days-without-borrowing': ({ days_count }) => `${period(days_count, 'days')} sin préstamos`,
}
