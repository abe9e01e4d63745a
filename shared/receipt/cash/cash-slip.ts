/**
 * A slip for cash that goes from one hand to another: a drop, a bag, a change order, paid in or out, a drawer handed
 * over. Both count it and both sign (pos-peers R6). Names no patron.
 */
import type { Pieces } from '../../cash/pieces.ts'
import type { Cents } from '../../kernel/money.ts'
import type { CountedPlace } from '../../journal/events/cash-places.ts'
import type { Instant } from '../../kernel/time.ts'
import { compose, line, RULE, SPACE, strong } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import type { CashSlipKind } from '../paper-kinds.ts'
import { sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'
import {
  marked,
  officeHead,
  pieceLines,
  reasonName,
  sayFund,
  sessionLines,
  signLines,
  type CashPaperFacts,
  type SessionSaid,
} from './cash-facts.ts'

export type CashSlipFacts = CashPaperFacts & {
  readonly slip: CashSlipKind
  readonly made_at: Instant
  readonly drawer_name: string
  /** Null: it is of no drawer. */
  readonly session: SessionSaid | null
  /** Out of which place it goes, where it is of no drawer. */
  readonly from?: CountedPlace
  readonly amount_cents: Cents
  /** What the amount is made of. Null: only the amount is known. */
  readonly pieces: Pieces | null
  /** Why it was paid in or out, and of which fund; empty for cash that only moves. */
  readonly reason_code: string
  readonly fund: string
  /** Empty: there is none. */
  readonly note: string
  readonly bag_number: string
  /** Empty: whoever signs. */
  readonly giver_initials: string
  readonly receiver_initials: string
  /** The second person who allowed it; empty: none was asked. */
  readonly approved_by_initials: string
  /** What the receiver counted, where it is not the amount. */
  readonly receiver_counted_cents: Cents | null
}

function optional(label: string, text: string): readonly Block[] {
  return text === '' ? [] : [line(label, text)]
}

/** Who gives it and who gets it. A bag goes to the bank later: who takes it there signs with the day. */
function hands({ slip, giver_initials, receiver_initials }: CashSlipFacts, { cash }: Words): readonly Block[] {
  const by = (label: string, initials: string): string => (initials === '' ? label : `${label} ${initials}`)
  const receiver = by(cash.receiver, receiver_initials)
  if (slip === 'bank-bag') return signLines(by(cash.sealed_by, giver_initials), receiver, cash.signed_on)
  return signLines(by(cash.giver, giver_initials), receiver)
}

export function cashSlip(facts: CashSlipFacts, words: Words): ReceiptDocument {
  const { cash } = words
  const { pieces, receiver_counted_cents: received } = facts
  const amount = sayMoney(facts.amount_cents, facts)
  return compose(
    'cash-slip',
    facts,
    words,
    marked(facts, words, false, [
      officeHead({ ...facts, printed_at: facts.made_at }, words, cash.slip[facts.slip]),
      facts.from === undefined ? line(cash.drawer, facts.drawer_name) : line(cash.placed_in[facts.from], amount),
      facts.session === null ? [] : sessionLines(facts, words, facts.session),
      optional(cash.reason, facts.reason_code === '' ? '' : reasonName(facts, facts.reason_code)),
      optional(cash.of_fund, facts.fund === '' ? '' : sayFund(words, facts, facts.fund)),
      optional(cash.note, facts.note),
      optional(cash.bag_number, facts.bag_number),
      optional(cash.approved_by, facts.approved_by_initials),
      RULE,
      pieces === null ? line(cash.amount, amount, true) : pieceLines(facts, pieces, cash.amount),
      received === null || received === facts.amount_cents ? [] : strong(cash.counts_differ(sayMoney(received, facts))),
      RULE,
      SPACE,
      hands(facts, words),
    ]),
  )
}
