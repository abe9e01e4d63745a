/**
 * Whether a waiting patron could ever be lent an item: by the rule at their pickup branch. An item they may not have
 * goes to the next in the queue. Reads only; does not consider what blocks them today (a debt, a block).
 */
import { whyPassedOver } from '../../../shared/circulation/holds/hold-queue.ts'
import { findRule } from '../../../shared/policy/policy.ts'
import { categoryCode, itemTypeCode, type BranchCode } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import type { PatronRow } from '../../store/patrons/patron-rows.ts'
import { branchForLending } from '../../library/whose-rule.ts'
import { frontOfLine, holdWith, LINE_READ_COUNTS, type Hold } from './reading.ts'
import type { Library } from '../../library/library.ts'

type LoanPatron = Pick<PatronRow, 'category_code' | 'branch_code'>
/** The fields of an item that rules match. */
export type RuledItem = Pick<ItemRow, 'item_type_code' | 'home_branch_code' | 'at_branch_code'>

/** Whether the rules ever lend this item to such a patron at this branch. */
export function isLentTo(library: Library, patron: LoanPatron, item: RuledItem, lent_at: BranchCode): boolean {
  const found = findRule(library.rules(), {
    branch_code: branchForLending(library, lent_at, item, patron).branch_code,
    category_code: categoryCode(patron.category_code),
    item_type_code: itemTypeCode(item.item_type_code),
  })
  return found?.rule.is_for_loan ?? false
}

/** A person with the right to it placed the hold in spite of the rule: then the rule does not pass it over either. */
function isPlacedAllTheSame(library: Library, hold_ref: string): boolean {
  const placed = library.journal.event(hold_ref)
  return placed?.kind === 'hold-placed' && placed.body.overridden.includes('hold-not-holdable')
}

/** The holds of the queue whose patrons may never have this item. */
export function notForThem(library: Library, line: readonly Hold[], item: RuledItem): ReadonlySet<string> {
  const known = new Map<string, boolean>()
  const isFor = ({ patron, facts }: Hold): boolean => {
    // Who is gone is passed over for that.
    if (patron === null) return true
    const alike = [patron.category_code, patron.branch_code, facts.pickup_branch].join('\n')
    const isLent = known.get(alike) ?? isLentTo(library, patron, item, facts.pickup_branch)
    known.set(alike, isLent)
    return isLent || isPlacedAllTheSame(library, facts.hold_ref)
  }
  return new Set(line.filter((hold) => !isFor(hold)).map((hold) => hold.facts.hold_ref))
}

/** The first waiting hold whose patron may have this item; one it is set aside for comes before all. */
export function firstWaiting(library: Library, item: ItemRow, today: LocalDate): Hold | null {
  const had = holdWith(library, item)
  if (had && had.facts.patron_status !== 'gone') return had
  for (const limit of LINE_READ_COUNTS) {
    const line = frontOfLine(library, item.title_id, limit)
    const not_for = notForThem(library, line, item)
    const asked = { item_barcode: item.barcode, today, returner_ref: null, is_capturing: true, not_for }
    const first = line.find((one) => whyPassedOver(one.facts, asked) === null)
    if (first) return first
    if (line.length < limit) break
  }
  return null
}
