/**
 * What a person probably hands over who does not pay to the cent: the next note up, and the ones above it. Pure. Only
 * offered; the clerk says what was handed over.
 */
import type { Cents } from '../../kernel/money.ts'
import { cents } from '../../kernel/money.ts'
import { NOTES_CENTS } from '../pieces.ts'

/** Above the largest note a person adds several of these, or larger ones. */
const ADDED_FROM_CENTS = 2000

/** @returns amounts above what is due, smallest first: 3.75 gives 5.00, 10.00, 20.00, 50.00 and 100.00 */
export function nextNotes(due_cents: Cents): readonly Cents[] {
  const single = NOTES_CENTS.filter((note) => note > due_cents)
  if (single.length > 0) return single.map(cents)
  const several = NOTES_CENTS.filter((note) => note >= ADDED_FROM_CENTS).map(
    (note) => due_cents - (due_cents % note) + note,
  )
  return [...new Set(several)].sort((one, other) => one - other).map(cents)
}

/**
 * What the key for the next note means now: the first amount above what is due, and pressed again the next one. From
 * the largest it stays there.
 *
 * @param given_cents the cash in the field; null: none
 */
export function nextNote(due_cents: Cents, given_cents: Cents | null): Cents {
  const notes = nextNotes(due_cents)
  const isAgain = given_cents !== null && notes.includes(given_cents)
  const next = isAgain ? notes.find((note) => note > given_cents) : notes[0]
  return next ?? given_cents ?? due_cents
}
