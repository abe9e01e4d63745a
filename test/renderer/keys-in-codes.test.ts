/**
 * A patron's code that types keys, on every page: it is the scan that it begins with and nothing else, whatever follows
 * and however fast its scanner types. Then the same for keys without a number, and for scans that follow each other.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { mountScene, type Mounted } from './support/mounted.ts'
import { PAYING, SCENES, SIGN_IN, FIVE_OUT, type SceneName } from './support/scenes.ts'

const [CARD, BOOK] = ['21234000000012', '31234000000099'] as const
const keysOf = (text: string): readonly string[] => text.split('')
const GAPS_MS = [4, 15, 30] as const
const KEYS: readonly (readonly string[])[] = [
  ['+', '=', 'Enter', 'Enter'],
  ['=', 'Enter', 'Enter', 'Enter'],
  ['1', 'Enter', 'y', 'Enter'],
  ['Tab', 'Enter', ' '],
  ['ArrowDown', 'ArrowDown', 'Enter', 'w', '2', 'Enter', '1', 'Enter'],
  ['Escape', 'Escape', 'F2'],
  ['Delete', 'Backspace', '0'],
]
/** What only looks, or keeps what is half typed. */
const QUIET = new Set([
  'desk.snapshot',
  'settings.get',
  'draft.keep',
  'draft.drop',
  'set-up.look',
  'charge.waive-preview',
  'import.status',
])

let desk: Mounted
afterEach(() => desk.unmount())

const asked = (): string[] => desk.wire.calls.map(({ method }) => method).filter((method) => !QUIET.has(method))

/** What the station was asked for by this code, and what is left in the fields. */
async function after(scene: SceneName, keys: readonly string[], gap_ms: number): Promise<readonly string[]> {
  desk = await mountScene(SCENES[scene])
  const before_count = asked().length
  await desk.code(keys, gap_ms)
  await desk.settle(900)
  const texts = [...document.querySelectorAll<HTMLInputElement>('input')].map((one) => one.value).join('|')
  const chords = [...document.querySelectorAll('[data-form], [data-part="search"], dialog')].length
  return [...asked().slice(before_count), texts, String(chords)]
}

const WHERE = (Object.keys(SCENES) as SceneName[]).filter((name) => !['SET_UP', 'RESCUE', 'PAGED_500'].includes(name))

describe.each(WHERE)('at %s, a card with keys in its code', (scene) => {
  it('is the card alone, and the station is told of the keys', async () => {
    const card = [...keysOf(CARD), 'Enter']
    const alone = await after(scene, card, 4)
    expect(alone).toContain('desk.scan')
    for (const [at, keys] of KEYS.entries()) {
      await desk.unmount()
      const made = await after(scene, [...card, ...keys], GAPS_MS[at % GAPS_MS.length] ?? 4)
      const told = made.filter((one) => one === 'keyboard-scanner.keys')
      expect([made.filter((one) => one !== 'keyboard-scanner.keys'), told.length], keys.join(' ')).toEqual([alone, 1])
    }
  })
})

describe.each(GAPS_MS)('%i ms a key', (gap_ms) => {
  it.each<readonly string[]>(KEYS)('on the payment page a card and %s %s take no money', async (...keys) => {
    const made = await after('PAYING', [...keysOf(CARD), 'Enter', ...keys], gap_ms)
    expect(made.filter((one) => one !== '' && !one.includes('|')).slice(0, 2)).toEqual([
      'desk.scan',
      'keyboard-scanner.keys',
    ])
    expect(desk.calls('settings.set')).toEqual([])
  })

  it.each<readonly string[]>([
    ['+', '=', 'Enter', 'Enter'],
    ['=', 'Enter', 'Enter'],
    ['=', 'Enter'],
  ])('keys without a number take no money there either: %s %s', async (...keys) => {
    const made = await after('PAYING', keys, gap_ms)
    expect(made.slice(0, -2)).toEqual(['keyboard-scanner.keys'])
  })

  it('a whole account is not paid from a book’s label in check-in', async () => {
    desk = await mountScene({ ...SCENES.CART })
    await desk.code([...keysOf(BOOK), 'Enter', ...keysOf(CARD), 'Enter', '+', '=', 'Enter', 'Enter', 'Enter'], gap_ms)
    await desk.settle(900)
    expect(asked()).toEqual(['desk.scan', 'desk.scan', 'keyboard-scanner.keys'])
    expect(desk.calls('desk.scan').map(({ input }) => input['text'])).toEqual([BOOK, CARD])
  })

  it.each([['Enter'], ['Tab'], ['Enter', 'Enter'], ['Enter', 'Enter', 'Enter']])(
    'scans that end with %s, one behind the other, are all of them scans',
    async (...ends) => {
      desk = await mountScene(FIVE_OUT)
      await desk.code(
        [BOOK, CARD, BOOK].flatMap((text) => [...keysOf(text), ...ends]),
        gap_ms,
      )
      await desk.settle(900)
      expect(asked()).toEqual(['desk.scan', 'desk.scan', 'desk.scan'])
    },
  )
})

it('a person signs in as fast as hands go, and pays so', async () => {
  desk = await mountScene(SIGN_IN)
  for (const key of ['R', 'O', 'Enter', ...keysOf('471147'), 'Enter']) desk.press(key)
  await desk.settle(900)
  expect(asked()).toEqual(['staff.sign-in'])
  await desk.unmount()
  desk = await mountScene(PAYING)
  for (const key of ['=', 'Enter']) desk.press(key)
  await desk.settle(900)
  expect(desk.calls('settings.set')).toHaveLength(1)
  expect(asked()).not.toContain('keyboard-scanner.keys')
})
