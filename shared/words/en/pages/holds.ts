/** English for the pages of holds: placing one, the hold shelf, the pull list, items in transit. */

export const HOLDS = {
  transits: { heading: 'In transit' },
}
