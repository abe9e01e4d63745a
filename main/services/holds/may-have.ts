/**
 * Whether whoever waits could ever be lent a copy: by the rule that holds where they will fetch it. A copy that they
 * may not have is for the next in the line. Reads only; what stands against them today (a debt, a block) is not asked.
 */
import { byTurn, whyPassedOver } from '../../../shared/circulation/hold-queue.ts'
import { isCaught } from '../../../shared/circulation/hold-facts.ts'
import { findRule } from '../../../shared/circulation/policy.ts'
import { branchCode, categoryCode, itemTypeCode, type BranchCode } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { firstHold } from '../../store/hold-rows.ts'
import type { ItemRow } from '../../store/item-rows.ts'
import type { PatronRow } from '../../store/patron-rows.ts'
import type { Desk } from '../context.ts'
import { branchForLending } from '../whose-rule.ts'
import { findHold, lineOfTitle, type Hold } from './reading.ts'

type Borrower = Pick<PatronRow, 'category_code' | 'branch_code'>
/** What of a copy the rules are asked by. */
export type RuledCopy = Pick<ItemRow, 'item_type_code' | 'home_branch_code' | 'at_branch_code'>

/** Whether the rules ever lend this copy to somebody like them at this branch. */
export function isLentTo(desk: Desk, borrower: Borrower, copy: RuledCopy, lent_at: BranchCode): boolean {
  const found = findRule(desk.library.rules(), {
    branch_code: branchForLending(desk, lent_at, copy, borrower).branch_code,
    category_code: categoryCode(borrower.category_code),
    item_type_code: itemTypeCode(copy.item_type_code),
  })
  return found?.rule.is_for_loan ?? false
}

/** A person with the right to it placed the hold in spite of the rule: then the rule does not pass it over either. */
function isPlacedAllTheSame(desk: Desk, hold_ref: string): boolean {
  const placed = desk.journal.event(hold_ref)
  return placed?.kind === 'hold-placed' && placed.body.overridden.includes('hold-not-holdable')
}

/** Those of the line who may never have this copy, by the names of their holds. */
export function notForThem(desk: Desk, line: readonly Hold[], copy: RuledCopy): ReadonlySet<string> {
  const known = new Map<string, boolean>()
  const isFor = ({ borrower, facts }: Hold): boolean => {
    // Who is gone is passed over for that.
    if (borrower === null) return true
    const alike = [borrower.category_code, borrower.branch_code, facts.pickup_branch].join('\n')
    const isLent = known.get(alike) ?? isLentTo(desk, borrower, copy, facts.pickup_branch)
    known.set(alike, isLent)
    return isLent || isPlacedAllTheSame(desk, facts.hold_ref)
  }
  return new Set(line.filter((hold) => !isFor(hold)).map((hold) => hold.facts.hold_ref))
}

type Waiting = Pick<NonNullable<(typeof firstHold)['row']>, 'patron_id' | 'pickup_branch_code' | 'status'>

/** The first who waits for this copy and may have it; one that it is set aside for comes before all. */
export function firstWaiting(desk: Desk, item: ItemRow, today: LocalDate): Waiting | null {
  const { title_id, item_id } = item
  const first = desk.store.desk.get(firstHold, { title_id, item_id, today })
  const hold = first && findHold(desk, first.hold_ref)
  if (!first || !hold || isCaught(hold.facts) || notForThem(desk, [hold], item).size === 0) return first
  const line = lineOfTitle(desk, title_id, item_id)
  const not_for = notForThem(desk, line, item)
  const asked = { item_barcode: item.barcode, today, returner_ref: null, is_catching: true, not_for }
  const turns = line.map((one) => one.facts).toSorted(byTurn)
  const next = turns.find((one) => !isCaught(one) && whyPassedOver(one, asked) === null)
  const of = next && line.find((one) => one.facts.hold_ref === next.hold_ref)
  if (!of) return null
  return { patron_id: of.patron_id, pickup_branch_code: branchCode(of.facts.pickup_branch), status: of.facts.status }
}
