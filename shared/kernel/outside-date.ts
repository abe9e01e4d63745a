/** Schemas for the dates and moments in a command: within the bounds, with words for what lies outside them. */
import { z } from 'zod'
import { FIRST_DATE, LAST_DATE, readOutsideDate, NO_DATE, wrongDateWords } from './date-bounds.ts'

/** "2026-12-15", from the first accepted date to the last. */
export const outsideDate = z.iso.date(`it ${NO_DATE}`).refine((text) => 'on' in readOutsideDate(text), {
  error: (issue) => `it ${wrongDateWords(readOutsideDate(String(issue.input)))}`,
})

const FIRST_MS = Date.parse(`${FIRST_DATE}T00:00:00Z`)
const LAST_MS = Date.parse(`${LAST_DATE}T23:59:59.999Z`)

/** A moment in milliseconds since 1970, between the same bounds. */
export const outsideMs = z.int().min(FIRST_MS).max(LAST_MS)

/** "2026-12-15T14:15:00-06:00", between the same bounds. */
export const outsideTime = z.iso.datetime({ offset: true }).refine(
  (text) => {
    const at_ms = Date.parse(text)
    return at_ms >= FIRST_MS && at_ms <= LAST_MS
  },
  { error: `it is not between ${FIRST_DATE} and ${LAST_DATE}` },
)
