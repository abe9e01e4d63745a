/**
 * Closes a session: what was counted, what it is over or short, what stays, and the bag for the bank. One transaction
 * with the Z number, which follows the last one of this terminal and is never set back.
 */
import { recordAtDrawer } from '../at-drawer.ts'
import { takenIn } from '../../../shared/cash/session-entries.ts'
import type { Pieces } from '../../../shared/cash/pieces.ts'
import type { PieceCount } from '../../../shared/cash/counted.ts'
import { varianceNeed, type DifferenceSaid } from '../../../shared/cash/rules.ts'
import type { DeskEvent, EventBody, EventDraft } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { lastZ } from '../../store/money/close-rows.ts'
import { bagRefusal } from '../bag-number.ts'
import { custodyOf } from '../custody.ts'
import { eventsCount } from '../report/read-report.ts'
import { sessionEventsOf } from '../report/session-events.ts'
import { placeBalance } from '../places.ts'
import { saidIssue, signOffBy } from '../sign-off.ts'
import { leavingOf } from './leaving.ts'
import { highestNeed, lookAtClose, mayKnow, type Looked } from './look.ts'
import { cashRules, drawerFact } from '../cash-rules.ts'

type Closed = EventBody<'drawer-closed'>

/** What stays, and what goes into the bag. */
export type Whither = Pick<
  Closed,
  'left_cents' | 'left_pieces' | 'left_checks_cents' | 'float_cents' | 'bag' | 'handed_to'
>

export type Closing = DifferenceSaid & {
  readonly drawer_code: string
  /** How much stays for the next session; null: what the library's rules say. */
  readonly leave_cents: number | null
  readonly bag_number: string
  /** What goes from the safe into the bag. */
  readonly safe_cents: number
}

/**
 * What was looked at, with what another amount stays than the rules of the library leave of it: a larger float or a
 * smaller one, which is a difference as any other (pos-peers R12).
 */
function withFloat(library: Library, looked: Looked, leave_cents: number | null): Looked & { float_cents: Cents } {
  const float_cents = leavingOf(library, looked, null).left_cents
  const by = cents(leave_cents === null ? 0 : leave_cents - float_cents)
  const need = highestNeed([looked.need, varianceNeed(cashRules(library), by)])
  return { ...looked, need, off_cents: cents(Math.max(looked.off_cents, Math.abs(by))), float_cents }
}

/** Why it cannot be closed so; what was looked at otherwise. */
export function closable(library: Library, actor: Actor, closing: Closing): ReturnType<typeof withFloat> | Refusal {
  const looked = lookAtClose(library, closing.drawer_code)
  if (isRefusal(looked)) return looked
  const wrong = endable(library, actor, looked, closing)
  if (wrong) return wrong
  const { cash_cents } = looked.counted
  if ((closing.leave_cents ?? 0) > cash_cents)
    return refuse('leave-over-counted', { counted: cents(cash_cents), amount: cents(closing.leave_cents ?? 0) })
  if (closing.safe_cents > Math.max(0, placeBalance(library, 'safe') ?? 0)) return refuse('safe-holds-less')
  const floated = withFloat(library, looked, closing.leave_cents)
  const unsaid = saidIssue(library, floated, closing, 'leave-reason-needed')
  if (unsaid) return unsaid
  const { out_cents } = leavingOf(library, looked, closing.leave_cents)
  const isFilled = out_cents + looked.counted.checks_cents + closing.safe_cents > 0
  return (isFilled ? bagRefusal(library, closing.bag_number) : null) ?? floated
}

/** Why the session cannot end so, whether it is closed or handed over. */
export function endable(library: Library, actor: Actor, looked: Looked, said: DifferenceSaid): Refusal | null {
  const { session } = looked
  if (custodyOf(library, session).cover_code !== null)
    return refuse('drawer-on-break', drawerFact(library, session.drawer_code))
  return mayKnow(library, actor, looked) ? saidIssue(library, looked, said) : refuse('count-own')
}

/** Who signs off what the drawer is over or short; empty: nobody has to; null: somebody is missing. */
export function signedOffBy(library: Library, actor: Actor, looked: Looked): string | null {
  const own = must(actor.staff, 'somebody is signed in').staff_code
  const { session, count, need, off_cents, received_need } = looked
  const isOther = session.custodian_code !== own && count.head.staff !== own && received_need !== 'sign-off'
  return signOffBy(library, actor, { need, off_cents, is_other: isOther })
}

