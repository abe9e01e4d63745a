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

describe('what comes behind a scan', () => {
  it('is a person’s once another key was pressed', () => {
    const { state } = play([...typed(CARD, 20, ['CR']), ['1', 200]])
    expect(isJustAfterScan(state, state.last_at_ms + 100)).toBe(false)
    const [left] = wedgeStep(play(typed(CARD, 20, ['CR'])).state, keyOf('Left'), 2_000)
    expect(wedgeStep(left, keyOf('CR'), 2_010)[1]).toEqual({ kind: 'pass' })
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
