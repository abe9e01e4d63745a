/**
 * Whether the overlay shows what the journal tells: each row what the last event about it said, each event that is not
 * settled its row. Reads only.
 */
import { canonical, eventRefText, parseEventRef } from '../../shared/journal/event.ts'
import type { Projection, Told } from '../../shared/journal/project.ts'
import { ownRows } from '../store/overlay/overlay-tables.ts'
import { readOverlayRows } from '../store/overlay/overlaid.ts'
import { openQuestions } from '../store/circulation/question-rows.ts'
import { readEvent, readParty } from '../store/journal/journal-rows.ts'
import type { ReadHandle } from '../store/sql.ts'

export type Problem = { readonly event: string; readonly says: string }
export type Place = { readonly epoch: number; readonly seq: number }

export function isUpTo(place: Place, reached: Place): boolean {
  return place.epoch < reached.epoch || (place.epoch === reached.epoch && place.seq <= reached.seq)
}

/** Whether whom an entry of this journal named is forgotten, or it never named anybody. */
export function isForgottenRef(desk: ReadHandle, ref: string): boolean {
  const place = parseEventRef(ref)
  if (!place) return false
  const at = { epoch_count: place.epoch, seq_count: place.seq }
  return desk.get(readParty, at) === null && desk.get(readEvent, at) !== null
}

type Shown<Fields> = { readonly is_open: boolean; readonly fields: Fields }

/** @param settled up to where the reference file has what the desk changed */
export function compareOverlay(desk: ReadHandle, state: Projection, settled: Place): readonly Problem[] {
  const isForgotten = (ref: string): boolean => isForgottenRef(desk, ref)
  const loans = shownLoans(desk, state)
  const { items, isItemGone } = shownItems(desk)
  const holds = ownRows(desk, 'hold').map((row) => {
    return shown(row.hold_ref, row.is_open, { ...row, pickup_branch: row.pickup_branch_code })
  })
  const charges = ownRows(desk, 'charge').map((row) => shown(row.charge_ref, 1, row))
  const questions = desk.all(openQuestions, {}).map((row) => shown(row.question_ref, 1, row))
  const rows = desk.all(readOverlayRows, {}).map(({ table_name, row_key, content }) => {
    return shown(`${table_name} ${row_key}`, Number(content !== null), JSON.parse(content ?? '{}') as object)
  })
  return [
    ...compared('item', state.loans, loans, settled),
    ...compared('place of item', state.items, items, settled, () => isItemGone),
    ...compared('hold', state.holds, holds, settled),
    ...compared('charge', state.charges, charges, settled, isForgotten),
    ...compared('question', state.questions, questions, settled),
    ...compared('row', state.rows, rows, settled, (key) => isForgotten(key.slice(key.indexOf(' ') + 1))),
  ]
}

function shown<Fields>(key: string, is_open: number, fields: Fields): [string, Shown<Fields>] {
  return [key, { is_open: is_open === 1, fields }]
}

function shownLoans(desk: ReadHandle, { loans }: Projection): [string, Shown<object>][] {
  // Of a loan whose item is gone from the reference file the journal alone still knows the barcode.
  const barcodes = new Map([...loans].map(([barcode, { fields }]) => [fields.loan_ref, barcode]))
  return ownRows(desk, 'loan').map((row) => {
    const barcode = row.barcode ?? barcodes.get(row.loan_ref) ?? `of ${row.loan_ref}`
    return shown(barcode, row.is_open, { ...row, loan_branch: row.branch_code })
  })
}

/** Of an item that is gone from the reference file nobody knows which barcode its row was of. */
function shownItems(desk: ReadHandle): { items: [string, Shown<object>][]; isItemGone: boolean } {
  const rows = ownRows(desk, 'item')
  const items = rows.map(({ barcode, at_branch_code: at_branch, status }) =>
    shown(barcode ?? '', 1, { at_branch, status }),
  )
  return { items: items.filter(([barcode]) => barcode !== ''), isItemGone: rows.some((row) => row.barcode === null) }
}

function compared<Fields>(
  what: string,
  told: ReadonlyMap<string, Told<Fields>>,
  rows: readonly [string, Shown<object>][],
  settled: Place,
  isGone: (key: string) => boolean = () => false,
): readonly Problem[] {
  const shownBy = new Map(rows)
  const problems: Problem[] = []
  for (const [key, one] of told) {
    const row = shownBy.get(key)
    const event = eventRefText({ terminal: '', ...one }).slice(1)
    if (!row) {
      if (!isUpTo(one, settled) && !isGone(key))
        problems.push({ event, says: `the desk shows nothing of ${what} ${key}` })
    } else if (!agrees(row, one)) {
      problems.push({ event, says: `the desk shows something else of ${what} ${key} than the journal` })
    }
  }
  for (const [key] of rows) {
    if (!told.has(key))
      problems.push({ event: '', says: `the desk shows a change of ${what} ${key} that no event made` })
  }
  return problems
}

function agrees<Fields>({ is_open, fields }: Shown<object>, told: Told<Fields>): boolean {
  if (is_open !== told.is_open) return false
  return Object.entries(told.fields).every(([name, value]) => {
    // What the overlay holds under a record number has another name there.
    return !Object.hasOwn(fields, name) || isSame(Reflect.get(fields, name), value)
  })
}

/** A row of the rules holds a list where it has one. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof other === 'object' && other !== null && canonical(one) === canonical(other))
}
