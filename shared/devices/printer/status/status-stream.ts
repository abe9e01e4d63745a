/**
 * Reads what a printer sends, byte by byte, so that it does not matter how a line or a network cuts it. Pure: the state
 * goes in and comes out. After garbage it begins again with the next byte that can begin a message; but one byte in
 * eight looks like an answer, and four in 512 like automatic status, so what comes amid garbage tells nothing.
 */
import { jobOfDigits } from '../acknowledgement.ts'
import type { AcknowledgementWay, PrinterLanguage, PrinterProfile } from '../profile.ts'
import { answered, automatic, isAnswer, isAutomatic, isFlow, isPlain } from './esc-pos-status.ts'
import { isInside, metEtb, starEvents, statusLength } from './star-status.ts'
import type { PrinterEvent, StatusQuestion } from './status-events.ts'

export type StatusStream = {
  readonly language: PrinterLanguage
  readonly way: AcknowledgementWay
  /** A message that is not whole yet. */
  readonly held: readonly number[]
  /** The questions whose answers are still to come, the oldest first: an answer does not say to which it is one. */
  readonly asked: readonly StatusQuestion[]
  /** Answers that may still come to questions that were given up. */
  readonly late_count: number
  /** They may come before those to `asked`. */
  readonly is_unsure: boolean
  /** The round before had as many answers as questions, of which some may have been late ones. */
  readonly was_even: boolean
  /** The answers of this round, held back until `roundOver` sorts them. */
  readonly answers: readonly number[]
  /** Garbage came since this round began. */
  readonly is_noisy: boolean
  /** So it was in the round before. */
  readonly was_noisy: boolean
  readonly job: number | null
  /** Of a Star without a counter: it said last that it met no ETB since it was reset. */
  readonly was_unmet: boolean
  readonly is_nonsense_told: boolean
}

type Step = { readonly stream: StatusStream; readonly events: readonly PrinterEvent[] }

const ACKNOWLEDGED = 0x37
const ACKNOWLEDGED_FLAG = 0x22
const ACKNOWLEDGED_LENGTH = 7

export function openStream({ language, acknowledgement }: PrinterProfile): StatusStream {
  return {
    language,
    way: acknowledgement,
    held: [],
    asked: [],
    late_count: 0,
    is_unsure: false,
    was_even: false,
    answers: [],
    is_noisy: false,
    was_noisy: false,
    job: null,
    was_unmet: false,
    is_nonsense_told: false,
  }
}

/** The bytes of a question, to be sent before `asking` is told of it. A Star has one question for everything. */
export function questionBytes(language: PrinterLanguage, question: StatusQuestion): readonly number[] {
  return language === 'star' ? [0x1b, 0x06, 0x01] : [0x10, 0x04, question]
}

/** Has an ESC/POS printer tell every change by itself: drawer, online, errors and paper. */
export const AUTOMATIC_STATUS: readonly number[] = [0x1d, 0x61, 0x0f]
/** The same for a Star: some do it only after this. */
const AUTOMATIC_STATUS_STAR: readonly number[] = [0x1b, 0x1e, 0x61, 0x01]

/** Has the printer tell every change by itself, if it is one that can. */
export function automaticStatusBytes({ language, status }: PrinterProfile): readonly number[] {
  if (status.length === 0) return []
  if (language === 'star') return AUTOMATIC_STATUS_STAR
  return status.includes('asb') ? AUTOMATIC_STATUS : []
}

export function asking(stream: StatusStream, question: StatusQuestion): StatusStream {
  const is_noisy = stream.asked.length > 0 && stream.is_noisy
  return { ...stream, is_noisy, asked: [...stream.asked, question] }
}

/** Whether there are as many answers as questions. */
export function isHeard({ asked, answers }: StatusStream): boolean {
  return answers.length >= asked.length
}

type RoundOver = Step & { readonly isAnswered: boolean; readonly mayAskAgain: boolean }

/**
 * Ends a round of questions, of which every answer came, or some did not in time. Amid garbage none of them counts, and
 * it is asked once more. Where late answers may be among them, it counts them. As many as were ever asked for: the last
 * ones are of this round. As many as this round asked for: the printer forgot the questions before, or it stalled again
 * behind its late answers, which the next round tells, where it asks for another number (`questionsNow`). Any other
 * count: the rest may come later.
 */
export function roundOver(stream: StatusStream): RoundOver {
  const { language, asked, answers, late_count, was_even, is_noisy, was_noisy } = stream
  const over = { ...stream, asked: [], answers: [], was_even: false, was_noisy: is_noisy }
  const left_count = Math.max(0, late_count + asked.length - answers.length)
  // A Star has no answers of one byte, which garbage could spell.
  if (is_noisy && language !== 'star') {
    const next = { ...over, late_count: left_count, is_unsure: true }
    return { stream: next, events: [], isAnswered: false, mayAskAgain: !was_noisy }
  }
  const isAllThere = answers.length === late_count + asked.length
  const isEven = answers.length === asked.length
  if (isAllThere || (isEven && was_even)) {
    const own = answers.slice(answers.length - asked.length)
    const events = asked.flatMap((question, at) => answered(question, own[at] ?? 0))
    return { stream: { ...over, late_count: 0, is_unsure: false }, events, isAnswered: true, mayAskAgain: true }
  }
  const next = { ...over, late_count: left_count, is_unsure: left_count > 0, was_even: isEven }
  return { stream: next, events: [], isAnswered: false, mayAskAgain: true }
}

