/**
 * A number for a new badge: drawn, never the next in a row, or the badge of one person would give away those of others.
 * Pure; the caller knows which numbers are taken.
 */
import { must } from '../kernel/assert.ts'
import type { Random } from '../kernel/ids.ts'
import { isLuhn } from '../catalog/isbn.ts'

/** As of a person's barcode, and of no range that libraries are known to give their cards. */
const BADGE_PREFIX = '29999'
const DRAWN_LENGTH = 8
/** The largest multiple of ten that a byte holds: larger bytes would make some digits more likely. */
const BYTE_LIMIT = 250

/** Whether this has the form of a badge that was drawn here: it is no card and no item. */
export const isDrawnBadge = (text: string): boolean => /^\d{14}$/.test(text) && text.startsWith(BADGE_PREFIX)

/** 14 digits: the prefix, eight drawn ones, the check digit. */
export function drawnBadge(random: Random): string {
  let drawn = ''
  while (drawn.length < DRAWN_LENGTH) {
    const even = [...random.bytes(DRAWN_LENGTH)].filter((byte) => byte < BYTE_LIMIT)
    drawn += even.map((byte) => String(byte % 10)).join('')
  }
  const thirteen = BADGE_PREFIX + drawn.slice(0, DRAWN_LENGTH)
  const check = '0123456789'.split('').find((digit) => isLuhn(thirteen + digit))
  return thirteen + must(check, 'one digit of ten makes the sum right')
}
