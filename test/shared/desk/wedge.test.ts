/** The scanner rule as a table: what is typed at which pace, and what the desk makes of it. */
import { describe, expect, it } from 'vitest'
import {
  isJustAfterScan,
  isScanInField,
  WEDGE_AT_REST,
  wedgeStep,
  type FieldUse,
  type WedgeAct,
  type WedgeKey,
  type WedgeState,
} from '../../../shared/desk/wedge.ts'

type Stroke = readonly [key: string, gap_ms: number]

const keyOf = (key: string): WedgeKey => {
  if (key === 'CR' || key === 'LF' || key === 'Tab') return { kind: 'end' }
  if (key === 'Shift') return { kind: 'quiet' }
  return key === 'Left' ? { kind: 'other' } : { kind: 'character', text: key }
}

/** Plays strokes, each so long after the one before; returns every act but `pass` and `begin`, and the last state. */
function play(strokes: readonly Stroke[]): { acts: WedgeAct[]; last: WedgeAct | undefined; state: WedgeState } {
  let state = WEDGE_AT_REST
  let at_ms = 1000
  let last: WedgeAct | undefined
  const acts: WedgeAct[] = []
  for (const [key, gap_ms] of strokes) {
    at_ms += gap_ms
    const [next, act] = wedgeStep(state, keyOf(key), at_ms)
    state = next
    last = act
    if (act.kind === 'scan' || act.kind === 'swallow') acts.push(act)
  }
  return { acts, last, state }
}

const typed = (text: string, gap_ms: number, suffix: readonly string[]): Stroke[] => [
  ...text.split('').map((key): Stroke => [key, gap_ms]),
  ...suffix.map((key): Stroke => [key, gap_ms]),
]

const CARD = '21234000123456'

describe('a scan that is good for a badge', () => {
  const sourceOf = (strokes: readonly Stroke[]): string | undefined => {
    const [act] = play(strokes).acts
    return act?.kind === 'scan' ? act.source : undefined
  }

  it.each([0, 5, 20, 35])('comes from a scanner with %i ms between characters', (gap_ms) => {
    expect(sourceOf(typed(CARD, gap_ms, ['CR']))).toBe('scan')
  })

  it.each([36, 60, 80, 100, 120, 140, 149, 150])('comes from no hand that types a key each %i ms', (gap_ms) => {
    expect(sourceOf(typed(CARD, gap_ms, ['CR']))).toBe('slow-scan')
  })

  it('has not one longer gap, the one before the Enter included', () => {
    const strokes = typed(CARD, 20, ['CR'])
    for (let at = 1; at < strokes.length; at += 1) {
      expect(sourceOf(strokes.with(at, [strokes[at]?.[0] ?? '', 36]))).toBe('slow-scan')
    }
  })

  it('is not spoiled by a pause before it', () => {
    expect(sourceOf([['7', 100], ...typed(CARD, 20, ['CR']).with(0, ['2', 151])])).toBe('scan')
  })
})

describe('a scanner at any speed', () => {
  for (const gap_ms of [0, 20, 80, 120, 150]) {
    it(`with ${gap_ms} ms between characters and a return is one whole scan`, () => {
      expect(play(typed(CARD, gap_ms, ['CR'])).acts).toMatchObject([{ kind: 'scan', text: CARD }])
    })
  }

  it.each([
    ['CR LF', ['CR', 'LF'], 1],
    ['CR CR', ['CR', 'CR'], 1],
    ['Tab', ['Tab'], 0],
  ])('that ends with %s leaves nothing over', (_name, suffix, swallowed_count) => {
    const { acts } = play(typed(CARD, 20, suffix))
    expect(acts[0]).toEqual({ kind: 'scan', text: CARD, source: 'scan' })
    expect(acts.slice(1)).toEqual(Array.from({ length: swallowed_count }, () => ({ kind: 'swallow' })))
  })

  it('that sends no suffix is no scan: the number stands in the line and waits for Enter', () => {
    expect(play(typed(CARD, 20, [])).acts).toEqual([])
  })

  it('that holds Shift for capitals is still whole', () => {
    const strokes: Stroke[] = 'AB1234'.split('').flatMap((key): Stroke[] => [
      ['Shift', 5],
      [key, 5],
    ])
    expect(play([...strokes, ['CR', 5]]).acts).toEqual([{ kind: 'scan', text: 'AB1234', source: 'scan' }])
  })

  it('twice in a row, without a pause, is two scans', () => {
    const both = [...typed('31234000123457', 10, ['CR']), ...typed('31234000123465', 10, ['CR'])]
    expect(play(both).acts.map((act) => (act.kind === 'scan' ? act.text : act.kind))).toEqual([
      '31234000123457',
      '31234000123465',
    ])
  })

  it('after something that a person had begun to type sends only its own characters', () => {
    const strokes = [...typed('smi', 200, []), ['2', 400] as const, ...typed('1234000123456', 10, ['CR'])]
    expect(play(strokes).acts).toMatchObject([{ kind: 'scan', text: CARD }])
  })
})

