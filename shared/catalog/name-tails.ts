/**
 * Names from the inside: "arquez" for Márquez, "berg" for Rosenberg. Each different name is kept once, by what is left
 * of it without its first letters, however many people have it. Pure. Must never be shown to anyone.
 */
import { namesWithin, type Named } from './patron-keys.ts'

/** Fewer letters than these stand inside too many names. */
export const INSIDE_LETTERS_MIN = 3
/** Nobody looks for the inside of what is longer. */
const NAME_LETTERS_MAX = 40

/** The names that a patron is found inside of: of both parts each, and what they want to be called. */
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
