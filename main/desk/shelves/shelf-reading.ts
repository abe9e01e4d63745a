/**
 * Read my shelf: the items scanned along it, the fewest moves that put it in order, and what does not belong there.
 * Scans change no record; one command notes that everything was seen, when the clerk says so.
 */
import { guessShelf } from '../../../shared/catalog/call-number/guess.ts'
import type { ShelfProfile } from '../../../shared/catalog/call-number/profile.ts'
import { readShelf, type ShelfReading } from '../../../shared/catalog/shelf/read-shelf.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { withBand, withRow } from '../../../shared/desk/session/session.ts'
import { offShelf, ontoShelf, SCANNED_MAX } from '../../../shared/desk/shelf-tools.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import { eventRefText, type EventDraft } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { here, known } from '../../library/here.ts'
import { sayFull } from './sort-cart.ts'
import { keepTools, toolItems, type ToolItem } from './tool-items.ts'
import { readProfiles, shelfOptions } from '../../circulation/shelves/order.ts'
import { undoRecorded } from './undo-recorded.ts'
import { speechOf } from '../clerk-language.ts'
import { strayText } from './strays.ts'
import { actorOf } from '../desk.ts'

export type ReadNow = {
  readonly items: readonly ToolItem[]
  readonly reading: ShelfReading<ToolItem>
  /** The location being read; null while nothing of this branch was scanned. */
  readonly location: string | null
  readonly profile: ShelfProfile
  /** A person set the profile; otherwise it is guessed from the labels. */
  readonly is_profile_said: boolean
}

export function readNow(desk: Desk): ReadNow {
  const { scanned, location: said } = desk.session.shelf_tools.shelf
  const { branch_code } = here(desk.library).branch
  const items = toolItems(desk, scanned)
  const own = items.filter((item) => item.is_known && item.branch_code === branch_code)
  const location = said ?? mostCommon(own.map((item) => item.location))
  const reading = readShelf(items, { branch_code, location }, shelfOptions(desk.library))
  const stated = location === null ? undefined : readProfiles(desk.library).get(location)
  const numbers = own.filter((item) => item.location === location && item.call_number.trim() !== '')
  const profile = stated ?? guessShelf(numbers.map((item) => item.call_number))
  return { items, reading, location, profile, is_profile_said: stated !== undefined }
}

/** The most frequent value, the first of equals; null when there is none. */
function mostCommon(values: readonly string[]): string | null {
  let most: string | null = null
  let most_count = 0
  for (const [value, all] of Map.groupBy(values, (one) => one)) {
    if (all.length > most_count) [most, most_count] = [value, all.length]
  }
  return most
}

/** Adds the next item on the shelf, and says whether it is in order. */
export function scanOnShelf(desk: Desk, barcode: string): void {
  const words = speechOf(desk).words.pages.shelves
  const { shelf } = desk.session.shelf_tools
  if (shelf.scanned.includes(barcode)) {
    const [again] = toolItems(desk, [barcode])
    const says = plainBand('done', again?.title ?? barcode, words.shelf.again)
    desk.session = withBand(desk.session, says)
    return
  }
  if (shelf.scanned.length >= SCANNED_MAX) return sayFull(desk, words.shelf.correct_first)
  keepTools(desk, { shelf: ontoShelf(shelf, barcode, desk.library.clock.now()) })
  const now = readNow(desk)
  const item = must(now.items.at(-1), 'what was just scanned')
  const stray = now.reading.strays.find((one) => one.item.barcode === barcode)
  if (stray) {
    const outcome = item.is_known ? 'route' : 'stop'
    const reason = strayText(words, stray.reasons, item.words)
    desk.session = withBand(desk.session, plainBand(outcome, item.title, words.shelf.take_it_off, reason))
    return
  }
  const moves = movesText(words, now.reading.moves.length)
  const band = plainBand('done', item.title, words.shelf.count(now.items.length), moves)
  const fact = item.call_number === '' ? null : { label: item.location || words.no_location, text: item.call_number }
  desk.session = withBand(desk.session, { ...band, fact })
}

export function movesText({ shelf }: Words['pages']['shelves'], count: number): string {
  return count === 0 ? shelf.in_order : shelf.moves(count)
}

