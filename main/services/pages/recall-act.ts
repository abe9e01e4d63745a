/**
 * The act that recalls a loan: the same at the item, at the copies of a title and in the row of a hold. Must never say
 * who has what.
 */
import type { Act } from '../../../shared/desk/page.ts'
import { sayMoment } from '../../../shared/desk/say-date.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { loanOfItem } from '../../store/item-rows.ts'
import { copiesByBranch } from '../../store/page-rows.ts'
import { patronById } from '../../store/patron-rows.ts'
import type { Desk } from '../context.ts'
import { findItem, here } from '../here.ts'
import { previewRecall } from '../holds/recalling.ts'
import type { Hold } from '../holds/reading.ts'
import { act, callOf, field } from './make.ts'

const LABEL = 'Recall: call it back'
const SAYS = 'It is due earlier, and not renewed. A notice for whoever has it is made; it never says who waits.'

type Loan = { readonly due_at_ms: number | null; readonly recalled_at_ms: number | null }

/** None for what is in; of what is recalled already, the notice once more. */
export function recallActs(item_barcode: string, loan: Loan | null): readonly Act[] {
  if (loan === null || loan.due_at_ms === null) return []
  if (loan.recalled_at_ms !== null) {
    return [act({ key: 'B', label: 'Recall notice again', call: callOf('paper.recall-notice', { item_barcode }) })]
  }
  return [act({ key: 'B', label: LABEL, call: callOf('desk.recall', { item_barcode }), says: SAYS })]
}

/** More copies than that are out of hardly any title; those due last are what a recall brings most. */
const OFFERED_MAX = 20

/** Which of the copies that are out is called back for this hold: the one that a recall brings soonest is offered. */
export function recallFor(desk: Desk, hold: Hold): readonly Act[] {
  const { branch, today } = here(desk)
  const out = desk.store.desk
    .all(copiesByBranch, { title_id: hold.title_id })
    .filter(({ due_at_ms, recalled_at_ms }) => due_at_ms !== null && recalled_at_ms === null)
    .filter(({ barcode }) => !hold.facts.is_copy_hold || barcode === hold.facts.item_barcode)
    .toSorted((one, other) => (other.due_at_ms ?? 0) - (one.due_at_ms ?? 0))
    .slice(0, OFFERED_MAX)
  const offered = out
    .map((copy) => ({ ...copy, back_at: backAt(desk, hold, copy.barcode) }))
    .filter(({ back_at }) => back_at !== 'theirs')
    .toSorted((one, other) => Number(one.back_at ?? Infinity) - Number(other.back_at ?? Infinity))
  const options = offered.map(({ barcode, branch_name, due_at_ms }) => {
    const due = sayMoment(instant(due_at_ms ?? 0), branch.zone, today)
    return { value: barcode, label: `due ${due}, ${branch_name}, ${barcode}` }
  })
  const [first] = options
  if (!first) return []
  const copy = field('item_barcode', 'Which copy', 'choice', { value: first.value, is_required: true, options })
  return [act({ key: 'B', label: LABEL, call: callOf('desk.recall', {}), asks: [copy], says: SAYS })]
}

/** When it would be due; null when a recall would not bring it sooner, "theirs" when whoever waits has it. */
function backAt(desk: Desk, hold: Hold, barcode: string): Instant | 'theirs' | null {
  const item = findItem(desk, barcode)
  const loan = item && desk.store.desk.get(loanOfItem, { item_id: item.item_id })
  const borrower = loan && desk.store.desk.get(patronById, { patron_id: loan.patron_id })
  if (!item || !loan || !borrower) return null
  if (loan.patron_id === hold.patron_id) return 'theirs'
  const decision = previewRecall(desk, { item, loan, borrower }, true)
  return 'code' in decision ? null : decision.due_at
}
