/** The methods about what else happens at an open drawer: money placed, paid in and out, the drawer opened, custody. */
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { DRAWER_METHODS } from '../../../../shared/ipc/cash/methods-drawer.ts'
import type { PULSE_METHODS } from '../../../../shared/ipc/cash/methods-pulse.ts'
import type { AskedCall } from '../../../../shared/desk/pending.ts'
import type { EventBody, EventOf } from '../../../../shared/journal/event.ts'
import { coinsExpected } from '../../../../shared/cash/drawer/coin-meter.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { changeCustody, custodyChange } from '../../../cash/custody.ts'
import { payCash, payingOf, placeCash, placingOf, unlockDrawer, unlockingOf } from '../../../cash/drawer-moves.ts'
import { isOutAsked, paidOutAlone } from '../../../cash/outs.ts'
import { boxBy } from '../../../cash/report/coin-meter.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { askApproval, mayOrAsks } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { differenceWords, offWords } from './differences-said.ts'
import { pulse, settle } from './handlers-pulse.ts'
import { reasonSaid } from './reason-said.ts'
import { cashRecording } from './recording.ts'
import { sayCash } from './say-cash.ts'

export type DrawerMethod = keyof typeof DRAWER_METHODS | keyof typeof PULSE_METHODS

export function drawerHandlers(desk: Desk): Pick<Handlers, DrawerMethod> {
  const recording = cashRecording(desk)
  return {
    'drawer.place': recording('drawer.place', place),
    'drawer.pay': recording('drawer.pay', pay),
    'drawer.unlock': recording('drawer.unlock', unlock),
    'drawer.custody': recording('drawer.custody', custody),
    'drawer.pulse': recording('drawer.pulse', pulse),
    'drawer.settle': (input) => once(desk, 'drawer.settle', input, () => settle(desk, input)),
  }
}

/** Whether it may go out of this drawer now. If not, a row asks a second person, and it goes out once they approve. */
export function mayGoOut(desk: Desk, wish: Pick<AskedCall, 'method' | 'input'>, drawer_code: string): boolean {
  if (!isOutAsked(desk.library, actorOf(desk), drawer_code)) return true
  const title = speechOf(desk).words.outcomes.drawer.wish.out
  return mayOrAsks(desk, { ...wish, grant: 'see-cash', reach: 0 }, title)
}

function place(desk: Desk, command: Command, input: Input<'drawer.place'>): Refusal | null {
  const { commandId: _, ...asked } = input
  const isOut = input.way === 'out'
  const isWatched = isOut || input.place === 'safe'
  if (isWatched && !mayGoOut(desk, { method: 'drawer.place', input: asked }, input.drawer_code)) return null
  const placing = placingOf(desk.library, actorOf(desk), asked)
  if (isRefusal(placing)) return placing
  const said = receiverSays(desk, asked, placing)
  if (said !== 'ok') return said === 'asked' ? null : said
  const events = placeCash(desk.library, actorOf(desk), command, asked)
  if (isRefusal(events)) return events
  const [placed] = events
  if (placed?.kind !== 'cash-placed') return null
  const { words, money } = speechOf(desk)
  const { drawer } = words.outcomes
  const { way, place: where, amount_cents, bag_number } = placed.body
  const title = drawer.placed[way][where]
  const bag = bag_number === '' ? [] : [drawer.bag(bag_number)]
  const fact = { label: drawer.amount, text: money(cents(amount_cents)) }
  sayCash(desk, command, events, { title, happened: title, fact, sentences: [...bag, ...countedAgain(desk, placed)] })
  return null
}

/** Whoever is named as the receiver says it with their own PIN: a row asks them, and nobody says it for them. */
function receiverSays(
  desk: Desk,
  input: AskedCall['input'],
  { way, place: where, amount_cents, receiver_code, receiver_cents }: EventBody<'cash-placed'>,
): 'ok' | 'asked' | Refusal {
  if (receiver_code === '') return 'ok'
  const { approved } = actorOf(desk)
  // Who allowed only that something goes out was not shown what they are to have counted.
  const isAnswered = approved?.grant === 'use-drawer'
  if (isAnswered && approved.approved_by === receiver_code) return 'ok'
  const who = staffNames(desk.library)(receiver_code)
  const own = refuse('receiver-says', { who })
  if (isAnswered) return own
  const { words, money } = speechOf(desk)
  const { drawer } = words.outcomes
  const counted = receiver_cents === null ? null : money(cents(receiver_cents))
  const title = drawer.wish.receive(drawer.placed[way][where], money(cents(amount_cents)), who, counted)
  askApproval(desk, { method: 'drawer.place', input, grant: 'use-drawer', reach: 0 }, title, { refusal: own })
  return 'asked'
}