export function closeDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  closing: Closing,
): readonly DeskEvent[] | Refusal {
  const looked = closable(library, actor, closing)
  if (isRefusal(looked)) return looked
  const { left_cents, left, out_cents, out } = leavingOf(library, looked, closing.leave_cents)
  const { bag_number, safe_cents } = closing
  const { checks_cents } = looked.counted
  const bag = { bag_number, drawer_cents: out_cents, safe_cents, checks_cents, pieces: out && listOf(out) }
  const stays = { left_cents, left_pieces: left && listOf(left), left_checks_cents: 0 }
  const whither = { ...stays, float_cents: looked.float_cents, bag, handed_to: '' }
  const { drafts, words } = closeDrafts(library, actor, looked, closing, whither)
  return recordAtDrawer(library, actor, command, drafts, { personal: words })
}

/** The pieces as an entry has them, largest first. */
function listOf(pieces: Pieces): PieceCount[] {
  const there = Object.entries(pieces).map(([piece, pieces_count]) => {
    return { denomination_cents: Number(piece), pieces_count }
  })
  return there.toSorted((one, other) => other.denomination_cents - one.denomination_cents)
}

type Drafts = { readonly drafts: readonly EventDraft[]; readonly words: ReadonlyMap<EventDraft, string> }

/** The close; its note is kept beside the seal. */
export function closeDrafts(
  library: Library,
  actor: Actor,
  looked: Looked,
  told: DifferenceSaid,
  whither: Whither,
): Drafts {
  const { session, tenders, expected, counted, by, unread_cents } = looked
  const { journal } = library
  const float_by = whither.left_cents - (whither.float_cents ?? whither.left_cents)
  const isOff = [...Object.values(by), unread_cents, float_by].some((amount) => amount !== 0)
  const approved_by = signedOffBy(library, actor, looked) ?? ''
  const last = library.db.get(lastZ, {})
  const opened_by = journal.event(session.session_ref)?.head.staff ?? ''
  const body: Closed = {
    session_ref: session.session_ref,
    z_number: (last?.z_number ?? 0) + 1,
    grand_total_cents: grandTotal(library, last?.session_ref ?? null) + takenIn(looked.events()),
    expected,
    counted,
    checks_count: tenders.body.checks_count,
    is_card_counted: tenders.body.card_cents !== null,
    is_card_posted: true,
    reason_code: isOff ? told.reason : '',
    approved_by,
    ...whither,
    is_review_needed:
      isOnePerson(actor, looked, opened_by, approved_by, whither.handed_to) || isOwnDrawer(looked, approved_by),
    head: { events_count: eventsCount(library), hash: Buffer.from(journal.head.hash).toString('hex') },
  }
  const closed: EventDraft = { kind: 'drawer-closed', body }
  return { drafts: [closed], words: isOff ? wordsBeside(closed, told) : new Map() }
}

/** The note of a difference, beside its entry. */
export function wordsBeside(
  draft: EventDraft,
  { note }: Pick<DifferenceSaid, 'note'>,
): ReadonlyMap<EventDraft, string> {
  const text = note.trim()
  return new Map(text === '' ? [] : [[draft, text]])
}

/** What the desk had taken in ever at its last Z. */
function grandTotal(library: Library, session_ref: string | null): number {
  if (session_ref === null) return cents(0)
  const [closed] = sessionEventsOf(library, session_ref, 'drawer-closed')
  return must(closed, 'a session with a Z number was closed').body.grand_total_cents
}

/** Who signed it off had the drawer, or counted it: no second pair of eyes. */
function isOwnDrawer({ session, count }: Looked, approved_by: string): boolean {
  return approved_by !== '' && (approved_by === session.custodian_code || approved_by === count.head.staff)
}

/** One person opened the drawer, had it, counted it, closed it, and allowed what it was off by. */
function isOnePerson({ staff }: Actor, { session, count }: Looked, opened_by: string, ...others: string[]): boolean {
  const own = staff?.staff_code ?? ''
  const people = [own, opened_by, session.custodian_code, count.head.staff, ...others]
  return new Set(people.filter((one) => one !== '')).size === 1
}
