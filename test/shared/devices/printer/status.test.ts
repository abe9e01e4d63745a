/** What printers send, by their makers' references, and what is read of it, however it is cut. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  afterJob,
  beforeJob,
  etbCountOf,
  JOB_NUMBERS_COUNT,
  jobDigits,
  jobOfDigits,
} from '../../../../shared/devices/printer/acknowledgement.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { profileOf } from '../../../../shared/devices/printer/profiles.ts'
import type { PrinterEvent, StatusQuestion } from '../../../../shared/devices/printer/status/status-events.ts'
import {
  asking,
  AUTOMATIC_STATUS,
  expecting,
  openStream,
  questionBytes,
  readStatus,
  roundOver,
  type StatusStream,
} from '../../../../shared/devices/printer/status/status-stream.ts'

const streamOf = (code: string): StatusStream => openStream(must(profileOf(code), 'a profile'))
const EPSON = streamOf('epson-tm-t88v')
const GENERIC = streamOf('generic-80')
const STAR = streamOf('star-tsp100iv')

/** Events as words, in short. */
function said(event: PrinterEvent): string {
  switch (event.event) {
    case 'online':
      return event.is_online ? 'online' : 'offline'
    case 'cover':
      return event.is_open ? 'cover open' : 'cover shut'
    case 'paper':
      return `paper ${event.paper}`
    case 'fault':
      return `fault ${event.fault}`
    case 'drawer':
      return `drawer ${event.level}`
    case 'acknowledged':
      return `job ${event.job}`
    case 'nonsense':
      return 'nonsense'
  }
}

const words = (stream: StatusStream, bytes: readonly number[]): readonly string[] =>
  readStatus(stream, bytes).events.map(said)

/** The same of a round of questions, at its end. */
function wordsOfRound(stream: StatusStream, bytes: readonly number[]): readonly string[] {
  const read = readStatus(stream, bytes)
  return [...read.events, ...roundOver(read.stream).events].map(said)
}

const ANSWERS: readonly (readonly [StatusQuestion, number, string])[] = [
  [1, 0x12, 'drawer low, online'],
  [1, 0x16, 'drawer high, online'],
  [1, 0x1a, 'drawer low, offline'],
  [2, 0x12, 'cover shut'],
  [2, 0x16, 'cover open'],
  [3, 0x12, 'fault none'],
  [3, 0x1a, 'fault cutter'],
  [3, 0x32, 'fault unrecoverable'],
  [3, 0x52, 'fault other'],
  [4, 0x12, 'paper enough'],
  [4, 0x1e, 'paper near-end'],
  [4, 0x7e, 'paper out'],
]

test.each(ANSWERS)('DLE EOT %i, answered with %i: %s', (question, byte, expected) => {
  expect(wordsOfRound(asking(EPSON, question), [byte]).join(', ')).toBe(expected)
})

const AUTOMATIC: readonly (readonly [string, readonly number[], string])[] = [
  ['all is well', [0x10, 0, 0, 0], 'drawer low, online, cover shut, fault none, paper enough'],
  ['the drawer', [0x14, 0, 0, 0], 'drawer high, online, cover shut, fault none, paper enough'],
  ['the cover is open', [0x38, 0, 0, 0], 'drawer low, offline, cover open, fault none, paper enough'],
  ['the cutter sticks', [0x18, 0x08, 0, 0], 'drawer low, offline, cover shut, fault cutter, paper enough'],
  ['the roll ends soon', [0x10, 0, 0x03, 0], 'drawer low, online, cover shut, fault none, paper near-end'],
  ['the roll is empty', [0x18, 0, 0x0f, 0], 'drawer low, offline, cover shut, fault none, paper out'],
]

test.each(AUTOMATIC)('automatic status of ESC/POS: %s', (_what, bytes, expected) => {
  expect(words(EPSON, bytes).join(', ')).toBe(expected)
})

/** Nine bytes, as a TSP100 sends them. */
const star = (printer = 0, errors = 0, paper = 0, counter = 0): readonly number[] => [
  0x23,
  0x86,
  printer,
  errors,
  0,
  paper,
  0,
  counter,
  0,
]
const counterByte = (count: number): number => ((count & 0x18) << 2) | ((count & 0x07) << 1)

const STAR_STATUS: readonly (readonly [string, readonly number[], string])[] = [
  ['all is well', star(), 'drawer low, online, cover shut, fault none, paper enough'],
  ['seven bytes', [0x0f, 0x06, 0, 0, 0, 0, 0], 'drawer low, online, cover shut, fault none, paper enough'],
  ['the drawer', star(0x04), 'drawer high, online, cover shut, fault none, paper enough'],
  ['the cover is open', star(0x28), 'drawer low, offline, cover open, fault none, paper enough'],
  ['the cutter sticks', star(0x08, 0x08), 'drawer low, offline, cover shut, fault cutter, paper enough'],
  ['the head is too hot', star(0, 0x40), 'drawer low, online, cover shut, fault too-hot, paper enough'],
  ['the roll ends soon', star(0, 0, 0x04), 'drawer low, online, cover shut, fault none, paper near-end'],
  ['the roll is empty', star(0x08, 0, 0x0c), 'drawer low, offline, cover shut, fault none, paper out'],
  [
    'by network, with the length of nothing',
    [...star(), 0, 0],
    'drawer low, online, cover shut, fault none, paper enough',
  ],
]

