/** What a name sounds like, and which given names are one. For comparing, and for keys that are stored; never shown. */
import { doubleMetaphone } from 'double-metaphone'
import { NAME_FAMILIES } from './given-names.ts'
import { latin } from './latin.ts'

/** By name, the first names of its rows. */
const ROOTS = new Map<string, string[]>()
for (const row of NAME_FAMILIES) {
  const [root = '', ...others] = row.split(/\s+/)
  for (const name of [root, ...others]) ROOTS.set(name, [...(ROOTS.get(name) ?? []), root])
}

/** The names that a given name may stand for; empty where it is in no row. */
export function rootsOf(word: string): readonly string[] {
  const plain = latin(word)
  const known = ROOTS.get(plain)
  if (known) return known
  // "Juanito" is Juan, "Nachito" Nacho.
  const [, stem = '', end = ''] = /^(.{3,})it([oa])$/.exec(plain) ?? []
  return stem === '' ? [] : (ROOTS.get(`${stem}${end}`) ?? ROOTS.get(stem) ?? [])
}

/** The sound of a word in a few letters; the word itself where it has none, as in Chinese characters. */
export function soundOf(word: string): string {
  const plain = latin(word)
  return doubleMetaphone(plain)[0] || plain
}

/** Both readings of a word: "Jorge" is read in English and in Spanish. */
export function soundsOf(word: string): readonly string[] {
  const plain = latin(word)
  return doubleMetaphone(plain).map((sound) => sound || plain)
}