describe('a person', () => {
  it.each<[string, Stroke[]]>([
    ['+ and Enter', typed('+', 80, ['CR'])],
    ['++ and Enter', typed('++', 60, ['CR'])],
    ['500 and Enter', typed('500', 90, ['CR'])],
    ['12500 and Enter, as fast as a scanner', typed('12500', 20, ['CR'])],
    ['a card number, slowly', typed(CARD, 220, ['CR'])],
    ['a card number fast, then a pause before Enter', [...typed(CARD, 60, []), ['CR', 400]]],
    ['six characters with an arrow key between', [...typed('123', 50, []), ['Left', 50], ...typed('456', 50, ['CR'])]],
    ['Enter alone', [['CR', 900]]],
  ])('who types %s is not a scanner', (_name, strokes) => {
    expect(play(strokes).acts).toEqual([])
  })

  it('who presses Enter half a second after a scan finishes', () => {
    const scan = typed(CARD, 10, ['CR'])
    expect(play([...scan, ['CR', 499]]).last).toEqual({ kind: 'swallow' })
    expect(play([...scan, ['CR', 500]]).last).toEqual({ kind: 'pass' })
    expect(isJustAfterScan(play(scan).state, 1000 + 150 + 499)).toBe(true)
  })

  it('the first key of a run is told, so that the field can be remembered as it was', () => {
    expect(play([['2', 500]]).last).toEqual({ kind: 'begin' })
    expect(play([...typed('2', 500, []), ['1', 20]]).last).toEqual({ kind: 'pass' })
    expect(play([...typed('2', 500, []), ['1', 151]]).last).toEqual({ kind: 'begin' })
  })
})

describe('a quick typist in a field that is not the line', () => {
  it.each<[FieldUse, string, boolean, string?]>([
    ['any', 'warmth', true],
    ['words', 'warmth of other', false],
    ['words', 'mill 3/9/2001', false],
    ['words', '3/9/2001', false],
    ['words', '9/2001', false, 'mill '],
    ['words', '03092001', false, 'mill '],
    ['words', '5551234', false, 'mill '],
    ['words', CARD, true, 'mill '],
    ['words', CARD, true],
    ['words', 'RO0001', true],
    ['pin', '471147', false],
    ['pin', '123456789012', false],
    ['pin', CARD, true],
    ['pin', 'BADGE-17', true],
    ['free', CARD, false],
  ])('in a field for %s, %s is a scan: %s, behind “%s”', (use, text, isScan, before = '') => {
    expect(isScanInField(use, text, before)).toBe(isScan)
  })
})

describe('in a number on paper', () => {
  it.each<[string, boolean, ('scan' | 'slow-scan')?]>([
    ['004711', false],
    ['00471142', false],
    ['A1K9Z7', false],
    ['004711', true, 'scan'],
    [CARD, true],
    ['312340000099', true],
  ])('%s is a scan: %s', (text, isScan, source = 'slow-scan') => {
    expect(isScanInField('code', text, '', source)).toBe(isScan)
  })
})

/** What is left of the acts when every key that acts for a person is looked at: none, if the code typed keys. */
const kinds = (strokes: readonly Stroke[]): string[] => {
  let state = WEDGE_AT_REST
  let at_ms = 1000
  return strokes.map(([key, gap_ms]) => {
    at_ms += gap_ms
    const [next, act] = wedgeStep(state, keyOf(key), at_ms)
    state = next
    return act.kind
  })
}
const keysAt = (keys: readonly string[], gap_ms: number): Stroke[] => keys.map((key): Stroke => [key, gap_ms])

describe.each([0, 4, 15, 30, 35])('a code that has keys behind its number, %i ms a key', (gap_ms) => {
  it.each<[string, readonly string[]]>([
    ['+ = and two Enters', ['+', '=', 'CR', 'CR']],
    ['a Tab and a digit', ['Tab', '1']],
    ['arrows and an Enter', ['Left', 'Left', 'CR']],
    ['a digit alone', ['1']],
    ['a chord with Shift', ['Shift', 'Left']],
    ['five digits and an Enter', ['1', '2', '3', '4', '5', 'CR']],
  ])('%s: none of them is a person’s', (_name, keys) => {
    const heard = kinds([...typed(CARD, gap_ms, ['CR']), ...keysAt(keys, gap_ms)])
    expect(heard[CARD.length]).toBe('scan')
    const behind = heard.slice(CARD.length + 1).filter((_kind, at) => keys[at] !== 'Shift')
    expect(behind.filter((kind) => !['hold', 'stray', 'swallow'].includes(kind))).toEqual([])
  })

  it('and another number in it: two scans, and the keys behind the second do nothing', () => {
    const code = [...typed('31234000123457', gap_ms, ['CR']), ...typed(CARD, gap_ms, ['CR'])]
    const { acts } = play([...code, ...keysAt(['+', '=', 'CR', 'CR'], gap_ms)])
    expect(acts.flatMap((act) => (act.kind === 'scan' ? [act.text] : []))).toEqual(['31234000123457', CARD])
    expect(kinds([...code, ...keysAt(['+', '=', 'CR', 'CR'], gap_ms)]).slice(-4)).toEqual([
      'hold',
      'hold',
      'stray',
      'stray',
    ])
  })

  it('keeps its last keys from acting also when the computer is a little late with one', () => {
    const late = keysAt(['+', '=', 'CR', 'CR'], gap_ms).with(2, ['CR', 140])
    expect(kinds([...typed(CARD, gap_ms, ['CR']), ...late]).slice(-2)).toEqual(['stray', 'stray'])
  })

  it('is over with a pause: then a key is a person’s again, and an Enter half a second later', () => {
    const code = [...typed(CARD, gap_ms, ['CR']), ...keysAt(['+', 'CR'], gap_ms)]
    expect(kinds([...code, ['1', 151]]).at(-1)).toBe('begin')
    expect(kinds([...code, ['Left', 151]]).at(-1)).toBe('pass')
    expect(kinds([...code, ['CR', 499]]).at(-1)).toBe('swallow')
    expect(kinds([...code, ['CR', 500]]).at(-1)).toBe('pass')
  })
})