test.each(STAR_STATUS)('status of a Star: %s', (_what, bytes, expected) => {
  expect(words(STAR, bytes).join(', ')).toBe(expected)
})

describe('a job is printed', () => {
  it('says an Epson with the four bytes of that job', () => {
    expect(words(expecting(EPSON, 300), [0x37, 0x22, ...jobDigits(300), 0])).toEqual(['job 300'])
    expect(words(expecting(EPSON, 301), [0x37, 0x22, ...jobDigits(300), 0])).toEqual(['job 300'])
  })

  it('says the answer to GS r, once', () => {
    expect(words(expecting(GENERIC, 7), [0x00])).toEqual(['paper enough', 'job 7'])
    expect(words(expecting(GENERIC, 7), [0x03, 0x00])).toEqual(['paper near-end', 'job 7', 'nonsense'])
  })

  it('does not say a byte that comes with garbage', () => {
    expect(words(expecting(GENERIC, 7), [0xff, 0x00, 0x00])).toEqual(['nonsense'])
    expect(words(expecting(GENERIC, 7), star())).toEqual(['nonsense'])
  })

  it('says the counter of a Star, when it has come as far as this job counts', () => {
    const stream = expecting(STAR, 4)
    const jobs = [0, 4, 5, 6].map((count) => words(stream, star(0, 0, 0, counterByte(count))).includes('job 4'))
    expect(jobs).toEqual([false, false, true, false])
  })

  it('says of a Star without a counter that it met the end, once it said that it had not', () => {
    const [unmet, met] = [
      [0x0f, 0x06, 0x00, 0, 0, 0, 0],
      [0x0f, 0x06, 0x02, 0, 0, 0, 0],
    ] as const
    // The end of the job before, told before the printer came to the reset of this one.
    expect(words(expecting(STAR, 4), met)).not.toContain('job 4')
    expect(words(expecting(STAR, 4), [...met, ...unmet])).not.toContain('job 4')
    expect(words(expecting(STAR, 4), [...met, ...unmet, ...met])).toContain('job 4')
    expect(words(expecting(readStatus(STAR, unmet).stream, 4), met)).toContain('job 4')
  })

  it('is asked for by bytes that name it', () => {
    expect(afterJob('gs-paren-h', 0)).toEqual([0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, 0x20, 0x20, 0x20, 0x20])
    expect(afterJob('gs-r', 5)).toEqual([0x1d, 0x72, 1])
    expect(afterJob('star-etb', 1)).toEqual([0x17, 0x17])
    expect([beforeJob('star-etb'), beforeJob('gs-r')]).toEqual([[0x1b, 0x1e, 0x45, 0], []])
  })

  it('has a number that comes back, and one that no neighbor of its has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: JOB_NUMBERS_COUNT - 2 }), (job) => {
        expect(jobOfDigits(jobDigits(job))).toBe(job)
        expect(jobDigits(job + 1)).not.toEqual(jobDigits(job))
        expect(etbCountOf(job + 1)).not.toBe(etbCountOf(job))
        expect(counterByte(etbCountOf(job)) & 0x91).toBe(0)
      }),
    )
    expect(() => jobDigits(JOB_NUMBERS_COUNT)).toThrow('number of a job')
  })
})

test('questions and the wish for automatic status', () => {
  expect(questionBytes('esc-pos', 4)).toEqual([0x10, 0x04, 0x04])
  expect(questionBytes('star', 1)).toEqual([0x1b, 0x06, 0x01])
  expect(AUTOMATIC_STATUS).toEqual([0x1d, 0x61, 0x0f])
})

test('answers come in the order of the questions, also between the bytes of automatic status', () => {
  const stream = asking(asking(EPSON, 4), 1)
  expect(wordsOfRound(stream, [0x10, 0x1e, 0, 0x16, 0, 0])).toEqual([
    'drawer low',
    'online',
    'cover shut',
    'fault none',
    'paper enough',
    'paper near-end',
    'drawer high',
    'online',
  ])
})

