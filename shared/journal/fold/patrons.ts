/** Facts about patrons: carried into the reference file as they are (patch.ts), or entries of a log. */
import type { Folds } from '../event.ts'
import type { PATRON_EVENTS } from '../events/patrons.ts'

export const PATRON_FOLDS: Folds<typeof PATRON_EVENTS, never> = {
  'preference-set': () => [],
  'record-viewed': () => [],
  'record-disclosed': () => [],
  'patron-exported': () => [],
  'patron-erased': () => [],
}
