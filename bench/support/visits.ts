/** What a benchmark asks a desk in a process of its own for, and hears from it. */

export const ITEMS_A_VISIT = 4

export type VisitsAsked = { readonly visits_count: number }

export type VisitsTook = {
  /** Of an item, from its scan to the answer; the median. */
  readonly item_ms: number
  /** Of the desk's process, by item, with all that it does beside. */
  readonly item_processor_ms: number
  /** The same of a whole visit: the card, the items, and the Enter that prints. */
  readonly visit_processor_ms: number
  /** What its strip says of the papers. */
  readonly jobs: string
}
