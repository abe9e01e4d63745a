/** English for what a loan, a hold or a return has cost, and for when a return counts as back. */
import type { ReturnStep } from '../../circulation/calendar/return-moment.ts'
import type { CostStep } from '../../circulation/fines/cost-steps.ts'
import { countedIn } from '../plural.ts'
import type { StepWords } from '../steps.ts'
import { FEE_KINDS } from './charge-steps.ts'

const counted = countedIn('en')

export const COST_STEPS: StepWords<CostStep | ReturnStep> = {
  'rental-charged': ({ amount_cents }, say) => `rental ${say.money(amount_cents)}`,
  'fine-until-now': ({ amount_cents }, say) => `overdue fine ${say.money(amount_cents)} charged`,
  'fine-charged': ({ amount_cents }, say) => `fine ${say.money(amount_cents)}`,
  'fine-charged-before': () => 'the fine was already charged',
  'no-fine': () => 'no fine',
  'no-borrowing-until': ({ on }, say) => `no checkouts until ${say.date(on)}`,
  'own-fee': ({ kind, name, amount_cents }, say) => `fee ${say.money(amount_cents)}: ${name || FEE_KINDS[kind]}`,
  'last-patron-gone': () => 'the patron who had it is no longer in the library’s data: nothing is charged',
  'not-let-off': () =>
    'the fine is more than your role may waive, so it is charged. Scan their card, then press {key:waive} ' +
    'to waive it with approval',
  'claim-given-up': () => 'the search ended: the item is marked missing',
  'claim-was-right': () => 'claim confirmed: no fine',
  'no-lost-rule': () => 'no rule covers its charges: they stay',
  recalled: ({ due_ms }, say) => `recalled, due ${say.moment(due_ms)}`,
  'return-day-ahead': ({ on }, say) => `${say.date(on)} is in the future: counted as returned now`,
  'dated-back-at-most': ({ days_count }) => `returns can be backdated ${counted(days_count, 'day', 'days')} at most`,
  'dated-back': ({ on }, say) => `backdated to ${say.date(on)}`,
  'from-book-drop': ({ closed_ms }, say) => `book drop: backdated to closing, ${say.moment(closed_ms)}`,
  'not-before-lent': () => 'not before it was checked out',
}
