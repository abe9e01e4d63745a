/** English for why a fine is what it is. */
import type { FineReason } from '../../circulation/fines/fine-steps.ts'
import { labelOf } from '../labels.ts'
import type { StepWords } from '../steps.ts'
import { OUTAGE_REASONS } from './outcomes/reasons.ts'
import { period } from './policy/rows.ts'

function because(reason: string): string {
  return reason === '' ? '' : ` (${reason})`
}

const outage = (reason: string): string => because(labelOf(OUTAGE_REASONS, reason))

export const FINE_STEPS: StepWords<FineReason> = {
  'no-fine-rule': () => 'no fine rule applies: nothing is charged',
  'rule-charges-nothing': () => 'this rule charges nothing',
  'patron-pays-no-fines': () => 'patrons of this category pay no fines',
  'fine-let-off': () => 'the fine is waived',
  'counted-to-claim': ({ claimed_ms }, say) => `counted to ${say.moment(claimed_ms)}, when it was claimed`,
  'fine-free-day': ({ on, reason }, say) => `${say.date(on)} is fine-free${because(reason)}`,
  'due-in-outage': ({ reason }) => `due while the system was down${outage(reason)}: that time is not charged`,
  'back-in-outage': ({ reason, since_ms }, say) =>
    `returned while the system was down${outage(reason)}: charged up to ${say.moment(since_ms)}`,
  'within-grace': ({ grace_count, grace_unit }) => `within the ${period(grace_count, grace_unit)} of grace`,
  'grace-not-charged': ({ grace_count, grace_unit }) => `grace of ${period(grace_count, grace_unit)} is not charged`,
  'nothing-to-charge': ({ late_count, late_unit }) => `${period(late_count, late_unit)} to charge`,
  'days-without-borrowing': ({ days_count }) => `${period(days_count, 'days')} suspended`,
}
