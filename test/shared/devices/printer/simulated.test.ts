/** The printer in software answers as a real one, and what reads its answers understands them. */
import { describe, expect, it, test } from 'vitest'
import { afterJob, beforeJob } from '../../../../shared/devices/printer/acknowledgement.ts'
import {
  SimulatedPrinter,
  type PrinterState,
} from '../../../../shared/devices/printer/interpreter/simulated-printer.ts'
import type { PrinterProfile } from '../../../../shared/devices/printer/profile.ts'
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
} from '../../../../shared/devices/printer/status/status-stream.ts'
import { must } from '../../../../shared/kernel/assert.ts'

const profile = (code: string): PrinterProfile => must(profileOf(code), 'a profile')
const EPSON = profile('epson-tm-t88v')
const GENERIC = profile('generic-80')
const STAR = profile('star-tsp100iv')
const QUESTIONS: readonly StatusQuestion[] = [1, 2, 3, 4]
const HI = [0x48, 0x69, 0x0a]

/** What is told when each question was asked once. */
function asked(of: PrinterProfile, printer: SimulatedPrinter): readonly PrinterEvent[] {
  const questions = of.language === 'star' ? QUESTIONS.slice(0, 1) : QUESTIONS
  const stream = questions.reduce(asking, openStream(of))
  const read = readStatus(
    of.language === 'star' ? openStream(of) : stream,
    questions.flatMap((one) => printer.receive(questionBytes(of.language, one)).sent),
  )
  return [...read.events, ...roundOver(read.stream).events]
}

const STATES: readonly (readonly [string, Partial<PrinterState>, readonly PrinterEvent[]])[] = [
  ['ready', {}, []],
  [
    'the cover is open',
    { is_cover_open: true },
    [
      { event: 'cover', is_open: true },
      { event: 'online', is_online: false },
    ],
  ],
  ['the roll ends soon', { paper: 'near-end' }, [{ event: 'paper', paper: 'near-end' }]],
  [
    'the roll is empty',
    { paper: 'out' },
    [
      { event: 'paper', paper: 'out' },
      { event: 'online', is_online: false },
    ],
  ],
  [
    'the cutter sticks',
    { fault: 'cutter' },
    [
      { event: 'fault', fault: 'cutter' },
      { event: 'online', is_online: false },
    ],
  ],
  [
    'it is broken',
    { fault: 'unrecoverable' },
    [
      { event: 'fault', fault: 'unrecoverable' },
      { event: 'online', is_online: false },
    ],
  ],
  ['the drawer', { is_drawer_high: true }, [{ event: 'drawer', level: 'high' }]],
]

describe.each([
  ['an Epson', EPSON],
  ['a Star', STAR],
])('%s', (_name, of) => {
  const usual: readonly PrinterEvent[] = [
    { event: 'drawer', level: 'low' },
    { event: 'online', is_online: true },
    { event: 'cover', is_open: false },
    { event: 'fault', fault: 'none' },
    { event: 'paper', paper: 'enough' },
  ]

  it.each(STATES)('asked, it tells: %s', (_what, state, expected) => {
    const printer = new SimulatedPrinter(of)
    printer.change(state)
    const told = asked(of, printer)
    const changed = expected.map(({ event }) => event)
    const rest = usual.filter(({ event }) => !changed.includes(event))
    expect(told).toEqual(expect.arrayContaining([...expected, ...rest]))
    expect(told).toHaveLength(5)
  })

  it('says that a job is printed when it is, and not before', () => {
    const printer = new SimulatedPrinter(of)
    printer.receive(of.language === 'star' ? [] : AUTOMATIC_STATUS)
    const stream = expecting(openStream(of), 8)
    printer.change({ paper: 'out' })
    const job = [...beforeJob(of.acknowledgement), ...HI, ...afterJob(of.acknowledgement, 8)]
    const waiting = printer.receive(job)
    expect(readStatus(stream, waiting.sent).events).toEqual([])
    expect(printer.paper().height_dots).toBe(0)
    const done = printer.change({ paper: 'enough' })
    expect(readStatus(stream, done.sent).events).toContainEqual({ event: 'acknowledged', job: 8 })
    expect(done.happened).toContainEqual({ happened: 'line', text: 'Hi' })
  })
})

test('an Epson tells changes by itself only when it was asked to', () => {
  const printer = new SimulatedPrinter(EPSON)
  expect(printer.change({ paper: 'near-end' }).sent).toEqual([])
  printer.receive(AUTOMATIC_STATUS)
  expect(printer.change({ paper: 'enough' }).sent).toEqual([0x10, 0, 0, 0])
})

test('a copy answers GS r with its paper, which is the end of the job', () => {
  const printer = new SimulatedPrinter(GENERIC)
  printer.change({ paper: 'near-end' })
  const { sent } = printer.receive([...HI, ...afterJob('gs-r', 2)])
  expect(readStatus(expecting(openStream(GENERIC), 2), sent).events).toEqual([
    { event: 'paper', paper: 'near-end' },
    { event: 'acknowledged', job: 2 },
  ])
})

test('answers come at once, while the job before waits for paper', () => {
  const printer = new SimulatedPrinter(EPSON)
  printer.change({ is_cover_open: true })
  printer.receive(HI)
  expect(asked(EPSON, printer)).toContainEqual({ event: 'cover', is_open: true })
})