/** @returns false when it is not among the scanned items */
export function takeOffShelf(desk: Desk, barcode: string): boolean {
  const { shelf } = desk.session.shelf_tools
  if (!shelf.scanned.includes(barcode)) return false
  const [item] = toolItems(desk, [barcode])
  keepTools(desk, { shelf: offShelf(shelf, barcode) })
  desk.session = withBand(
    desk.session,
    plainBand('done', item?.title ?? barcode, speechOf(desk).words.pages.shelves.shelf.scan_removed),
  )
  return true
}

/** Ctrl+Z on the page: undoes the last scan, or a check-in or inventory that came after it. */
export function undoAtShelf(desk: Desk, command: Command): Refusal | null | 'not-here' {
  const { shelf } = desk.session.shelf_tools
  const { scanned, noted, recorded } = shelf
  const taken = undoRecorded(desk, command, recorded, scanned.length)
  if (taken === null) keepTools(desk, { shelf: { ...shelf, recorded: null } })
  if (taken !== 'not-here') return taken
  const unnoted = undoRecorded(desk, command, noted, scanned.length)
  if (unnoted === null) keepTools(desk, { shelf: { ...shelf, noted: null } })
  if (unnoted !== 'not-here') return unnoted
  const last = scanned.at(-1)
  return last !== undefined && takeOffShelf(desk, last) ? null : 'not-here'
}

/** Statuses that end when an item is seen on a shelf. A lost item or one in transit needs a check-in. */
const OVER_WHEN_SEEN: ReadonlySet<string> = new Set(['missing', 'trace'])

/** The items to inventory, with their new status. An item in transit arrives only by a check-in. */
function toNote(items: readonly ToolItem[]): readonly { readonly row: ItemRow; readonly status: string }[] {
  return items.flatMap(({ row, is_out }) => {
    if (!row || row.status === 'in-transit') return []
    return [{ row, status: !is_out && OVER_WHEN_SEEN.has(row.status) ? 'available' : row.status }]
  })
}

/**
 * Inventories everything that was scanned: one command, one entry each. Missing and traced items become available;
 * nothing else changes. Items without a record, or in transit, are left out.
 */
export function noteAllSeen(desk: Desk, command: Command): Refusal | null {
  const { shelf } = desk.session.shelf_tools
  const seen = toNote(toolItems(desk, shelf.scanned))
  if (seen.length === 0) return refuse('nothing-scanned')
  const drafts = seen.map(({ row, status }): EventDraft => {
    const before = { at_branch: row.at_branch_code, status: row.status }
    return {
      kind: 'item-marked',
      body: { item_barcode: row.barcode, before, status, at_branch: null, reason: 'inventory' },
    }
  })
  const [first] = record(desk.library, actorOf(desk), command, drafts, { items: known(seen.map(({ row }) => row)) })
  const found_count = seen.filter(({ row, status }) => row.status !== status).length
  sayNoted(desk, command, { count: seen.length, found_count, event: eventRefText(must(first, 'an entry').head) })
  noted(desk, command)
  return null
}

type Noted = { readonly count: number; readonly found_count: number; readonly event: string }

/** The row that Ctrl+Z undoes as a whole, and the band. */
function sayNoted(desk: Desk, { command_id }: Command, { count, found_count, event }: Noted): void {
  const words = speechOf(desk).words.pages.shelves.shelf
  const notes = found_count === 0 ? [] : [words.found(found_count)]
  const { location } = readNow(desk)
  const title = location === null || location === '' ? words.a_shelf : words.shelf_of(location)
  const row = { at: desk.library.clock.now(), outcome: 'done', title, barcode: '', happened: words.seen } as const
  const session = withRow(desk.session, { ...row, fact: words.items(count), notes, act: 'seen', event, command_id })
  const band = plainBand('done', words.seen_count(count), ...notes, words.undo)
  desk.session = withBand(session, band)
}

/** Remembers that everything was inventoried; also when the command was recorded before the desk could say so. */
export function noted(desk: Desk, { command_id }: Pick<Command, 'command_id'>): void {
  const { shelf } = desk.session.shelf_tools
  keepTools(desk, { shelf: { ...shelf, noted: { command_id, count: shelf.scanned.length } } })
}
