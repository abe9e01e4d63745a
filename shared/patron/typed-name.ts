/** Whether a name that somebody typed is a patron's. For erasing: better forget a namesake than keep them. */
import { nameKey } from '../catalog/fold.ts'

export type PatronName = { readonly surname: string; readonly given: string; readonly preferred_given: string }

/** Folded, as people write them before a surname, in English and Spanish. */
const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sr', 'sra', 'srta', 'don', 'dona'])

function wordsOf(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => nameKey(name).split(' ')).filter((word) => word !== '')
}

/**
 * One of the surnames with a given name, its initial or nothing besides, in any order; or given names alone. A given
 * name that is another's makes it somebody else's.
 */
export function isNameOf(typed: string, { surname, given, preferred_given }: PatronName): boolean {
  const words = wordsOf(typed).filter((word) => !TITLES.has(word))
  const [surnames, givens] = [wordsOf(surname), wordsOf(given, preferred_given)]
  const others = words.filter((word) => !surnames.includes(word))
  const isGiven = (word: string): boolean => givens.some((one) => one === word || one.charAt(0) === word)
  if (others.length === words.length) return words.length > 0 && words.every((word) => givens.includes(word))
  return others.length === 0 || others.some(isGiven)
}
