/**
 * An item from the hold shelf, scanned with no patron open: the desk shows the patron's initials, asks how they were
 * verified, then opens their account and checks the item out. Until that is answered nothing is recorded and no name is
 * shown.
 */
import { lastShelfDay } from '../../../shared/circulation/holds/hold-facts.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Pending } from '../../../shared/desk/pending.ts'
import { answered, withBand, type SessionRow } from '../../../shared/desk/session/session.ts'
import { undecidedCount } from '../../../shared/desk/tally.ts'
import { refusedWords } from '../../../shared/desk/words/words.ts'
import { handOverWords } from '../../../shared/desk/words/words-hold.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import { patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'
import { lendHere, openAccount, say } from '../acts.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { ownCommand } from '../../library/follow.ts'
import { findItem, here } from '../../library/here.ts'
import { readyHere } from '../../circulation/holds/capture.ts'
import { findHold } from '../../circulation/holds/reading.ts'
import { mayPickUp, pickersFor } from '../../patrons/pickup.ts'
import { cardOf } from '../patrons/card-shown.ts'
import { speechOf } from '../clerk-language.ts'
import type { Library } from '../../library/library.ts'

/** Asks, when this item waits here for a patron, or says that nobody is left. @returns false when it waits for none */
export function offerHandOver(desk: Desk, item: ItemRow): boolean {
  const place = here(desk.library)
  const ready = readyHere(desk.library, item, place)
  const who = ready && desk.library.db.get(patronById, { patron_id: ready.hold.patron_id })
  if (!ready) return false
  if (!who) {
    const refusals = [refuse('hold-of-nobody')]
    const said = { at: place.now, item, scanned: item.barcode, refusals, choices: [], pending: null }
    say(desk, refusedWords(speechOf(desk), said))
    return true
  }
  const { facts } = ready.hold
  const known = { is_born_known: who.born_on !== null, is_code_known: facts.pickup_code !== '' }
  const pending: Pending = { ask: 'hand-over', item_barcode: item.barcode, hold_ref: facts.hold_ref, ...known }
  const until = lastShelfDay(facts)
  say(
    desk,
    handOverWords(speechOf(desk), {
      item,
      at: place.now,
      pending,
      ...shownOf(who),
      pickup_code: facts.pickup_code,
      ...pickersHere(desk, who.patron_id),
      over_since: ready.is_over ? until : null,
    }),
  )
  return true
}

/** Few, so that the row stays short. */
const PICKERS_SHOWN_MAX = 3

function pickersHere({ library, session }: Desk, patron_id: PatronId) {
  const all = pickersFor(library, patron_id)
  const is_picker_open = all.some(({ who }) => who.patron_id === session.patron_id)
  const others = is_picker_open ? [] : all.slice(0, PICKERS_SHOWN_MAX)
  return { is_picker_open, pickers: others.map(({ who }) => shownOf(who)) }
}

/** Asks, when this item waits here for another patron for whom the open one may pick up. @returns false otherwise */
export function offerPickup(desk: Desk, item: ItemRow): boolean {
  const { patron_id } = desk.session
  const ready = patron_id === null ? null : readyHere(desk.library, item, here(desk.library))
  if (patron_id === null || ready === null || ready.hold.patron_id === patron_id) return false
  return mayPickUp(desk.library, patron_id, ready.hold.patron_id) && offerHandOver(desk, item)
}

function shownOf({ preferred_given, given, surname, born_on }: PatronRow) {
  return {
    initials: initialsOf([preferred_given || given, surname]),
    born_on: born_on === null ? null : localDate(born_on),
  }
}

/** "K. M." */
function initialsOf(names: readonly string[]): string {
  const letters = names.map((name) => name.trim()).filter((name) => name !== '')
  return letters.map((name) => `${String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase()}.`).join(' ')
}

type HandOver = Extract<Pending, { ask: 'hand-over' }>

function waitsFor(row: SessionRow): HandOver | null {
  return row.pending?.ask === 'hand-over' ? row.pending : null
}

/** They were verified: the account opens, and everything of theirs that was scanned is checked out. */
export function handOver(desk: Desk, command: Command, row: SessionRow): Refusal | null {
  const asked = must(waitsFor(row), 'a row that waits for a hand-over')
  const patron_id = whose(desk.library, asked)
  if (patron_id === null) return refuse('hold-gone')
  const waiting = desk.session.rows.flatMap((one) => {
    const pending = waitsFor(one)
    return pending && whose(desk.library, pending) === patron_id ? [{ row_id: one.row.row_id, pending }] : []
  })
  const others = undecidedCount(desk.session) - waiting.length
  if (others > 0) return refuse('rows-undecided', { count: others })
  const { done } = speechOf(desk).words.outcomes.hold.pick_up
  for (const { row_id } of waiting) desk.session = answered(desk.session, row_id, done)
  const before = desk.session
  openAccount(desk, patron_id, null, desk.session.patron_id !== null, 'hold')
  lend(desk, command, asked)
  for (const { row_id, pending } of waiting.toReversed()) {
    if (row_id !== row.row.row_id) lend(desk, ownCommand(desk.library, `follows ${row_id}`), pending)
  }
  comeBack(desk, before)
  return null
}

/**
 * Back to the account of who picked up for another: what is scanned next is theirs, and they read nothing more of the
 * other's account. Not while something about the item is still to be decided there.
 */
function comeBack(desk: Desk, before: Desk['session']): void {
  const { patron_id, basket } = before
  const { band } = desk.session
  if (patron_id === null || patron_id === desk.session.patron_id || undecidedCount(desk.session) > 0) return
  if (!openAccount(desk, patron_id, cardOf(before), true, 'hold')) return
  const session = { ...desk.session, basket }
  desk.session = band === null ? session : withBand(session, band)
}

function lend(desk: Desk, command: Command, { item_barcode }: HandOver): void {
  lendHere(desk, command, must(findItem(desk.library, item_barcode), 'the item of a row is known'))
}

/** The patron of the item, if it still waits for them. */
function whose(library: Library, { hold_ref, item_barcode }: HandOver): PatronId | null {
  const hold = findHold(library, hold_ref)
  return hold?.facts.status === 'ready' && hold.facts.item_barcode === item_barcode ? hold.patron_id : null
}
