/**
 * Finds names from the inside: "arquez" for Márquez, "berg" for Rosenberg. Each distinct name is kept once, by its
 * tails, however many people have it. Pure. Tails are never shown.
 */
import { namesWithin, type Named } from './patron-keys.ts'

/** Fewer letters than these occur in too many names. */
export const INSIDE_LETTERS_MIN = 3
/** Nobody searches for the inside of a longer name. */
const NAME_LETTERS_MAX = 40

/** The names in which a patron can be found: surname, given names and preferred name. */
export function insideNames(patron: Named): readonly string[] {
  return [...new Set(namesWithin(patron))].filter((name) => tailsOf(name).length > 0)
}

/** "marquez" is found by "arquez", "rquez", "quez" and "uez". The longest comes first. */
export function tailsOf(name: string): readonly string[] {
  const letters = Array.from(name)
  if (letters.length > NAME_LETTERS_MAX) return []
  const starts = Array.from({ length: Math.max(0, letters.length - INSIDE_LETTERS_MIN) }, (_, at) => at + 1)
  return starts.map((at) => letters.slice(at).join(''))
}
