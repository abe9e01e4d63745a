/**
 * The words for an answer that was not "ok", shown in place of the band. Must never claim that something was or was not
 * recorded when nobody knows.
 */
import { isRefusalCode, refusalEntry } from '../../shared/refusals/refusals.ts'
import type { Notice } from './state.ts'
import type { ScreenWords } from '../screen-words.ts'
import { UNREADABLE, type NotOk } from './wire.ts'

const STOP = { outcome: 'stop', weight: 'full' } as const

/** The words for an answer that was not "ok". */
export function noticeOf({ notice: words }: ScreenWords['rescue'], answer: NotOk): Notice {
  switch (answer.kind) {
    case 'refused':
      return {
        outcome: answer.code === 'rows-undecided' ? 'decide' : 'stop',
        weight: isRefusalCode(answer.code) && refusalEntry(answer.code).is_quiet ? 'silent' : 'full',
        heading: answer.says,
        sentence: answer.way_out,
      }
    case 'failed':
      // No answer, twice: it may have been recorded before the station stopped, and the screen must not claim either.
      if (answer.code === 'process-down') return { ...STOP, ...words.not_confirmed }
      // An answer that breaks the contract says nothing about what was done either.
      if (answer.code === UNREADABLE) return { ...STOP, ...words.unreadable }
      return { ...STOP, heading: answer.says, sentence: answer.is_recorded ? '' : words.not_recorded }
    case 'bad-input':
      return { ...STOP, heading: words.not_understood, sentence: answer.says }
    case 'fault':
      // A reply that could not be parsed may have been recorded; its own words say what to check.
      return { ...STOP, heading: answer.says, sentence: words.fault(answer.fault) }
  }
}
