/** A scanner that types, measured by three scans: each way in which one can differ, and what the desk reads then. */
import { describe, expect, test } from 'vitest'
import {
  findWedge,
  textOf,
  withoutFrame,
  type HeardScan,
  type WedgeFound,
  type WedgeSetup,
  type WedgeStroke,
} from '../../../shared/devices/scan/wedge-setup.ts'
import { usCharacter } from '../../../shared/devices/scan/us-keys.ts'
import { WEDGE_AT_REST, wedgeStep, isEndless, type WedgeAct } from '../../../shared/desk/wedge.ts'

const SHOWN = 'Scan-2026/azyw'
const ITEMS = ['31234000000064', '31234000000072', '31234000000080']
const isKnown = (text: string): boolean => ITEMS.includes(text)

const CODES: readonly string[] = [
  ...Array.from('0123456789', (one) => `Digit${one}`),
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (one) => `Key${one}`),
  'Minus',
  'Slash',
  'Backquote',
  'BracketRight',
  'Space',
]
/** The key of a US keyboard for a character, as a scanner presses it. */
function pressed(character: string): Pick<WedgeStroke, 'code' | 'is_shift'> {
  for (const code of CODES)
    for (const is_shift of [false, true]) if (usCharacter(code, is_shift) === character) return { code, is_shift }
  throw new Error(`no key for ${character}`)
}

/** What a French computer makes of the keys of a US scanner. */
const FRENCH: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('1234567890', (one, at) => [one, '&é"\'(-è_çà'.charAt(at)])),
  a: 'q',
  q: 'a',
  z: 'w',
  w: 'z',
  '-': ')',
  '/': '!',
}

type Making = {
  readonly gap_ms?: number
  readonly is_caps?: boolean
  readonly ends?: HeardScan['ends']
  readonly keys?: Readonly<Record<string, string>>
}

function scanOf(text: string, { gap_ms = 5, is_caps = false, ends = 'enter', keys = {} }: Making = {}): HeardScan {
  const turned = (key: string): string => (key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase())
  const strokes = Array.from(text, (character, at) => {
    const key = keys[character] ?? character
    return { key: is_caps ? turned(key) : key, ...pressed(character), is_caps, gap_ms: at === 0 ? 0 : gap_ms }
  })
  return { strokes, ends }
}

const found = (texts: readonly string[], making: Making = {}): WedgeFound =>
  findWedge(
    texts.map((text) => scanOf(text, making)),
    SHOWN,
    isKnown,
  )
const around = (before: string, behind = ''): string[] => ITEMS.map((item) => `${before}${item}${behind}`)

