/** What only this side knows of a row that an event puts whole: whose it is, SQLite's number of an item, words. */
import type { RowLinks } from '../../../shared/journal/fold/rows.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { readPersonal } from '../../store/journal/journal-rows.ts'
import { initialsOfStaff } from '../../store/policy/staff-rows.ts'
import type { Applying } from '../beside.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { itemOf, whose } from './named.ts'

type Linked = {
  patron_id?: number
  item_id?: number
  initials?: string
  [words_in: string]: number | string | undefined
}

/** Undefined when the words beside the event are erased by now. */
export function linkedColumns(links: RowLinks, to: Applying): Linked | undefined {
  const { desk, event } = to
  const { has_patron, item_barcode: barcode, written_by, words_in, words_hold_columns } = links
  const { epoch, seq } = event.head
  const linked: Linked = {}
  if (has_patron) linked.patron_id = must(whose(to, eventRefText(event.head)), 'whom an entry is about is known')
  if (barcode !== undefined) linked.item_id = itemOf(to, barcode)
  if (written_by !== undefined) linked.initials = desk.get(initialsOfStaff, { staff_code: written_by })?.initials ?? ''
  if (words_in === undefined && !words_hold_columns) return linked
  const words = desk.get(readPersonal, { epoch, seq })?.text
  if (words === undefined) return undefined
  return { ...linked, ...(words_in === undefined ? (JSON.parse(words) as object) : { [words_in]: words }) }
}
