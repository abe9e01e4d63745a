/** The methods about drawers and payments: each records once and answers with the desk and what it did. */
import { cents } from '../../../../shared/kernel/money.ts'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import type { CASH_METHODS } from '../../../../shared/ipc/methods-cash.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { reasonsFor } from '../../../../shared/cash/rules.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { countDrawer, openDrawer } from '../../../cash/open-drawer.ts'
import { dueOf } from '../../../cash/payment-lines.ts'
import { receiptNumber } from '../../../cash/receipt-number.ts'
import { takePayment, voidReceipt } from '../../../cash/take-payment.ts'
import type { Answer } from '../../../ipc/answer.ts'
import { ok } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import { commandOf, type Command } from '../../../library/command.ts'
import { pastOf } from '../../../library/record.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { cashDone } from './done.ts'
import { sayCash } from './say-cash.ts'

export type CashMethod = keyof typeof CASH_METHODS

export function cashHandlers(desk: Desk): Pick<Handlers, CashMethod> {
  const recording =
    <Name extends CashMethod>(name: Name, work: (command: Command, input: Input<Name>) => Refusal | null) =>
    (input: Input<Name>): Answer<Output<'drawer.open'>> => {
      const answer = once(desk, name, input, (command) => work(command, input))
      if (!('ok' in answer)) return answer
      const past = pastOf(
        desk.library,
        commandOf(name, input, () => desk.library.pinCost()),
      )
      return ok({ ...answer.ok, done: past === null || past === 'changed' ? null : cashDone(past) })
    }
  return {
    'drawer.open': recording('drawer.open', (command, input) => open(desk, command, input)),
    'drawer.count': recording('drawer.count', (command, input) => count(desk, command, input)),
    'payment.take': recording('payment.take', (command, input) => take(desk, command, input)),
    'payment.void': recording('payment.void', (command, input) => voidOne(desk, command, input)),
  }
}

function open(desk: Desk, command: Command, input: Input<'drawer.open'>): Refusal | null {
  const events = openDrawer(desk.library, actorOf(desk), command, input)
  if (isRefusal(events)) return events
  const [opened] = events
  if (opened?.kind !== 'drawer-opened') return null
  const { words, money } = speechOf(desk)
  const { cash } = words.outcomes
  const { counted_cents, left_cents, drawer_code } = opened.body
  const by = counted_cents - left_cents
  const over = by > 0 ? [cash.float_over(money(cents(by)))] : []
  const short = by < 0 ? [cash.float_short(money(cents(-by)))] : []
  const sentences = [cash.float(money(cents(counted_cents))), ...over, ...short]
  sayCash(desk, command, events, { title: drawer_code, happened: cash.opened, fact: null, sentences })
  return null
}

function count(desk: Desk, command: Command, input: Input<'drawer.count'>): Refusal | null {
  const events = countDrawer(desk.library, actorOf(desk), command, input)
  if (isRefusal(events)) return events
  const [counted] = events
  if (counted?.kind !== 'drawer-counted') return null
  const { words, money } = speechOf(desk)
  const { cash } = words.outcomes
  const fact = { label: cash.counted, text: money(cents(counted.body.counted_cents)) }
  sayCash(desk, command, events, { title: cash.counted, happened: cash.counted, fact, sentences: [] })
  return null
}

function take(desk: Desk, command: Command, input: Input<'payment.take'>): Refusal | null {
  const events = takePayment(desk.library, actorOf(desk), command, input)
  if (isRefusal(events)) return events
  const [made] = events
  if (made?.kind !== 'receipt-made') return null
  const { words, money } = speechOf(desk)
  const { cash } = words.outcomes
  const { receipt, number_count } = made.body
  const { change_cents } = receipt
  const fact = { label: cash.change, text: money(cents(change_cents)) }
  const title = cash.receipt(receiptNumber(made.head, number_count))
  const sentences = [`${cash.paid} ${money(cents(dueOf(receipt.lines)))}`]
  sayCash(desk, command, events, { title, happened: cash.took, fact: change_cents > 0 ? fact : null, sentences })
  return null
}

function voidOne(desk: Desk, command: Command, { receipt_ref, reason }: Input<'payment.void'>): Refusal | null {
  const { library } = desk
  if (!reasonsFor(cashRules(library), 'void').some((one) => one.reason_code === reason))
    return refuse('reason-unknown', { reason })
  const events = voidReceipt(library, actorOf(desk), command, { receipt_ref, reason_code: reason })
  if (isRefusal(events)) return events
  const [gone] = events
  if (gone?.kind !== 'receipt-voided') return null
  const { words, money } = speechOf(desk)
  const { cash } = words.outcomes
  const { receipt, number_count } = gone.body
  const back = receipt.tendered_cents - receipt.change_cents
  const fact = back > 0 ? { label: cash.give_back, text: money(cents(back)) } : null
  const title = cash.receipt(receiptNumber(gone.head, number_count))
  sayCash(desk, command, events, { title, happened: cash.voided, fact, sentences: [] })
  return null
}
