/** English for the pages of items and titles, and for brief records. */

export const ITEMS = {
  made: { heading: 'Brief records to catalog' },
}
