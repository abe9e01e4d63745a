/**
 * The words for an answer that was not "ok", shown in place of the band. Must never claim that something was or was not
 * recorded when nobody knows.
 */
import type { Notice } from './state.ts'
import type { NotOk } from './wire.ts'

/**
 * No answer, twice: the act may have been recorded before the station stopped, and the screen must not claim either.
 */
const NOT_CONFIRMED: Notice = {
  outcome: 'stop',
  heading: 'Part of Datestamp is starting again.',
  sentence: 'STOP. Not confirmed. Do it again: the desk says so if it has it already.',
}

export function noticeOf(answer: NotOk): Notice {
  switch (answer.kind) {
    case 'refused':
      return answer.code === 'rows-undecided'
        ? { outcome: 'decide', heading: answer.says, sentence: `DECIDE. ${answer.way_out}` }
        : { outcome: 'stop', heading: answer.says, sentence: `STOP. ${answer.way_out}` }
    case 'failed':
      if (answer.code === 'process-down') return NOT_CONFIRMED
      return { outcome: 'stop', heading: answer.says, sentence: answer.is_recorded ? 'STOP.' : 'STOP. NOT recorded.' }
    case 'bad-input':
      return { outcome: 'stop', heading: 'The desk did not understand that.', sentence: `STOP. ${answer.says}` }
    case 'fault':
      // A reply that could not be parsed may have been recorded; its own words say what to check.
      return { outcome: 'stop', heading: answer.says, sentence: `STOP. Fault ${answer.fault}.` }
  }
}
