/** The life of a device, step by step as a table: what happens, when, and what the desk makes of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lifeStep, NEW_LIFE, type Life, type LifeAct, type LifeEvent } from '../../../shared/devices/life.ts'

type Happens = readonly [
  at_ms: number,
  what: 'there' | 'gone' | 'opened' | 'denied' | 'busy' | 'broken' | 'lost' | 'time' | 'end',
]

function eventOf(life: Life, what: Happens[1]): LifeEvent {
  const { generation } = life
  if (what === 'there' || what === 'gone') return { kind: 'looked', is_there: what === 'there' }
  if (what === 'opened' || what === 'lost') return { kind: what, generation }
  if (what === 'time' || what === 'end') return { kind: what }
  return { kind: 'not-opened', generation, fault: what }
}

function live(happens: readonly Happens[]): { states: string[]; acts: LifeAct[]; life: Life } {
  let life = NEW_LIFE
  const acts: LifeAct[] = []
  const states = happens.map(([at_ms, what]) => {
    const [next, now] = lifeStep(life, eventOf(life, what), at_ms)
    life = next
    acts.push(...now)
    return life.state
  })
  return { states, acts, life }
}

describe('a device', () => {
  test('is opened when it is plugged in, and again when it comes back', () => {
    const { states, acts } = live([
      [0, 'gone'],
      [1, 'there'],
      [2, 'opened'],
      [3, 'lost'],
      [4, 'gone'],
      [5, 'there'],
      [6, 'opened'],
    ])
    expect(states).toEqual(['absent', 'opening', 'ready', 'waiting', 'absent', 'opening', 'ready'])
    expect(acts.filter(({ kind }) => kind === 'open').map((act) => 'generation' in act && act.generation)).toEqual([
      1, 2,
    ])
  })

  test('is tried again after 0.5, 1, 2, 5, 10 and 10 seconds', () => {
    let life = NEW_LIFE
    let now_ms = 0
    const waits: number[] = []
    ;[life] = lifeStep(life, { kind: 'looked', is_there: true }, now_ms)
    for (let n = 0; n < 6; n += 1) {
      ;[life] = lifeStep(life, { kind: 'not-opened', generation: life.generation, fault: 'broken' }, now_ms)
      waits.push((life.next_at_ms ?? 0) - now_ms)
      now_ms = life.next_at_ms ?? 0
      expect(lifeStep(life, { kind: 'time' }, now_ms - 1)[0].state).toBe('waiting')
      ;[life] = lifeStep(life, { kind: 'time' }, now_ms)
      expect(life.state).toBe('opening')
    }
    expect(waits).toEqual([500, 1_000, 2_000, 5_000, 10_000, 10_000])
  })

  test('that the system denies right after it was plugged in is tried twice before the clerk is told', () => {
    const early: readonly Happens[] = [
      [0, 'there'],
      [1, 'denied'],
      [501, 'time'],
      [502, 'denied'],
    ]
    expect(live(early).states.at(-1)).toBe('waiting')
    expect(live([...early, [1_502, 'time'], [1_503, 'denied']]).states.at(-1)).toBe('denied')
  })

  test('that another program has is told right away, and tried every five seconds', () => {
    const { states, life } = live([
      [0, 'there'],
      [10, 'busy'],
    ])
    expect(states.at(-1)).toBe('busy')
    expect(life.next_at_ms).toBe(5_010)
  })

  test('that comes and goes ten times a second is left alone for a while', () => {
    const flaps = Array.from({ length: 10 }, (_, n): readonly Happens[] => [
      [n * 100, 'there'],
      [n * 100 + 10, 'opened'],
      [n * 100 + 50, 'lost'],
      [n * 100 + 60, 'gone'],
    ]).flat()
    const { acts, states } = live(flaps)
    expect(acts.filter(({ kind }) => kind === 'open')).toHaveLength(5)
    expect(states).toContain('flapping')
    const calm = live([...flaps, [60_000, 'gone'], [60_001, 'there'], [60_002, 'opened']])
    expect(calm.states.at(-1)).toBe('ready')
  })

  const FLAPS = Array.from({ length: 5 }, (_, n): readonly Happens[] => [
    [n * 100, 'there'],
    [n * 100 + 10, 'opened'],
    [n * 100 + 50, 'lost'],
    [n * 100 + 60, 'gone'],
  ]).flat()

  test('that comes and goes is told once: no look changes it before its fifteen seconds are over', () => {
    const looks = Array.from({ length: 14 }, (_, n): Happens => [1_000 * (n + 1), n % 2 === 0 ? 'there' : 'gone'])
    const { states, acts } = live([...FLAPS.slice(0, -1), ...looks, [15_450, 'time']])
    const after = states.slice(FLAPS.length - 2)
    expect(new Set(after)).toEqual(new Set(['flapping', 'absent']))
    expect(after.at(-1)).toBe('absent')
    expect(after.filter((state) => state === 'absent')).toHaveLength(1)
    expect(acts.filter(({ kind }) => kind === 'open')).toHaveLength(5)
  })

  test('that comes and goes still, after it was left alone, is left alone again when it is lost once', () => {
    const again: readonly Happens[] = [
      [15_000, 'there'],
      [15_450, 'time'],
      [15_460, 'opened'],
    ]
    expect(live([...FLAPS, ...again]).states.at(-1)).toBe('ready')
    expect(live([...FLAPS, ...again, [20_000, 'lost']]).states.at(-1)).toBe('flapping')
    expect(live([...FLAPS, ...again, [26_000, 'lost']]).states.at(-1)).toBe('waiting')
  })

  test('that its driver does not miss is closed when the list no longer has it', () => {
    const { states, acts } = live([
      [0, 'there'],
      [1, 'opened'],
      [2, 'gone'],
    ])
    expect(states.at(-1)).toBe('waiting')
    expect(acts.at(-1)).toEqual({ kind: 'close' })
  })

  test('whatever happens: late messages change nothing, an ended device stays ended, generations only grow', () => {
    const happening = fc.constantFrom<Happens[1][]>(
      'there',
      'gone',
      'opened',
      'denied',
      'busy',
      'broken',
      'lost',
      'time',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4_000), happening), { maxLength: 60 }), (all) => {
        let life = NEW_LIFE
        let at_ms = 0
        for (const [gap_ms, what] of all) {
          at_ms += gap_ms
          const before = life
          const [next, acts] = lifeStep(life, eventOf(life, what), at_ms)
          life = next
          const opens = acts.filter(({ kind }) => kind === 'open')
          expect(life.generation - before.generation).toBe(opens.length)
          expect(life.state === 'opening' || opens.length === 0).toBe(true)
          const late = { kind: 'lost', generation: life.generation - 1 } as const
          expect(lifeStep(life, late, at_ms)).toEqual([life, []])
        }
        const [ended] = lifeStep(life, { kind: 'end' }, at_ms)
        expect(lifeStep(ended, { kind: 'looked', is_there: true }, at_ms)[1]).toEqual([])
      }),
    )
  })
})
