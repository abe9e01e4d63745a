/** What the sensor of a drawer says in a row, and what the desk makes of it: one line a situation. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  NEW_WATCH,
  wakeAt,
  watchStep,
  type DrawerWatch,
  type WatchEvent,
  type WatchSaid,
} from '../../../../shared/devices/drawer/watch.ts'

const LEFT_OPEN_MS = 60_000

/** Milliseconds since the one before, and what happened: "+0 shut", "+10 sent", "+5 open". */
const EVENTS: Readonly<Record<string, WatchEvent>> = {
  open: { kind: 'level', is_open: true },
  shut: { kind: 'level', is_open: false },
  away: { kind: 'level', is_open: null },
  sent: { kind: 'pulse-sent', ref: 'P' },
  done: { kind: 'pulse-ended', ref: 'P', is_sent: true },
  failed: { kind: 'pulse-ended', ref: 'P', is_sent: false },
  time: { kind: 'time' },
}

function saidOf(one: WatchSaid): string {
  if (one.kind !== 'key-opened') return one.kind
  return `${one.kind} ${one.reason}${one.openings_count > 1 ? ` ${one.openings_count}` : ''}`
}

/** Goes to a moment as the desk does: it wakes up each time that the watch asks for. */
function until(watch: DrawerWatch, from_ms: number, to_ms: number, said: string[]): DrawerWatch {
  let now = watch
  for (let wake = wakeAt(now, LEFT_OPEN_MS); wake !== null && wake <= to_ms; wake = wakeAt(now, LEFT_OPEN_MS)) {
    const [next, out] = watchStep(now, { kind: 'time' }, Math.max(from_ms, wake), LEFT_OPEN_MS)
    said.push(...out.map(saidOf))
    now = next
  }
  return now
}

/** @param isWoken the desk comes at every moment at which something is to be said; else at the next event */
function play(script: string, isWoken = true): string {
  const said: string[] = []
  let [watch, now_ms] = [NEW_WATCH, 0]
  for (const part of script.split(', ')) {
    const [wait = '', name = ''] = part.split(' ')
    const at_ms = now_ms + Number(wait)
    if (isWoken) watch = until(watch, now_ms, at_ms, said)
    now_ms = at_ms
    const event = EVENTS[name]
    if (event === undefined) throw new Error(`no such event: ${part}`)
    const [next, out] = watchStep(watch, event, now_ms, LEFT_OPEN_MS)
    said.push(...out.map(saidOf))
    watch = next
  }
  return said.join(', ')
}

test.each([
  ['a pulse opens it', '+0 shut, +500 sent, +10 done, +100 open, +9000 shut, +900 time', 'opened, shut'],
  ['it opens before the printer says so', '+0 shut, +500 sent, +80 open, +200 done, +5000 time', 'opened'],
  [
    'a pulse opens it, and the contact chatters',
    '+0 shut, +500 sent, +9 done, +9 open, +5 shut, +5 open, +900 time',
    'opened',
  ],
  ['the key', '+0 shut, +500 open, +900 time', 'key-opened key'],
  ['the key, with chatter', '+0 shut, +500 open, +3 shut, +4 open, +9 shut, +2 open, +900 time', 'key-opened key'],
  ['the key, twice', '+0 shut, +500 open, +900 shut, +900 open, +900 time', 'key-opened key, shut, key-opened key'],
  ['shut with chatter', '+0 open, +900 shut, +5 open, +5 shut, +900 time', 'shut'],
  ['a bump of the desk', '+0 shut, +500 open, +20 shut, +900 time', ''],
  ['a pulse that opens nothing', '+0 shut, +500 sent, +10 done, +499 time, +9000 time', 'not-opened'],
  ['one that sticks', '+0 shut, +500 sent, +10 done, +900 open, +900 time', 'not-opened, opened'],
  [
    'one that was helped with the key',
    '+0 shut, +500 sent, +10 done, +5000 open, +900 time',
    'not-opened, key-opened key',
  ],
  ['a pulse on an open drawer', '+0 open, +500 sent, +10 done, +5000 time', ''],
  [
    'one pulse, two openings',
    '+0 shut, +500 sent, +10 done, +50 open, +400 shut, +400 open, +900 time',
    'opened, shut, key-opened key',
  ],
  [
    'no pulse was sent, and it opened',
    '+0 shut, +500 sent, +50 open, +400 failed, +900 time',
    'opened, key-opened key',
  ],
  ['no pulse was sent', '+0 shut, +500 sent, +50 failed, +5000 time', ''],
  ['no sensor at all', '+0 sent, +10 done, +90000 time', ''],
  ['left open', '+0 shut, +500 sent, +10 done, +50 open, +59999 time, +1 time, +99999 time', 'opened, left-open'],
  ['left open twice', '+0 open, +70000 shut, +900 open, +70000 time', 'left-open, shut, key-opened key, left-open'],
  ['found open at the start', '+0 open, +900 time', ''],
  ['opened while its printer was away', '+0 shut, +500 away, +9000 open, +900 time', 'key-opened unseen'],
  ['shut while its printer was away', '+0 open, +500 away, +9000 shut, +900 open, +900 time', 'key-opened key'],
  ['open before and after its printer was away', '+0 open, +500 away, +9000 open, +900 time', ''],
  ['a pulse before its printer went away', '+0 shut, +500 sent, +50 away, +90 done, +900 open, +900 time', 'opened'],
])('%s', (_, script, wanted) => {
  expect(play(script)).toBe(wanted)
})

