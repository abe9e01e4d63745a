/**
 * No text that the contract takes holds the station: any text made of pieces that are dear to read, as long as each
 * place takes it, at every place of every method (issue: 100 ms). Told against a yardstick of the same moment; beside
 * long-texts.test.ts, which keeps the texts that once were slow.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MethodSpec } from '../../../shared/ipc/method.ts'
import { TEXT_LENGTH_MAX } from '../../../shared/ipc/method.ts'
import { ofMany } from '../../support/of-many.ts'
import { medianYards } from '../../support/processor-time.ts'
import { METHODS } from '../support/contract-values.ts'
import { rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { CARDS } from '../support/small-library.ts'
import { textPlaces, withFewerItems, withTextAt, type TextPlace } from '../support/text-places.ts'

/** Letters, digits, marks, quotes, and what dates, numbers, streets, addresses and call numbers begin with. */
const LETTERS = ['', 'a', 'ab', 'é', 'e\u0301', 'ß', 'ﬁ', '李', '👩‍👩‍👧', 'o’b', 'van', 'jan', 'n', 'mc']
const DIGITS = ['1', '12', '2026', '12345', '1234567', '4b', '1/1', '-1', '+1', '641.5', '978']
const MARKS = [...Array.from('"\'([{<\\%_*&|@.,;:?#='), '\u0000', '\u200B', '\u202E', '\uD83D', '\t', '\r\n']
const BEGINNINGS = ['a@b.', 'J 641 ', '12 maple', '(847)', 'http://']
const PIECES = [...LETTERS, ...DIGITS, ...MARKS, ...BEGINNINGS]
const BETWEEN = ['', ' ', '  ', '-', "'", '.', ', ', '/', '"', '\n'] as const
/** What closes a piece that opens something: nested as deep as the text is long. */
const CLOSES: Readonly<Record<string, string>> = { '"': '"', '(': ')', '[': ']', '{': '}', '<': '>', "'": "'" }

const texts = fc.record({
  pieces: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
  between: fc.constantFrom(...BETWEEN),
  /** Each word another: equal ones are read once. */
  varies: fc.constantFrom('', 'letter', 'number'),
  isNested: fc.boolean(),
  end: fc.constantFrom('', '!', 'a', '\u0301'),
})
type Made = typeof texts extends fc.Arbitrary<infer T> ? T : never

function varied(varies: string, at: number): string {
  if (varies === '') return ''
  return varies === 'number' ? String(at) : String.fromCodePoint(97 + (at % 26))
}

function textOf({ pieces, between, varies, isNested, end }: Made) {
  const close = isNested ? pieces.map((piece) => CLOSES[piece] ?? '').join('') : ''
  return (length: number): string => {
    const words: string[] = []
    for (let at = 0, all = 0; all < length; at += 1) {
      const word = `${pieces[at % pieces.length]}${varied(varies, at)}${between}` || 'a'
      words.push(word)
      all += word.length + close.length
    }
    const whole = `${words.join('')}${close.repeat(words.length)}`
    return `${whole.slice(0, Math.max(0, length - end.length))}${end}`
  }
}

/** As in long-texts.test.ts: 100 ms on the computer of docs/performance.md, with half as much again. */
const YARDS_MAX = 42
const TEXTS_A_PLACE = ofMany(1, 4)
/** Whatever is typed to search reaches the most code. */
const TEXTS_A_SEARCH = ofMany(5, 60)
/** What is longer than any of these is cut by the contract itself before anything reads it. */
const LENGTHS = [TEXT_LENGTH_MAX, 200_000, 20_000, 4000, 1000, 500, 200, 100, 64, 40, 20, 12, 5, 2, 1]
const ITEMS = [200, 100, 50, 20, 12, 8, 5, 2, 1]

/** The longest input of this kind that the contract takes; null: none. */
function longest(spec: MethodSpec, { path, length_max }: TextPlace, text: (length: number) => string): unknown {
  for (const length of LENGTHS.filter((one) => one <= length_max)) {
    // A list of long texts is long enough with a few of them.
    if (path.includes(0) && length > 20_000) continue
    const input = withTextAt(spec.example, path, text(length))
    for (const count of path.includes(0) ? ITEMS : [1]) {
      const fewer = path.includes(0) ? withFewerItems(input, count) : input
      if (spec.input.safeParse(fewer).success) return fewer
    }
  }
  return null
}

async function yardsOf(desk: TestDesk, method: string, input: unknown): Promise<number> {
  const ask = async (): Promise<unknown> => {
    const given = typeof input === 'object' && input !== null && 'commandId' in input
    return desk.station.handle({ id: 1, method, input: given ? { ...input, commandId: desk.id() } : input })
  }
  const first = await medianYards([ask])
  // Once too long may be the computer; three times is the text.
  return first <= YARDS_MAX ? first : medianYards([ask, ask, ask])
}

test('no text at any place of any method takes long', async () => {
  const desk = await workingDesk()
  const slow: string[] = []
  const reached = new Set<string>()
  for (const [method, spec] of METHODS) {
    await rosaAt(desk)
    await desk.scan(CARDS.dana)
    for (const place of textPlaces(spec)) {
      const where = `${method} ${place.path.join('.')}`
      for (const made of fc.sample(texts, {
        numRuns: method.startsWith('search.') ? TEXTS_A_SEARCH : TEXTS_A_PLACE,
        seed: where.length * 7919 + where.charCodeAt(6),
      })) {
        const input = longest(spec, place, textOf(made))
        if (input === null) continue
        reached.add(where)
        const yards = await yardsOf(desk, method, input)
        if (yards > YARDS_MAX) slow.push(`${where} ${JSON.stringify(made)}: ${yards.toFixed(0)} yards`)
      }
    }
  }
  expect(slow).toEqual([])
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'search.patrons text',
      'desk.scan text',
      'import.start accept_findings.0',
      'policy.change after.value',
    ]),
  )
  expect(reached.size).toBeGreaterThan(120)
})
