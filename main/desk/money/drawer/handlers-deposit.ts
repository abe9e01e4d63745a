/** The methods about a drawer that changes hands, and about the money after its close. */
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import type { DEPOSIT_METHODS } from '../../../../shared/ipc/cash/methods-deposit.ts'
import { zNumber } from '../../../../shared/cash/numbers/z-number.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { bagsOf, bankDeposit, undeposited, type Bag } from '../../../cash/closing/deposits.ts'
import { receiveDrawer } from '../../../cash/closing/count-tenders.ts'
import { signedOffBy } from '../../../cash/closing/close-drawer.ts'
import { handable, handOver } from '../../../cash/closing/hand-over.ts'
import { recordCopy } from '../../../cash/report/copies.ts'
import { staffInitials } from '../../../library/staff-known.ts'
import { ok, type Answer } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import { commandOf, type Command } from '../../../library/command.ts'
import type { Library } from '../../../library/library.ts'
import { pastOf } from '../../../library/record.ts'
import { askApproval } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { ownSignOffRefusal } from '../../staff/own-pin.ts'
import { isPaymentHalfEntered } from '../pay/half-entered.ts'
import { signOffAsked } from './close.ts'
import { differenceWords, offWords } from './differences-said.ts'
import { cashRecording } from './recording.ts'
import { sayCash } from './say-cash.ts'
import { importCards, settle } from './settling.ts'
import { sayArrived } from './say-arrived.ts'

export type DepositMethod = keyof typeof DEPOSIT_METHODS

export function depositHandlers(desk: Desk): Pick<Handlers, DepositMethod> {
  const recording = cashRecording(desk)
  return {
    'drawer.receive': recording('drawer.receive', receive),
    'drawer.hand-over': recording('drawer.hand-over', takeOver),
    'deposit.list': ({ limit }) => ok(listOf(desk, limit)),
    'deposit.bank': recording('deposit.bank', bank),
    'card.settle': recording('card.settle', settle),
    'card.import': recording('card.import', importCards),
    'report.copy': (input) => copy(desk, input, recording('report.copy', copyOf)),
  }
}

/** Both counts are kept then, and nothing is said of the first one. */
function receive(desk: Desk, command: Command, input: Input<'drawer.receive'>): Refusal | null {
  const { commandId: _, ...receiving } = input
  const events = receiveDrawer(desk.library, actorOf(desk), command, receiving)
  if (isRefusal(events)) return events
  const [counted] = events
  if (counted?.kind !== 'drawer-counted') return null
  const { words, money } = speechOf(desk)
  const { cash, drawer } = words.outcomes
  const fact = { label: drawer.amount, text: money(cents(counted.body.counted_cents)) }
  sayCash(desk, command, events, { title: cash.counted, happened: cash.counted, fact, sentences: [] })
  return null
}

function takeOver(desk: Desk, command: Command, input: Input<'drawer.hand-over'>): Refusal | null {
  const { library } = desk
  if (isPaymentHalfEntered(desk, input.drawer_code)) return refuse('payment-half-entered')
  const { commandId: _, own_pin, ...handing } = input
  const looked = handable(library, actorOf(desk), handing)
  if (isRefusal(looked)) return looked
  const asks = signOffAsked(desk, looked)
  if (asks !== null) {
    askApproval(desk, { method: 'drawer.hand-over', input: handing, ...asks.wish }, asks.title)
    return null
  }
  const signedBy = signedOffBy(library, actorOf(desk), looked)
  const unsigned = ownSignOffRefusal(desk, 'drawer.hand-over', signedBy, own_pin)
  if (unsigned) return unsigned
  const events = handOver(library, actorOf(desk), command, handing)
  if (isRefusal(events)) return events
  const opened = events.find((one) => one.kind === 'drawer-opened')
  if (opened === undefined) return null
  const { words, money } = speechOf(desk)
  const { cash_close } = words.outcomes
  const { counted_cents, left_cents, drawer_code } = opened.body
  const fact = { label: words.outcomes.cash.counted, text: money(cents(counted_cents)) }
  const by = cents(counted_cents - left_cents)
  const said = { happened: cash_close.handed_over, fact, sentences: differenceWords(desk, by), off: offWords(desk, by) }
  sayCash(desk, command, [opened], { title: drawerCalled(desk.library, words, drawer_code), ...said })
  return null
}

function listOf(desk: Desk, limit: number): Output<'deposit.list'> {
  const { library } = desk
  const bags = bagsOf(library, limit)
  return { deposits: bags.map((one) => bagSaid(library, one)), ...undeposited(library, actorOf(desk)) }
}

function bagSaid(library: Library, bag: Bag): Output<'deposit.list'>['deposits'][number] {
  const { filled, session_ref, bag_ref, bag_number, bag_cents, checks_cents, banked, waits_hours_count, is_late } = bag
  return {
    bag_ref,
    session_ref,
    full_z_number: filled.kind === 'drawer-closed' ? zNumber(filled.head, filled.body.z_number) : '',
    filled_at_ms: filled.head.at_ms,
    filled_by_initials: staffInitials(library, filled.head.staff),
    bag_number,
    bag_cents,
    checks_cents,
    waits_hours_count,
    is_late,
    banked: banked && {
      banked_cents: banked.body.banked_cents,
      by_cents: banked.body.banked_cents - banked.body.bag_cents,
      banked_on: banked.body.banked_on,
      by_initials: staffInitials(library, banked.head.staff),
    },
  }
}

function bank(desk: Desk, command: Command, input: Input<'deposit.bank'>): Refusal | null {
  const { commandId: _, ...banking } = input
  const done = bankDeposit(desk.library, actorOf(desk), command, banking)
  if (isRefusal(done)) return done
  const happened = speechOf(desk).words.outcomes.cash_close.banked
  return sayArrived(desk, command, done.events, { title: happened, happened }, [banking.banked_cents, done.bag_cents])
}

function copyOf(desk: Desk, command: Command, { of_ref }: Input<'report.copy'>): Refusal | null {
  const events = recordCopy(desk.library, actorOf(desk), command, of_ref)
  if (isRefusal(events)) return events
  const { cash_close } = speechOf(desk).words.outcomes
  const [made] = events
  const title = made?.kind === 'copy-printed' ? cash_close.copy(made.body.copy_number) : ''
  sayCash(desk, command, events, { title, happened: cash_close.copied, fact: null, sentences: [] })
  return null
}

type Copying = (input: Input<'report.copy'>) => Answer<Output<'drawer.open'>>

function copy(desk: Desk, input: Input<'report.copy'>, recorded: Copying): Answer<Output<'report.copy'>> {
  const answer = recorded(input)
  if (!('ok' in answer)) return answer
  const past = pastOf(desk.library, commandOf('report.copy', input))
  const made = past === null || past === 'changed' ? undefined : past.find((one) => one.kind === 'copy-printed')
  return ok({ ...answer.ok, copy_number: made?.body.copy_number ?? null })
}