describe('three scans', () => {
  test.each<[string, readonly string[], Making, Partial<WedgeSetup>, object]>([
    ['of the code on the page', [SHOWN, SHOWN, SHOWN], {}, { prefix: '', suffix: '', ends: 'enter' }, {}],
    ['of items, nothing around', ITEMS, {}, { prefix: '', suffix: '', reads: 'keys', gap_ms_max: 60 }, { gap_ms: 5 }],
    ['with a prefix and a suffix', around('~', '#!'), {}, { prefix: '~', suffix: '#!' }, {}],
    ['that end with Tab', ITEMS, { ends: 'tab' }, { ends: 'tab' }, {}],
    ['that end with nothing, fast', ITEMS, { ends: 'none' }, { ends: 'none' }, {}],
    ['at 40 ms a key', ITEMS, { gap_ms: 40 }, { gap_ms_max: 100 }, { gap_ms: 40 }],
    ['at 120 ms a key', ITEMS, { gap_ms: 120 }, { gap_ms_max: 150 }, {}],
    ['with AIM', [`]C0${ITEMS[0]}`, `]F0${ITEMS[1]}`, `]C0${ITEMS[2]}`], {}, { prefix: '' }, { has_aim: true }],
    ['with AIM behind a prefix', around('*]C0'), {}, { prefix: '*' }, { has_aim: true }],
    ['of Codabar with its letters', around('A', 'B'), {}, { prefix: '', suffix: '' }, {}],
    ['with Caps Lock', [SHOWN, SHOWN, SHOWN], { is_caps: true }, { reads: 'keys' }, { is_caps: true }],
    ['on a French keyboard', ITEMS, { keys: FRENCH }, { reads: 'codes', prefix: '' }, {}],
    ['on a French keyboard, of the code', [SHOWN, SHOWN, SHOWN], { keys: FRENCH }, { reads: 'codes' }, {}],
    ['on a French keyboard, Caps Lock', ITEMS, { keys: FRENCH, is_caps: true }, { reads: 'codes' }, {}],
    ['of numbers that are not known here', around('*').map((one) => one.replace('312340', '312350')), {}, {}, {}],
  ])('%s', (_what, texts, making, setup, more) => {
    const one = found(texts, making)
    expect(one).toMatchObject({ kind: 'found', setup, ...more })
  })

  test.each<[WedgeFound['kind'], readonly string[], Making]>([
    ['more', ITEMS.slice(0, 2), {}],
    ['differ', [`*${ITEMS[0]}`, `${ITEMS[1]}`, `*${ITEMS[2]}`], {}],
    ['unreadable', ['hello world', 'hello there', 'hello again'], {}],
    ['no-end', ITEMS, { ends: 'none', gap_ms: 80 }],
  ])('%s', (kind, texts, making) => {
    expect(found(texts, making).kind).toBe(kind)
  })

  test('that end in different ways do not agree', () => {
    const scans = ITEMS.map((item, at) => scanOf(item, { ends: at === 1 ? 'tab' : 'enter' }))
    expect(findWedge(scans, SHOWN, isKnown).kind).toBe('differ')
  })
})

const SETUP: WedgeSetup = { reads: 'keys', prefix: '~', suffix: '#', ends: 'enter', gap_ms_max: 60 }

/** What comes of typing this at one pace. */
function typed(text: string, gap_ms: number, setup: WedgeSetup | null): WedgeAct {
  let [state, at_ms] = [WEDGE_AT_REST, 1_000]
  for (const one of text) {
    at_ms += gap_ms
    ;[state] = wedgeStep(state, { kind: 'character', text: one }, at_ms, setup)
  }
  return wedgeStep(state, { kind: 'end' }, at_ms + gap_ms, setup)[1]
}

describe('at a desk that measured its scanner', () => {
  test.each([
    ['~31234000000064#', '31234000000064'],
    [']C0~31234000000064#', '31234000000064'],
    ['~]C031234000000064#', '31234000000064'],
    ['31234000000064', '31234000000064'],
    ['~#', '~#'],
  ])('%s reads as %s', (text, number) => {
    expect(withoutFrame(text, SETUP)).toBe(number)
  })

  test('what is slower than the scanner is typed; without a setup it is a scan', () => {
    expect(typed('31234000000064', 100, null)).toMatchObject({ kind: 'scan' })
    expect(typed('31234000000064', 100, SETUP).kind).toBe('pass')
    expect(typed('~31234000000064#', 5, SETUP)).toEqual({ kind: 'scan', text: '31234000000064', source: 'scan' })
    expect(typed('~31234000000064#', 50, SETUP)).toMatchObject({ kind: 'scan', source: 'slow-scan' })
  })

  test('a run without a key at its end is a scan only where the scanner sends none, and no hand is so fast', () => {
    const run = { ...WEDGE_AT_REST, text: '31234000000064', gap_ms_max: 8 }
    const endless: WedgeSetup = { ...SETUP, ends: 'none' }
    expect([isEndless(run, endless), isEndless(run, SETUP), isEndless(run, null)]).toEqual([true, false, false])
    expect(isEndless({ ...run, gap_ms_max: 36 }, endless)).toBe(false)
    expect(isEndless({ ...run, text: '12345' }, endless)).toBe(false)
  })

  test('keys of another keyboard are read by where they are, whatever Caps Lock does', () => {
    for (const is_caps of [false, true])
      expect(textOf(scanOf(SHOWN, { keys: FRENCH, is_caps }).strokes, 'codes')).toBe(SHOWN)
  })
})
