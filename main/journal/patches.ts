/**
 * Carries rare acts of people into the reference file: each after it was recorded, once, in order. What is pending when
 * the desk dies is applied at the next start. Must never run while data is being taken in: the file has one writer.
 */
import { titleKey } from '../../shared/catalog/fold.ts'
import { titleWords } from '../../shared/catalog/title-words.ts'
import { must, unreachable } from '../../shared/kernel/assert.ts'
import { branchCode, type ItemId, type PatronId } from '../../shared/kernel/ids.ts'
import { cents } from '../../shared/kernel/money.ts'
import { instant, localDate, type LocalDate } from '../../shared/kernel/time.ts'
import { parseZoneName, toLocalDate } from '../../shared/kernel/zone.ts'
import { eventRefText, parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import { isPatch, type PatchEvent } from '../../shared/journal/patch.ts'
import { addIsbn, addTitleWords } from '../store/import/import-material-rows.ts'
import type { Numbers } from '../store/numbers/numbers.ts'
import { keepErased } from '../store/patrons/erased-numbers.ts'
import { itemIdByBarcode, titleIdByRef } from '../store/circulation/item-rows.ts'
import { dropPending, readPending } from '../store/journal/journal-rows.ts'
import { PATCHED_TO, readMeta, writeMeta } from '../store/policy/library-rows.ts'
import { dropLender, putLender } from '../store/circulation/lender-rows.ts'
import * as rows from '../store/overlay/patch-rows.ts'
import { withNames } from '../store/patrons/patron-keys.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Journal, Writing } from './journal.ts'

type Place = { readonly epoch_count: number; readonly seq_count: number }

/** Applies what is pending. Returns how many events it carried over. */
export function applyPatches(journal: Journal): number {
  const store = journal.writes
  const pending = store.db.all(readPending, {})
  const done = placeOf(store.db.get(readMeta, { name: PATCHED_TO })?.value ?? '0.0')
  for (const row of pending) {
    const event = parseEvent(row.content)
    // Written already, when the desk died between the two files.
    if (isAfter(row, done)) write(store, journal, event)
    store.db.transact(() => store.db.run(dropPending, row))
  }
  return pending.length
}

/** Whether data is being taken in: the reference file has one writer, and what was recorded waits for its end. */
export function isTakingIn({ writes }: Writing): boolean {
  return writes.reference.db.inTransaction
}

/** Rolls back what was only tried. */
class Tried extends Error {}

/**
 * Tries whether the reference file takes these acts, before they are recorded for good: one that could never be carried
 * over would stand in the way of every start.
 * @throws what carrying them over would throw
 */
export function tryPatches(
  { writes }: Writing,
  events: readonly DeskEvent[],
  patronOf: (index: number) => PatronId | null,
): void {
  const { reference, db: desk, numbers } = writes
  const patches = events.filter(isPatch)
  if (patches.length === 0) return
  try {
    reference.transact(() => {
      for (const event of patches) {
        patch({ reference, numbers, desk, patron_id: patronOf(events.indexOf(event)) }, event)
      }
      throw new Tried()
    })
  } catch (fault) {
    if (!(fault instanceof Tried)) throw fault
  }
}

function write({ reference, numbers, db: desk }: Journal['writes'], journal: Journal, event: DeskEvent): void {
  if (!isPatch(event)) throw new TypeError(`no patch: ${event.kind}`)
  const { epoch, seq } = event.head
  reference.transact(() => {
    patch({ reference, numbers, desk, patron_id: journal.partyOf(eventRefText(event.head)) }, event)
    reference.run(writeMeta, { name: PATCHED_TO, value: `${epoch}.${seq}` })
  })
}

type Patching = {
  readonly reference: WriteHandle
  readonly numbers: Numbers
  readonly desk: WriteHandle
  /** Whom the event is about; null when it is nobody. */
  readonly patron_id: PatronId | null
}

function patch(to: Patching, event: PatchEvent): void {
  const { reference } = to
  switch (event.kind) {
    case 'preference-set': {
      const { receipt, is_large_print, language } = event.body
      const choice = { receipt_kind: receipt, is_large_print: Number(is_large_print), language }
      reference.run(rows.setPreference, { patron_id: patronOf(to), ...choice })
      return
    }
    case 'patron-erased':
      return erase(to, event)
    case 'item-made':
      return makeItem(to, event)
    case 'item-edited': {
      const item_id = itemId(reference, event.body.item_barcode)
      reference.run(rows.editItem, { item_id, ...itemColumns(event.body.after) })
      return writeLender(reference, event.body.item_barcode, event.body.after)
    }
    default:
      unreachable(event)
  }
}

/** Their number in the library's data is kept as a seal, so that the data cannot bring them back in silence. */
function erase(to: Patching, { head }: PatchEvent): void {
  const { reference } = to
  const patron_id = patronOf(to)
  const number = reference.get(rows.numberOfPatron, { patron_id })?.external_id
  const erased_on = writtenOn(reference, head)
  if (number !== undefined && erased_on !== null) keepErased(reference, number, erased_on)
  withNames(reference, patron_id, () => {
    for (const statement of rows.ERASE_PATRON) reference.run(statement, { patron_id })
  })
}

function patronOf(to: Patching): PatronId {
  return must(to.patron_id, 'whom an entry is about is known')
}

function itemId(reference: WriteHandle, barcode: string): ItemId {
  return must(reference.get(itemIdByBarcode, { barcode }), 'the item of an event is known').item_id
}

function writtenOn(reference: WriteHandle, head: DeskEvent['head']): LocalDate | null {
  const zone = parseZoneName(reference.get(rows.branchZone, { branch_code: head.branch })?.zone_name ?? '')
  return zone === null ? null : toLocalDate(instant(head.at_ms), zone)
}

type Fields = Extract<PatchEvent, { kind: 'item-edited' }>['body']['after']

function itemColumns(fields: Fields): Omit<Parameters<typeof rows.editItem.bind>[0], 'item_id'> {
  const { item_type_code, home_branch, call_number, location, price_cents, note } = fields
  const price = price_cents === null ? null : cents(price_cents)
  return { item_type_code, home_branch_code: home_branch, call_number, location, price_cents: price, note }
}

function makeItem({ reference, numbers }: Patching, event: Extract<PatchEvent, { kind: 'item-made' }>): void {
  const { item_barcode, title_ref, title, fields } = event.body
  if (title) {
    const title_id = numbers.of('title', title_ref)
    reference.run(rows.makeTitle, { title_id, title_ref, ...title, title_key: titleKey(title.title) })
    reference.run(addTitleWords, { title_id, words: titleWords(`${title.title} ${title.author}`) })
    if (title.isbn !== '') reference.run(addIsbn, { isbn: title.isbn, title_id })
  }
  const { title_id } = must(reference.get(titleIdByRef, { title_ref }), 'the title of an item is known')
  const place = { at_branch_code: branchCode(event.head.branch || fields.home_branch), status: 'available' }
  const item_id = numbers.of('item', item_barcode)
  numbers.keep()
  reference.run(rows.makeItem, { item_id, barcode: item_barcode, title_id, ...itemColumns(fields), ...place })
  writeLender(reference, item_barcode, fields)
}

function writeLender(reference: WriteHandle, barcode: string, { lender_name, lender_due_on }: Fields): void {
  if (lender_name === '') {
    reference.run(dropLender, { barcode })
    return
  }
  const due_on = lender_due_on === null ? null : localDate(lender_due_on)
  reference.run(putLender, { barcode, lender_name, lender_due_on: due_on })
}

function placeOf(text: string): Place {
  const [epoch_count = 0, seq_count = 0] = text.split('.').map(Number)
  return { epoch_count, seq_count }
}

function isAfter(one: Place, other: Place): boolean {
  return one.epoch_count === other.epoch_count ? one.seq_count > other.seq_count : one.epoch_count > other.epoch_count
}
