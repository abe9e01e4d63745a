/**
 * What facts about patrons change. Who a patron is lies beside the seal and is laid as one row for each entry; views
 * and disclosures are log entries; what a patron chose is kept beside the journal, by patron and without its moment; an
 * erasure, and the undoing of a registration, is carried out by main/journal/people/erase.ts.
 */
import { eventRefText, type EventHead, type Folds } from '../event.ts'
import type { PATRON_EVENTS } from '../events/patrons.ts'
import type { RowChange } from './rows.ts'

/** The words beside the entry are its columns. */
function entry({ head }: { readonly head: EventHead }): readonly RowChange[] {
  const links = { has_patron: true, words_hold_columns: true } as const
  return [{ kind: 'row-put', table: 'patron_entry', key: eventRefText(head), row: {}, links }]
}

export const PATRON_FOLDS: Folds<typeof PATRON_EVENTS, RowChange> = {
  'preference-set': () => [],
  'record-viewed': () => [],
  'list-viewed': () => [],
  'list-exported': () => [],
  'patrons-exported': () => [],
  'record-disclosed': () => [],
  'patron-exported': () => [],
  'patron-erased': () => [],
  'patron-registered': entry,
  'registration-undone': () => [],
  'patron-changed': entry,
  'card-renewed': entry,
  'card-replaced': entry,
  'card-lost': entry,
  'guardian-linked': entry,
  'guardian-unlinked': entry,
  'family-linked': entry,
  'family-unlinked': entry,
  'patron-change-undone': entry,
  'patrons-merged': entry,
  'patrons-told-apart': entry,
  'email-bounced': entry,
  'email-arrives': entry,
  'mail-returned': entry,
  // What it said of the kept record holds no more: the record is given back by main/journal/people/merge.ts.
  'merge-undone': ({ body: { of } }) => [{ kind: 'row-dropped', table: 'patron_entry', key: of }],
  'patron-pin-set': entry,
  'patron-pin-cleared': entry,
}
