/**
 * What a key means, decided from what is on the screen at that moment. Pure: a table test walks it.
 * Must never act: keys/listen.ts does what it says.
 */
import { actionOf, type DeskAction, type KeyMap } from '../../shared/desk/keymap.ts'

export type KeyMoment = {
  /** "Enter", "Escape", "ArrowUp", "1", "Ctrl+F2". */
  readonly chord: string
  readonly keys: KeyMap
  /** What stands in the line. */
  readonly line: string
  readonly isLineFocused: boolean
  readonly hasSearch: boolean
  readonly hasSearchDetail: boolean
  readonly isSearchEmptyHanded: boolean
  readonly hasPanel: boolean
  readonly hasNotice: boolean
  readonly isJustAfterScan: boolean
  /** The digits that the row now chosen can be answered with; empty when no row waits. */
  readonly answers: readonly string[]
}

export type Intent =
  /** Not ours: the browser does what it does. */
  | { readonly kind: 'none' }
  /** Ours, and nothing happens. */
  | { readonly kind: 'ignore' }
  | { readonly kind: 'act'; readonly action: DeskAction }
  | { readonly kind: 'send-line' }
  | { readonly kind: 'take-hit' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'clear-line' }
  | { readonly kind: 'close-search' }
  | { readonly kind: 'close-detail' }
  | { readonly kind: 'close-panel' }
  | { readonly kind: 'clear-notice' }
  | { readonly kind: 'leave-row' }
  | { readonly kind: 'clear-desk' }
  | { readonly kind: 'walk-rows'; readonly by: 1 | -1 }
  | { readonly kind: 'walk-hits'; readonly by: 1 | -1 }
  /** A digit that answers a row, unless more keys follow: then it was the start of a number. */
  | { readonly kind: 'answer-soon'; readonly key: string }
  | { readonly kind: 'answer-now'; readonly key: string }

function onEnter(moment: KeyMoment): Intent {
  if (!moment.isLineFocused) return { kind: 'none' }
  if (moment.line === '' && moment.isJustAfterScan) return { kind: 'ignore' }
  // Nothing was found by that name: perhaps it is a number, and the station says what it is.
  if (moment.hasSearch) return { kind: moment.isSearchEmptyHanded && moment.line !== '' ? 'send-line' : 'take-hit' }
  if (moment.line === '') return { kind: 'finish' }
  if (moment.answers.includes(moment.line)) return { kind: 'answer-now', key: moment.line }
  return { kind: 'send-line' }
}

function onEscape(moment: KeyMoment): Intent {
  if (moment.hasSearchDetail) return { kind: 'close-detail' }
  if (moment.hasSearch) return { kind: 'close-search' }
  if (moment.line !== '') return { kind: 'clear-line' }
  if (moment.hasPanel) return { kind: 'close-panel' }
  if (moment.answers.length > 0) return { kind: 'leave-row' }
  return { kind: moment.hasNotice ? 'clear-notice' : 'clear-desk' }
}

function onArrow(moment: KeyMoment, by: 1 | -1): Intent {
  if (!moment.isLineFocused) return { kind: 'none' }
  if (moment.hasSearch) return { kind: 'walk-hits', by }
  return moment.line === '' ? { kind: 'walk-rows', by } : { kind: 'none' }
}

export function intentOf(moment: KeyMoment): Intent {
  switch (moment.chord) {
    case 'Enter':
      return onEnter(moment)
    case 'Escape':
      return onEscape(moment)
    case 'ArrowUp':
      return onArrow(moment, -1)
    case 'ArrowDown':
      return onArrow(moment, 1)
    default:
  }
  if (/^[1-9]$/.test(moment.chord)) {
    const isAnswer = moment.line === '' && moment.isLineFocused && !moment.hasSearch
    return isAnswer && moment.answers.includes(moment.chord)
      ? { kind: 'answer-soon', key: moment.chord }
      : { kind: 'none' }
  }
  const action = actionOf(moment.keys, moment.chord)
  // Ctrl+Z with something typed takes back the typing, as everywhere.
  if (action === null || (action === 'undo' && moment.line !== '')) return { kind: 'none' }
  return { kind: 'act', action }
}
