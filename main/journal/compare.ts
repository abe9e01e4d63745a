/**
 * Whether the overlay shows what the journal tells: each row what the last event about it said, each event that is not
 * settled its row. Reads only.
 */
import { canonical, eventRefText, parseEventRef } from '../../shared/journal/event.ts'
import { isAfter, type Place } from '../../shared/journal/place.ts'
import type { Told } from '../../shared/journal/state/map-world.ts'
import { MOVED_LISTS, movedName, type Moved, type MovedList } from '../../shared/journal/state/moved.ts'
import type { Projection } from '../../shared/journal/project.ts'
import { eachOwnRow } from '../store/overlay/overlay-tables.ts'
import { readOverlayRows } from '../store/overlay/overlaid.ts'
import { openQuestions } from '../store/circulation/question-rows.ts'
import { everyCashEvent, everySession } from '../store/money/cash-rows.ts'
import { movedOfCharges, movedOfDrawers, movedOfEachCharge } from '../store/money/moved-rows.ts'
import { countListed, readEvent, readParty, readPersonal } from '../store/journal/journal-rows.ts'
import type { ReadHandle } from '../store/sql.ts'

export type Problem = { readonly event: string; readonly says: string }

/** Whether whom an entry of this journal named is forgotten, or it never named anybody. */
export function isForgottenRef(desk: ReadHandle, ref: string): boolean {
  const place = parseEventRef(ref)
  if (!place) return false
  const at = { epoch: place.epoch, seq: place.seq }
  return desk.get(readParty, at) === null && desk.get(readEvent, at) !== null
}

/** An entry about a person whose words are gone says nothing: with the record that it was of, which became another. */
function isWordless(desk: ReadHandle, ref: string): boolean {
  const place = parseEventRef(ref)
  return place !== null && desk.get(readPersonal, { epoch: place.epoch, seq: place.seq }) === null
}

/** A row that the desk shows: by what, whether it stands, and its columns. */
type Shown = readonly [key: string, is_open: boolean, row: object]

/** What facts call otherwise than the overlay does. */
const COLUMNS: ReadonlyMap<string, string> = new Map([['loan_branch', 'branch_code']])

/** @param settled up to where the reference file has what the desk changed */
export function compareOverlay(desk: ReadHandle, state: Projection, settled: Place): readonly Problem[] {
  const isForgotten = (ref: string): boolean => isForgottenRef(desk, ref)
  let isItemGone = false
  const items = shownItems(desk, () => (isItemGone = true))
  return [
    ...compared('item', state.loans, shownLoans(desk, state), settled),
    ...compared('place of item', state.world.tables.item, items, settled, () => isItemGone),
    ...compared('hold', state.world.tables.hold, shownHolds(desk), settled, (key) => {
      // In another reference file it is not there to be ended once more. One that is open is never forgotten.
      return state.world.tables.hold.get(key)?.is_open === false && isForgotten(key)
    }),
    ...compared('charge', state.world.tables.charge, shownCharges(desk), settled, isForgotten),
    ...compared('question', state.world.tables.return_question, shownQuestions(desk), settled),
    ...compared('drawer session', state.sessions, shownSessions(desk), settled),
    ...compared('entry of a drawer', state.entries, shownEntries(desk), settled),
    ...movedProblems(desk, state.world),
    ...listedProblems(desk, state),
    ...compared('row', state.world.rows, shownRows(desk), settled, (key) => {
      const ref = key.slice(key.indexOf(' ') + 1)
      return isForgotten(ref) || (key.startsWith('patron_entry ') && isWordless(desk, ref))
    }),
  ]
}

function* shownLoans(desk: ReadHandle, { loans }: Projection): Generator<Shown> {
  // Of a loan whose item is gone from the reference file the journal alone still knows the barcode.
  let barcodes: ReadonlyMap<string | undefined, string> | null = null
  for (const row of eachOwnRow(desk, 'loan')) {
    if (row.barcode === null) barcodes ??= new Map(Array.from(loans, ([key, { fields }]) => [fields.loan_ref, key]))
    yield [row.barcode ?? barcodes?.get(row.loan_ref) ?? `of ${row.loan_ref}`, row.is_open === 1, row]
  }
}

/** Of an item that is gone from the reference file nobody knows which barcode its row was of. */
function* shownItems(desk: ReadHandle, onGone: () => void): Generator<Shown> {
  for (const row of eachOwnRow(desk, 'item')) {
    if (row.barcode === null) onGone()
    else yield [row.barcode, true, row]
  }
}

function* shownHolds(desk: ReadHandle): Generator<Shown> {
  for (const row of eachOwnRow(desk, 'hold')) yield [row.hold_ref, row.is_open === 1, row]
}

function* shownCharges(desk: ReadHandle): Generator<Shown> {
  for (const row of eachOwnRow(desk, 'charge')) yield [row.charge_ref, true, row]
}

