/**
 * What the entries of a session tell of a drawer that is over or short: receipts with what was handed over, voids and
 * what followed them, amounts that a person typed, cash that was moved, bills that were changed, the count. Pure.
 */
import { canonical, eventRefText, type EventOf } from '../../journal/event.ts'
import type { SealedLine } from '../../journal/events/cash.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import type { PieceCount } from '../counted.ts'
import { ofKind, piecesOf } from '../session-entries.ts'
import type { CashReceipt, DrawerEvidence } from '../variance.ts'

type Head = EventOf<'receipt-made'>['head']

export type EvidenceKnown = {
  /** Null: a total was typed. */
  readonly counted: readonly PieceCount[] | null
  /** By how much checks and cards were over or short. */
  readonly others_cents: readonly Cents[]
  readonly printed_only: DrawerEvidence['printed_only']
  readonly numberOf: (head: Head, number_count: number) => string
  /** The amount of this line was typed, rather than set or all that was owed. */
  readonly isTyped: (line: SealedLine) => boolean
}

export function drawerEvidence(events: readonly CashEvent[], known: EvidenceKnown): DrawerEvidence {
  const voided = new Set(ofKind(events, 'receipt-voided').map(({ body }) => body.receipt_ref))
  const { counted, others_cents, printed_only } = known
  return {
    receipts: ofKind(events, 'receipt-made').flatMap((one) => receiptOf(one, voided, known)),
    typed: events.flatMap(typedIn),
    moved: ofKind(events, 'cash-placed').flatMap(movedIn),
    others_cents,
    printed_only,
    swaps_count: ofKind(events, 'drawer-unlocked').filter(({ body }) => body.why === 'make-change').length,
    counted: piecesOf(counted ?? []),
  }
}

/** Nothing for a receipt without cash. */
function receiptOf(
  { head, body }: EventOf<'receipt-made'>,
  voided: ReadonlySet<string>,
  { numberOf, isTyped }: EvidenceKnown,
): readonly CashReceipt[] {
  const { tendered_cents, change_cents, lines } = body.receipt
  if (tendered_cents === 0) return []
  return [
    {
      receipt_number: numberOf(head, body.number_count),
      drawer_cents: cents(tendered_cents - change_cents),
      tendered_cents: cents(tendered_cents),
      lines_key: canonical(lines),
      is_voided: voided.has(eventRefText(head)),
      is_typed: lines.some(isTyped),
    },
  ]
}

function typedIn(event: CashEvent): DrawerEvidence['typed'] {
  const event_ref = eventRefText(event.head)
  if (event.kind === 'cash-paid' || (event.kind === 'cash-placed' && event.body.pieces === null)) {
    const { way, amount_cents } = event.body
    return [{ event_ref, drawer_cents: cents(way === 'in' ? amount_cents : -amount_cents) }]
  }
  if (event.kind !== 'refund-paid' || event.body.tender !== 'cash') return []
  return [{ event_ref, drawer_cents: cents(-event.body.paid_cents) }]
}

/** What the other person counted moved; what the entry says did not. */
function movedIn({ head, body }: EventOf<'cash-placed'>): DrawerEvidence['moved'] {
  const { way, amount_cents, receiver_cents } = body
  if (receiver_cents === null || receiver_cents === amount_cents) return []
  const by = way === 'out' ? amount_cents - receiver_cents : receiver_cents - amount_cents
  return [{ event_ref: eventRefText(head), by_cents: cents(by) }]
}

/** The receipt that was made next after a void, by the number of the voided one: mostly the same thing once more. */
export function madeAfterVoids(
  events: readonly CashEvent[],
  numberOf: EvidenceKnown['numberOf'],
): ReadonlyMap<string, string> {
  const after = new Map<string, string>()
  for (const [at, event] of events.entries()) {
    const next = event.kind === 'receipt-voided' ? events.slice(at).find(({ kind }) => kind === 'receipt-made') : null
    if (event.kind !== 'receipt-voided' || next?.kind !== 'receipt-made') continue
    const voided = events.find((one) => eventRefText(one.head) === event.body.receipt_ref)
    if (voided?.kind !== 'receipt-made') continue
    after.set(numberOf(voided.head, voided.body.number_count), numberOf(next.head, next.body.number_count))
  }
  return after
}
