/** The methods about receipts that were made: reading one, voiding it, and paying money back. */
import { grossOf, grossSum, inKindSum } from '../../../../shared/cash/line-sums.ts'
import { receiptNumber } from '../../../../shared/cash/numbers/receipt-number.ts'
import { linesLeft, tendersLeft } from '../../../../shared/cash/refunds.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import type { REFUND_METHODS, ReceiptReply } from '../../../../shared/ipc/cash/methods-refund.ts'
import type { SealedInKind, SealedLine } from '../../../../shared/journal/events/cash.ts'
import { eventRefText } from '../../../../shared/journal/event.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { isAuthorization } from '../../../../shared/kernel/card-number.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import {
  findReceipt,
  paidBack,
  patronOf,
  refundsOf,
  voidOf,
  type Receipt,
  type Refund,
} from '../../../cash/receipts.ts'
import { payRefund, refundingOf } from '../../../cash/refund.ts'
import { refundPaper } from '../../../papers/refund-paper.ts'
import { no, ok, type Answer } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { personName } from '../../../search/search-patrons.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { sessionByRef } from '../../../store/money/cash-rows.ts'
import { refundedAlone } from '../../../cash/outs.ts'
import { mayOfDayOrAsks } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { snapshotAnswer } from '../../handlers-desk.ts'
import { keepSlip, moneySlipWords } from '../../papers/keeping.ts'
import { viewedByScript } from '../../privacy/record-views.ts'
import { goToPage } from '../../places.ts'
import { reasonSaid } from './reason-said.ts'
import { mayGoOut } from './handlers-drawer.ts'
import { cashRecording } from './recording.ts'
import { sayCash } from './say-cash.ts'

export type RefundMethodName = keyof typeof REFUND_METHODS

export function refundHandlers(desk: Desk): Pick<Handlers, RefundMethodName> {
  return {
    'receipt.get': ({ receipt }) => get(desk, receipt),
    'receipt.patron': (input) => patron(desk, input),
    'receipt.show': ({ receipt }) => show(desk, receipt),
    'refund.line': cashRecording(desk)('refund.line', refundLine),
    'refund.pay': cashRecording(desk)('refund.pay', refund),
  }
}

function show(desk: Desk, given: string): Answer<Output<'receipt.show'>> {
  const found = findReceipt(desk.library, given)
  if (found === null) return no('receipt-unknown')
  const refused = goToPage(desk, { place: 'drawer', about: `paper ${eventRefText(found.head)}` })
  return refused ? { refused } : snapshotAnswer(desk)
}

/** The form of a receipt’s page: one line, to one tender. */
function refundLine(desk: Desk, command: Command, input: Input<'refund.line'>): Refusal | null {
  const { drawer_code = '', receipt, line, amount_cents, tender, authorization, last_four, payee_name, reason } = input
  const { is_exact_possible = true } = input
  const isWhole = isAuthorization(authorization) && /^\d{4}$/.test(last_four)
  if (tender === 'card' && !isWhole) return refuse('card-numbers-missing')
  const to = tender === 'card' ? { tender, authorization, last_four } : { tender }
  const what = { of: 'receipt' as const, receipt, lines: [{ line_number: Number(line), amount_cents }] }
  return refund(desk, command, {
    commandId: input.commandId,
    drawer_code,
    what,
    to,
    payee_name,
    reason,
    is_exact_possible,
  })
}

function patron(desk: Desk, { receipt, reason = '' }: Input<'receipt.patron'>): Answer<Output<'receipt.patron'>> {
  const { library } = desk
  const found = findReceipt(library, receipt)
  if (found === null) return no('receipt-unknown')
  const patron_id = patronOf(library, found)
  const row = patron_id === null ? null : library.db.get(patronById, { patron_id })
  if (patron_id === null || row === null) return no('receipt-of-nobody')
  const refused = viewedByScript(desk, patron_id, reason)
  if (refused) return { refused }
  return ok({ patron_id, name: personName(row) })
}

function get(desk: Desk, given: string): Answer<Output<'receipt.get'>> {
  const found = findReceipt(desk.library, given)
  if (found === null) return no('receipt-unknown')
  const { session_ref, receipt_number } = found.body
  const shared = {
    receipt_ref: eventRefText(found.head),
    full_receipt_number: receiptNumber(found.head, receipt_number),
    made_at_ms: found.head.at_ms,
    session_ref,
    drawer_code: desk.library.db.get(sessionByRef, { session_ref })?.drawer_code ?? '',
    staff_code: found.head.staff,
  }
  return ok({ ...shared, ...(found.kind === 'receipt-made' ? ofPayment(desk, found) : ofRefund(found)) })
}

