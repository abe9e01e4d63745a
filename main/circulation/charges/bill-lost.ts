/**
 * Bills a loan as lost: replacement and processing fee, each a charge of its own, the fine so far kept or canceled as
 * the rule says. By a person, or automatically after a number of days overdue. Must never bill without a price that a
 * person stated: the patron could not dispute it.
 */
import { reduced } from '../../../shared/ledger/charge.ts'
import { lostCharges, lostFrom, lostRuleFor, type LostCharges } from '../../../shared/circulation/lost/lost.ts'
import type { ChargeBasis } from '../../../shared/journal/events/charges.ts'
import type { EventBody } from '../../../shared/journal/event.ts'
import type { LoanStatus } from '../../../shared/journal/events/fields.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { openClaimOfItem } from '../../store/circulation/claim-rows.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import { patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'
import type { RuledLoan } from '../../library/whose-rule.ts'
import { Gathering } from './gathering.ts'
import { chargedAlready, chargesAbout, isOfLateness } from './charge-reading.ts'
import { chargeLess } from './let-off.ts'
import {
  askedOf,
  fineBasis,
  fineOf,
  finePeriod,
  isTelling,
  type Asked,
  type LoanPatron,
  type LateItem,
} from './loan-fine.ts'
import type { Library } from '../../library/library.ts'

export type Billing = {
  readonly item: ItemRow
  readonly loan: LoanRow
  readonly now: Instant
  readonly reason: EventBody<'loan-status-set'>['reason']
  /** A person's price instead of the rule's; null takes the rule's. */
  readonly price_cents: Cents | null
  /** Who allowed a price below the rule's: empty for the clerk's own role. */
  readonly let_off_by?: string
}

/** Ready to record alone; null when nobody ever stated a price. */
export function billAsLost(
  library: Library,
  billing: Billing,
): { readonly gathering: Gathering; readonly billed_cents: Cents } | null {
  const { item, loan, now, reason } = billing
  const patron = must(patronOfLoan(library, loan), 'whoever is billed is a patron')
  const billed = pricedBy(askedOf(library, loan, item, patron), billing)
  if (billed === null) return null
  const to = new Gathering()
  settleFine(library, to, billed, { ...billing, patron })
  const about = { patron_id: loan.patron_id, item_barcode: item.barcode, loan_ref: loan.loan_ref }
  const { basis, rule } = billed
  const is_telling = isTelling(library, loan, rule)
  for (const { kind, amount_cents } of billed.lines) {
    const off_cents = kind === 'lost' ? billed.off_cents : cents(0)
    const line = { ...about, kind, amount_cents, basis, is_telling }
    chargeLess(library, to, line, { off_cents, approved_by: billing.let_off_by ?? '' })
  }
  endClaim(library, to, item, loan)
  to.add({
    kind: 'loan-status-set',
    body: {
      item_barcode: item.barcode,
      loan_ref: loan.loan_ref,
      before: loan.loan_status as LoanStatus,
      loan_status: 'lost',
      since_ms: now,
      since_before_ms: loan.status_since_ms,
      status_before: item.status,
      status: 'lost',
      reason,
    },
  })
  const all = billed.lines.reduce((sum, line) => sum + line.amount_cents, 0)
  return { gathering: to, billed_cents: cents(all - billed.off_cents) }
}

/** The patron who has it; null when merged or deleted elsewhere meanwhile. */
export function patronOfLoan(library: Library, loan: LoanRow): PatronRow | null {
  return library.db.get(patronById, { patron_id: loan.patron_id })
}

/** What the rule for the loan charges for it; null when nobody ever stated a price. */
export function priceIfLost(library: Library, item: LateItem, loan: RuledLoan, patron: LoanPatron): LostCharges | null {
  const { policy, asked } = askedOf(library, loan, item, patron)
  return lostCharges(policy, asked, item.price_cents)
}

type Billed = Pick<LostCharges, 'lines' | 'is_overdue_kept'> & {
  readonly basis: ChargeBasis
  /** Null: no rule fits. */
  readonly rule: LostCharges['rule'] | null
  /** How far a person's price is below the rule's. */
  readonly off_cents: Cents
}

function pricedBy({ policy, asked }: Asked, { item, price_cents }: Billing): Billed | null {
  const billed = lostCharges(policy, asked, item.price_cents)
  const stated = billed?.lines.find((line) => line.kind === 'lost')?.amount_cents ?? null
  if (price_cents === null || (stated !== null && price_cents <= stated)) {
    const price = billed?.is_own_price ? 'own' : 'default'
    const off_cents = cents(price_cents === null || stated === null ? 0 : stated - price_cents)
    return billed && { ...billed, basis: { by: 'lost', rule_code: billed.rule.rule_code, price }, off_cents }
  }
  const rule = lostRuleFor(policy, asked)
  const others = billed?.lines.filter((line) => line.kind !== 'lost') ?? []
  const own = price_cents === 0 ? [] : [{ kind: 'lost' as const, amount_cents: price_cents }]
  const basis = { by: 'lost', rule_code: rule?.rule_code ?? '', price: 'stated' } as const
  const is_overdue_kept = rule?.is_overdue_kept ?? true
  return { lines: [...own, ...others], basis, rule, is_overdue_kept, off_cents: cents(0) }
}

/**
 * The fine so far becomes a charge; where the rule cancels it, it is made as canceled, so that it can come back. Only
 * the fine for the present lateness: one that a renewal charged is for an earlier one, and settled.
 */
function settleFine(
  library: Library,
  to: Gathering,
  billed: Billed,
  billing: Billing & { readonly patron: PatronRow },
): void {
  const { item, loan, patron, now } = billing
  const charges = chargesAbout(library, loan, item.item_id)
  if (!billed.is_overdue_kept) {
    for (const { row, state } of charges) {
      const isOfNow = row.kind === 'overdue' && isOfLateness(library, state, loan.due_at_ms)
      if (isOfNow && state.owed_cents > 0) to.move(reduced(state, state.owed_cents, 'billed').transfers)
    }
  }
  if (!library.policy().settings.is_fine_charged_at_check_in) return
  const fine = fineOf(library, { loan, item, patron }, { until_at: now })
  const already = chargedAlready(library, charges, loan.due_at_ms)
  const amount_cents = cents(Math.max(0, fine.amount_cents - already))
  if (amount_cents === 0) return
  to.charge({
    patron_id: loan.patron_id,
    kind: 'overdue',
    amount_cents,
    is_canceled: !billed.is_overdue_kept,
    item_barcode: item.barcode,
    loan_ref: loan.loan_ref,
    period: finePeriod(loan, now),
    basis: fineBasis(fine, already),
    is_telling: isTelling(library, loan, fine.rule),
  })
}

function endClaim(library: Library, to: Gathering, item: ItemRow, loan: LoanRow): void {
  const claim = library.db.get(openClaimOfItem, { item_id: item.item_id })
  if (claim?.loan_ref !== loan.loan_ref) return
  to.add({ kind: 'claim-ended', body: { claim_ref: claim.claim_ref, reason: 'billed' } })
}

/** From when this loan is billed by itself; null: only a person declares it, or there is nobody to bill. */
export function billedFrom(library: Library, item: ItemRow, loan: LoanRow): Instant | null {
  const patron = patronOfLoan(library, loan)
  if (!patron) return null
  const { asked, calendar, policy } = askedOf(library, loan, item, patron)
  const rule = lostRuleFor(policy, asked)
  return rule && lostFrom(calendar, rule, loan.due_at_ms)
}