const ALL_QUESTIONS: readonly StatusQuestion[] = [1, 2, 3, 4]

/** What the next round asks: after an even one, one more, so that a printer that stalls alike answers unevenly. */
export function questionsNow({ language, was_even }: StatusStream): readonly StatusQuestion[] {
  if (language === 'star') return [1]
  return was_even ? [...ALL_QUESTIONS, 1] : ALL_QUESTIONS
}

/** From now on the end of this job is awaited. */
export function expecting(stream: StatusStream, job: number): StatusStream {
  return { ...stream, job }
}

/** The events of a chunk, in order. Any cutting of the same bytes gives the same events. */
export function readStatus(stream: StatusStream, chunk: Iterable<number>): Step {
  let now = stream
  const events: PrinterEvent[] = []
  for (const byte of chunk) {
    const step = now.language === 'star' ? starStep(now, byte) : escPosStep(now, byte)
    now = step.stream
    events.push(...step.events)
  }
  return { stream: now, events }
}

/**
 * An answer to GS r has no number: after garbage it may be a part of it, so the job stays unanswered, which a person
 * can look into; a job that is taken for printed and is not, nobody would.
 */
function nonsense(stream: StatusStream): Step {
  const job = stream.way === 'gs-r' ? null : stream.job
  const events = stream.is_nonsense_told ? [] : [{ event: 'nonsense' } as const]
  return { stream: { ...stream, held: [], job, is_noisy: true, is_nonsense_told: true }, events }
}

/** Garbage up to here; this byte may begin something. */
function again(stream: StatusStream, byte: number, step: (stream: StatusStream, byte: number) => Step): Step {
  const lost = nonsense(stream)
  const next = step(lost.stream, byte)
  return { stream: next.stream, events: [...lost.events, ...next.events] }
}

const silent = (stream: StatusStream): Step => ({ stream, events: [] })
const hold = (stream: StatusStream, byte: number): Step => silent({ ...stream, held: [...stream.held, byte] })
const told = (stream: StatusStream, events: readonly PrinterEvent[]): Step => ({
  stream: { ...stream, held: [] },
  events,
})

function starStep(stream: StatusStream, byte: number): Step {
  const [first] = stream.held
  if (first === undefined) {
    // By network, the length of what follows a status comes behind it: two bytes, zero where nothing does.
    if (isFlow(byte) || byte === 0) return silent(stream)
    return statusLength(byte) === null ? nonsense(stream) : hold(stream, byte)
  }
  if (!isInside(byte, stream.held.length)) return again(stream, byte, starStep)
  const whole = [...stream.held, byte]
  if (whole.length < (statusLength(first) ?? 0)) return hold(stream, byte)
  const events = starEvents(whole, stream.job, stream.was_unmet)
  const isDone = events.some(({ event }) => event === 'acknowledged')
  return told({ ...stream, job: isDone ? null : stream.job, was_unmet: metEtb(whole) === false }, events)
}

function escPosStep(stream: StatusStream, byte: number): Step {
  const [first] = stream.held
  if (first === ACKNOWLEDGED) return acknowledgedStep(stream, byte)
  // An answer may come between the bytes of automatic status, and nowhere else do its fixed bits occur.
  if (isAnswer(byte)) return answerStep(stream, byte)
  if (isFlow(byte)) return silent(stream)
  if (first !== undefined) {
    const events = automatic([...stream.held, byte])
    if (events === null) return hold(stream, byte)
    return events.length === 0 ? again(stream, byte, escPosStep) : told(stream, stream.is_noisy ? [] : events)
  }
  if (byte === ACKNOWLEDGED || isAutomatic(byte)) return hold(stream, byte)
  return isPlain(byte) ? plainStep(stream, byte) : nonsense(stream)
}

function answerStep(stream: StatusStream, byte: number): Step {
  const { late_count, asked, answers } = stream
  const isRound = asked.length > 0
  if (!isRound && late_count > 0) return silent({ ...stream, late_count: late_count - 1, is_unsure: late_count > 1 })
  if (answers.length >= late_count + asked.length) return nonsense(stream)
  return silent({ ...stream, answers: [...answers, byte] })
}

/** The answer to GS r 1: paper in the lower four bits, in pairs. */
function plainStep(stream: StatusStream, byte: number): Step {
  const paper = { 0x00: 'enough', 0x03: 'near-end', 0x0c: 'out', 0x0f: 'out' } as const
  const said = byte in paper ? paper[byte as keyof typeof paper] : undefined
  if (stream.way !== 'gs-r' || stream.job === null || said === undefined) return nonsense(stream)
  return told({ ...stream, job: null }, [
    { event: 'paper', paper: said },
    { event: 'acknowledged', job: stream.job },
  ])
}

function acknowledgedStep(stream: StatusStream, byte: number): Step {
  const held = [...stream.held, byte]
  const isFlag = held.length === 2
  if (isFlag && byte !== ACKNOWLEDGED_FLAG) return again(stream, byte, escPosStep)
  if (held.length < ACKNOWLEDGED_LENGTH) return hold(stream, byte)
  const job = byte === 0 ? jobOfDigits(held.slice(2, 6)) : null
  if (job === null) return again(stream, byte, escPosStep)
  return told({ ...stream, job: job === stream.job ? null : stream.job }, [{ event: 'acknowledged', job }])
}
