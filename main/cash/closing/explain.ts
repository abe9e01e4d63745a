/** What could explain a drawer that is over or short, likeliest first, from the entries of its session. Reads only. */
import { drawerEvidence, madeAfterVoids, type DrawerEvidence } from '../../../shared/cash/drawer/drawer-evidence.ts'
import { receiptNumber } from '../../../shared/cash/numbers/receipt-number.ts'
import { closingCountsIn, differencesOf } from '../../../shared/cash/session-entries.ts'
import { explainVariance, type VarianceCandidate } from '../../../shared/cash/drawer/variance.ts'
import type { CashEvent } from '../../../shared/journal/fold/cash.ts'
import type { SealedLine } from '../../../shared/journal/events/cash.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { isRefusal, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Library } from '../../library/library.ts'
import { chargeByRef, chargesOwing } from '../../store/money/charge-rows.ts'
import { cashRules } from '../cash-rules.ts'
import { isPaperKeyed } from '../paper-session.ts'
import { findPayment } from '../receipts.ts'
import { letOffAmong } from '../report/let-off.ts'
import { sessionEvents } from '../report/session-events.ts'
import { lookAtClose, type Looked } from './look.ts'
import { closedSession } from './review.ts'

/** A receipt on paper that somebody has; null: it does not say of how much. */
type Paper = { readonly number: string; readonly amount_cents: number | null }

export type Explaining = {
  /** Empty: the session that is open, which has to be counted. */
  readonly session_ref: string
  readonly drawer_code: string
  readonly papers: readonly Paper[]
}

export type Explained = {
  readonly variance_cents: Cents
  readonly candidates: readonly VarianceCandidate[]
  /** The receipt that was made next after a void, by the number of the voided one. */
  readonly after_voids: ReadonlyMap<string, string>
}

type Found = Pick<Looked, 'by'> & {
  readonly events: readonly CashEvent[]
  readonly pieces: Looked['count']['body']['pieces']
}
type FoundBy = Found & {
  /** Whose drawer it is, who counted it and who closed it. */
  readonly people: readonly string[]
}

/** The count that is to be explained, and who made it. */
export function foundFor(library: Library, { session_ref, drawer_code }: Explaining): FoundBy | Refusal {
  if (session_ref !== '') return foundClosed(library, session_ref)
  const looked = lookAtClose(library, drawer_code)
  if (isRefusal(looked)) return looked
  const { session, events, count, by } = looked
  return { events: events(), by, pieces: count.body.pieces, people: [session.custodian_code, count.head.staff] }
}

function foundClosed(library: Library, session_ref: string): FoundBy | Refusal {
  const found = closedSession(library, session_ref)
  if (isRefusal(found)) return found
  const { session, closed } = found
  const all = sessionEvents(library, session_ref)
  const events = all.slice(
    0,
    all.findIndex(({ kind }) => kind === 'drawer-closed'),
  )
  const count = must(closingCountsIn(events).cash, 'a drawer is counted before it is closed')
  const people = [session.custodian_code, count.head.staff, closed.head.staff]
  return { events, by: differencesOf(closed.body), pieces: count.body.pieces, people }
}

export function explainFound(library: Library, { events, by, pieces }: Found, papers: readonly Paper[]): Explained {
  const evidence = drawerEvidence(events, {
    counted: pieces,
    others_cents: [by.check, by.card].filter((amount) => amount !== 0),
    printed_only: papersNotHere(library, papers),
    numberOf: receiptNumber,
    typedTaxOf: typedBy(library),
    goods: cashRules(library).products.flatMap((one) =>
      one.price_cents === null || one.price_cents === 0 ? [] : [{ ...one, price_cents: one.price_cents }],
    ),
    let_off: by.cash > 0 ? letOffAmong(library, events) : [],
    owing_count: by.cash > 0 ? (library.db.get(chargesOwing, { owed_cents: by.cash })?.charges_count ?? 0) : 0,
  })
  return {
    variance_cents: by.cash,
    candidates: explainVariance(by.cash, evidence),
    after_voids: madeAfterVoids(events, receiptNumber),
  }
}

/** Printed before a backup was put back, or written by hand and never keyed in. */
function papersNotHere(library: Library, papers: readonly Paper[]): DrawerEvidence['printed_only'] {
  return papers
    .filter(({ number }) => findPayment(library, number) === null)
    .filter(({ number }) => !isPaperKeyed(library, number))
    .map(({ number, amount_cents }) => {
      return { full_receipt_number: number, drawer_cents: amount_cents === null ? null : cents(amount_cents) }
    })
}

function typedBy(library: Library): (line: SealedLine) => number | null {
  const { products } = cashRules(library)
  return (line) => {
    if (line.of === 'charge') {
      const { charge_ref, amount_cents } = line
      return library.db.get(chargeByRef, { charge_ref })?.amount_cents === amount_cents ? null : 0
    }
    if (line.of === 'credit') return 0
    const product = products.find((one) => one.product_code === line.product_code)
    return (product?.price_cents ?? null) === null ? (product?.tax_bp ?? 0) : null
  }
}
