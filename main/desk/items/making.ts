/**
 * Makes a brief record for an unknown barcode, so that the book in the clerk's hand goes out or comes back now.
 * Catalogers find it in the list of records made here. Must never make a second record for a barcode.
 */
import { isbn13 } from '../../../shared/catalog/isbn.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { withRow } from '../../../shared/desk/session/session.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { EventBody } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { hex, type TitleId } from '../../../shared/kernel/ids.ts'
import { titleById } from '../../store/circulation/item-rows.ts'
import { titleRefById } from '../../store/circulation/made-rows.ts'
import { cardByBarcode } from '../../store/patrons/patron-rows.ts'
import { lendHere, takeBackHere } from '../acts.ts'
import { showItem } from './offer.ts'
import { askApproval } from '../approvals/asking.ts'
import { catchUp } from '../catch-up.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { may } from '../../library/grants.ts'
import { followingCommand } from '../../library/follow.ts'
import { findItem, here } from '../../library/here.ts'
import { isBadgeLike, staffOfBadge } from '../../library/staff-known.ts'
import { badgesPaused, countNoBadge } from '../staff/pin-check.ts'
import { faultOf } from './editing.ts'
import { lenderFields } from '../../circulation/items/item-fields.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

/** Titles made at a desk have this prefix until a cataloger brings the real one. */
const MADE_HERE = 'desk:'

export function makeItem(desk: Desk, command: Command, input: Input<'item.make'>): Refusal | null {
  const { item_barcode } = input
  const made = badgeGuess(desk, item_barcode) ?? whatIsMade(desk.library, input)
  if ('code' in made) return made
  if (!may(desk.library, actorOf(desk), 'edit-item')) {
    const { commandId: _, ...asked } = input
    desk.session = went(desk.session, null)
    askApproval(desk, { method: 'item.make', input: asked, grant: 'edit-item', reach: 0 }, made.words)
    return null
  }
  record(desk.library, actorOf(desk), command, [{ kind: 'item-made', body: made.body }])
  const words = speechOf(desk).words.outcomes.item
  desk.session = withRow(went(desk.session, null), {
    at: desk.library.clock.now(),
    outcome: 'done',
    title: made.words,
    barcode: item_barcode,
    happened: words.made,
    notes: [words.made_says],
  })
  goOn(desk, followingCommand(command), item_barcode)
  return null
}

/** The record was made, and the desk died before the next step: takes it now, unless that was recorded as well. */
export function goOnLate(desk: Desk, command: Command, item_barcode: string): void {
  const following = followingCommand(command)
  const past = desk.library.journal.past(following.command_id)
  if (past) catchUp(desk, past.events, following)
  else goOn(desk, following, item_barcode)
}

/** What the scan would have done with a record: as a command of its own, so that it can be undone alone. */
function goOn(desk: Desk, command: Command, item_barcode: string): void {
  const item = must(findItem(desk.library, item_barcode), 'the item that was just made')
  const { mode, patron_id } = desk.session
  if (mode === 'out' && patron_id !== null) lendHere(desk, command, item)
  else if (mode === 'in') takeBackHere(desk, command, item)
  else showItem(desk, item)
}

/** The number of a badge is refused here, so whoever tries numbers is counted and slowed down as by scans. */
function badgeGuess(desk: Desk, item_barcode: string): Refusal | null {
  const badge = staffOfBadge(desk.library, item_barcode)
  const isKnown = findItem(desk.library, item_barcode) ?? desk.library.db.get(cardByBarcode, { barcode: item_barcode })
  if (isKnown || (badge === null && !isBadgeLike(desk.library, item_barcode))) return null
  countNoBadge(desk)
  return badgesPaused(desk.library) ?? (badge && refuse('card-of-somebody', { barcode: item_barcode }))
}

type Made = { readonly body: EventBody<'item-made'>; readonly words: string }

function whatIsMade(library: Library, input: Input<'item.make'>): Made | Refusal {
  const { item_barcode, item_type_code, price_cents } = input
  const known = findItem(library, item_barcode)
  if (known) return refuse('item-known', { barcode: item_barcode, title: known.title })
  if (library.db.get(cardByBarcode, { barcode: item_barcode })) {
    return refuse('card-of-somebody', { barcode: item_barcode })
  }
  const home_branch = here(library).branch.branch_code
  const fault = faultOf(library, { item_type_code, home_branch })
  if (fault) return fault
  const title = titleOf(library, input)
  if ('code' in title) return title
  const place = { call_number: input.call_number.trim(), location: input.location.trim() }
  const lender = lenderFields(input.lender_name ?? '', input.lender_due_on ?? null)
  const fields = { item_type_code, home_branch, ...place, price_cents, note: '', ...lender }
  return { body: { item_barcode, title_ref: title.title_ref, title: title.made, fields }, words: title.words }
}

type TitleMade = { readonly title_ref: string; readonly made: EventBody<'item-made'>['title']; readonly words: string }

function titleOf(library: Library, { title_id, ...typed }: Input<'item.make'>): TitleMade | Refusal {
  if (title_id !== null) {
    const about = { title_id: title_id as TitleId }
    const known = library.db.get(titleById, about)
    const ref = library.db.get(titleRefById, about)
    return known && ref ? { title_ref: ref.title_ref, made: null, words: known.title } : refuse('title-unknown')
  }
  const title = typed.title.trim()
  if (title === '') return refuse('title-missing')
  const made = { title, author: typed.author.trim(), isbn: isbn13(typed.isbn) ?? '' }
  return { title_ref: `${MADE_HERE}${hex(library.random.bytes(8))}`, made, words: title }
}
