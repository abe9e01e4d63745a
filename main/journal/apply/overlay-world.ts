/**
 * The overlay as a World, for the changes of one event, inside the transaction that records it. It puts SQLite's number
 * of an item in the place of its barcode, and finds whose a row is by the party of the event, and the words beside it.
 */
import { isRowTable, ROW_KEYS, type RowLinks, type RowTable } from '../../../shared/journal/fold/rows.ts'
import type { Read, Row, StateTable, Table, World } from '../../../shared/journal/state/world.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { holdByRef, type HoldRow } from '../../store/circulation/hold-rows.ts'
import { dropQuestion, putQuestion } from '../../store/circulation/question-rows.ts'
import { dropOverlayRow, putOverlayRow, readRow } from '../../store/overlay/overlaid.ts'
import { chargeByRef, insertTransfer, type ChargeRow } from '../../store/money/charge-rows.ts'
import { putCharge, putHold, putItem } from '../../store/overlay/overlay-tables.ts'
import type { Applying } from '../beside.ts'
import { titleIdOf } from '../numbered.ts'
import { linkedColumns } from './links.ts'
import { itemOf, whose } from './named.ts'

/** What a row that was read has of this store: put again, it keeps whose it is, and its items and titles. */
type Own = { readonly hold: Partial<HoldRow>; readonly charge: Partial<ChargeRow> }

/** How the rows of one table are read, put and taken away. */
type Keeping<T extends StateTable> = {
  readonly get?: (to: Applying, key: string) => Read<T> | null
  readonly put: (to: Applying, key: string, row: Row<T> & (T extends keyof Own ? Own[T] : unknown)) => void
  readonly drop?: (to: Applying, key: string) => void
}

const KEPT: { readonly [T in StateTable]: Keeping<T> } = {
  item: {
    put: (to, barcode, row) => {
      to.desk.run(putItem, {
        ...placeOf(to),
        item_id: itemOf(to, barcode),
        ...row,
        seen_at_ms: instant(row.seen_at_ms),
      })
    },
  },
  hold: {
    get: ({ desk }, hold_ref) => {
      return { ...must(desk.get(holdByRef, { hold_ref }), 'an open hold to change'), is_open: 1 }
    },
    put: (to, hold_ref, row) => {
      const { patron_id = whose(to, hold_ref), title_id = titleIdOf(to.desk, row.title_ref) } = row
      const made = {
        patron_id: must(patron_id, 'the patron of a hold'),
        title_id: must(title_id, 'the title of a hold'),
      }
      const { expires_on, suspended_until_on, shelf_until_on } = row
      const dates = {
        placed_at_ms: instant(row.placed_at_ms),
        expires_on: dateOrNull(expires_on),
        suspended_until_on: dateOrNull(suspended_until_on),
        shelf_until_on: dateOrNull(shelf_until_on),
      }
      const about = { hold_ref, party_ref: hold_ref, ...row, ...made, ...dates, item_id: itemIn(to, row) }
      to.desk.run(putHold, { ...about, ...placeOf(to) })
    },
  },
  charge: {
    get: ({ desk }, charge_ref) => must(desk.get(chargeByRef, { charge_ref }), 'a charge to move'),
    put: (to, charge_ref, row) => {
      if (to.again?.held.has(charge_ref)) return
      // Data that was made later than what moved here may know of it already.
      const within = (sum: number): Cents => cents(to.again ? Math.min(Math.max(sum, 0), row.amount_cents) : sum)
      const sums = {
        amount_cents: cents(row.amount_cents),
        owed_cents: within(row.owed_cents),
        refund_due_cents: within(row.refund_due_cents),
      }
      const { patron_id = to.patron_id } = row
      const made = { patron_id: must(patron_id, 'a new charge is somebody’s'), item_id: itemIn(to, row) }
      const about = { charge_ref, party_ref: charge_ref, ...row, ...made, charged_at_ms: instant(row.charged_at_ms) }
      to.desk.run(putCharge, { ...about, ...sums, ...placeOf(to) })
    },
  },
  transfer: {
    put: (to, _key, row) => {
      const moved = { amount_cents: cents(row.amount_cents), at_ms: instant(row.at_ms) }
      to.desk.run(insertTransfer, { ...row, ...moved, ...placeOf(to) })
    },
  },
  return_question: {
    put: (to, question_ref, row) => {
      const patron_id = whose(to, question_ref)
      // Asked again of the journal, it is forgotten whom it was about: it was answered since.
      if (patron_id === null && to.again) return
      const about = { question_ref, patron_id: must(patron_id, 'whom a question is about is known') }
      to.desk.run(putQuestion, { ...about, ...row, asked_at_ms: instant(row.asked_at_ms) })
    },
    drop: ({ desk }, question_ref) => desk.run(dropQuestion, { question_ref }),
  },
}

function placeOf({ event }: Applying): { readonly epoch: number; readonly seq: number } {
  return { epoch: event.head.epoch, seq: event.head.seq }
}

function dateOrNull(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

type OfItem = { readonly item_barcode?: string | null; readonly item_id?: ItemId | null }

/** By the name that a change gave it; of a row that was read, the number that it had. */
function itemIn(to: Applying, { item_barcode, item_id = null }: OfItem): ItemId | null {
  if (item_barcode === undefined) return item_id
  return item_barcode === null ? null : itemOf(to, item_barcode)
}

/** Never settled: folded again onto another reference file, the journal finds these there. A rebuild fills them. */
const LISTS: ReadonlySet<Table> = new Set<Table>(['transfer', 'return_question'])

type AnyKeeping = {
  readonly get?: (to: Applying, key: string) => object | null
  readonly put: (to: Applying, key: string, row: object) => void
  readonly drop?: (to: Applying, key: string) => void
}

/** The same where the table is known only as it runs: `World` has its rows typed. */
const ANY = KEPT as unknown as Readonly<Record<StateTable, AnyKeeping>>

export function overlayWorld(to: Applying): World {
  const { desk, event } = to
  const { epoch, seq } = event.head
  const keep = (table_name: RowTable, row_key: string, content: string | null): void => {
    desk.run(putOverlayRow, { table_name, row_key, content, epoch, seq })
  }
  const isTaken = (table: Table): boolean => !to.again || LISTS.has(table) === (to.again.part === 'lists')
  const read = (table: Table, key: string): object | null => {
    if (!isTaken(table)) return null
    if (!isRowTable(table)) return must(ANY[table].get, 'a table whose rows are read')(to, key)
    const content = readRow(desk, table, key)
    return content === null ? null : (JSON.parse(content) as object)
  }
  return {
    get: <T extends Table>(table: T, key: string) => read(table, key) as Read<T> | null,
    put: (table: Table, key: string, row: object, links: RowLinks = {}) => {
      if (!isTaken(table)) return
      if (!isRowTable(table)) {
        ANY[table].put(to, key, row)
        return
      }
      const linked = linkedColumns(links, to)
      if (linked) keep(table, key, JSON.stringify({ [ROW_KEYS[table]]: key, ...row, ...linked }))
    },
    drop: (table, key) => {
      if (!isTaken(table)) return
      if (isRowTable(table)) keep(table, key, null)
      else must(ANY[table].drop, 'a table whose rows are dropped')(to, key)
    },
    release: (table_name, row_key) => void desk.run(dropOverlayRow, { table_name, row_key }),
  }
}
