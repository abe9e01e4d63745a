/**
 * The recovery key: the key of the data files in letters that can be printed, read aloud and typed again. Thirteen
 * groups of four letters and a check letter; a wrong letter, or two that are swapped, are reported with their group.
 * Pure. Must never be logged or stored: it opens every record.
 */
import { base32crockford } from '@scure/base'
import { must } from './assert.ts'
import type { Random } from './ids.ts'

/** Crockford's: no I, L, O or U; when typed, they are read as what was meant. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS_A_LETTER = 5
const LETTERS_A_GROUP = 4
const GROUPS_COUNT = 13

/** The groups printed on the paper: "7K2QD", thirteen times. */
export type RecoveryKey = readonly string[]

export type ReadKey =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  /** The number of letters typed; the paper has `needed_count`. */
  | { readonly kind: 'length'; readonly letters_count: number; readonly needed_count: number }
  /** The group, counted from 1, in which something is mistyped. */
  | { readonly kind: 'group'; readonly group_number: number }

/** Multiplies in the field of 32 elements, one for each letter. */
function times(one: number, other: number): number {
  let product = 0
  for (let bit = 0; bit < BITS_A_LETTER; bit += 1) if ((other >> bit) & 1) product ^= one << bit
  for (let bit = 8; bit >= BITS_A_LETTER; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  return product
}

/**
 * A checksum over the whole key (bech32m) finds a slip too, but cannot say in which group it is.
 *
 * Each place has its own weight, and so does the number of the group: swapping places changes the letter.
 */
function checkOf(letters: string, index: number): string {
  const weights = [2, 4, 8, 16]
  const values = Array.from(letters, (letter) => LETTERS.indexOf(letter))
  const sum = values.reduce((all, value, place) => all ^ times(value, weights[place] ?? 1), times(index + 1, 3))
  return LETTERS[sum] ?? ''
}

/** @param key 32 bytes */
export function recoveryKeyOf(key: Uint8Array): RecoveryKey {
  const groups = base32crockford.encode(key).match(/.{4}/g) ?? []
  return groups.map((group, index) => group + checkOf(group, index))
}

function lettersOf(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\-–.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** Reads a typed key: case, spaces, dashes and line ends do not matter. */
export function readRecoveryKey(text: string): ReadKey {
  const letters = lettersOf(text)
  const needed_count = GROUPS_COUNT * (LETTERS_A_GROUP + 1)
  const letters_count = Array.from(letters).length
  if (letters_count !== needed_count) return { kind: 'length', letters_count, needed_count }
  const groups = letters.match(/.{5}/gu) ?? []
  const wrong = groups.findIndex((group, index) => !isWell(group, index))
  if (wrong >= 0) return { kind: 'group', group_number: wrong + 1 }
  try {
    return { kind: 'key', key: base32crockford.decode(groups.map((group) => group.slice(0, LETTERS_A_GROUP)).join('')) }
  } catch {
    // The last letters have a few bits more than the key: they are zero on every paper.
    return { kind: 'group', group_number: GROUPS_COUNT }
  }
}

function isWell(group: string, index: number): boolean {
  const letters = group.slice(0, LETTERS_A_GROUP)
  return Array.from(group).every((letter) => LETTERS.includes(letter)) && group === letters + checkOf(letters, index)
}

/** The numbers of two groups, from 1, the lower first. */
export type TwoGroups = readonly [number, number]

/** The largest multiple of thirteen that a byte holds: larger bytes would make some groups more likely. */
const BYTE_LIMIT = 247

/** The two groups that a person types to show that the key is on paper. Drawn: nobody types them from memory. */
export function drawnGroups(random: Random): TwoGroups {
  const drawn = new Set<number>()
  while (drawn.size < 2) {
    for (const byte of random.bytes(8)) if (byte < BYTE_LIMIT && drawn.size < 2) drawn.add((byte % GROUPS_COUNT) + 1)
  }
  const [lower, higher] = [...drawn].toSorted((one, other) => one - other)
  return [must(lower, 'the first'), must(higher, 'the second')]
}

/**
 * Compares two typed groups with those of the key. A slip is told by its check letter, and so with its group. Groups of
 * another key are wrong together: telling which one is right would let a program find the key group by group.
 */
export function checkGroups(
  key: RecoveryKey,
  asked: TwoGroups,
  typed: readonly [string, string],
): { readonly kind: 'right' | 'wrong' } | { readonly kind: 'group'; readonly group_number: number } {
  const letters = typed.map(lettersOf)
  const slip = asked.find((group_number, at) => !isWell(letters[at] ?? '', group_number - 1))
  if (slip !== undefined) return { kind: 'group', group_number: slip }
  return { kind: asked.every((number, at) => key[number - 1] === letters[at]) ? 'right' : 'wrong' }
}