/** What the receiver counted, where it is another amount. */
function countedAgain(desk: Desk, { body }: EventOf<'cash-placed'>): readonly string[] {
  const { amount_cents, receiver_code, receiver_cents } = body
  if (receiver_cents === null) return []
  const { words, money } = speechOf(desk)
  const { drawer } = words.outcomes
  const who = staffNames(desk.library)(receiver_code)
  const by = receiver_cents - amount_cents
  if (by === 0) return [drawer.counted_same(who)]
  return [drawer.counted_other(who, money(cents(receiver_cents)), money(cents(Math.abs(by))), by > 0)]
}

function pay(desk: Desk, command: Command, input: Input<'drawer.pay'>): Refusal | null {
  const { commandId: _, ...asked } = input
  const { words, money } = speechOf(desk)
  const { drawer } = words.outcomes
  const actor = actorOf(desk)
  const isOut = asked.way === 'out'
  if (isOut && !mayGoOut(desk, { method: 'drawer.pay', input: asked }, asked.drawer_code)) return null
  const wrong = payingOf(desk.library, actor, asked)
  if (isRefusal(wrong)) return wrong
  const { way, reason, amount_cents } = asked
  const [reason_said, amount] = [
    reasonSaid(desk, way === 'in' ? 'paid-in' : 'paid-out', reason),
    money(cents(amount_cents)),
  ]
  const reach = isOut ? amount_cents + paidOutAlone(desk.library, actor) : 0
  const wish = { method: 'drawer.pay', input: asked, grant: 'pay-out' as const, reach }
  if (isOut && !mayOrAsks(desk, wish, drawer.wish.pay_out(amount, reason_said))) return null
  const events = payCash(desk.library, actor, command, asked)
  if (isRefusal(events)) return events
  const title = drawer.paid[way]
  const fact = { label: drawer.amount, text: amount }
  const [paid] = events
  const meter = paid?.kind === 'cash-paid' ? paid.body.meter : null
  const by = meter === null ? cents(0) : cents(boxBy({ amount_cents, meter }))
  const expected = meter === null ? [] : [drawer.metered(money(coinsExpected(meter))), ...differenceWords(desk, by)]
  const said = { title, happened: title, fact, sentences: [reason_said, ...expected], off: offWords(desk, by) }
  sayCash(desk, command, events, said)
  return null
}

function unlock(desk: Desk, command: Command, input: Input<'drawer.unlock'>): Refusal | null {
  const { drawer_code, what } = input
  const { words, money } = speechOf(desk)
  const { drawer } = words.outcomes
  const actor = actorOf(desk)
  const wrong = unlockingOf(desk.library, actor, drawer_code, what)
  if (isRefusal(wrong)) return wrong
  const isSwap = what.purpose === 'make-change'
  const detail = isSwap ? '' : reasonSaid(desk, 'no-sale', what.reason)
  const changed = isSwap ? money(cents(what.amount_cents)) : ''
  const wish = { method: 'drawer.unlock', input: { drawer_code, what }, grant: 'no-sale' as const, reach: 0 }
  if (!mayOrAsks(desk, wish, isSwap ? drawer.wish.make_change(changed) : drawer.wish.no_sale(detail))) return null
  const events = unlockDrawer(desk.library, actor, command, drawer_code, what)
  if (isRefusal(events)) return events
  const title = drawer.unlocked[what.purpose]
  const fact = isSwap ? { label: drawer.amount, text: changed } : null
  sayCash(desk, command, events, { title, happened: title, fact, sentences: detail === '' ? [] : [detail] })
  return null
}

function custody(desk: Desk, command: Command, input: Input<'drawer.custody'>): Refusal | null {
  const { drawer_code, what } = input
  const { words } = speechOf(desk)
  const { drawer } = words.outcomes
  const actor = actorOf(desk)
  const change = custodyChange(desk.library, actor, drawer_code, what)
  if (isRefusal(change)) return change
  const named = drawerCalled(desk.library, words, change.session.drawer_code)
  const wish = { method: 'drawer.custody', input: { drawer_code, what }, grant: 'close-others-drawer' as const }
  if (!change.is_own && !mayOrAsks(desk, { ...wish, reach: 0 }, drawer.wish.custody[what.reason](named))) return null
  const events = changeCustody(desk.library, actor, command, drawer_code, what)
  if (isRefusal(events)) return events
  const cover = what.reason === 'break' && what.cover_code !== '' ? staffNames(desk.library)(what.cover_code) : ''
  const sentences = cover === '' ? [] : [drawer.covered(cover)]
  sayCash(desk, command, events, { title: named, happened: drawer.custody[what.reason], fact: null, sentences })
  return null
}
