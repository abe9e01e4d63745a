/**
 * Takes the payment that is on the screen and shows it: the change large in the band until the next act, the basket
 * empty, and the page where it was opened from.
 */
import { grossSum, inKindSum } from '../../../../shared/cash/line-sums.ts'
import { receiptNumber } from '../../../../shared/cash/numbers/receipt-number.ts'
import type { BandDraft } from '../../../../shared/desk/session/drafts.ts'
import { wentBack } from '../../../../shared/desk/session/session-pages.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { DeskEvent, EventOf } from '../../../../shared/journal/event.ts'
import { patronId, type PatronId } from '../../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../../shared/kernel/money.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { workIn } from '../../../cash/in-kind-tender.ts'
import { creditFor, settlePayment, takePayment, type Settled } from '../../../cash/take-payment.ts'
import { paymentPaper } from '../../../papers/payment-paper.ts'
import { familyOf } from '../../../patrons/family.ts'
import { personName } from '../../../search/search-patrons.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import type { Command } from '../../../library/command.ts'
import { mayLetOffOrAsks, mayOrAsks } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { keepSlip, moneySlipWords } from '../../papers/keeping.ts'
import { sayCash } from './say-cash.ts'
import { emptyBasket } from '../pay/basket.ts'

type InKind = Settled['receipt']['in_kind']

export function takeHere(desk: Desk, command: Command, input: Input<'payment.take'>): Refusal | null {
  const payment = { ...input, patron_id: desk.session.patron_id }
  const settled = settlePayment(desk.library, payment)
  if (isRefusal(settled)) return settled
  if (!isWorkAllowed(desk, input, settled.receipt.in_kind)) return null
  if (!mayPayForOthers(desk, input, settled)) return null
  const events = takePayment(desk.library, actorOf(desk), command, payment)
  if (isRefusal(events)) return events
  sayTaken(desk, command, events)
  return null
}

/** What work takes off, such as reading, is as a waiver: as far as the clerk's role goes, in one act and in a day. */
function isWorkAllowed(desk: Desk, asked: Input<'payment.take'>, in_kind: InKind): boolean {
  const { commandId: _, ...input } = asked
  const reach = inKindSum(workIn(desk.library, in_kind))
  const { words, money } = speechOf(desk)
  const wish = { method: 'payment.take', input, grant: 'waive', reach } as const
  return reach === 0 || mayLetOffOrAsks(desk, wish, words.outcomes.wish.work(money(reach)), reach)
}

/** Whether credit may pay what people outside its owner's family owe. If not, a row asks a second person. */
function mayPayForOthers(desk: Desk, input: Input<'payment.take'>, { credit }: Settled): boolean {
  const { library, session } = desk
  const { patron_id } = session
  const row = patron_id === null ? null : library.db.get(patronById, { patron_id })
  if (row === null) return true
  const family = familyOf(library, patronId(row.patron_id))
  const isStranger = (owner: PatronId, payer: PatronId): boolean => owner !== payer && !family.has(owner)
  const reach = creditFor(library, { patron_id }, credit, isStranger)
  if (reach === 0) return true
  const { words, money } = speechOf(desk)
  const title = words.pages.pay.preview.credit_for_others(money(reach), personName(row))
  const { commandId: _, ...asked } = input
  return mayOrAsks(desk, { method: 'payment.take', input: asked, grant: 'credit-for-others', reach }, title)
}

/** What was recorded, as it is shown: also when the answer to it was lost. */
export function sayTaken(desk: Desk, command: Command, events: readonly DeskEvent[]): void {
  const made = events.find((one) => one.kind === 'receipt-made') ?? null
  const { words, money } = speechOf(desk)
  const { cash } = words.outcomes
  const credit = creditUsed(events)
  const used = credit > 0 ? [`${words.outcomes.money.credit_used} ${money(credit)}`] : []
  emptyBasket(desk)
  if (desk.session.page?.place === 'pay') desk.session = wentBack(desk.session)
  if (made === null) {
    const said = { title: words.outcomes.money.credit, happened: words.outcomes.money.credit_used }
    return sayCash(desk, command, events, { ...said, fact: null, sentences: [money(credit)] })
  }
  const title = cash.receipt(receiptNumber(made.head, made.body.receipt_number))
  const kept = keptOf(made)
  const goods = inKindSum(made.body.receipt.in_kind)
  const sentences = [
    `${cash.paid} ${money(paidOf(made))}`,
    ...used,
    ...(kept > 0 ? [cash.kept(money(kept))] : []),
    ...(goods > 0 ? [cash.in_kind(money(goods))] : []),
  ]
  const shown = [...sentences, moneySlipWords(desk)]
  sayCash(desk, command, [made], { title, happened: cash.took, fact: changeOf(desk, made), sentences: shown })
  keepSlip(desk, paymentPaper(desk.library, made))
}

function paidOf({ body }: EventOf<'receipt-made'>): Cents {
  return grossSum(body.receipt.lines)
}

/** What of the cash stays on the patron's account. */
function keptOf({ body }: EventOf<'receipt-made'>): Cents {
  return grossSum(body.receipt.lines.filter((one) => one.of === 'credit'))
}

function changeOf(desk: Desk, { body }: EventOf<'receipt-made'>): NonNullable<BandDraft['fact']> | null {
  const { words, money } = speechOf(desk)
  const change_cents = cents(body.receipt.change_cents)
  return change_cents > 0 ? { label: words.outcomes.cash.change, text: money(change_cents), change_cents } : null
}

function creditUsed(events: readonly DeskEvent[]): Cents {
  return cents(events.reduce((sum, one) => (one.kind === 'charge-moved' ? sum + one.body.amount_cents : sum), 0))
}
