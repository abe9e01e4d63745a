/** What a screen reader is told, by a clock of the test's own. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Heard } from '../../renderer/desk/heart.ts'
import {
  FAST_GAP_MS,
  forgetPatron,
  hear,
  QUIET_MS,
  speak,
  SPEECH_AT_REST,
  type Said,
} from '../../renderer/sound/speech.ts'

type Step = { readonly gap_ms: number; readonly heard: Heard | 'left' }
type SaidAt = Said & { readonly at_ms: number }

/** Lets the steps happen and time go by, asking again whenever it was asked to. */
function listen(steps: readonly Step[]): readonly SaidAt[] {
  const said: SaidAt[] = []
  let state = SPEECH_AT_REST
  let again_at_ms: number | null = null
  const ask = (at_ms: number): void => {
    const now = speak(state, at_ms)
    state = now.state
    again_at_ms = now.again_at_ms
    if (now.said) said.push({ ...now.said, at_ms })
  }
  const pass = (to_ms: number): void => {
    if (again_at_ms === null || again_at_ms > to_ms) return
    ask(again_at_ms)
    pass(to_ms)
  }
  let at_ms = 10_000
  for (const { gap_ms, heard } of steps) {
    at_ms += gap_ms
    pass(at_ms)
    state = heard === 'left' ? forgetPatron(state) : hear(state, heard, at_ms)
    ask(at_ms)
  }
  pass(Infinity)
  return said
}

const outcome = (outcome: Heard['outcome'], spoken: string, from: Heard['from'] = 'scan'): Heard => {
  return { outcome, weight: 'full', kind: null, spoken, from }
}
/** What is said, after how many more that went well, as "+3 Done. Emma." */
const textOf = ({ text, more_count }: Said): string => (more_count === 0 ? text : `+${more_count} ${text}`)
const textsOf = (said: readonly Said[]): readonly string[] => said.map(textOf)

describe('what is said', () => {
  it('is one sentence for each scan at a calm pace', () => {
    const steps = ['One.', 'Two.', 'Three.'].map((text) => ({ gap_ms: FAST_GAP_MS, heard: outcome('done', text) }))
    expect(textsOf(listen(steps))).toEqual(['One.', 'Two.', 'Three.'])
  })

  it('at the pace of a book drop is all that has to be put somewhere, and the last of the rest with a total', () => {
    const hold = { ...outcome('route', 'Route it. Emma. Hold shelf.'), kind: 'hold' } as const
    const transit = { ...outcome('route', 'Route it. Ulysses. To North Branch.'), kind: 'transit' } as const
    const drop: readonly Heard[] = [
      outcome('done', 'Done. A.'),
      hold,
      outcome('done', 'Done. B.'),
      transit,
      outcome('stop', 'Stop. C.'),
      outcome('done', 'Done. D.'),
    ]
    const said = listen(drop.map((heard) => ({ gap_ms: 400, heard })))
    expect(textsOf(said)).toEqual(['Done. A.', hold.spoken, transit.spoken, 'Stop. C.', '+1 Done. D.'])
    expect(said.map(({ where }) => where)).toEqual(['status', 'status', 'status', 'alert', 'status'])
  })

  it('is every act, however soon after a scan', () => {
    const steps = [
      { gap_ms: 5_000, heard: outcome('done', 'Done. Dana Miller.', 'act') },
      { gap_ms: 300, heard: outcome('done', 'Done. 3 renewed.', 'act') },
    ]
    expect(textsOf(listen(steps))).toEqual(['Done. Dana Miller.', 'Done. 3 renewed.'])
  })

  it('is a title lent right after the account opened: one scan is no burst', () => {
    const said = listen([
      { gap_ms: 5_000, heard: outcome('done', 'Done. Dana Miller.', 'act') },
      { gap_ms: 2_500, heard: outcome('done', 'Done. Emma. Due December 15.') },
    ])
    expect(textsOf(said)).toEqual(['Done. Dana Miller.', 'Done. Emma. Due December 15.'])
  })

  it('is nothing more of the patron who left, but where an item has to go', () => {
    const said = listen([
      { gap_ms: 5_000, heard: outcome('done', 'Done. A.') },
      { gap_ms: 100, heard: outcome('done', 'Done. B.') },
      { gap_ms: 100, heard: outcome('stop', 'Stop. C is on hold.') },
      { gap_ms: 100, heard: outcome('stop', 'Stop. D owes.') },
      { gap_ms: 100, heard: outcome('route', 'Route it. E.') },
      { gap_ms: 100, heard: 'left' },
      { gap_ms: 0, heard: outcome('done', 'Done. Omar.', 'act') },
    ])
    expect(textsOf(said)).toEqual(['Done. A.', 'Stop. C is on hold.', 'Route it. E.', 'Done. Omar.'])
  })
})

describe('whatever happens, at whatever pace', () => {
  const heard = fc.record({
    outcome: fc.constantFrom('done', 'route', 'decide', 'stop'),
    weight: fc.constantFrom('full', 'quiet', 'silent'),
    kind: fc.constant(null),
    from: fc.constantFrom('scan', 'act'),
    letters_count: fc.nat({ max: 120 }),
  })
  const steps = fc.array(fc.tuple(fc.nat({ max: 6_000 }), heard), { maxLength: 40 })

  it('what is no ordinary scan is said once and in order, none before the one before it has been said', () => {
    fc.assert(
      fc.property(steps, (drawn) => {
        const all = drawn.map(([gap_ms, { letters_count, ...one }], at): { gap_ms: number; heard: Heard } => {
          return { gap_ms, heard: { ...one, spoken: `${at} ${'x'.repeat(letters_count)}` } }
        })
        const said = listen(all)
        const isOrdinary = (one: Heard): boolean => one.outcome === 'done' && one.from === 'scan'
        const must = all.flatMap((one) => (isOrdinary(one.heard) ? [] : [one.heard.spoken]))
        expect(textsOf(said).filter((text) => must.includes(text))).toEqual(must)
        const held = said.filter((one) => must.includes(one.text))
        for (const [at, one] of held.entries()) {
          const next = said.find((other) => other.at_ms > one.at_ms || said.indexOf(other) > said.indexOf(one))
          if (next) expect(next.at_ms, String(at)).toBeGreaterThan(one.at_ms)
        }
        const counted = said.reduce((sum, { more_count }) => sum + more_count, 0)
        const singly = said.filter((one) => !must.includes(one.text)).length
        expect(counted + singly).toBe(all.length - must.length)
      }),
    )
  })

  it('a total comes after the quiet', () => {
    const said = listen([0, 100, 100].map((gap_ms) => ({ gap_ms, heard: outcome('done', 'Done.') })))
    expect(said.at(-1)).toEqual({ where: 'status', text: 'Done.', more_count: 1, at_ms: 10_200 + QUIET_MS })
  })
})
