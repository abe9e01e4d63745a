/**
 * Loans that are due on the day on which a card expires, though their rule gives longer, are put right once the card is
 * renewed. Reads only; makes the entries.
 */
import { dueDate } from '../../shared/circulation/loans/due-date.ts'
import { sealedDue } from '../../shared/circulation/loans/sealed-due.ts'
import type { EventDraft } from '../../shared/journal/event.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Instant, LocalDate } from '../../shared/kernel/time.ts'
import { findRule } from '../../shared/policy/policy.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import { askedOf } from '../circulation/charges/loan-fine.ts'
import { dueMoved } from '../circulation/loans/due-moved.ts'
import { findItem, here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { rulesMoment } from '../library/whose-rule.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../store/circulation/item-rows.ts'
import { loansOfPatron, patronById, type PatronRow } from '../store/patrons/patron-rows.ts'

type CardEnds = { readonly was_on: LocalDate | null; readonly expires_on: LocalDate | null }

/** A loan that may stay out longer, and the entry that says so. */
export type PutRight = {
  readonly item: ItemRow
  readonly due_was: Instant
  readonly due_at: Instant
  readonly draft: EventDraft
}

/** What the former end of the card cut back, moved. What is overdue, recalled or set by hand stays. */
export function putRight(library: Library, patron_id: PatronId, card: CardEnds): readonly PutRight[] {
  const patron = library.db.get(patronById, { patron_id })
  if (!patron) return []
  return library.db.all(loansOfPatron, { patron_id }).flatMap(({ item_id, barcode }) => {
    const loan = library.db.get(loanOfItem, { item_id })
    const item = findItem(library, barcode)
    return loan && item && mayMove(loan, here(library).now) ? moved(library, { loan, item, patron }, card) : []
  })
}

function mayMove({ loan_status, recalled_at_ms, due_staff_code, due_at_ms }: LoanRow, now: Instant): boolean {
  return loan_status === 'out' && recalled_at_ms === null && due_staff_code === '' && due_at_ms > now
}

type Lent = { readonly loan: LoanRow; readonly item: ItemRow; readonly patron: PatronRow }

function moved(library: Library, { loan, item, patron }: Lent, { was_on, expires_on }: CardEnds): PutRight[] {
  const { asked: question, calendar } = askedOf(library, loan, item, patron)
  const rules = library.rules()
  const found = findRule(rules, question)
  if (!found) return []
  const { renewals_count } = loan
  // From when a renewal counted is not kept; where it counts from the former due date, that is not known any more.
  if (renewals_count > 0 && found.rule.renewal_from === 'due') return []
  const now = rulesMoment(loan)
  const renewal = renewals_count === 0 ? null : { due_at: now, count: renewals_count - 1 }
  const asked = { ...found, now, calendar, renewal, card_expires_on: was_on }
  const cut = dueDate(asked)
  const later = { ...asked, card_expires_on: expires_on }
  const due = dueDate(later)
  // Where the former end does not explain the date, something else made it, such as a rule that has changed.
  if (isRefusal(cut) || isRefusal(due) || cut.due_at !== loan.due_at_ms || due.due_at <= cut.due_at) return []
  const sealed = sealedDue({ due, asked: later, rules, question, many: library.many() })
  const draft = dueMoved({ ...loan, barcode: item.barcode }, 'limit-lifted', due.due_at, sealed?.due_at)
  return [{ item, due_was: loan.due_at_ms, due_at: due.due_at, draft }]
}
