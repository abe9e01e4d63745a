/** What a screen reader is told, by a clock of the test's own. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Heard } from '../../renderer/desk/heart.ts'
import {
  briefOf,
  FAST_GAP_MS,
  forgetPatron,
  hear,
  QUIET_MS,
  SAYING_MS,
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
    state = heard === 'left' ? forgetPatron(state) : hear(state, heard, heard.spoken, at_ms)
    ask(at_ms)
  }
  pass(Infinity)
  return said
}

const outcome = (outcome: Heard['outcome'], spoken: string, from: Heard['from'] = 'scan'): Heard => {
  return { outcome, weight: 'full', kind: null, heading: '', fact: null, spoken, from }
}
/** A route with all that a band tells of it: 40 words. */
const route = (heading: string, label: string, text: string): Heard => {
  const slip = 'Insert the slip and shelve it by its code. '.repeat(4)
  const spoken = `${heading}. To its place. 6 days late. No fine. ${slip}`
  return { ...outcome('route', spoken), kind: 'hold', heading, fact: { label, text } }
}
const hold = route('Goodnight Moon', 'put on', 'Hold shelf')
const transit = route('Ulysses', 'send to', 'North Branch')
/** What is said, after how many more that went well, as "+3 Done. Emma." */
const textOf = ({ text, more_count }: Said): string => (more_count === 0 ? text : `+${more_count} ${text}`)
const textsOf = (said: readonly Said[]): readonly string[] => said.map(textOf)

describe('what is said', () => {
  it('is one sentence for each scan at a calm pace', () => {
    const steps = ['One.', 'Two.', 'Three.'].map((text) => ({ gap_ms: FAST_GAP_MS, heard: outcome('done', text) }))
    expect(textsOf(listen(steps))).toEqual(['One.', 'Two.', 'Three.'])
  })

  it('at the pace of a book drop is the place of all that is routed, and the last of the rest with a total', () => {
    const drop: readonly Heard[] = [outcome('done', 'Done. A.'), hold, outcome('done', 'Done. B.'), transit]
    const said = listen([...drop, outcome('done', 'Done. D.')].map((heard) => ({ gap_ms: 700, heard })))
    const brief = ['Goodnight Moon. Put on Hold shelf.', 'Ulysses. Send to North Branch.']
    expect(textsOf(said)).toEqual(['Done. A.', ...brief, '+1 Done. D.'])
    expect(said.map(({ where }) => where)).toEqual(['status', 'status', 'status', 'status'])
  })

  it.each([
    ['The Absolutely True Diary of a Part-Time Indian', 'The Absolutely True. Put on Hold shelf.'],
    ['Educated: a memoir', 'Educated. Put on Hold shelf.'],
    ['31234000000064', 'Put on Hold shelf.'],
  ])('is of a route at a fast pace the title and the place: %s', (heading, brief) => {
    expect(briefOf(route(heading, 'put on', 'Hold shelf'))).toBe(brief)
  })

  it('is a route in full at a calm pace, until the next one needs its time', () => {
    const steps = [hold, transit].map((heard) => ({ gap_ms: 2_500, heard }))
    const said = listen(steps)
    expect(textsOf(said)).toEqual([hold.spoken, transit.spoken])
    expect(said.map(({ at_ms }) => at_ms)).toEqual([12_500, 15_000])
  })

  it('is each of eight routes in twenty before the second scan after it, and a stop behind them at once', () => {
    const drop = Array.from({ length: 20 }, (_none, at) => (at % 5 < 2 ? hold : outcome('done', 'Done.')))
    const said = listen([...drop, outcome('stop', 'Stop. Not found.')].map((heard) => ({ gap_ms: 700, heard })))
    const routes = said.flatMap(({ text, at_ms }) => (text.startsWith('Goodnight Moon') ? [at_ms] : []))
    const scanned = drop.flatMap((heard, at) => (heard === hold ? [10_700 + 700 * at] : []))
    expect(routes).toHaveLength(8)
    routes.forEach((at_ms, at) => expect(at_ms - (scanned[at] ?? 0)).toBeLessThanOrEqual(1_400))
    expect(said.find(({ where }) => where === 'alert')?.at_ms).toBe(10_700 + 700 * 20)
  })

  it('is a stop before what waits, and again what the stop cut off', () => {
    const steps = [transit, hold, outcome('stop', 'Stop. C.'), outcome('decide', 'Decide. E.')]
    const said = listen(steps.map((heard) => ({ gap_ms: 200, heard })))
    const [moon, ulysses] = ['Goodnight Moon. Put on Hold shelf.', 'Ulysses. Send to North Branch.']
    expect(textsOf(said)).toEqual([transit.spoken, 'Stop. C.', 'Decide. E.', ulysses, moon])
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
  const fact = { label: 'to', text: 'shelf' }

  /** The number that each sentence begins with. */
  const numberOf = ({ text }: Pick<Said, 'text'>): number => Number(/^\d+/.exec(text)?.[0])
  const isRising = (numbers: readonly number[]): boolean =>
    numbers.every((one, at) => at === 0 || one > (numbers[at - 1] ?? 0))

  it('what is no ordinary scan is said, in order save routes, none before the place of the one before was said', () => {
    fc.assert(
      fc.property(steps, (drawn) => {
        const all = drawn.map(([gap_ms, { letters_count, ...one }], at) => {
          const heading = `${at} title`
          return { gap_ms, heard: { ...one, heading, fact, spoken: `${heading} ${'x'.repeat(letters_count)}` } }
        })
        const said = listen(all)
        const heardOf = (one: Said): Heard => all[numberOf(one)]?.heard ?? outcome('stop', 'nobody')
        const isOrdinary = (one: Heard): boolean => one.outcome === 'done' && one.from === 'scan'
        const must = said.filter((one) => !isOrdinary(heardOf(one)))
        // What was cut off is said again, before what waited behind it: the last time counts.
        const last = must.filter((one) => must.findLast((other) => numberOf(other) === numberOf(one)) === one)
        const isRoute = (one: Said): boolean => heardOf(one).outcome === 'route'
        expect(isRising(last.filter(isRoute).map(numberOf))).toBe(true)
        expect(isRising(last.filter((one) => !isRoute(one)).map(numberOf))).toBe(true)
        const wanted = all.filter(({ heard }) => !isOrdinary(heard)).length
        expect(last.length).toBe(wanted)
        for (const one of last) {
          const next = must[must.indexOf(one) + 1]
          const brief = SAYING_MS.sentence + SAYING_MS.letter * briefOf(heardOf(one)).length
          if (next) expect(next.at_ms - one.at_ms).toBeGreaterThanOrEqual(brief)
        }
        const counted = said.reduce((sum, { more_count }) => sum + more_count, 0)
        expect(counted + said.length - must.length).toBe(all.length - wanted)
      }),
    )
  })

  it('a total comes after the quiet', () => {
    const said = listen([0, 100, 100].map((gap_ms) => ({ gap_ms, heard: outcome('done', 'Done.') })))
    expect(said.at(-1)).toEqual({ where: 'status', text: 'Done.', more_count: 1, at_ms: 10_200 + QUIET_MS })
  })
})
