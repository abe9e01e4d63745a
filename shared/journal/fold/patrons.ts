/**
 * What facts about patrons change. Who a patron is lies beside the seal and is laid as one row for each entry; views
 * and disclosures are log entries; what a patron chose is kept beside the journal, by patron and without its moment; an
 * erasure, and the undoing of a registration, is carried out by main/journal/people/erase.ts.
 */
import { eventRefText, type EventHead, type Folds } from '../event.ts'
import { PERSON_KINDS } from '../event-kinds.ts'
import type { PATRON_EVENTS } from '../events/patrons.ts'
import type { RowChange } from './rows.ts'

/** The words beside the entry are its columns. */
function entry({ head }: { readonly head: EventHead }): readonly RowChange[] {
  const links = { has_patron: true, words_hold_columns: true } as const
  return [{ kind: 'row-put', table: 'patron_entry', key: eventRefText(head), row: {}, links }]
}

/** All of them say it in the same shape: what tells them apart is the act's name, in the log and at an undo. */
const ENTRIES = Object.fromEntries(PERSON_KINDS.map((kind) => [kind, entry])) as Readonly<
  Record<(typeof PERSON_KINDS)[number], typeof entry>
>

export const PATRON_FOLDS: Folds<typeof PATRON_EVENTS, RowChange> = {
  ...ENTRIES,
  'preference-set': () => [],
  'record-viewed': () => [],
  'list-viewed': () => [],
  'list-exported': () => [],
  'patrons-exported': () => [],
  'record-disclosed': () => [],
  'patron-exported': () => [],
  'patron-erased': () => [],
  'registration-undone': () => [],
  // What it said of the kept record holds no more: the record is given back by main/journal/people/merge.ts.
  'merge-undone': ({ body: { of } }) => [{ kind: 'row-dropped', table: 'patron_entry', key: of }],
}