describe('keys that no hand presses so fast', () => {
  it.each<[string, readonly string[], number]>([
    ['+ = Enter', ['+', '=', 'CR'], 35],
    ['= Enter Enter', ['=', 'CR', 'CR'], 30],
    ['= Enter', ['=', 'CR'], 30],
    ['two Enters', ['CR', 'CR'], 35],
    ['two arrows', ['Left', 'Left'], 15],
    ['1 2 and an arrow', ['1', '2', 'Left'], 30],
  ])('%s do not act, at %#: %i ms', (_name, keys, gap_ms) => {
    expect(kinds(keysAt(keys, gap_ms).with(0, [keys[0] ?? '', 900])).at(-1)).toBe('stray')
  })

  it.each<[string, Stroke[]]>([
    [
      '+ = Enter',
      [
        ['+', 900],
        ['=', 36],
        ['CR', 36],
      ],
    ],
    [
      '= and an Enter that nearly overlap',
      [
        ['=', 900],
        ['CR', 31],
      ],
    ],
    [
      'two Enters of one finger',
      [
        ['CR', 900],
        ['CR', 90],
      ],
    ],
    [
      'a digit rolled into another, then Enter',
      [
        ['1', 900],
        ['2', 25],
        ['CR', 60],
      ],
    ],
    [
      'an Enter, a digit, an Enter',
      [
        ['CR', 900],
        ['1', 60],
        ['CR', 60],
      ],
    ],
  ])('but %s are a person’s', (_name, strokes) => {
    expect(kinds(strokes).at(-1)).toBe('pass')
  })

  it('a key that is held repeats faster than that, and is a hand’s', () => {
    let state = WEDGE_AT_REST
    for (let at_ms = 1_000; at_ms < 1_330; at_ms += 33) {
      const [next, act] = wedgeStep(state, { kind: 'other', is_held: at_ms > 1_000 }, at_ms)
      state = next
      expect(act.kind).toBe('pass')
    }
    expect(wedgeStep(state, keyOf('CR'), 1_340)[1].kind).toBe('pass')
  })
})

describe('a scanner that was measured', () => {
  const setup = { reads: 'keys', prefix: '', suffix: '', ends: 'enter', gap_ms_max: 140 } as const
  it('has its own pace behind a scan as well', () => {
    let state = WEDGE_AT_REST
    const heard = [...typed(CARD, 60, ['CR']), ...keysAt(['+', 'CR'], 100)].map(([key], at) => {
      const [next, act] = wedgeStep(state, keyOf(key), 1_000 + at * 60, setup)
      state = next
      return act.kind
    })
    expect(heard.slice(-3)).toEqual(['scan', 'hold', 'stray'])
  })
})

describe('what comes behind a scan', () => {
  it('is a person’s once another key was pressed', () => {
    const { state } = play([...typed(CARD, 20, ['CR']), ['1', 200]])
    expect(isJustAfterScan(state, state.last_at_ms + 100)).toBe(false)
    const [left] = wedgeStep(play(typed(CARD, 20, ['CR'])).state, keyOf('Left'), 2_000)
    expect(wedgeStep(left, keyOf('CR'), 2_100)[1]).toEqual({ kind: 'pass' })
  })
})

describe('in a total', () => {
  it.each(['123456', '1234567', '99999.99', '$123.45'])('%s is typed, however fast', (text) => {
    expect(isScanInField('total', text)).toBe(false)
  })
  it.each([CARD, '12345678', '123456.78', 'A12345'])('%s is a scan', (text) => {
    expect(isScanInField('total', text)).toBe(true)
  })
})

describe('in an amount', () => {
  it.each(['123.45', '0.05', '.50', '$12.50'])('%s is typed, however fast', (text) => {
    expect(isScanInField('amount', text)).toBe(false)
  })
  it.each([CARD, '123456', '1.2345', 'A12345', '$12345'])('%s is a scan', (text) => {
    expect(isScanInField('amount', text)).toBe(true)
  })
})
