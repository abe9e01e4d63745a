/**
 * A drawer changes hands with all that is in it: a close that leaves everything, and an opening from that session, in
 * one transaction. The giver has counted; the receiver counts, too, and what they find more or less is an entry of its
 * own: over or short of the opening.
 */
import { readCount, type CountGiven } from '../../../shared/cash/counted.ts'
import type { DeskEvent, EventDraft } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { closable, closeDrafts } from './close-drawer.ts'
import type { Closing, Looked } from './look.ts'

/** `pieces`, `total_cents`: what the receiver counts. */
export type HandingOver = CountGiven &
  Pick<Closing, 'drawer_code' | 'checks_count' | 'checks_cents' | 'card_total_cents' | 'reason' | 'note'>

/** What is handed over, as its giver counted it; the receiver is who acts. */
export function handable(library: Library, actor: Actor, handing: HandingOver): Looked | Refusal {
  const looked = closable(library, { ...handing, ...NOTHING_TO_BANK, pieces: null, total_cents: null })
  if (isRefusal(looked)) return looked
  const own = must(actor.staff, 'somebody is signed in').staff_code
  const isBoth = own === looked.session.custodian_code || own === looked.counted_by
  return isBoth ? refuse('hand-over-to-self') : looked
}

const NOTHING_TO_BANK = { leave_cents: null, bag_number: '', safe_cents: 0 } as const

export function handOver(
  library: Library,
  actor: Actor,
  command: Command,
  handing: HandingOver,
): readonly DeskEvent[] | Refusal {
  const looked = handable(library, actor, handing)
  if (isRefusal(looked)) return looked
  const received = readCount(handing)
  if ('wrong_piece' in received) return refuse('count-wrong', { piece: received.wrong_piece })
  const { session, count } = looked
  const receiver = must(actor.staff, 'somebody is signed in').staff_code
  const bag = { bag_number: '', drawer_cents: 0, safe_cents: 0, checks_cents: 0, pieces: null }
  const left = { left_cents: count.counted_cents, left_pieces: count.pieces, left_checks_cents: handing.checks_cents }
  const { drafts, words } = closeDrafts(library, actor, looked, handing, { ...left, bag, handed_to: receiver })
  const opened: EventDraft = {
    kind: 'drawer-opened',
    body: {
      drawer_code: session.drawer_code,
      custodian_code: receiver,
      from_session_ref: session.session_ref,
      left_cents: left.left_cents,
      left_checks_cents: left.left_checks_cents,
      ...received,
    },
  }
  return record(library, actor, command, [...drafts, opened], { personal: words })
}
