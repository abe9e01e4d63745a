/** Search as you type: people by name, titles by words, at every length of the typed text. Through the router. */
import { fold } from '../shared/catalog/fold.ts'
import { BenchDesk } from './support/bench-desk.ts'
import { median, msText, quantile, spreadText, type Figure } from './support/figures.ts'
import { cardOf, copyLibrary } from './support/made-library.ts'
import { givenOf, makeNames, seeded, surnameOf, titleOf, type Names, type Seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'

const NAME_LENGTH_MAX = 8
const TITLE_LENGTH_MAX = 20
const LIMIT = 12

type ByLength = Map<number, number[]>

/** Types each text letter by letter, up to its end or `longest`, and times every answer. */
async function type(
  texts: readonly string[],
  longest: number,
  ask: (text: string) => Promise<unknown>,
): Promise<ByLength> {
  const times: ByLength = new Map()
  for (const text of texts) {
    const letters = Array.from(text)
    for (let length = 1; length <= Math.min(longest, letters.length); length += 1) {
      const typed = letters.slice(0, length).join('')
      const began = performance.now()
      await ask(typed)
      const ms = performance.now() - began
      const before = times.get(length)
      if (before) before.push(ms)
      else times.set(length, [ms])
    }
  }
  return times
}

/** By length, the median over the runs of each run's quantile `share`. */
function byLength(runs: readonly ByLength[], share: number): { readonly length: number; readonly ms: number }[] {
  const lengths = [...new Set(runs.flatMap((run) => [...run.keys()]))].toSorted((a, b) => a - b)
  return lengths.map((length) => {
    const found = runs.flatMap((run) => run.get(length) ?? [])
    return { length, ms: median(runs.map((run) => quantile(run.get(length) ?? found, share))) }
  })
}

/** The slowest length decides. */
function worst(lengths: readonly { readonly length: number; readonly ms: number }[]) {
  return lengths.reduce((slowest, one) => (one.ms > slowest.ms ? one : slowest))
}

/** Names are typed as often as people have them. */
function namesTyped(random: Seeded, names: Names, count: number): string[] {
  return Array.from({ length: count }, (_, n) =>
    n % 4 === 0 ? `${surnameOf(random, names).slice(0, 4)} ${givenOf(random, names)}` : surnameOf(random, names),
  )
}

/** One to three words: from the start of a title, or out of its middle. */
function titlesTyped(random: Seeded, names: Names, count: number): string[] {
  return Array.from({ length: count }, () => {
    const words = titleOf(random, names).split(' ')
    const from = random.chance(0.5) ? 0 : random.whole(words.length)
    return words.slice(from, from + 1 + random.whole(3)).join(' ')
  })
}

/**
 * The other keys a person is found by, each as one types it: ends of numbers, e-mail, street, postal code, birth date.
 */
const PARTS: Readonly<Record<string, (random: Seeded, names: Names, size: Size) => string>> = {
  'phone, last 4': (random) => String(random.whole(10_000)).padStart(4, '0'),
  'phone, last 7': (random) => `${100 + random.whole(900)}-${String(random.whole(10_000)).padStart(4, '0')}`,
  'card, whole': (random, _names, size) => cardOf(1 + random.whole(size.patrons)),
  'card, last 5': (random, _names, size) => cardOf(1 + random.whole(size.patrons)).slice(-5),
  'e-mail': (random, _names, size) => `p${1 + random.whole(size.patrons)}@library`,
  street: (random, names) => `${random.skewed(names.surnames, 50)} street`,
  'house and street': (random, names) => `${1 + random.whole(2000)} ${random.skewed(names.surnames, 50)}`,
  'postal code and name': (random, names) => `600${10 + random.whole(89)} ${surnameOf(random, names)}`,
  'birth date and name': (random, names) =>
    `4/1${random.whole(10)}/${1940 + random.whole(80)} ${surnameOf(random, names)}`,
  'given name, then surname': (random, names) => `${givenOf(random, names)} ${surnameOf(random, names).slice(0, 2)}`,
}

/** Milliseconds of each kind, over all runs. */
async function timeParts(desk: BenchDesk, size: Size, names: Names): Promise<ReadonlyMap<string, readonly number[]>> {
  const random = seeded(82)
  const times = new Map<string, number[]>()
  for (const [kind, textOf] of Object.entries(PARTS)) {
    const own: number[] = []
    for (let n = 0; n < size.typed; n += 1) {
      const text = textOf(random, names, size)
      const began = performance.now()
      await people(desk, text)
      own.push(performance.now() - began)
    }
    times.set(kind, own)
  }
  return times
}

function partFigures(times: ReadonlyMap<string, readonly number[]>): Figure[] {
  const p99 = [...times].map(([kind, ms]) => ({ kind, ms: quantile(ms, 0.99) }))
  const slowest = p99.reduce((one, other) => (other.ms > one.ms ? other : one))
  return [
    {
      what: 'A person by phone, card, e-mail, street, postal code or birth date, p99 of the slowest kind',
      measured: `${msText(slowest.ms)} (${slowest.kind})`,
      target: 'under 5 ms',
      isMet: slowest.ms < 5,
      beside: p99.map(({ kind, ms }) => `${kind} ${msText(ms)}`).join(', '),
    },
  ]
}

/** Accents and case make no difference: the same people and titles come back. */
async function assertFolded(desk: BenchDesk): Promise<void> {
  for (const [one, other] of [
    ['Núñez', 'nunez'],
    ['ÖZTÜRK', 'ozturk'],
    ['o’brien', 'OBRIEN'],
    ['Łukasik', 'lukasik'],
  ] as const) {
    const [found, again] = [await people(desk, one), await people(desk, other)]
    if (found.length === 0 || JSON.stringify(found) !== JSON.stringify(again)) throw new Error(`${one} is not ${other}`)
  }
  for (const [one, other] of [
    ['Étude', 'etude'],
    ['CAFÉ', 'cafe'],
  ] as const) {
    const [found, again] = [await titles(desk, one), await titles(desk, other)]
    if (found.length === 0 || JSON.stringify(found) !== JSON.stringify(again)) throw new Error(`${one} is not ${other}`)
    if (!found.every((hit) => fold(`${hit.title} ${hit.author}`).includes(other)))
      throw new Error(`no ${other} in a hit`)
  }
}

const people = async (desk: BenchDesk, text: string) => (await desk.ok('search.patrons', { text, limit: LIMIT })).hits
const titles = async (desk: BenchDesk, text: string) => (await desk.ok('search.titles', { text, limit: LIMIT })).hits

export async function benchSearch(size: Size): Promise<Figure[]> {
  const desk = await BenchDesk.open(copyLibrary(size, 'search'))
  try {
    await desk.signIn()
    await assertFolded(desk)
    const random = seeded(81)
    const names = makeNames(seeded(20_261_124))
    const warm = size.typed / 4
    await type(namesTyped(random, names, warm), NAME_LENGTH_MAX, (text) => people(desk, text))
    await type(titlesTyped(random, names, warm), TITLE_LENGTH_MAX, (text) => titles(desk, text))
    const byName: ByLength[] = []
    const byTitle: ByLength[] = []
    for (let run = 0; run < size.runs; run += 1) {
      const [wanted, sought] = [namesTyped(random, names, size.typed), titlesTyped(random, names, size.typed)]
      byName.push(await type(wanted, NAME_LENGTH_MAX, (text) => people(desk, text)))
      byTitle.push(await type(sought, TITLE_LENGTH_MAX, (text) => titles(desk, text)))
    }
    const parts = await timeParts(desk, size, names)
    return [...nameFigures(byName), ...partFigures(parts), ...titleFigures(byTitle)]
  } finally {
    await desk.close()
  }
}

const allOf = (runs: readonly ByLength[]): number[] => runs.flatMap((run) => [...run.values()].flat())

function nameFigures(runs: readonly ByLength[]): Figure[] {
  const lengths = byLength(runs, 0.99)
  const slowest = worst(lengths)
  const each = lengths.map(({ ms }) => msText(ms)).join(', ')
  return [
    {
      what: `Name search as you type, p99 at the slowest length of 1 to 8, median of ${runs.length} runs`,
      measured: `${msText(slowest.ms)} (length ${slowest.length})`,
      target: 'under 1 ms',
      isMet: slowest.ms < 1,
      beside: `p99 by length: ${each}; of all p50 / p95 / p99: ${spreadText(allOf(runs))}`,
    },
  ]
}

function titleFigures(runs: readonly ByLength[]): Figure[] {
  const slowest = worst(byLength(runs, 0.95))
  return [
    {
      what: `Title search as you type, p95 at the slowest length of 1 to 20, median of ${runs.length} runs`,
      measured: `${msText(slowest.ms)} (length ${slowest.length})`,
      target: 'under 15 ms',
      isMet: slowest.ms < 15,
      beside: `of all p50 / p95 / p99: ${spreadText(allOf(runs))}`,
    },
  ]
}
