/**
 * What a key means, decided from what is on the screen at that moment. Pure: a table test walks it. Only decides;
 * keys/listen.ts acts.
 */
import { readQuickSale } from '../../shared/cash/pay/quick-sale.ts'
import { actionOf, type DeskAction, type KeyMap } from '../../shared/desk/keymap.ts'
import { PAY_KEYS, type PayKey } from '../../shared/desk/pay/pay-keys.ts'
import type { Walk } from './page.ts'

export type KeyMoment = {
  /** "Enter", "Escape", "ArrowUp", "1", "Ctrl+F2". */
  readonly chord: string
  readonly keys: KeyMap
  /** The text in the line. */
  readonly line: string
  readonly isLineFocused: boolean
  readonly hasSearch: boolean
  readonly isSearchEmptyHanded: boolean
  /** The search is for patrons; a page that asks for a title takes its words as they are. */
  readonly isForPeople: boolean
  readonly hasPanel: boolean
  readonly hasNotice: boolean
  /** Scans wait for an answer. */
  readonly hasWaiting: boolean
  readonly isJustAfterScan: boolean
  /** The digits that answer the chosen row; empty when no row waits. */
  readonly answers: readonly string[]
  readonly isPatronOpen: boolean
  readonly hasPage: boolean
  /** The row that would be answered is the last one that waits: below it are the rows of the page. */
  readonly isAtLastWaiting: boolean
  /** The cursor of the page is on one of its rows. */
  readonly isOnPageRow: boolean
  /** Enter on the empty line does something of the page's. */
  readonly hasPageEnter: boolean
  /** The letters that act on the page now. */
  readonly letters: readonly string[]
  readonly hasForm: boolean
  /** How many who may be the patron of the form are shown beside it. */
  readonly alike_count: number
  /** The acts under "More" are shown. */
  readonly hasMore: boolean
  /** There are some that its key would show. */
  readonly canOpenMore: boolean
  /** Where in the open form the focus is; null when it is elsewhere. No letter belongs into a figure. */
  readonly formFocus: 'field' | 'figure' | 'choice' | 'button' | null
  /** The page opened the form by itself, as its step, and nothing was typed in it yet. */
  readonly isStepUntyped: boolean
  /** Where in the payment part the focus is: its amount, another field or a button; null when it is elsewhere. */
  readonly payFocus: 'amount' | 'other' | 'button' | null
  /** The letters that sell while the amount has the focus. */
  readonly sells: readonly string[]
}

/** Each opens one of those who are shown beside the form. */
export const ALIKE_CHORDS: readonly string[] = ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4']

export type Intent =
  /** Not ours: left to the browser. */
  | { readonly kind: 'none' }
  /** Ours, and nothing happens. */
  | { readonly kind: 'ignore' }
  | { readonly kind: 'act'; readonly action: DeskAction }
  | { readonly kind: 'send-line' }
  | { readonly kind: 'take-hit' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'clear-line' }
  | { readonly kind: 'close-search' }
  | { readonly kind: 'close-panel' }
  | { readonly kind: 'clear-notice' }
  | { readonly kind: 'leave-row' }
  /** The last of the scans that wait. */
  | { readonly kind: 'drop-waiting' }
  | { readonly kind: 'leave-page' }
  | { readonly kind: 'clear-desk' }
  | { readonly kind: 'walk-rows'; readonly by: 1 | -1 }
  | { readonly kind: 'walk-hits'; readonly by: 1 | -1 }
  | { readonly kind: 'walk-page'; readonly walk: Walk }
  /** Down with a patron open: their account, the cursor on the first row. */
  | { readonly kind: 'walk-into-account' }
  /** A digit that answers a row, unless more keys follow: then it was the start of a number. */
  | { readonly kind: 'answer-soon'; readonly key: string }
  | { readonly kind: 'answer-now'; readonly key: string }
  /** A letter that acts on the page, unless more keys follow: then it was the start of a word or a scan. */
  | { readonly kind: 'letter-soon'; readonly key: string }
  | { readonly kind: 'letter-now'; readonly key: string }
  /** The same at a figure or a choice of a step in which nothing was typed yet. An opened form stays. */
  | { readonly kind: 'form-letter-soon'; readonly key: string }
  /** The letter of a quick key at the amount of a payment, unless more follow: then it was a scan. */
  | { readonly kind: 'sell-soon'; readonly key: string }
  /** A mapped key that is also a character one can type: it acts only on the empty line, unless more keys follow. */
  | { readonly kind: 'act-soon'; readonly key: string; readonly action: DeskAction }
  | { readonly kind: 'page-enter' }
  | { readonly kind: 'focus-form' }
  | { readonly kind: 'close-form' }
  | { readonly kind: 'close-more' }
  | { readonly kind: 'open-more' }
  /** The next field of the form; from the last one the form is sent. */
  | { readonly kind: 'next-field' }
  /** Between fields of figures, such as the pieces of a count. */
  | { readonly kind: 'walk-fields'; readonly by: 1 | -1 }
  | { readonly kind: 'send-form' }
  /** Opens the account of somebody shown beside the form, counted from zero. */
  | { readonly kind: 'open-alike'; readonly at: number }
  | { readonly kind: 'pay'; readonly key: PayKey }
  /** Sells what is typed on the line, and gives this amount of cash for it; null: nothing yet. */
  | { readonly kind: 'sell-line'; readonly key: PayKey | null }
  /** A key of the amount that is a character too, unless more follow: then it was a scan. */
  | { readonly kind: 'pay-soon'; readonly key: PayKey }
  /** A digit that picks an option, unless more keys follow: then it was a scan. */
  | { readonly kind: 'choose-soon'; readonly key: string }

