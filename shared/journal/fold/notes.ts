/** Facts about notes: carried into the reference file as they are (patch.ts). */
import type { Folds } from '../event.ts'
import type { NOTE_EVENTS } from '../events/notes.ts'

export const NOTE_FOLDS: Folds<typeof NOTE_EVENTS, never> = {
  'note-written': () => [],
  'note-removed': () => [],
}
