/**
 * Cash of the safe and the change fund goes to the other one, or from the safe into a bag for the bank, while no drawer
 * is closed. It takes a role that may see cash: how much can go tells what is there.
 */
import { readCount, type CountGiven } from '../../shared/cash/counted.ts'
import type { PlaceWay } from '../../shared/cash/drawer/place-ways.ts'
import { PLACE_WAYS } from '../../shared/cash/drawer/place-ways.ts'
import type { DeskEvent, EventBody } from '../../shared/journal/event.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { approverOf, type Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { record } from '../library/record.ts'
import { bagRefusal } from './bag-number.ts'
import { placeBalance, uncountedRefusal } from './places.ts'

export type MovingPlace = CountGiven & { readonly way: PlaceWay; readonly bag_number: string }

/** What would be moved, or why not; what is in the place is not looked at. Reads only. */
export function placeMoveOf(
  library: Library,
  actor: Actor,
  { way, bag_number, ...given }: MovingPlace,
): EventBody<'place-moved'> | Refusal {
  const count = readCount(given)
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const { pieces, counted_cents: amount_cents } = count
  if (amount_cents === 0) return refuse('amount-missing')
  const { from, to } = PLACE_WAYS[way]
  const wrong =
    uncountedRefusal(library, from) ??
    (to === 'bank-bag' ? bagRefusal(library, bag_number) : uncountedRefusal(library, to))
  if (wrong) return wrong
  const approved_by = approverOf(actor, 'see-cash')
  return { from, to, amount_cents, pieces, bag_number: to === 'bank-bag' ? bag_number : '', approved_by }
}

/** No more goes out of a place than its entries have: before the first count there may be more in it. */
export function movePlace(
  library: Library,
  actor: Actor,
  command: Command,
  moving: MovingPlace,
): readonly DeskEvent[] | Refusal {
  const body = placeMoveOf(library, actor, moving)
  if (isRefusal(body)) return body
  if (body.amount_cents > Math.max(0, placeBalance(library, body.from) ?? 0)) return refuse('place-holds-less')
  return record(library, actor, command, [{ kind: 'place-moved', body }])
}