const NONE: Intent = { kind: 'none' }

/** A date, a telephone number, an e-mail address, several words: not a card or item number. */
const NO_NUMBER = /[/(@,]|\p{L}.*\s|\s.*\p{L}|^\d{3}[-. ](?:\d{3}[-. ])?\d{4}$/u

function onEnter(moment: KeyMoment): Intent {
  const { line } = moment
  if (!moment.isLineFocused) return NONE
  if (line === '' && moment.isJustAfterScan) return { kind: 'ignore' }
  // A sale is no name, and waits for no hit.
  if (readQuickSale(line) !== null) return { kind: 'sell-line', key: null }
  // No hit for that name: if it may be a number, the station says what it is. Otherwise it stays for correction.
  if (moment.hasSearch) {
    const isLeft = moment.isForPeople && NO_NUMBER.test(line.trim())
    return { kind: moment.isSearchEmptyHanded && line !== '' && !isLeft ? 'send-line' : 'take-hit' }
  }
  if (line === '' && moment.hasForm) return { kind: 'focus-form' }
  const isForPage = moment.hasPageEnter && (moment.answers.length === 0 || moment.isOnPageRow)
  if (line === '') return { kind: isForPage ? 'page-enter' : 'finish' }
  if (moment.answers.includes(line)) return { kind: 'answer-now', key: line }
  if (moment.letters.includes(line.toUpperCase())) return { kind: 'letter-now', key: line.toUpperCase() }
  return { kind: 'send-line' }
}

function onEscape(moment: KeyMoment): Intent {
  if (moment.hasSearch) return { kind: 'close-search' }
  if (moment.line !== '') return { kind: 'clear-line' }
  if (moment.hasPanel) return { kind: 'close-panel' }
  if (moment.hasForm) return { kind: 'close-form' }
  if (moment.hasMore) return { kind: 'close-more' }
  if (moment.answers.length > 0) return { kind: 'leave-row' }
  if (moment.hasNotice) return { kind: 'clear-notice' }
  if (moment.hasPage) return { kind: 'leave-page' }
  // Scans that wait run when the patron before them is finished: Enter does that, and Delete takes the last one away.
  return moment.hasWaiting ? NONE : { kind: 'clear-desk' }
}

/** The line has the focus, is empty, and nothing covers the rows or the page. */
function isLineAtRest(moment: KeyMoment): boolean {
  return moment.isLineFocused && moment.line === '' && !moment.hasSearch && !moment.hasPanel
}

function onArrow(moment: KeyMoment, by: 1 | -1): Intent {
  if (!moment.isLineFocused) return NONE
  if (moment.hasSearch) return { kind: 'walk-hits', by }
  if (moment.line !== '') return NONE
  // Waiting rows come first, and the rows of an open page after the last one; digits answer meanwhile.
  const isPastWaiting = moment.hasPage && (moment.isOnPageRow || (moment.isAtLastWaiting && by === 1))
  if (!isLineAtRest(moment) || (moment.answers.length > 0 && !isPastWaiting)) return { kind: 'walk-rows', by }
  if (moment.hasPage) return { kind: 'walk-page', walk: by === 1 ? 'down' : 'up' }
  return moment.isPatronOpen && by === 1 ? { kind: 'walk-into-account' } : { kind: 'walk-rows', by }
}

const FAR_WALKS: Readonly<Record<string, Walk>> = {
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
}

/** The key of "More"; with text before the caret it moves the caret. */
export const MORE_KEY = 'ArrowRight'

function isMoreMeant(moment: KeyMoment): boolean {
  const isEmpty = moment.payFocus === 'amount' || isLineAtRest(moment)
  return moment.chord === MORE_KEY && moment.canOpenMore && isEmpty && !moment.hasMore
}

const PAY_WALKS: Readonly<Record<string, PayKey>> = { ArrowUp: 'up', ArrowDown: 'down' }

/** Keys of the payment part; null for those of every form. */
function inPayment(moment: KeyMoment): Intent | null {
  const { chord, payFocus, line, sells } = moment
  // The screen says what Enter does: the focus on another button of the part changes nothing of that.
  if (payFocus === 'button') return chord === 'Enter' ? { kind: 'next-field' } : null
  if (payFocus === null || line !== '') return null
  if (isMoreMeant(moment)) return { kind: 'open-more' }
  const walk = PAY_WALKS[chord]
  if (walk) return { kind: 'pay', key: walk }
  if (chord === ' ') return { kind: 'pay-soon', key: 'toggle' }
  const key = PAY_KEYS[chord]
  // A number or an authorization has letters of its own; no number has a slash.
  if (key && (payFocus === 'amount' || key === 'split')) return { kind: 'pay-soon', key }
  return payFocus === 'amount' && sells.includes(chord) ? { kind: 'sell-soon', key: chord } : null
}

const FIELD_WALKS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 }

