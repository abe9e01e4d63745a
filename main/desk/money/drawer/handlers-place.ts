/** The methods about the safe and the change fund: counted, settled, and moved. */
import { placeOff } from '../../../../shared/cash/drawer/place-count.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import { plainBand } from '../../../../shared/desk/words/words.ts'
import type { EventBody } from '../../../../shared/journal/event.ts'
import type { PLACE_METHODS } from '../../../../shared/ipc/cash/methods-place.ts'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import { COUNTED_PLACES } from '../../../../shared/journal/events/cash-places.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import {
  countPlace,
  mayKnowPlace,
  placeCountDraft,
  placeSeen,
  placeSignedOffBy,
  placeState,
  settleable,
  settlePlace,
} from '../../../cash/places.ts'
import { movePlace, placeMoveOf } from '../../../cash/place-moves.ts'
import { slipOfEntry } from '../../../papers/drawer-papers.ts'
import { ok } from '../../../ipc/answer.ts'
import type { Handlers } from '../../../ipc/router.ts'
import type { Command } from '../../../library/command.ts'
import { staffInitials } from '../../../library/staff-known.ts'
import { askApproval, mayOrAsks } from '../../approvals/asking.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { ownSignOffRefusal } from '../../staff/own-pin.ts'
import { keepSlip, moneySlipWords } from '../../papers/keeping.ts'
import { differenceWords, largestOff, offWords } from './differences-said.ts'
import { cashRecording } from './recording.ts'
import { sayCash } from './say-cash.ts'

export type PlaceMethod = keyof typeof PLACE_METHODS

export function placeHandlers(desk: Desk): Pick<Handlers, PlaceMethod> {
  const recording = cashRecording(desk)
  return {
    'place.count': recording('place.count', count),
    'place.settle': recording('place.settle', settle),
    'place.move': recording('place.move', move),
    'place.list': () => ok(listOf(desk)),
  }
}

function count(desk: Desk, command: Command, input: Input<'place.count'>): Refusal | null {
  const { library } = desk
  const { commandId: _, ...asked } = input
  const { words, money } = speechOf(desk)
  const { places } = words.outcomes
  const draft = placeCountDraft(library, actorOf(desk), asked)
  if (isRefusal(draft)) return draft
  const wish = { method: 'place.count', input: asked, grant: 'surprise-count' as const, reach: 0 }
  if (!mayOrAsks(desk, wish, words.pages.places.count[asked.place])) return null
  const events = countPlace(library, actorOf(desk), command, asked)
  if (isRefusal(events)) return events
  const [counted] = events
  if (counted?.kind !== 'place-counted') return null
  const { body } = counted
  const off = placeOff(body)
  const isFirst = body.is_first && off === 0 && body.counted_cents !== body.expected_cents
  const sentences = isFirst ? [places.first] : differenceWords(desk, off)
  const fact = { label: words.outcomes.drawer.amount, text: money(cents(body.counted_cents)) }
  sayCash(desk, command, events, {
    title: words.pages.places.of[body.place],
    happened: places.counted,
    fact,
    sentences,
  })
  if (placeState(library, body.place).is_open) sayOpenCount(desk, body)
  return null
}

/** The count is kept, and its page asks what is left to do: the band says that, and nothing green is above it. */
function sayOpenCount(desk: Desk, body: EventBody<'place-counted'>): void {
  const { pages } = speechOf(desk).words
  const off = placeOff(body)
  const { of, first_lead, differs } = pages.places
  const band = plainBand('decide', of[body.place], off === 0 ? first_lead : differs)
  desk.session = withBand(desk.session, { ...band, fact: largestOff(desk, { cash: off }) })
}

function settle(desk: Desk, command: Command, input: Input<'place.settle'>): Refusal | null {
  const { library } = desk
  const { commandId: _, own_pin, ...settling } = input
  const { words, money } = speechOf(desk)
  const { places } = words.outcomes
  const found = settleable(library, actorOf(desk), settling)
  if (isRefusal(found)) return found
  const name = words.pages.places.of[settling.place]
  const signedBy = placeSignedOffBy(library, actorOf(desk), found)
  if (signedBy === null) {
    const reach = Math.abs(found.by_cents)
    const wish = { method: 'place.settle', input: settling, grant: 'sign-off-variance' as const, reach }
    askApproval(desk, wish, words.outcomes.cash_close.sign_off(name, money(cents(reach))))
    return null
  }
  const unsigned = ownSignOffRefusal(desk, 'place.settle', signedBy, own_pin)
  if (unsigned) return unsigned
  const events = settlePlace(library, actorOf(desk), command, settling)
  if (isRefusal(events)) return events
  const off = placeOff(found.last.body)
  const sentences = off === 0 ? [places.first_settled] : differenceWords(desk, off)
  const fact = { label: places.holds, text: money(cents(found.last.body.counted_cents)) }
  sayCash(desk, command, events, { title: name, happened: places.settled, fact, sentences, off: offWords(desk, off) })
  return null
}

function move(desk: Desk, command: Command, input: Input<'place.move'>): Refusal | null {
  const { library } = desk
  const { commandId: _, bag_number = '', ...given } = input
  const moving = { ...given, bag_number }
  const wanted = placeMoveOf(library, actorOf(desk), moving)
  if (isRefusal(wanted)) return wanted
  const { words, money } = speechOf(desk)
  const title = words.outcomes.places.moved[moving.way]
  const amount = money(cents(wanted.amount_cents))
  // What is refused tells what is there: it is asked first.
  const wish = { method: 'place.move', input: moving, grant: 'see-cash' as const, reach: 0 }
  if (!mayOrAsks(desk, wish, words.outcomes.places.wish(title, amount))) return null
  const events = movePlace(library, actorOf(desk), command, moving)
  if (isRefusal(events)) return events
  const [moved] = events
  if (moved?.kind !== 'place-moved') return null
  const bag = moved.body.bag_number === '' ? [] : [words.outcomes.drawer.bag(moved.body.bag_number)]
  const sentences = [...bag, moneySlipWords(desk)]
  // The page takes the whole width: the slip to sign would not be shown.
  if (desk.session.page?.place === 'drawer') desk.session = went(desk.session, null)
  const fact = { label: words.outcomes.drawer.amount, text: amount }
  sayCash(desk, command, events, { title, happened: title, fact, sentences })
  keepSlip(desk, slipOfEntry(library, moved))
  return null
}

function listOf(desk: Desk): Output<'place.list'> {
  const { library } = desk
  const actor = actorOf(desk)
  const places = COUNTED_PLACES.map((place) => {
    const state = placeState(library, place)
    const { last, is_open } = state
    const isKnown = last !== null && mayKnowPlace(library, actor, state)
    return {
      place,
      expected_cents: placeSeen(library, actor, place),
      counted_at_ms: last?.head.at_ms ?? null,
      counted_by_initials: last === null ? '' : staffInitials(library, last.head.staff),
      counted_cents: isKnown ? last.body.counted_cents : null,
      by_cents: isKnown ? placeOff(last.body) : null,
      is_open,
    }
  })
  return { places }
}
