/**
 * What is let off as it is charged: a price that a person set below the rule's; and at a return a fine that the rules
 * make, and that a person did not want charged, or counted to an earlier day. It is charged and waived in one go, so
 * that it is a figure of the clerk's and of who allowed it. What the patron owes of a fine is a charge of its own, as
 * if nothing had been let off.
 */
import { charged, reduced } from '../../../shared/ledger/charge.ts'
import { localRef } from '../../../shared/journal/local-ref.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import type { Outage } from '../../../shared/policy/policy-facts.ts'
import type { Library } from '../../library/library.ts'
import type { Allowed } from '../../../shared/desk/modifiers.ts'
import type { ChargeDraft, Gathered, Gathering } from './gathering.ts'
import { fineBasis, fineOf, finePeriod, isTelling } from './loan-fine.ts'
import { LET_OFF_AT_RETURN, type LetOffAtReturn, type Returning } from './return-facts.ts'

/** @param already what of this lateness was charged before */
export function chargeLetOff(library: Library, to: Gathering, returning: Returning, already: Cents): void {
  const { item, loan, patron, back_at, undated_at, is_amnesty, was_right, outages: declared } = returning
  if (!is_amnesty && back_at >= undated_at && declared === null) return
  const until = (until_at: Instant, outages: readonly Outage[] | null = null): number =>
    Math.max(0, fineOf(library, { loan, item, patron }, { until_at, outages }).amount_cents - already)
  const [full, dated] = [until(undated_at), until(back_at)]
  const backdated = Math.max(0, full - dated)
  const amnesty = is_amnesty ? dated : 0
  const outage = declared === null ? 0 : Math.max(0, until(undated_at, declared.others) - full)
  // That the patron was right is the clerk's word as well: nobody else saw the item on the shelf.
  const parts = was_right ? { 'claim-found': amnesty + backdated } : { backdated, amnesty }
  recordLetOff(library, to, returning, { ...parts, outage }, declared?.others)
}

/** Charges what was let off, and waives all of it. @param outages without those that let something off */
export function recordLetOff(
  library: Library,
  to: Gathering,
  { item, loan, patron, back_at, undated_at, let_off_by }: Returning,
  parts: Readonly<Partial<Record<LetOffAtReturn, number>>>,
  outages: readonly Outage[] | null = null,
): void {
  const { backdated = 0, amnesty = 0, 'claim-found': found = 0, outage = 0 } = parts
  const amount_cents = cents(backdated + amnesty + found + outage)
  if (amount_cents === 0) return
  const until_at = backdated + found + outage > 0 ? undated_at : back_at
  const fine = fineOf(library, { loan, item, patron }, { until_at, outages: outage > 0 ? outages : null })
  const isCounted = fine.rule !== null && fine.counted !== null
  const name = localRef(library.random)
  to.charge({
    patron_id: loan.patron_id,
    kind: 'overdue',
    amount_cents,
    item_barcode: item.barcode,
    loan_ref: loan.loan_ref,
    period: finePeriod(loan, until_at),
    basis: isCounted ? fineBasis(fine, cents(Math.max(0, fine.amount_cents - amount_cents))) : { by: 'hand' },
    is_telling: isTelling(library, loan, fine.rule),
    name,
  })
  let { state } = charged({ charge_ref: name, kind: 'overdue', amount_cents })
  for (const code of LET_OFF_AT_RETURN) {
    const off = reduced(state, parts[code] ?? 0, code)
    to.move(off.transfers, { approved_by: let_off_by[code] })
    state = off.state
  }
}

/** Charges what the rule or the fee table says, and waives what a person takes off of it. */
export function chargeLess(
  { random }: Library,
  to: Gathering,
  charge: ChargeDraft,
  { off_cents, approved_by }: { readonly off_cents: Cents; readonly approved_by: string },
): void {
  if (off_cents === 0) return to.charge(charge)
  const name = localRef(random)
  to.charge({ ...charge, name })
  const { kind, amount_cents } = charge
  const { state } = charged({ charge_ref: name, kind, amount_cents })
  to.move(reduced(state, off_cents, 'waived').transfers, { approved_by })
}

/** On the word of who approved it, so much more was let off in this cart. */
export function afterLettingOff(allowed: Allowed, { drafts }: Gathered): Allowed {
  const moved = drafts.flatMap((one) => (one.kind === 'charge-moved' && one.body.code === 'amnesty' ? [one.body] : []))
  const theirs = moved.filter(({ approved_by }) => approved_by !== '' && approved_by === allowed.amnesty_by)
  return { ...allowed, let_off_cents: theirs.reduce((sum, one) => sum + one.amount_cents, allowed.let_off_cents) }
}