/** Keys while the focus is in a form; null for those that keep their usual meaning. */
function inForm(moment: KeyMoment): Intent | null {
  const { chord, formFocus } = moment
  if (formFocus === null) return null
  if (chord === 'Escape') return { kind: 'close-form' }
  if (chord === 'Enter') return formFocus === 'button' ? NONE : { kind: 'next-field' }
  if (formFocus === 'figure' && chord in FIELD_WALKS) return { kind: 'walk-fields', by: FIELD_WALKS[chord] ?? 1 }
  if (formFocus === 'choice' && /^\d$/.test(chord)) return { kind: 'choose-soon', key: chord }
  const takesLetters = formFocus === 'field' || moment.payFocus !== null || !moment.isStepUntyped
  if (!takesLetters && moment.letters.includes(chord)) return { kind: 'form-letter-soon', key: chord }
  // Typing in a field, and undoing it, belongs to the field.
  return actionOf(moment.keys, chord) === 'undo' || !/^(Ctrl\+|Shift\+F|F\d)/.test(chord) ? NONE : null
}

export function intentOf(moment: KeyMoment): Intent {
  const { chord } = moment
  if (chord === 'Ctrl+Enter' && moment.hasForm && !moment.hasPanel) return { kind: 'send-form' }
  const at = ALIKE_CHORDS.indexOf(chord)
  if (at >= 0 && at < moment.alike_count && !moment.hasPanel) return { kind: 'open-alike', at }
  // In a form a digit is typed; with Ctrl it answers the row that waits above.
  const digit = /^Ctrl\+([1-9])$/.exec(chord)?.[1]
  if (digit !== undefined && moment.hasForm && moment.answers.includes(digit)) return { kind: 'answer-now', key: digit }
  const form = inPayment(moment) ?? inForm(moment)
  if (form) return form
  if ((chord === '=' || chord === '+') && moment.isLineFocused && readQuickSale(moment.line) !== null)
    return { kind: 'sell-line', key: chord === '=' ? 'exact' : 'next-note' }
  switch (chord) {
    case 'Enter':
      return onEnter(moment)
    case 'Escape':
      return onEscape(moment)
    case 'Delete':
      return moment.hasWaiting && isLineAtRest(moment) ? { kind: 'drop-waiting' } : NONE
    case 'ArrowUp':
      return onArrow(moment, -1)
    case 'ArrowDown':
      return onArrow(moment, 1)
    case MORE_KEY:
      return isMoreMeant(moment) ? { kind: 'open-more' } : NONE
    default:
  }
  const walk = FAR_WALKS[chord]
  if (walk) return moment.hasPage && isLineAtRest(moment) ? { kind: 'walk-page', walk } : NONE
  if (/^[1-9]$/.test(chord)) {
    const isAnswer = moment.line === '' && moment.isLineFocused && !moment.hasSearch
    return isAnswer && moment.answers.includes(chord) ? { kind: 'answer-soon', key: chord } : NONE
  }
  if (moment.letters.includes(chord)) return isLineAtRest(moment) ? { kind: 'letter-soon', key: chord } : NONE
  const action = actionOf(moment.keys, chord)
  if (action !== null && chord.length === 1) {
    // Something can be sold with nobody open.
    const isMeant = isLineAtRest(moment) && (moment.isPatronOpen || action === 'pay') && !moment.hasForm
    return isMeant ? { kind: 'act-soon', key: chord, action } : NONE
  }
  if (action === 'finish-quiet' && !isLineAtRest(moment)) return moment.isLineFocused ? { kind: 'ignore' } : NONE
  // As with Enter: never right after a scan, nor over an open form.
  if (action === 'finish-quiet' && (moment.isJustAfterScan || moment.hasForm)) return { kind: 'ignore' }
  // Ctrl+Z with text in the line undoes the typing, as everywhere.
  if (action === null || (action === 'undo' && moment.line !== '')) return NONE
  return { kind: 'act', action }
}
