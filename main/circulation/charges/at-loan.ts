/**
 * What lending and renewing cost: the rental where borrowing has a price, and at a renewal the fine for the days that
 * the loan was late by then, which the new due date would else wipe out. Gives entries for the same command; records
 * nothing itself.
 */
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import { rentalFee } from '../../../shared/circulation/fines/rental.ts'
import { isOfFew } from '../../../shared/circulation/loans/sealed-due.ts'
import { eventRefText, type DeskEvent, type EventDraft } from '../../../shared/journal/event.ts'
import { categoryCode, itemTypeCode } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { NO_PARTIES, type Parties } from '../../journal/beside.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import type { PatronRow } from '../../store/patrons/patron-rows.ts'
import type { Branch, Library } from '../../library/library.ts'
import { Gathering, type Gathered } from './gathering.ts'
import { chargedForLateness } from './charge-reading.ts'
import { fineBasis, fineOf, finePeriod, isTelling } from './loan-fine.ts'
import { moneyUndone } from './undo-charges.ts'

/** Entries that go with the loan, and what it cost. */
export type AtLoan = Gathered & { readonly costs: readonly CostStep[] }

type Lending = {
  readonly item: ItemRow
  readonly patron: PatronRow
  /** Whose rules and calendar hold. */
  readonly branch: Branch
  readonly now: Instant
  readonly due_at: Instant
  /** When it is due would tell whose loan it is. */
  readonly is_telling: boolean
}

export function chargesAtLending(library: Library, lending: Lending): AtLoan {
  const to = new Gathering()
  const costs = addRental(library, to, lending, { from_at: lending.now, loan_ref: null })
  return { drafts: to.drafts, parties: to.parties, personal: to.personal, costs }
}

/** @param loan as it was before the renewal */
export function chargesAtRenewal(library: Library, loan: LoanRow, renewal: Lending): AtLoan {
  const to = new Gathering()
  const fine = addFineSoFar(library, to, loan, renewal)
  const rental = addRental(library, to, renewal, { from_at: loan.due_at_ms, loan_ref: loan.loan_ref })
  return { drafts: to.drafts, parties: to.parties, personal: to.personal, costs: [...fine, ...rental] }
}

type RentalFrom = { readonly from_at: Instant; readonly loan_ref: string | null }

function addRental(
  library: Library,
  to: Gathering,
  lending: Lending,
  { from_at, loan_ref }: RentalFrom,
): readonly CostStep[] {
  const { item, patron, branch, due_at } = lending
  const { category_code, patron_id } = patron
  const asked = {
    branch_code: branch.branch_code,
    category_code: categoryCode(category_code),
    item_type_code: itemTypeCode(item.item_type_code),
  }
  const calendar = library.calendar(branch)
  const is_renewal = loan_ref !== null
  const rental = rentalFee({ policy: library.policy(), asked, calendar, from_at, due_at, is_renewal })
  if (rental === null) return []
  const { amount_cents, rule, units_count } = rental
  const basis = { by: 'rental', rule_code: rule.rule_code, units_count } as const
  const is_telling = lending.is_telling || isOfFew(rule, library.many())
  to.charge({ patron_id, kind: 'rental', amount_cents, item_barcode: item.barcode, loan_ref, basis, is_telling })
  return [{ code: 'rental-charged', amount_cents }]
}

/** The fine for the days that a loan is late by now, which another due date would else wipe out. */
export function addFineSoFar(
  library: Library,
  to: Gathering,
  loan: LoanRow,
  { item, patron, now }: Pick<Lending, 'item' | 'patron' | 'now'>,
): readonly CostStep[] {
  if (now <= loan.due_at_ms || !library.policy().settings.is_fine_charged_at_check_in) return []
  const fine = fineOf(library, { loan, item, patron }, { until_at: now })
  const already = chargedForLateness(library, loan, item.item_id)
  const amount_cents = cents(Math.max(0, fine.amount_cents - already))
  if (amount_cents === 0) return []
  to.charge({
    patron_id: loan.patron_id,
    kind: 'overdue',
    amount_cents,
    item_barcode: item.barcode,
    loan_ref: loan.loan_ref,
    period: finePeriod(loan, now),
    basis: fineBasis(fine, already),
    is_telling: isTelling(library, loan, fine.rule),
  })
  return [{ code: 'fine-until-now', amount_cents }]
}

/** What was recorded with a loan or a renewal. */
export function costsOfLoan(events: readonly DeskEvent[]): readonly CostStep[] {
  return events.flatMap((event) => {
    if (event.kind !== 'charge-made') return []
    const { kind, amount_cents } = event.body
    return [{ code: kind === 'rental' ? 'rental-charged' : 'fine-until-now', amount_cents }]
  })
}

/**
 * Removes what a renewal had charged, when only the renewal is undone: its charges follow it directly.
 * @param together what is undone with it already
 * @returns null when something newer is in the way
 */
export function renewalChargesUndone(
  library: Library,
  renewed: Extract<DeskEvent, { kind: 'loan-renewed' }>,
  together: readonly DeskEvent[],
): { readonly drafts: readonly EventDraft[]; readonly parties: Parties } | null {
  const undone = new Set(together.map((event) => eventRefText(event.head)))
  const drafts: EventDraft[] = []
  const { head, body } = renewed
  for (let seq = head.seq + 1; ; seq += 1) {
    const event = library.journal.event(eventRefText({ ...head, seq }))
    const isOurs = event?.kind === 'charge-made' && event.body.loan_ref === body.loan_ref
    if (!isOurs || event.head.at_ms !== head.at_ms) return { drafts, parties: NO_PARTIES }
    if (undone.has(eventRefText(event.head))) continue
    const one = moneyUndone(library, event, [event])
    if (one === null) return null
    drafts.push(...one.drafts)
  }
}
