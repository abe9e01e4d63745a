/** What a drawer's trigger says of the drawer, read from its bytes. Pure; bytes can come in any chunks. */
import type { Trigger } from './triggers.ts'

/** The end of what came, as far as an answer could begin in it. */
export type AnswerState = { readonly bytes: readonly number[] }
export const NO_ANSWER: AnswerState = { bytes: [] }

type Matches = readonly (readonly [number, number])[]

const isMatch = (bytes: readonly number[], at: number, pattern: Matches): boolean =>
  pattern.every(([mask, value], index) => ((bytes[at + index] ?? 0) & mask) === value)

/**
 * The answers in these bytes, oldest first. What is none is left out: a line that is noisy says nothing of the drawer.
 * A report of a HID device is read from its first byte alone.
 */
export function readAnswers(
  { at: { via }, tells }: Trigger,
  before: AnswerState,
  chunk: Uint8Array,
): readonly [AnswerState, readonly { readonly is_open: boolean }[]] {
  if (tells === null) return [NO_ANSWER, []]
  const length = Math.max(tells.open.length, tells.shut?.length ?? 0)
  const bytes = via === 'hid' ? [...chunk] : [...before.bytes, ...chunk]
  const answers: { readonly is_open: boolean }[] = []
  const ends_at = via === 'hid' ? Math.min(1, bytes.length) : bytes.length - length + 1
  let at = 0
  while (at < ends_at) {
    const is_open = isMatch(bytes, at, tells.open)
    const isAnswer = is_open || (tells.shut !== null && isMatch(bytes, at, tells.shut))
    if (isAnswer) answers.push({ is_open })
    at += isAnswer ? length : 1
  }
  return [via === 'hid' ? NO_ANSWER : { bytes: bytes.slice(at) }, answers]
}

/** Nothing was heard for `silence_ms`: of one that only tells while it is open, that is an answer. */
export function answerOfSilence({ tells }: Trigger): boolean | null {
  return tells !== null && tells.shut === null ? false : null
}
