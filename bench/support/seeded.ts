/** Numbers, names and titles from a seed: the same seed gives the same library on every machine. Bench only. */
import type { Random } from '../../shared/kernel/ids.ts'
import { must } from '../../shared/kernel/assert.ts'

export type Seeded = {
  /** From 0 up to `below`, exclusive. */
  readonly whole: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Picks the front of the list far more often than its end, as with surnames: weight 1 / (place + flat). */
  readonly skewed: <T>(list: readonly T[], flat: number) => T
  readonly bytes: Random['bytes']
}

/** mulberry32. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number): number => Math.trunc(next() * below)
  const at = <T>(list: readonly T[], index: number): T => must(list[index], 'an entry of the list')
  return {
    whole,
    chance: (share) => next() < share,
    pick: (list) => at(list, whole(list.length)),
    skewed: (list, flat) => {
      const place = flat * Math.exp(next() * Math.log((list.length + flat) / flat)) - flat
      return at(list, Math.min(list.length - 1, Math.trunc(place)))
    },
    bytes: (length) => Uint8Array.from({ length }, () => whole(256)),
  }
}

const COMMON_SURNAMES =
  'Smith Johnson Williams Brown Jones García Miller Davis Rodríguez Martínez Hernández López González Wilson ' +
  'Anderson Thomas Taylor Moore Jackson Martin Lee Pérez Thompson White Harris Sánchez Clark Ramírez Lewis ' +
  'Robinson Walker Young Allen King Wright Scott Torres Nguyễn Hill Flores Green Adams Nelson Baker Hall Rivera ' +
  'Campbell Mitchell O’Brien Núñez Müller Jørgensen Łukasik D’Angelo Smith-Jones Öztürk Nováková Škoda'
const COMMON_GIVEN =
  'James Mary Michael Patricia Robert Jennifer John Linda David Elizabeth William Barbara Richard Susan Joseph ' +
  'Jessica Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Ashley Mark Emily ' +
  'Steven Kimberly José María Zoë Renée André Siobhán Jörg Anna-Lena'
const SYLLABLES =
  'ba ber cho da del en fer gar gon ha hen ing jo ka kow la lin ma mar mi mor na nel o par pe qui ra rez ro sa ' +
  'sen ski so son ta ter ton va ver wil wood ya zha'
const SMALL_WORDS = ['the', 'of', 'and', 'a', 'in', 'to', 'for', 'with']
const COMMON_WORDS =
  'history life world great american war book story love guide little new night house girl children secret art ' +
  'modern last first day man women king family summer dark river science garden white island étude café'

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

/** Made-up words, each once, after the common ones. */
function wordList(random: Seeded, common: readonly string[], count: number): string[] {
  const syllables = SYLLABLES.split(' ')
  const words = new Set(common)
  while (words.size < count) {
    words.add(Array.from({ length: 2 + random.whole(2) }, () => random.pick(syllables)).join(''))
  }
  return [...words]
}

export type Names = {
  readonly surnames: readonly string[]
  readonly given: readonly string[]
  readonly words: readonly string[]
}

export function makeNames(random: Seeded): Names {
  return {
    surnames: wordList(random, COMMON_SURNAMES.split(' '), 30_000).map(capital),
    given: wordList(random, COMMON_GIVEN.split(' '), 4_000).map(capital),
    words: wordList(random, COMMON_WORDS.split(' '), 20_000),
  }
}

/** The most common surname is 1.2 % of the people, as Smith is 0.9 % of the United States. */
export const surnameOf = (random: Seeded, names: Names): string => random.skewed(names.surnames, 10)
/** The most common given name is 2.7 %. */
export const givenOf = (random: Seeded, names: Names): string => random.skewed(names.given, 5)

/** Two to eight words, a quarter of them short, the others from very common to rare. */
export function titleOf(random: Seeded, names: Names): string {
  const words = Array.from({ length: 2 + random.whole(7) }, () =>
    random.chance(0.25) ? random.pick(SMALL_WORDS) : random.skewed(names.words, 20),
  )
  return capital(words.join(' '))
}

/** Fourteen digits, the last a Codabar mod-10 check digit. */
export function barcodeOf(prefix: '21234' | '31234' | '29999', number: number): string {
  const body = `${prefix}${String(number).padStart(8, '0')}`
  let sum = 0
  for (const [index, digit] of Array.from(body).entries()) {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return `${body}${(10 - (sum % 10)) % 10}`
}