function shownSessions(desk: ReadHandle): readonly Shown[] {
  return desk.all(everySession, {}).map((row) => {
    const { session_ref, epoch, seq, status } = row
    const key = session_ref.endsWith(`.${epoch}.${seq}`) ? session_ref : `at ${epoch}.${seq}`
    const flags = { is_review_needed: row.is_review_needed === 1, is_card_waiting: row.is_card_waiting === 1 }
    return [key, status !== 'closed', { ...row, ...flags }]
  })
}

function shownEntries(desk: ReadHandle): readonly Shown[] {
  return desk.all(everyCashEvent, {}).map((row) => [`${row.epoch}.${row.seq}`, true, row])
}

/** Transfers that the desk has more, less or otherwise than the journal, in sums of those that are alike. */
function movedProblems(desk: ReadHandle, { moved }: Projection['world']): readonly Problem[] {
  const rows: Readonly<Record<MovedList, readonly Moved[]>> = {
    drawers: desk.all(movedOfDrawers, {}),
    charges: desk.all(movedOfCharges, {}),
    'each-charge': desk.all(movedOfEachCharge, {}),
  }
  return MOVED_LISTS.flatMap((list) => {
    const told = moved[list]
    const kept = new Map(rows[list].map((row) => [movedName(whatOf(row)), row]))
    const names = [...new Set([...told.keys(), ...kept.keys()])]
    return names
      .filter((name) => !isSameSum(told.get(name), kept.get(name)))
      .map((name) => (list === 'each-charge' ? `charge ${name}` : name.replaceAll(/ +/g, ' ').trim()))
      .map((what) => ({ event: '', says: `the desk has other transfers of ${what} than the journal` }))
  })
}

/** The columns that are no sum, in their order. */
function whatOf({ rows_count: _rows, moved_cents: _cents, places_sum: _places, ...what }: Moved): string[] {
  return Object.values(what).map((one: unknown) => (typeof one === 'string' ? one : ''))
}

function isSameSum(one: Moved | undefined, other: Moved | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const { rows_count, moved_cents, places_sum } = one
  return other.rows_count === rows_count && other.moved_cents === moved_cents && other.places_sum === places_sum
}

/** What a log does not list, or lists and the journal does not have. */
function listedProblems(desk: ReadHandle, { listed }: Projection): readonly Problem[] {
  const kept = new Map(desk.all(countListed, {}).map((row) => [row.kind, row]))
  return [...new Set([...listed.keys(), ...kept.keys()])]
    .filter((kind) => {
      const [told, row] = [listed.get(kind), kept.get(kind)]
      return told?.events_count !== row?.events_count || told?.numbers_sum !== row?.numbers_sum
    })
    .map((kind) => ({ event: '', says: `the desk lists other entries of the kind ${kind} than the journal` }))
}

function shownQuestions(desk: ReadHandle): readonly Shown[] {
  return desk.all(openQuestions, {}).map((row) => [row.question_ref, true, row])
}

function shownRows(desk: ReadHandle): readonly Shown[] {
  return desk.all(readOverlayRows, {}).map(({ table_name, row_key, content }) => {
    return [`${table_name} ${row_key}`, content !== null, JSON.parse(content ?? '{}') as object]
  })
}

/** @param isGone asked of what should be shown and is not, once all was looked at */
function compared<Fields extends object>(
  what: string,
  told: ReadonlyMap<string, Told<Fields>>,
  shown: Iterable<Shown>,
  settled: Place,
  isGone: (key: string) => boolean = () => false,
): readonly Problem[] {
  const problems: Problem[] = []
  const found = new Set<string>()
  for (const one of shown) {
    const [key] = one
    const by = told.get(key)
    found.add(key)
    if (by && agrees(one, by)) continue
    const says = by
      ? `something else of ${what} ${key} than the journal`
      : `a change of ${what} ${key} that no event made`
    problems.push({ event: by ? eventText(by) : '', says: `the desk shows ${says}` })
  }
  for (const [key, one] of told) {
    if (found.has(key) || !isAfter(one, settled) || isGone(key)) continue
    problems.push({ event: eventText(one), says: `the desk shows nothing of ${what} ${key}` })
  }
  return problems
}

function eventText(place: Place): string {
  return eventRefText({ terminal: '', ...place }).slice(1)
}

function agrees<Fields extends object>([, is_open, row]: Shown, told: Told<Fields>): boolean {
  if (is_open !== told.is_open) return false
  for (const name of Object.keys(told.fields)) {
    const column = Object.hasOwn(row, name) ? name : (COLUMNS.get(name) ?? name)
    // What the overlay holds under a record number has another name there.
    if (Object.hasOwn(row, column) && !isSame(Reflect.get(row, column), Reflect.get(told.fields, name))) return false
  }
  return true
}

/** A row of the rules holds a list where it has one. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof other === 'object' && other !== null && canonical(one) === canonical(other))
}
