/**
 * The act that recalls a loan: the same at the item, at the items of a title and in the row of a hold. Must never say
 * who has what.
 */
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Act } from '../../../../shared/desk/page.ts'
import { addDays, instant } from '../../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../../shared/kernel/zone.ts'
import { itemsByBranch } from '../../../store/circulation/item-rows.ts'
import type { Hold } from '../../../circulation/holds/reading.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, field } from '../make.ts'

type Loan = { readonly due_at_ms: number | null; readonly recalled_at_ms: number | null }

/** None for what is in; of what is recalled already, the notice once more. */
export function recallActs({ words: { pages } }: Speech, item_barcode: string, loan: Loan | null): readonly Act[] {
  if (loan === null || loan.due_at_ms === null) return []
  const words = pages.account.recall
  if (loan.recalled_at_ms !== null) {
    return [act({ key: 'B', label: words.notice_again, call: callOf('paper.recall-notice', { item_barcode }) })]
  }
  return [act({ key: 'B', label: words.act, call: callOf('desk.recall', { item_barcode }), says: words.says })]
}

/** Hardly any title has more items out. */
const OFFERED_MAX = 20

/**
 * Which of the copies that are out is called back for a hold of the open patron. Offered first is the one due soonest
 * of those that a recall brings back sooner: lent the longest ago, it is back first. The recall itself decides; nothing
 * is read here of the copies one by one, since an account may have many holds.
 */
export function recallFor(now: AccountNow, { facts, title_id }: Hold): readonly Act[] {
  const { desk, speech, branch, today, account } = now
  const words = speech.words.pages.account.recall
  const theirs = new Set(account.loans.map((loan) => loan.barcode))
  const sooner_on = addDays(today, desk.library.policy().settings.recall_return_days_count)
  const options = desk.library.db
    .all(itemsByBranch, { title_id })
    .filter(({ recalled_at_ms, barcode }) => recalled_at_ms === null && !theirs.has(barcode))
    .filter(({ barcode }) => !facts.is_item_hold || barcode === facts.item_barcode)
    .flatMap(({ due_at_ms, ...copy }) => (due_at_ms === null ? [] : [{ ...copy, due_at: instant(due_at_ms) }]))
    .map((copy) => ({ ...copy, is_gain: toLocalDate(copy.due_at, branch.zone) > sooner_on }))
    .toSorted((one, other) => Number(other.is_gain) - Number(one.is_gain) || one.due_at - other.due_at)
    .slice(0, OFFERED_MAX)
    .map(({ barcode, branch_name, due_at }) => {
      return { value: barcode, label: words.due_at(speech.moment(due_at), branch_name, barcode) }
    })
  const [first] = options
  if (!first) return []
  const copy = field('item_barcode', words.which, 'choice', { value: first.value, is_required: true, options })
  return [act({ key: 'B', label: words.act, call: callOf('desk.recall', {}), asks: [copy], says: words.says })]
}
