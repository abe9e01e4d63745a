/**
 * What possible duplicates of a patron are found by, besides the keys of the search: the sounds of both names in either
 * order, with every name that the given name may stand for; an e-mail address as it arrives. Keys are stored: raise
 * the version with any change to them, and those of everybody are made again. Pure. Keys are never shown.
 */
import { emailKey } from '../../catalog/patron-keys.ts'
import { foldedEmail } from './compare-facts.ts'
import { wordsOfName, type AskedName } from './compare-names.ts'
import { rootsOf, soundOf } from './name-sounds.ts'

export const ALIKE_KEYS_VERSION = '4'

/** Of a given name that stands for many, such as "Al". */
const SOUNDS_MAX = 6

function surnameSounds(surname: string): readonly string[] {
  const words = wordsOfName(surname)
  const whole = words.length > 1 ? [words.join('')] : []
  return [...words.filter((word) => words.length === 1 || word.length > 3), ...whole].map(soundOf)
}

function givenSounds(...names: readonly string[]): readonly string[] {
  const words = names.flatMap((name) => wordsOfName(name).slice(0, 2)).filter((word) => word.length > 1)
  const roots = words.flatMap((word) => (rootsOf(word).length > 0 ? rootsOf(word) : [word]))
  return roots.map(soundOf)
}

/** In one order, so that names in each other's fields meet; each name is also read as the other. */
function pair(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** Sounds of both names: "PTRSN RPRT" for Bob Peterson. */
export function nameSoundKeys({ surname, given, preferred_given }: AskedName): readonly string[] {
  const surnames = new Set(surnameSounds(surname))
  const givens = new Set(givenSounds(given, preferred_given))
  const keys = [...surnames].flatMap((one) => [...givens].map((other) => `n ${pair(one, other)}`))
  return [...new Set(keys)].slice(0, SOUNDS_MAX)
}

/** Only where the address as typed is no key of the search already. */
export function mailKeys(email: string): readonly string[] {
  const folded = foldedEmail(email)
  return folded === emailKey(email) ? [] : [`e ${folded}`]
}

export function alikeKeysOf(patron: AskedName & { readonly email: string }): readonly string[] {
  return [...nameSoundKeys(patron), ...mailKeys(patron.email)]
}
