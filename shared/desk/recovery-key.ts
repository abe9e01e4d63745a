/**
 * The recovery key: the key of the data files in letters that can be printed, read out and typed again. Thirteen groups
 * of four letters and a check letter; a wrong letter, or two that changed places, are told with the group they stand
 * in. Pure. Must never be logged, nor stand in a record.
 */

/** No I, L, O or U: none of these is taken for another, and what is typed for them is read as what was meant. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
const BITS_A_LETTER = 5
const LETTERS_A_GROUP = 4
const GROUPS_COUNT = 13
const KEY_BITS = 256

/** What stands on the paper: "7K2QD", thirteen times. */
export type RecoveryKey = readonly string[]

export type ReadKey =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  /** So many letters were typed; `needed_count` are on the paper. */
  | { readonly kind: 'length'; readonly letters_count: number; readonly needed_count: number }
  /** The group, counted from 1, in which something is mistyped. */
  | { readonly kind: 'group'; readonly group_number: number }

/** Multiplies in the field of 32 elements, in which every letter has its own place. */
function times(one: number, other: number): number {
  let product = 0
  for (let bit = 0; bit < BITS_A_LETTER; bit += 1) if ((other >> bit) & 1) product ^= one << bit
  for (let bit = 8; bit >= BITS_A_LETTER; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  return product
}

/** Each place has its own weight, and so has the number of the group: whatever changes places changes the letter. */
function checkOf(group: readonly number[], index: number): number {
  const weights = [2, 4, 8, 16]
  return group.reduce((sum, value, place) => sum ^ times(value, weights[place] ?? 1), times(index + 1, 3))
}

/** @param key 32 bytes */
export function recoveryKeyOf(key: Uint8Array): RecoveryKey {
  const bits = Array.from(key, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const padded = bits.padEnd(GROUPS_COUNT * LETTERS_A_GROUP * BITS_A_LETTER, '0')
  const values = padded.match(/.{5}/g)?.map((five) => Number.parseInt(five, 2)) ?? []
  return Array.from({ length: GROUPS_COUNT }, (_none, index) => {
    const group = values.slice(index * LETTERS_A_GROUP, (index + 1) * LETTERS_A_GROUP)
    return [...group, checkOf(group, index)].map((value) => LETTERS[value] ?? '').join('')
  })
}

/** Reads what was typed: small letters, spaces, dashes and line ends do not matter. */
export function readRecoveryKey(text: string): ReadKey {
  const letters = Array.from(text.toUpperCase().replace(/[\s\-–.]/g, ''), (letter) => MEANT[letter] ?? letter)
  const needed_count = GROUPS_COUNT * (LETTERS_A_GROUP + 1)
  if (letters.length !== needed_count) return { kind: 'length', letters_count: letters.length, needed_count }
  const bits: string[] = []
  for (let index = 0; index < GROUPS_COUNT; index += 1) {
    const start = index * (LETTERS_A_GROUP + 1)
    const values = letters.slice(start, start + LETTERS_A_GROUP + 1).map((letter) => LETTERS.indexOf(letter))
    const group = values.slice(0, LETTERS_A_GROUP)
    const isWell = values.every((value) => value >= 0) && values[LETTERS_A_GROUP] === checkOf(group, index)
    if (!isWell) return { kind: 'group', group_number: index + 1 }
    bits.push(...group.map((value) => value.toString(2).padStart(BITS_A_LETTER, '0')))
  }
  const all = bits.join('')
  // The last letters hold a few bits more than the key: nothing stands there on any paper.
  if (all.slice(KEY_BITS).includes('1')) return { kind: 'group', group_number: GROUPS_COUNT }
  return {
    kind: 'key',
    key: Uint8Array.from(all.slice(0, KEY_BITS).match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)),
  }
}
