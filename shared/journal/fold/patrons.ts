/**
 * What facts about patrons change. Views and disclosures are log entries; an erasure is carried out by
 * main/journal/erase.ts.
 */
import { eventRefText, type Folds } from '../event.ts'
import type { PATRON_EVENTS } from '../events/patrons.ts'
import type { RowChange } from './rows.ts'

export const PATRON_FOLDS: Folds<typeof PATRON_EVENTS, RowChange> = {
  'preference-set': ({ head, body: { receipt, is_large_print, language } }) => {
    const row = { receipt_kind: receipt, is_large_print: Number(is_large_print), language }
    return [{ kind: 'row-put', table: 'patron_preference', key: eventRefText(head), row, links: { has_patron: true } }]
  },
  'record-viewed': () => [],
  'list-viewed': () => [],
  'record-disclosed': () => [],
  'patron-exported': () => [],
  'patron-erased': () => [],
}