describe('garbage', () => {
  const GARBAGE: readonly (readonly [string, StatusStream, readonly number[]])[] = [
    ['an answer that nobody asked for', EPSON, [0x12, 0x12]],
    ['the status of a Star at an Epson', EPSON, star(0x08)],
    ['the status of an Epson at a Star', STAR, [0x10, 0, 0, 0, 0x12, 0x37, 0x22, 0x20, 0x20, 0x20, 0x20, 0]],
    ['a line at the wrong speed', EPSON, [0xff, 0xfe, 0x80, 0xe6]],
    ['half an acknowledgement', EPSON, [0x37, 0x22, 0x01, 0x02, 0x03, 0x04, 0x05]],
    ['another message of this kind', EPSON, [0x37, 0x41, 0x41, 0xff]],
    ['a Star of two bytes', STAR, [0x05, 0x00]],
  ]

  it.each(GARBAGE)('is told once: %s', (_what, stream, bytes) => {
    expect(words(stream, [...bytes, ...bytes])).toEqual(['nonsense'])
  })

  it('hides what comes amid it, and of an Epson what comes behind it up to the next question', () => {
    for (const garbage of [
      [0xff, 0x37],
      [0x10, 0x00],
    ]) {
      const { stream, events } = readStatus(EPSON, [...garbage, 0x14, 0, 0, 0])
      expect(events.map(said)).toEqual(['nonsense'])
      expect(wordsOfRound(asking(stream, 1), [0x14, 0, 0, 0, 0x16])).toEqual([
        ...words(EPSON, [0x14, 0, 0, 0]),
        'drawer high',
        'online',
      ])
    }
    expect(words(STAR, [0x23, 0x86, ...star(0x04)])).toEqual(['nonsense', ...words(STAR, star(0x04))])
  })

  it('is no flow control of a serial line', () => {
    expect(words(EPSON, [0x11, 0x13, 0x10, 0x13, 0, 0x11, 0, 0])).toEqual(words(EPSON, [0x10, 0, 0, 0]))
    expect(words(STAR, [0x11, 0x13])).toEqual([])
  })
})

describe('garbage of any bytes', () => {
  const QUESTIONS = [1, 2, 3, 4] as const
  /** Paper, cover shut, no fault, online: each false fact differs from them. */
  const TRUE_ANSWERS = [0x12, 0x12, 0x12, 0x12]
  const RUNS = 20_000

  /** Numbers from 0 to 255 that look random, the same in each run. */
  function* bytesFrom(seed: number): Generator<number, never> {
    for (let state = seed >>> 0; ;) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      yield state >>> 24
    }
  }

  /** One round, with so much garbage somewhere in what comes. @returns whether anything false was told */
  function isFooled(source: Generator<number, never>, garbage_count: number): boolean {
    const next = (): number => source.next().value
    const asked = QUESTIONS.reduce<StatusStream>((stream, question) => asking(stream, question), EPSON)
    const at = next() % (TRUE_ANSWERS.length + 1)
    const garbage = Array.from({ length: garbage_count }, next)
    const said_words = wordsOfRound(asked, [...TRUE_ANSWERS.slice(0, at), ...garbage, ...TRUE_ANSWERS.slice(at)])
    const right = new Set(['nonsense', 'drawer low', 'online', 'cover shut', 'fault none', 'paper enough'])
    return said_words.some((one) => !right.has(one))
  }

  it.each([1, 2, 4, 8, 32, 256])('%i bytes in a round tell something false less than once in 500', (count) => {
    const source = bytesFrom(count)
    const fooled_count = Array.from({ length: RUNS }, () => isFooled(source, count)).filter(Boolean).length
    expect(fooled_count).toBeLessThan(RUNS / 500)
  })
})

const MESSAGE = fc.oneof(
  fc.constantFrom<readonly number[]>([0x12], [0x16], [0x14, 0, 0, 0], [0x18, 0x08, 0x0f, 0], [0], [3], [0x11]),
  fc.constantFrom(star(), star(0x28, 0x08, 0x0c, 0x02)),
  fc.nat({ max: 500 }).map((job) => [0x37, 0x22, ...jobDigits(job), 0]),
  fc.array(fc.nat({ max: 255 }), { maxLength: 12 }),
)

test.each([
  ['an Epson', EPSON],
  ['a copy', GENERIC],
  ['a Star', STAR],
])('the bytes of %s give the same, wherever they are cut', (_what, stream) => {
  fc.assert(
    fc.property(fc.array(MESSAGE, { maxLength: 12 }), fc.nat({ max: 300 }), (messages, job) => {
      const asked = expecting(asking(asking(asking(stream, 1), 4), 3), job)
      const bytes = messages.flat()
      const whole = readStatus(asked, bytes)
      expect(whole.events.filter(({ event }) => event === 'nonsense').length).toBeLessThanOrEqual(1)
      for (let cut = 0; cut <= bytes.length; cut += 1) {
        const first = readStatus(asked, bytes.slice(0, cut))
        const second = readStatus(first.stream, bytes.slice(cut))
        expect([...first.events, ...second.events]).toEqual(whole.events)
        expect(second.stream).toEqual(whole.stream)
      }
    }),
    { numRuns: 60 },
  )
})
