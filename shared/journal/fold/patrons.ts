/**
 * Facts about patrons change no row. Views and disclosures are log entries; what a patron chose is kept beside the
 * journal, by patron and without its moment; an erasure is carried out by main/journal/erase.ts.
 */
import type { Folds } from '../event.ts'
import type { PATRON_EVENTS } from '../events/patrons.ts'

export const PATRON_FOLDS: Folds<typeof PATRON_EVENTS, never> = {
  'preference-set': () => [],
  'record-viewed': () => [],
  'list-viewed': () => [],
  'list-exported': () => [],
  'record-disclosed': () => [],
  'patron-exported': () => [],
  'patron-erased': () => [],
}
