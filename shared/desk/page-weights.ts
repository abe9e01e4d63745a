/**
 * Which acts of a page and of a row are buttons in sight, and which are under "More": at most three in sight, in the
 * order of the builder, and the grave ones last. Pure; removes no act.
 */
import type { Act, PageView } from './page.ts'

/** Buttons in sight at once, the one of Enter included. */
export const MAIN_ACTS_COUNT_MAX = 3

/** The acts in the order of the screen, each with its weight. */
export function weighed(acts: readonly Act[], room_count: number): Act[] {
  const ordered = [...acts.filter((one) => !one.is_grave), ...acts.filter((one) => one.is_grave)]
  let left_count = room_count
  return ordered.map((one) => {
    if (one.weight === 'more' || left_count === 0) return { ...one, weight: 'more' }
    left_count -= 1
    return one
  })
}

/** The page with the weights of its own acts and of those of each row. */
export function withWeights(page: PageView): PageView {
  const sections = page.sections.map((section) => {
    if (section.kind !== 'table') return section
    const rows = section.rows.map((row) => {
      const room_count = row.enter === null ? MAIN_ACTS_COUNT_MAX : MAIN_ACTS_COUNT_MAX - 1
      return { ...row, acts: weighed(row.acts, room_count) }
    })
    return { ...section, rows }
  })
  return { ...page, acts: weighed(page.acts, MAIN_ACTS_COUNT_MAX), sections }
}
