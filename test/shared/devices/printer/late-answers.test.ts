/**
 * Answers to DLE EOT do not say to which question they are one. A printer that stalls amid them, and stalls again
 * behind the late ones, at each place where it can: no answer is read as one to another question.
 */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { profileOf } from '../../../../shared/devices/printer/profiles.ts'
import type { PrinterEvent, StatusQuestion } from '../../../../shared/devices/printer/status/status-events.ts'
import {
  asking,
  openStream,
  questionsNow,
  readStatus,
  roundOver,
  type StatusStream,
} from '../../../../shared/devices/printer/status/status-stream.ts'

/** Of a printer without paper; each is nonsense, or fine, as an answer to another question. */
const ANSWERS: Readonly<Record<StatusQuestion, number>> = { 1: 0x1a, 2: 0x32, 3: 0x12, 4: 0x7e }
const OWN: readonly PrinterEvent[] = [
  { event: 'drawer', level: 'low' },
  { event: 'online', is_online: false },
  { event: 'cover', is_open: false },
  { event: 'fault', fault: 'none' },
  { event: 'paper', paper: 'out' },
]

/** A printer that sends so many of the answers that it owes, and keeps the others for later. */
class Stalling {
  stream: StatusStream = openStream(must(profileOf('generic-80'), 'a profile'))
  owes: readonly number[] = []
  heard: PrinterEvent[] = []

  /** One round of questions. @returns whether its answers were taken */
  round(sends_count: number): boolean {
    const questions = questionsNow(this.stream)
    for (const question of questions) this.stream = asking(this.stream, question)
    this.owes = [...this.owes, ...questions.map((question) => ANSWERS[question])]
    const read = readStatus(this.stream, this.owes.slice(0, sends_count))
    this.owes = this.owes.slice(sends_count)
    const { stream, events, isAnswered } = roundOver(read.stream)
    this.stream = stream
    this.heard.push(...read.events, ...events)
    return isAnswered
  }

  /** What it answers to nothing: each is one of the five that it means. */
  misread(): readonly PrinterEvent[] {
    return this.heard.filter((one) => !OWN.some((own) => JSON.stringify(own) === JSON.stringify(one)))
  }
}

const STALLS = [0, 1, 2, 3].flatMap((first) =>
  Array.from({ length: 8 - first }, (_, second) => [first, second] as const),
)

test.each(STALLS)('stalls after %i answers, and again after %i', (first, second) => {
  const printer = new Stalling()
  expect(printer.round(first)).toBe(false)
  expect(printer.round(second)).toBe(false)
  let rounds_count = 0
  while (!printer.round(Infinity) && rounds_count < 9) rounds_count += 1
  expect(rounds_count).toBeLessThan(3)
  expect(printer.misread()).toEqual([])
  expect(printer.heard.slice(-OWN.length)).toEqual(expect.arrayContaining([{ event: 'paper', paper: 'out' }]))
})

test.each([0, 1, 2, 3])('forgets, after %i answers, what else it was asked, and is read again', (first) => {
  const printer = new Stalling()
  printer.round(first)
  printer.owes = []
  expect(printer.round(Infinity)).toBe(false)
  expect(printer.round(Infinity)).toBe(true)
  expect(printer.misread()).toEqual([])
  expect(printer.heard).toContainEqual({ event: 'paper', paper: 'out' })
})
