/** Spanish for the pages of holds: placing one, the hold shelf, the pull list, items in transit. */
import type { HOLDS as EN } from '../../en/pages/holds.ts'

export const HOLDS: typeof EN = {
  transits: { heading: 'En tránsito' },
}