test.each([
  ['the key, for a moment', '+0 shut, +500 open, +300 shut, +900 time', 'key-opened key, shut'],
  ['a bump of the desk', '+0 shut, +500 open, +20 shut, +900 time', ''],
  ['a pulse opens it late', '+0 shut, +500 sent, +10 done, +900 open, +900 time', 'opened'],
  ['the key, long after a pulse', '+0 shut, +500 sent, +10 done, +5000 open, +900 time', 'not-opened, key-opened key'],
  ['left open', '+0 shut, +500 open, +70000 time', 'key-opened key, left-open'],
])('looked at only when something happens: %s', (_, script, wanted) => {
  expect(play(script, false)).toBe(wanted)
})

/** Opens and shuts so many times, each for so long. */
const flapping = (times: number, each_ms: number): string =>
  Array.from({ length: times }, () => `+${each_ms} open, +${each_ms} shut`).join(', ')

/** What became of openings by nobody's wish: how many entries of one, the counts of others, what was told. */
function byKey(script: string, isWoken = true) {
  const all = play(script, isWoken).split(', ')
  const counts = all.filter((one) => one.startsWith('key-opened')).map((one) => Number(one.split(' ')[2] ?? 1))
  return {
    singles: counts.filter((one) => one === 1).length,
    counted: counts.filter((one) => one > 1),
    told: all.filter((one) => one === 'restless').length,
    sum: counts.reduce((sum, one) => sum + one, 0),
  }
}

test('a sensor that flaps every two seconds is told once, and is a few entries however long it does', () => {
  expect(byKey(`+0 shut, ${flapping(500, 1_000)}, +70000 time`)).toEqual({
    singles: 8,
    counted: [492],
    told: 1,
    sum: 500,
  })
  // Five hours of it.
  const long = byKey(`+0 shut, ${flapping(9_000, 1_000)}, +70000 time`)
  expect(long).toMatchObject({ singles: 8, told: 1, sum: 9_000 })
  expect(long.counted).toHaveLength(5)
})

test('nothing that was counted is lost when nobody comes in between, or its device goes away', () => {
  expect(byKey(`+0 shut, ${flapping(100, 1_000)}, +70000 time`, false)).toMatchObject({ sum: 100, told: 1 })
  expect(byKey(`+0 shut, ${flapping(50, 1_000)}, +10 away, +70000 time`)).toMatchObject({ sum: 50, told: 1 })
})

test('a person with the key is never counted, and what flapped before is an entry each again', () => {
  expect(byKey(`+0 shut, ${flapping(40, 10_000)}`)).toEqual({ singles: 40, counted: [], told: 0, sum: 40 })
  const twice = `+0 shut, ${flapping(20, 1_000)}, +70000 time, ${flapping(3, 1_000)}, +70000 time`
  expect(byKey(twice)).toEqual({ singles: 11, counted: [12], told: 1, sum: 23 })
})

test('a sensor that says nonsense is told once, and believed again when it has been quiet', () => {
  const flutter = Array.from({ length: 60 }, (_, index) => `+160 ${index % 2 === 0 ? 'open' : 'shut'}`).join(', ')
  const said = play(`+0 shut, ${flutter}, +160 shut, +11000 time, +900 open, +900 time`).split(', ')
  expect(said.filter((one) => one === 'nonsense')).toHaveLength(1)
  expect(said.filter((one) => one === 'key-opened key').length).toBeLessThan(8)
  expect(said.at(-1)).toBe('key-opened key')
})

test('chatter that never ends is nonsense too, and no opening', () => {
  const flutter = Array.from({ length: 900 }, (_, index) => `+5 ${index % 2 === 0 ? 'open' : 'shut'}`).join(', ')
  expect(play(`+0 shut, +500 time, ${flutter}`)).toBe('nonsense')
})

test('forty contacts in one opening are one opening', () => {
  const chatter = Array.from({ length: 40 }, (_, index) => `+2 ${index % 2 === 0 ? 'open' : 'shut'}`).join(', ')
  expect(play(`+0 shut, +500 time, ${chatter}, +2 open, +900 time`)).toBe('key-opened key')
})

test('whatever a sensor says, no pulse opens twice, and each opening by key follows a drawer that was shut', () => {
  const event = fc.constantFrom(...Object.keys(EVENTS))
  const script = fc.array(fc.tuple(fc.constantFrom(1, 5, 100, 151, 600, 2_500), event), { maxLength: 60 })
  fc.assert(
    fc.property(script, (parts) => {
      const said: string[] = []
      let [watch, now_ms, sent_count] = [NEW_WATCH, 0, 0]
      const sentRef = (): string => `P${sent_count}`
      const openedBy: string[] = []
      for (const [wait_ms, name] of parts) {
        now_ms += wait_ms
        watch = until(watch, now_ms, now_ms, said)
        if (name === 'sent') sent_count += 1
        const raw = EVENTS[name] ?? { kind: 'time' }
        const one: WatchEvent = 'ref' in raw ? { ...raw, ref: sentRef() } : raw
        const wasShut = watch.is_open === false || watch.was_open === false || watch.opened_by !== null
        const [next, out] = watchStep(watch, one, now_ms, LEFT_OPEN_MS)
        for (const told of out) {
          if (told.kind === 'opened') openedBy.push(told.ref)
          if (told.kind === 'key-opened') expect(wasShut).toBe(true)
        }
        watch = next
      }
      expect(new Set(openedBy).size).toBe(openedBy.length)
    }),
  )
})

test('it never asks to be woken for what it has said', () => {
  const event = fc.constantFrom(...Object.values(EVENTS))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3_000), event), { maxLength: 40 }), (parts) => {
      let [watch, now_ms] = [NEW_WATCH, 0]
      for (const [wait_ms, one] of parts) {
        now_ms += wait_ms
        ;[watch] = watchStep(watch, one, now_ms, LEFT_OPEN_MS)
        const wake = wakeAt(watch, LEFT_OPEN_MS)
        expect(wake === null || wake > now_ms).toBe(true)
      }
    }),
  )
})
