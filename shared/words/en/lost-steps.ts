/** English for what becomes of something lost, claimed or found, and of its charges. */
import type { FoundReason, LostStep } from '../../circulation/lost/lost-steps.ts'
import { countedIn } from '../plural.ts'
import type { StepOf, StepWords } from '../steps.ts'

const counted = countedIn('en')

const GOES_BACK: Readonly<Record<StepOf<FoundReason, 'goes-back'>['method'], string>> = {
  credit: 'is credited to the account',
  drawer: 'is refunded from the drawer',
  check: 'is refunded by check from the office',
}

export const LOST_STEPS: StepWords<LostStep | FoundReason> = {
  'billed-as-lost': ({ on }, say) =>
    on === null ? 'billed as lost only if staff mark it lost' : `billed as lost after ${say.date(on)}`,
  'no-fine-never-had': () => 'no fine: the patron says they never had it',
  'fine-stops-at-claim': () => 'the fine stops on the day of the claim',
  'too-long-overdue': ({ days_count }) => `more than ${counted(days_count, 'day', 'days')} overdue: the charge stays`,
  'lost-charge-stays': () => 'the lost charge stays as it is',
  'lost-charge-canceled': ({ amount_cents }, say) => `the lost charge of ${say.money(amount_cents)} is canceled`,
  'processing-fee-stays': () => 'the processing fee stays',
  'fine-up-to-return': ({ amount_cents }, say) => `the fine up to the return is ${say.money(amount_cents)}`,
  'fine-comes-back': ({ amount_cents }, say) => `the fine of ${say.money(amount_cents)} is charged again`,
  'refund-too-late': () => 'too late for a refund',
  'refund-needs-receipt': () => 'a refund needs the receipt',
  'refund-too-small': ({ least_cents }, say) => `less than ${say.money(least_cents)} is not refunded`,
  'stays-paid': ({ amount_cents }, say) => `${say.money(amount_cents)} stays paid`,
  'pays-other-debts': ({ amount_cents }, say) => `${say.money(amount_cents)} pays other charges`,
  'goes-back': ({ amount_cents, method }, say) => `${say.money(amount_cents)} ${GOES_BACK[method]}`,
}
