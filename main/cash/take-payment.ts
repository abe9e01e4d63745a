/** Takes a payment: lines, tenders, change, one receipt with the next number. */
import { grossSum, inKindSum } from '../../shared/cash/line-sums.ts'
import {
  isCashNeedless,
  isPartRounded,
  settle,
  withCredit,
  type KeptAsCredit,
  type Settlement,
} from '../../shared/cash/settle.ts'
import type { CashRules } from '../../shared/cash/rules.ts'
import type { SealedLine, SealedReceipt } from '../../shared/journal/events/cash.ts'
import type { DeskEvent } from '../../shared/journal/event.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { localRef } from '../../shared/journal/local-ref.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import { instant, type Instant } from '../../shared/kernel/time.ts'
import type { Transfer } from '../../shared/ledger/accounts.ts'
import { fundOf } from '../../shared/ledger/charge-kinds.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { readCharge } from '../circulation/charges/charge-reading.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { approverOf, type Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { lastNumber, type SessionRow } from '../store/money/cash-rows.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { cashRules } from './cash-rules.ts'
import { afterInKind, type InKindGiven } from './in-kind-tender.ts'
import { afterCredit, type CreditWish } from './credit-tender.ts'
import { usedSession } from './custody.ts'
import { paperRefusal, sealedPaper, type GivenPaper } from './paper-session.ts'
import { linesFor, owedSum, owingOf, paidBefore, type Wanted } from './payment-lines.ts'
import { checksTaken, tenderKeys } from './report/checks-taken.ts'
import { voidedIn } from './report/last-entries.ts'
import { isSession, sessionFor } from './sessions.ts'

export type Tender =
  | { readonly tender: 'cash'; readonly tendered_cents: number }
  | { readonly tender: 'check'; readonly amount_cents: number; readonly check_number: string }
  | {
      readonly tender: 'card'
      readonly amount_cents: number
      readonly authorization: string
      readonly last_four: string
    }
  | {
      readonly tender: 'credit'
      readonly amount_cents: number
      /** It also pays what others owe whose charges are paid besides. */
      readonly is_for_others?: boolean | undefined
    }
  | ({ readonly tender: 'in-kind' } & InKindGiven)

export type Payment = Wanted & {
  /** Who pays; null: nobody's account is open. */
  readonly patron_id: PatronId | null
  readonly drawer_code: string
  readonly tenders: readonly Tender[]
  /** The drawer can make change to the cent, as the clerk says: asked where the library rounds only when it cannot. */
  readonly is_exact_possible: boolean
  /** The change stays on the account of the patron who pays. */
  readonly keeps_change?: boolean | undefined
  /** An amount above what the library asks twice about is meant. */
  readonly is_large_meant: boolean
  /** A check of the same number, or a card of the same approval, was taken before, and this is another one. */
  readonly is_check_meant?: boolean | undefined
  readonly paper: GivenPaper | null
}

/** A payment that can be taken. */
export type Settled = {
  readonly session_ref: string
  readonly receipt: SealedReceipt
  /** What the credit pays, from charge to charge. */
  readonly credit: readonly Transfer[]
  readonly due_cents: number
  readonly settlement: Settlement
  /** What of the cash stays on the account of the patron who pays: it is no line yet. */
  readonly kept_cents: Cents
}

/** What would be taken, or why it cannot be. Reads only. */
export function settlePayment(library: Library, payment: Payment): Settled | Refusal {
  const rules = cashRules(library)
  const session = sessionFor(library, payment.drawer_code)
  if (!isSession(session)) return session
  const { paper } = payment
  const unkeyed = paper && paperRefusal(library, paper)
  if (unkeyed) return unkeyed
  const { charges, sales, pay_cents } = payment
  const owing = owingOf(library, charges)
  if (isRefusal(owing)) return owing
  if (owing.length + sales.length === 0) return refuse('nothing-to-pay')
  if ((pay_cents ?? 0) > owedSum(owing)) return refuse('more-than-owed', { owed: cents(owedSum(owing)) })
  const given = payment.tenders.filter((one) => one.tender === 'in-kind')
  const goods = afterInKind(library, rules, owing, given)
  if (isRefusal(goods)) return goods
  const { in_kind } = goods
  const wish = creditIn(payment)
  const after = afterCredit(library, goods.owing, wish)
  if (isRefusal(after)) return after
  const rest = pay_cents === null ? null : pay_cents - wish.amount_cents - inKindSum(in_kind)
  if (rest !== null && rest < 0) return refuse('tender-over', { amount: cents(-rest) })
  const lines = linesFor(rules, after.owing, rest, sales)
  if (isRefusal(lines)) return lines
  const due = grossSum(lines)
  const cash = payment.tenders.flatMap((one) => (one.tender === 'cash' ? [one.tendered_cents] : []))
  const tendered_cents = cents(cash.reduce((sum, one) => sum + one, 0))
  const others = payment.tenders.flatMap((one) =>
    one.tender === 'check' || one.tender === 'card'
      ? [{ tender: one.tender, amount_cents: cents(one.amount_cents) }]
      : [],
  )
  const by = { rounding: rules.rounding, is_exact_possible: payment.is_exact_possible }
  const settlement = settle(cents(due), { cash_cents: tendered_cents, others }, by)
  if ('code' in settlement) {
    const code = settlement.code === 'left-to-pay' ? 'left-to-pay' : 'tender-over'
    return refuse(code, { amount: settlement.amount_cents })
  }
  if (payment.keeps_change === true && payment.patron_id === null) return refuse('nobody-open')
  const kept = keptAsCredit(rules, payment)
  const isPart = after.owing.some((one) => one.is_part) || (rest !== null && rest < owedSum(after.owing))
  const { credit_cents: kept_cents, ...settled } = withCredit(settlement, kept)
  const debt = { is_part: isPart, due_cents: due, before_cents: paidBefore(after.owing) }
  if (isPartRounded(settled.rounding_cents, debt))
    return refuse('part-not-rounded', { amount: cents(settled.drawer_cents - settled.rounding_cents - kept_cents) })
  if (isCashNeedless(tendered_cents, settled)) return refuse('cash-not-needed', { amount: tendered_cents })
  const most = Math.max(due, tendered_cents)
  const isUnusual = most > rules.ask_again_over_cents && !payment.is_large_meant
  if (isUnusual) return refuse('amount-unusual', { amount: cents(most) })
  const { change_cents, rounding_cents } = settled
  const receipt = { lines: [...lines], in_kind, tendered_cents, change_cents, rounding_cents, others }
  const paid = { receipt, credit: after.transfers, due_cents: due, settlement: settled, kept_cents }
  return { session_ref: session.session_ref, ...paid }
}

/** What stays on the account: only a patron has one. */
function keptAsCredit({ is_rounding_credited }: CashRules, { patron_id, keeps_change = false }: Payment): KeptAsCredit {
  if (patron_id === null) return 'nothing'
  return keeps_change ? 'change' : is_rounding_credited ? 'rounding' : 'nothing'
}

function creditIn({ tenders, patron_id }: Pick<Payment, 'tenders' | 'patron_id'>): CreditWish {
  const all = tenders.filter((one) => one.tender === 'credit')
  const amount_cents = all.reduce((sum, one) => sum + one.amount_cents, 0)
  return { amount_cents, patron_id, is_for_others: all.some((one) => one.is_for_others) }
}

/** What of the credit pays charges of patrons whom `isMeant` means. */
export function creditFor(
  library: Library,
  { patron_id }: Pick<Payment, 'patron_id'>,
  credit: readonly Transfer[],
  isMeant: (owner: PatronId, payer: PatronId) => boolean,
): Cents {
  if (patron_id === null) return cents(0)
  const meant = credit.filter(({ credit: taker }) => {
    const owner = 'charge_ref' in taker ? readCharge(library, taker.charge_ref)?.row.patron_id : undefined
    return owner !== undefined && isMeant(owner, patron_id)
  })
  return cents(meant.reduce((sum, one) => sum + one.amount_cents, 0))
}

/** The number after the last one of this terminal and epoch. */
export function nextNumber(library: Library): number {
  return (library.db.get(lastNumber, { epoch: library.journal.head.epoch })?.receipt_number ?? 0) + 1
}

export function takePayment(
  library: Library,
  actor: Actor,
  command: Command,
  payment: Payment,
): readonly DeskEvent[] | Refusal {
  const settled = settlePayment(library, payment)
  if (isRefusal(settled)) return settled
  const { session_ref, receipt: paid, credit, kept_cents } = settled
  const session = usedSession(library, actor, payment.drawer_code)
  if (!isSession(session)) return session
  const again = checkAgain(library, session, payment)
  if (again) return again
  const to = new Gathering()
  const paper = sealedPaper(library, session, payment.paper)
  const approved_by = approverOf(actor, 'waive')
  const in_kind = paid.in_kind.map((one) => ({ ...one, approved_by }))
  const receipt = { ...paid, in_kind, lines: [...paid.lines, ...keptLines(library, to, payment.patron_id, kept_cents)] }
  const others_credit_cents = creditFor(library, payment, credit, (owner, payer) => owner !== payer)
  // Where a patron's credit pays all that they owe, no drawer takes anything: no receipt but the one on paper.
  if (receipt.lines.length + receipt.in_kind.length + others_credit_cents > 0) {
    const body = { session_ref, receipt_number: nextNumber(library), receipt, others_credit_cents, paper }
    to.add({ kind: 'receipt-made', body }, tenderWords(payment.tenders))
  } else if (paper !== null) {
    to.add({ kind: 'paper-credited', body: { session_ref, paper, credit_cents: creditIn(payment).amount_cents } })
  }
  to.move(credit)
  return recordAtDrawer(library, actor, command, to.drafts, { parties: to.parties, personal: to.personal })
}

/**
 * The line of what stays on the account. Its charge is worth nothing, so that only what this line paid is due back; the
 * patron is kept beside it.
 */
function keptLines(library: Library, to: Gathering, patron_id: PatronId | null, amount_cents: Cents): SealedLine[] {
  if (patron_id === null || amount_cents === 0) return []
  const name = localRef(library.random)
  to.charge({ patron_id, kind: 'credit', amount_cents, is_canceled: true, basis: { by: 'hand' }, name })
  return [{ of: 'credit', charge_ref: name, fund: fundOf('credit'), amount_cents }]
}

/**
 * A check or an approval of a card that comes twice in a session is asked about: the same one was keyed in before, or
 * two people have the same number. That of a receipt that was voided went back.
 */
function checkAgain(library: Library, session: SessionRow, { tenders, is_check_meant }: Payment): Refusal | null {
  if (is_check_meant === true) return null
  for (const kind of ['check', 'card'] as const) {
    const given = tenderKeys(tenders.flatMap((one) => (one.tender === kind ? [one] : [])))
    const at = new Set(given).size < given.length ? library.clock.now() : takenBefore(library, session, given)
    if (at !== null) return refuse(kind === 'check' ? 'check-number-again' : 'card-code-again', { at })
  }
  return null
}

/** When one of these numbers was taken last in the session; null: it was not, or only by receipts that were voided. */
function takenBefore(library: Library, { session_ref }: SessionRow, keys: readonly string[]): Instant | null {
  if (keys.length === 0) return null
  const taken = checksTaken(library, session_ref, keys)
  const voided = taken.length === 0 ? new Set() : voidedIn(library, session_ref)
  const last = taken.findLast((ref) => !voided.has(ref))
  const receipt = last === undefined ? null : library.journal.event(last)
  return receipt && instant(receipt.head.at_ms)
}

/** Numbers of checks and cards, in the order of the other tenders: beside the seal, where they can be erased. */
function tenderWords(tenders: readonly Tender[]): string {
  const words = tenders.flatMap((one): readonly object[] => {
    if (one.tender === 'check') return [{ check_number: one.check_number }]
    return one.tender === 'card' ? [{ authorization: one.authorization, last_four: one.last_four }] : []
  })
  return words.length === 0 ? '' : JSON.stringify(words)
}