type Told = Omit<
  ReceiptReply,
  'receipt_ref' | 'full_receipt_number' | 'made_at_ms' | 'session_ref' | 'drawer_code' | 'staff_code'
>

function ofPayment({ library }: Desk, event: Receipt): Told {
  const { receipt } = event.body
  const gone = voidOf(library, event)
  const refunds = refundsOf(library, event)
  const before = paidBack(refunds)
  const left = linesLeft(receipt, before).map((line) => (gone === null ? grossOf(line) : 0))
  const { cash_cents, card_cents, check_cents } = tendersLeft(receipt, before)
  const ways = [
    { tender: 'cash' as const, amount_cents: cash_cents },
    { tender: 'card' as const, amount_cents: card_cents },
    { tender: 'office-check' as const, amount_cents: check_cents + card_cents },
  ]
  const { tendered_cents, others, in_kind, change_cents, rounding_cents } = receipt
  const cash = tendered_cents === 0 ? [] : [{ tender: 'cash' as const, amount_cents: tendered_cents }]
  return {
    of: 'payment',
    total_cents: grossSum(receipt.lines),
    rounding_cents,
    change_cents,
    paid_for: receipt.lines.map((line, index) => lineTold(line, index, left[index] ?? 0)),
    tenders: [...cash, ...others, ...in_kind.map(inKindTold)],
    refundable: gone === null ? ways.filter((one) => one.amount_cents > 0) : [],
    is_voided: gone !== null,
    reason_code: gone?.body.reason_code ?? '',
    refunds: refunds.map(({ head, body }) => {
      const full_receipt_number = receiptNumber(head, body.receipt_number)
      return { receipt_ref: eventRefText(head), full_receipt_number, paid_cents: body.paid_cents }
    }),
  }
}

/** Goods or work of a receipt; nothing of them goes back. */
function inKindTold(one: SealedInKind): ReceiptReply['tenders'][number] {
  return { tender: 'in-kind', amount_cents: inKindSum([one]) }
}

function ofRefund({ body }: Refund): Told {
  const { lines, tender, paid_cents, rounding_cents, reason_code } = body
  return {
    of: 'refund',
    total_cents: grossSum(lines),
    rounding_cents,
    change_cents: 0,
    paid_for: lines.map((line, index) => lineTold(line, index, 0)),
    tenders: [{ tender, amount_cents: paid_cents }],
    refundable: [],
    is_voided: false,
    reason_code,
    refunds: [],
  }
}

function lineTold(line: SealedLine, index: number, left_cents: number): ReceiptReply['paid_for'][number] {
  const { of } = line
  const about = of === 'charge' || of === 'credit' ? line.charge_ref : line.product_code
  const [quantity_count, tax_cents] = of === 'sale' ? [line.quantity_count, line.tax_cents] : [1, 0]
  const fund = of === 'held' ? line.payee : line.fund
  return { line_number: index + 1, of, about, fund, quantity_count, amount_cents: grossOf(line), tax_cents, left_cents }
}

function refund(desk: Desk, command: Command, input: Input<'refund.pay'>): Refusal | null {
  const { commandId: _, ...asked } = input
  const { library } = desk
  const isOut = asked.to.tender === 'cash'
  if (isOut && !mayGoOut(desk, { method: 'refund.pay', input: asked }, asked.drawer_code)) return null
  const wanted = refundingOf(library, actorOf(desk), asked)
  if (isRefusal(wanted)) return wanted
  const { words, money } = speechOf(desk)
  const { drawer } = words.outcomes
  const { grant, reach_cents: reach, body } = wanted
  const amount = money(cents(body.paid_cents))
  const wish = { method: 'refund.pay', input: asked, grant, reach }
  const reason = reasonSaid(desk, 'refund', body.reason_code)
  const today = { before: refundedAlone(library, actorOf(desk)), amount: body.paid_cents }
  if (!mayOfDayOrAsks(desk, wish, drawer.wish[grant](amount, reason), today)) return null
  const events = payRefund(library, actorOf(desk), command, asked)
  if (isRefusal(events)) return events
  const paid = events.find((event) => event.kind === 'refund-paid')
  if (paid?.kind !== 'refund-paid') return null
  const title = drawer.refund(receiptNumber(paid.head, paid.body.receipt_number))
  const fact = { label: drawer.refunded[paid.body.tender], text: amount }
  const happened = paid.body.tender === 'office-check' ? drawer.refund_due : drawer.refund_paid
  const sentences = [reason, moneySlipWords(desk)]
  // The page of the receipt takes the whole width: the slip to sign would not be shown, and Print would not print it.
  if (desk.session.page?.place === 'drawer') desk.session = went(desk.session, null)
  sayCash(desk, command, [paid], { title, happened, fact, sentences })
  keepSlip(desk, refundPaper(library, paid))
  return null
}
