/** Closes a drawer, once a second person allowed what needs one, and shows the Z. And reviews a close. */
import { bagSum } from '../../../../shared/cash/line-sums.ts'
import { notExplained } from '../../../../shared/desk/session/closing-so-far.ts'
import { changed } from '../../../../shared/desk/session/session.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { DeskEvent } from '../../../../shared/journal/event.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { differencesOf } from '../../../../shared/cash/session-entries.ts'
import { zNumber } from '../../../../shared/cash/numbers/z-number.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { closable, closeDrawer, signedOffBy } from '../../../cash/closing/close-drawer.ts'
import type { Looked } from '../../../cash/closing/look.ts'
import { reviewClose } from '../../../cash/closing/review.ts'
import type { Command } from '../../../library/command.ts'
import { approverOf } from '../../../library/actor.ts'
import { may, mayAll } from '../../../library/grants.ts'
import { staffOfCode } from '../../../library/staff-known.ts'
import { askApproval } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { ownSignOffRefusal } from '../../staff/own-pin.ts'
import { isPaymentHalfEntered } from '../pay/half-entered.ts'
import { largestOff, othersOff } from './differences-said.ts'
import { mayGoOut } from './handlers-drawer.ts'
import { sayCash } from './say-cash.ts'

export function closeIt(desk: Desk, command: Command, input: Input<'drawer.close'>): Refusal | null {
  const { library } = desk
  if (isPaymentHalfEntered(desk, input.drawer_code)) return refuse('payment-half-entered')
  const { commandId: _, own_pin, ...closing } = input
  const isWatched = closing.safe_cents > 0
  if (isWatched && !mayGoOut(desk, { method: 'drawer.close', input: closing }, closing.drawer_code)) return null
  const looked = closable(library, actorOf(desk), closing)
  if (isRefusal(looked)) return looked
  const asks = whatItAsks(desk, looked)
  if (asks !== null) {
    askApproval(desk, { method: 'drawer.close', input: closing, ...asks.wish }, asks.title)
    return null
  }
  const unsigned = ownSignOffRefusal(desk, 'drawer.close', signedOffBy(library, actorOf(desk), looked), own_pin)
  if (unsigned) return unsigned
  const events = closeDrawer(library, actorOf(desk), command, closing)
  if (isRefusal(events)) return events
  sayClosed(desk, command, events)
  // The page shows the Z next, to the person who closed it.
  desk.session = changed({ ...desk.session, closing: notExplained(looked.session.session_ref) })
  return null
}

type Asks = {
  readonly wish: { readonly grant: 'close-others-drawer' | 'sign-off-variance'; readonly reach: number }
  readonly title: string
}

/** What a second person has to allow first; null: nothing. One approval is enough where it can cover both. */
function whatItAsks(desk: Desk, looked: Looked): Asks | null {
  const { library } = desk
  const actor = actorOf(desk)
  const { session } = looked
  const { cash_close } = speechOf(desk).words.outcomes
  const asks = signOffAsked(desk, looked)
  if (asks !== null) return asks
  const isOwn = actor.staff?.staff_code === session.custodian_code
  const second = staffOfCode(library, approverOf(actor, 'sign-off-variance'))
  const isAllowed = second !== null && mayAll(library, second, ['close-others-drawer'])
  if (isOwn || isAllowed || may(library, actor, 'close-others-drawer')) return null
  return {
    wish: { grant: 'close-others-drawer', reach: 0 },
    title: cash_close.close_others(nameOf(desk, session.drawer_code)),
  }
}

/** The second person who signs off a difference, where one is missing; null: none is. */
export function signOffAsked(desk: Desk, looked: Looked): Asks | null {
  if (signedOffBy(desk.library, actorOf(desk), looked) !== null) return null
  const { session, off_cents } = looked
  const { words, money } = speechOf(desk)
  const title = words.outcomes.cash_close.sign_off(nameOf(desk, session.drawer_code), money(off_cents))
  return { wish: { grant: 'sign-off-variance', reach: off_cents }, title }
}

function nameOf(desk: Desk, drawer_code: string): string {
  return drawerCalled(desk.library, speechOf(desk).words, drawer_code)
}

/** "Drawer closed", with what it was over or short, what stays and what goes to the bank. */
function sayClosed(desk: Desk, command: Command, events: readonly DeskEvent[]): void {
  const closed = events.find((one) => one.kind === 'drawer-closed')
  if (closed === undefined) return
  const { words, money } = speechOf(desk)
  const { cash_close } = words.outcomes
  const { body } = closed
  const { bag } = body
  const bagged = bagSum(bag)
  const by = differencesOf(body)
  const unread = body.is_card_counted ? 0 : body.expected.card_cents
  const float_by = body.left_cents - (body.float_cents ?? body.left_cents)
  const fact = largestOff(desk, by)
  const also_off = [
    ...othersOff(desk, by),
    ...(unread === 0 ? [] : [cash_close.unread(money(cents(unread)))]),
    ...(float_by === 0 ? [] : [cash_close.float_by(money(cents(Math.abs(float_by))), float_by > 0)]),
  ]
  const off = [...(fact === null ? [] : [`${fact.label} ${fact.text}`]), ...also_off]
  const sentences = [
    ...(off.length === 0 ? [cash_close.agrees] : also_off),
    ...(body.left_cents > 0 ? [cash_close.left(money(cents(body.left_cents)))] : []),
    ...(bagged > 0 ? [cash_close.bag(money(bagged))] : []),
    ...(body.is_review_needed ? [cash_close.review_needed] : []),
  ]
  const title = cash_close.z(zNumber(closed.head, body.z_number))
  sayCash(desk, command, [closed], { title, happened: cash_close.closed, fact, sentences, off })
}

export function reviewIt(desk: Desk, command: Command, input: Input<'close.review'>): Refusal | null {
  const { commandId: _, ...review } = input
  const done = reviewClose(desk.library, actorOf(desk), command, review)
  if (isRefusal(done)) return done
  const { cash_close } = speechOf(desk).words.outcomes
  const title = cash_close.z(done.full_z_number)
  const sentences = done.is_ended ? [] : [cash_close.review_open]
  sayCash(desk, command, done.events, { title, happened: cash_close.reviewed, fact: null, sentences })
  return null
}
