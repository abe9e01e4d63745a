/**
 * A drawer changes hands with all that is in it: a close that leaves everything, and an opening from that session, in
 * one transaction. The giver has counted, and the receiver too, without seeing that; what the receiver found more or
 * less is over or short of the opening.
 */
import { recordAtDrawer } from '../at-drawer.ts'
import type { DifferenceSaid } from '../../../shared/cash/rules.ts'
import type { DeskEvent } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { openingDrafts } from '../surprise.ts'
import { closeDrafts, endable, signedOffBy, wordsBeside } from './close-drawer.ts'
import { receivable } from './count-tenders.ts'
import { lookAtReceived, type Looked } from './look.ts'

export type HandingOver = DifferenceSaid & { readonly drawer_code: string }

/** What is handed over, as both counted it; the receiver is who acts. */
export function handable(library: Library, actor: Actor, handing: HandingOver): Looked | Refusal {
  const session = receivable(library, actor, handing.drawer_code)
  if (isRefusal(session)) return session
  const looked = lookAtReceived(library, handing.drawer_code)
  if (isRefusal(looked)) return looked
  const own = must(actor.staff, 'somebody is signed in').staff_code
  if (looked.received?.cash.head.staff !== own) return refuse('count-first')
  return endable(library, actor, looked, handing) ?? looked
}

export function handOver(
  library: Library,
  actor: Actor,
  command: Command,
  handing: HandingOver,
): readonly DeskEvent[] | Refusal {
  const looked = handable(library, actor, handing)
  if (isRefusal(looked)) return looked
  const { session, count, counted } = looked
  const { pieces, counted_cents } = must(looked.received, 'the receiver has counted').cash.body
  const receiver = must(actor.staff, 'somebody is signed in').staff_code
  const bag = { bag_number: '', drawer_cents: 0, safe_cents: 0, checks_cents: 0, pieces: null }
  const left_checks_cents = counted.checks_cents
  const left = { left_cents: count.body.counted_cents, left_pieces: count.body.pieces, left_checks_cents }
  const { drafts, words } = closeDrafts(library, actor, looked, handing, {
    ...left,
    float_cents: null,
    bag,
    handed_to: receiver,
  })
  const isOff = counted_cents !== left.left_cents
  const [opened, ...drawn] = openingDrafts(library, {
    drawer_code: session.drawer_code,
    custodian_code: receiver,
    from_session_ref: session.session_ref,
    left_cents: left.left_cents,
    left_checks_cents,
    pieces,
    counted_cents,
    reason_code: isOff ? handing.reason : '',
    approved_by: isOff ? (signedOffBy(library, actor, looked) ?? '') : '',
  })
  const personal = new Map([...words, ...(isOff ? wordsBeside(opened, handing) : [])])
  return recordAtDrawer(library, actor, command, [...drafts, opened, ...drawn], { personal })
}
