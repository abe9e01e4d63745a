/** Facts about this desk change nothing besides the journal that holds them. */
import type { Folds } from '../event.ts'
import type { DESK_EVENTS } from '../events/desk.ts'

export const DESK_FOLDS: Folds<typeof DESK_EVENTS, never> = {
  'epoch-opened': () => [],
  'missing-acknowledged': () => [],
  'clock-confirmed': () => [],
  'data-imported': () => [],
  'recovery-key-shown': () => [],
}
