/** Puts a row that an event changed whole into the overlay, with what only this side knows of it. */
import type { RowChange, RowLinks } from '../../../shared/journal/fold/rows.ts'
import { ROW_KEYS } from '../../../shared/journal/fold/rows.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { readPersonal } from '../../store/journal/journal-rows.ts'
import { initialsOfStaff } from '../../store/policy/staff-rows.ts'
import { dropOverlayRow, putOverlayRow, readRow } from '../../store/overlay/overlaid.ts'
import type { Applying } from '../beside.ts'
import { itemIdOf } from '../numbered.ts'

export function applyRow(change: RowChange, to: Applying): void {
  const { table: table_name, key: row_key } = change
  if (change.kind === 'row-released') {
    to.desk.run(dropOverlayRow, { table_name, row_key })
    return
  }
  const content = contentAfter(change, to)
  if (content === undefined) return
  const { epoch: epoch_count, seq: seq_count } = to.event.head
  to.desk.run(putOverlayRow, { table_name, row_key, content, epoch_count, seq_count })
}

/** Null: there is no row any more; undefined: there is none to change. */
function contentAfter(change: Exclude<RowChange, { kind: 'row-released' }>, to: Applying): string | null | undefined {
  if (change.kind === 'row-dropped') return null
  const { table, key } = change
  if (change.kind === 'row-put') {
    const linked = linkedColumns(change.links, to)
    return linked && JSON.stringify({ [ROW_KEYS[table]]: key, ...change.row, ...linked })
  }
  const before = readRow(to.desk, table, key)
  return before === null ? undefined : JSON.stringify({ ...(JSON.parse(before) as object), ...change.row })
}

type Linked = {
  patron_id?: number
  item_id?: number
  initials?: string
  [words_in: string]: number | string | undefined
}

/** Undefined when the words beside the event are erased by now. */
function linkedColumns(links: RowLinks, to: Applying): Linked | undefined {
  const { desk, event, known, partyOf } = to
  const { has_patron, item_barcode: barcode, written_by, words_in, words_hold_columns } = links
  const { epoch: epoch_count, seq: seq_count, terminal } = event.head
  const linked: Linked = {}
  if (has_patron) {
    const patron_id = to.patron_id ?? partyOf(`${terminal}.${epoch_count}.${seq_count}`)
    linked.patron_id = must(patron_id, 'whom an entry is about is known')
  }
  if (barcode !== undefined) {
    const item_id = known.get(barcode) ?? itemIdOf(desk, barcode)
    linked.item_id = must(item_id, 'the item of an event is known')
  }
  if (written_by !== undefined) linked.initials = desk.get(initialsOfStaff, { staff_code: written_by })?.initials ?? ''
  if (words_in === undefined && !words_hold_columns) return linked
  const words = desk.get(readPersonal, { epoch_count, seq_count })?.text
  if (words === undefined) return undefined
  return { ...linked, ...(words_in === undefined ? (JSON.parse(words) as object) : { [words_in]: words }) }
}
