/** Spanish for the pages of items and titles, and for brief records. */
import type { ITEMS as EN } from '../../en/pages/items.ts'

export const ITEMS: typeof EN = {
  made: { heading: 'Registros breves por catalogar' },
}
