/** What each key means in each moment, as a table. */
import { describe, expect, it } from 'vitest'
import { intentOf, type Intent, type KeyMoment } from '../../renderer/desk/intents.ts'
import { ACTIONS, KEY_PRESETS } from '../../shared/desk/keymap.ts'

const QUIET: KeyMoment = {
  chord: 'Enter',
  keys: KEY_PRESETS.datestamp,
  line: '',
  isLineFocused: true,
  hasSearch: false,
  isSearchEmptyHanded: false,
  isForPeople: false,
  hasPanel: false,
  hasNotice: false,
  hasWaiting: false,
  isJustAfterScan: false,
  answers: [],
  isPatronOpen: false,
  hasPage: false,
  isAtLastWaiting: false,
  isOnPageRow: false,
  hasPageEnter: false,
  letters: [],
  hasMore: false,
  canOpenMore: false,
  hasForm: false,
  alike_count: 0,
  formFocus: null,
  isStepUntyped: false,
  payFocus: null,
  sells: [],
}
const PAGE = { hasPage: true, letters: ['R', 'C'] } as const
const FORM = { ...PAGE, hasForm: true, formFocus: 'field', isLineFocused: false } as const

const CASES: readonly (readonly [string, Partial<KeyMoment>, Intent])[] = [
  [
    'a digit with Ctrl answers from a form',
    { ...FORM, chord: 'Ctrl+1', answers: ['1'] },
    { kind: 'answer-now', key: '1' },
  ],
  ['and nothing where no row waits', { ...FORM, chord: 'Ctrl+1' }, { kind: 'none' }],
  ['Right opens More on the empty line', { ...PAGE, chord: 'ArrowRight', canOpenMore: true }, { kind: 'open-more' }],
  ['and moves the caret in a text', { ...PAGE, chord: 'ArrowRight', canOpenMore: true, line: 'a' }, { kind: 'none' }],
  ['Enter on the empty line finishes', {}, { kind: 'finish' }],
  ['Enter just after a scan does nothing', { isJustAfterScan: true }, { kind: 'ignore' }],
  ['Enter sends what was typed', { line: '2123' }, { kind: 'send-line' }],
  ['Enter on a button presses the button', { isLineFocused: false }, { kind: 'none' }],
  ['Enter in a search takes the hit', { line: 'smi', hasSearch: true }, { kind: 'take-hit' }],
  [
    'Enter in a search without a hit asks the station',
    { line: 'zzz', hasSearch: true, isSearchEmptyHanded: true },
    { kind: 'send-line' },
  ],
  ...['ana reyes', '3/6/1971', '(847) 555-0123', '847-555-0123', '555 0123', 'ana@mail.example', 'Reyes, A'].map(
    (line): [string, Partial<KeyMoment>, Intent] => [
      `Enter leaves ${line}, which nobody has, to be mended`,
      { line, hasSearch: true, isSearchEmptyHanded: true, isForPeople: true },
      { kind: 'take-hit' },
    ],
  ),
  ...['OLD-4411', '978-0-14-044913-6', '2 1234 00000 7070', ' 4411 '].map(
    (line): [string, Partial<KeyMoment>, Intent] => [
      `Enter asks the station for ${line}`,
      { line, hasSearch: true, isSearchEmptyHanded: true, isForPeople: true },
      { kind: 'send-line' },
    ],
  ),
  [
    'Enter sends the words of a title that no title has',
    { line: 'two words', hasSearch: true, isSearchEmptyHanded: true },
    { kind: 'send-line' },
  ],
  ['Enter after an answer answers', { line: '1', answers: ['1'] }, { kind: 'answer-now', key: '1' }],
  ['1 answers the row that waits', { chord: '1', answers: ['1', '2'] }, { kind: 'answer-soon', key: '1' }],
  ['3 is only a digit when the row has no such answer', { chord: '3', answers: ['1', '2'] }, { kind: 'none' }],
  ['1 is only a digit when no row waits', { chord: '1' }, { kind: 'none' }],
  ['1 inside a number is only a digit', { chord: '1', line: '2', answers: ['1'] }, { kind: 'none' }],
  ['1 in a search is only a digit', { chord: '1', hasSearch: true, answers: ['1'] }, { kind: 'none' }],
  ['Esc first clears the line', { chord: 'Escape', line: 'x', answers: ['1'] }, { kind: 'clear-line' }],
  ['Esc closes a search', { chord: 'Escape', line: 'x', hasSearch: true }, { kind: 'close-search' }],
  ['Esc closes a panel', { chord: 'Escape', hasPanel: true, answers: ['1'] }, { kind: 'close-panel' }],
  ['Esc leaves the row that waits', { chord: 'Escape', answers: ['1'] }, { kind: 'leave-row' }],
  ['Esc takes away what the screen said', { chord: 'Escape', hasNotice: true }, { kind: 'clear-notice' }],
  [
    'Esc leaves the row before what waits behind it',
    { chord: 'Escape', answers: ['1'], hasWaiting: true },
    { kind: 'leave-row' },
  ],
  [
    'Esc takes away what the screen said before a waiting scan',
    { chord: 'Escape', hasNotice: true, hasWaiting: true },
    { kind: 'clear-notice' },
  ],
  [
    'Esc leaves the page, and takes no waiting scan away',
    { chord: 'Escape', hasWaiting: true, hasPage: true },
    { kind: 'leave-page' },
  ],
  [
    'Esc closes no patron whom scans wait behind, or they would run without Finish',
    { chord: 'Escape', hasWaiting: true },
    { kind: 'none' },
  ],
  [
    'Delete takes the last waiting scan away while a row asks',
    { chord: 'Delete', answers: ['1'], hasWaiting: true },
    { kind: 'drop-waiting' },
  ],
  ['Delete in a text is the text’s', { chord: 'Delete', line: '2123', hasWaiting: true }, { kind: 'none' }],
  ['Delete in a field is the field’s', { chord: 'Delete', isLineFocused: false, hasWaiting: true }, { kind: 'none' }],
  ['Delete does nothing while no scan waits', { chord: 'Delete' }, { kind: 'none' }],
  ['Esc at last closes the person', { chord: 'Escape' }, { kind: 'clear-desk' }],
  ['Down walks the rows', { chord: 'ArrowDown' }, { kind: 'walk-rows', by: 1 }],
  ['Up walks the hits', { chord: 'ArrowUp', hasSearch: true, line: 'smi' }, { kind: 'walk-hits', by: -1 }],
  ['Down on a radio button is the radio button’s', { chord: 'ArrowDown', isLineFocused: false }, { kind: 'none' }],
  ['F2 takes returns', { chord: 'F2', line: 'half a word' }, { kind: 'act', action: 'check-in' }],
  ['Ctrl+F2 renews all', { chord: 'Ctrl+F2' }, { kind: 'act', action: 'renew-all' }],
  ['Ctrl+Z undoes', { chord: 'Ctrl+Z' }, { kind: 'act', action: 'undo' }],
  ['Ctrl+Z while typing takes back the typing', { chord: 'Ctrl+Z', line: 'x' }, { kind: 'none' }],
  ['Ctrl+P is for paper', { chord: 'Ctrl+P', line: 'half' }, { kind: 'act', action: 'paper-now' }],
  ['F9 shows paper again', { chord: 'F9' }, { kind: 'act', action: 'reprint' }],
  ['Shift+Enter finishes without a receipt', { chord: 'Shift+Enter' }, { kind: 'act', action: 'finish-quiet' }],
  ['Shift+Enter after typing does nothing', { chord: 'Shift+Enter', line: '2123' }, { kind: 'ignore' }],
  ['Shift+Enter just after a scan does nothing', { chord: 'Shift+Enter', isJustAfterScan: true }, { kind: 'ignore' }],
  [
    'Ctrl+2 in a form opens the second who is alike',
    { ...FORM, alike_count: 2, chord: 'Ctrl+2' },
    { kind: 'open-alike', at: 1 },
  ],
  ['Ctrl+2 opens nobody where one is shown', { ...FORM, alike_count: 1, chord: 'Ctrl+2' }, { kind: 'none' }],
  ['Shift+Enter over a form does nothing', { chord: 'Shift+Enter', hasForm: true }, { kind: 'ignore' }],
  ['Shift+Enter on a button is the button’s', { chord: 'Shift+Enter', isLineFocused: false }, { kind: 'none' }],
  ['Ctrl+7 is nobody’s', { chord: 'Ctrl+7' }, { kind: 'none' }],
  ['F7 goes to the account', { chord: 'F7' }, { kind: 'act', action: 'account' }],
  ['Shift+F4 goes to who was here', { chord: 'Shift+F4' }, { kind: 'act', action: 'recent' }],
  [
    'Down opens the account of whoever is open',
    { chord: 'ArrowDown', isPatronOpen: true },
    { kind: 'walk-into-account' },
  ],
  ['Up does not', { chord: 'ArrowUp', isPatronOpen: true }, { kind: 'walk-rows', by: -1 }],
  [
    'rows that wait come before the account',
    { chord: 'ArrowDown', isPatronOpen: true, answers: ['1'] },
    { kind: 'walk-rows', by: 1 },
  ],
  ['Down walks the page', { chord: 'ArrowDown', ...PAGE }, { kind: 'walk-page', walk: 'down' }],
  ['rows that wait come before the page', { chord: 'ArrowUp', ...PAGE, answers: ['1'] }, { kind: 'walk-rows', by: -1 }],
  [
    'Down from the last row that waits goes on with the rows of the page',
    { chord: 'ArrowDown', ...PAGE, isAtLastWaiting: true, answers: ['1'] },
    { kind: 'walk-page', walk: 'down' },
  ],
  [
    'and Up comes back from there',
    { chord: 'ArrowUp', ...PAGE, isOnPageRow: true, isAtLastWaiting: true, answers: ['1'] },
    { kind: 'walk-page', walk: 'up' },
  ],
  ['End goes to the last row', { chord: 'End', ...PAGE }, { kind: 'walk-page', walk: 'last' }],
  ['End in a word is the caret’s', { chord: 'End', ...PAGE, line: 'abc' }, { kind: 'none' }],
  ['End without a page is the caret’s', { chord: 'End' }, { kind: 'none' }],
  ['Page Down goes down the page', { chord: 'PageDown', ...PAGE }, { kind: 'walk-page', walk: 'page-down' }],
  ['a letter of the page acts when no other follows', { chord: 'R', ...PAGE }, { kind: 'letter-soon', key: 'R' }],
  ['a letter and Enter acts at once', { line: 'r', ...PAGE }, { kind: 'letter-now', key: 'R' }],
  ['a letter the page does not have is a letter', { chord: 'X', ...PAGE }, { kind: 'none' }],
  ['a letter in a word is a letter', { chord: 'R', line: 'o', ...PAGE }, { kind: 'none' }],
  ['a letter in a search is a letter', { chord: 'R', hasSearch: true, ...PAGE }, { kind: 'none' }],
  ['a letter under a panel is a letter', { chord: 'R', hasPanel: true, ...PAGE }, { kind: 'none' }],
  ['a letter without a page is a letter', { chord: 'R' }, { kind: 'none' }],
  ['Enter does what the page offers', { ...PAGE, hasPageEnter: true }, { kind: 'page-enter' }],
  ['Enter finishes on a page that offers nothing', PAGE, { kind: 'finish' }],
  [
    'Enter opens the row of the page that was walked to, while another waits',
    { ...PAGE, isOnPageRow: true, hasPageEnter: true, answers: ['1'] },
    { kind: 'page-enter' },
  ],
  ['Enter offers nothing while a row waits', { ...PAGE, hasPageEnter: true, answers: ['1'] }, { kind: 'finish' }],
  ['Esc leaves the page', { chord: 'Escape', ...PAGE }, { kind: 'leave-page' }],
  [
    'Esc leaves the row that waits before the page',
    { chord: 'Escape', ...PAGE, answers: ['1'] },
    { kind: 'leave-row' },
  ],
  ['Esc closes the form before the page', { chord: 'Escape', ...FORM }, { kind: 'close-form' }],
  [
    'Esc closes the form from the line too',
    { chord: 'Escape', ...FORM, formFocus: null, isLineFocused: true },
    { kind: 'close-form' },
  ],
  ['Enter in a field goes on', { ...FORM }, { kind: 'next-field' }],
  [
    'an arrow goes between the figures of a form',
    { chord: 'ArrowUp', ...FORM, formFocus: 'figure' },
    { kind: 'walk-fields', by: -1 },
  ],
  ['and stays in a text', { chord: 'ArrowUp', ...FORM }, { kind: 'none' }],
  ['Enter on a button of the form presses it', { ...FORM, formFocus: 'button' }, { kind: 'none' }],
  [
    'Enter on the empty line goes back into the form',
    { ...FORM, formFocus: null, isLineFocused: true },
    { kind: 'focus-form' },
  ],
  ['Ctrl+Enter sends the form from a field', { chord: 'Ctrl+Enter', ...FORM }, { kind: 'send-form' }],
  [
    'Ctrl+Enter sends the form from the line',
    { chord: 'Ctrl+Enter', ...FORM, formFocus: null, isLineFocused: true },
    { kind: 'send-form' },
  ],
  ['2 picks the second option', { chord: '2', ...FORM, formFocus: 'choice' }, { kind: 'choose-soon', key: '2' }],
  ['2 in a field is only a digit', { chord: '2', ...FORM }, { kind: 'none' }],
  ['2 in a field answers no row that waits', { chord: '2', ...FORM, answers: ['2'] }, { kind: 'none' }],
  ['R in a field is only a letter', { chord: 'R', ...FORM }, { kind: 'none' }],
  ...(['figure', 'choice', 'button'] as const).map((formFocus): [string, Partial<KeyMoment>, Intent] => [
    `R at a ${formFocus} of a step in which nothing was typed is the page’s`,
    { chord: 'R', ...FORM, formFocus, isStepUntyped: true },
    { kind: 'form-letter-soon', key: 'R' },
  ]),
  ['R in a figure after others were typed is nobody’s', { chord: 'R', ...FORM, formFocus: 'figure' }, { kind: 'none' }],
  ['R in an empty field is a letter', { chord: 'R', ...FORM, isStepUntyped: true }, { kind: 'none' }],
  ['R at a choice of an opened form is nobody’s', { chord: 'R', ...FORM, formFocus: 'choice' }, { kind: 'none' }],
  ['Down in a form is the browser’s', { chord: 'ArrowDown', ...FORM, formFocus: 'choice' }, { kind: 'none' }],
  ['Ctrl+Z in a field takes back the typing', { chord: 'Ctrl+Z', ...FORM }, { kind: 'none' }],
  ['F2 takes returns from a form too', { chord: 'F2', ...FORM }, { kind: 'act', action: 'check-in' }],
]

describe('a key', () => {
  it.each(CASES)('%s', (_name, moment, intent) => {
    expect(intentOf({ ...QUIET, ...moment })).toEqual(intent)
  })

  it('follows the preset', () => {
    expect(intentOf({ ...QUIET, chord: 'F9', keys: KEY_PRESETS.polaris })).toEqual({
      kind: 'act',
      action: 'find-person',
    })
  })
})

describe('in every preset each act is reached by its own key', () => {
  const each = Object.entries(KEY_PRESETS).flatMap(([preset, keys]) =>
    ACTIONS.map((action) => [preset, action, keys] as const),
  )
  it.each(each)('%s: %s', (_preset, action, keys) => {
    const intent = intentOf({ ...QUIET, isPatronOpen: true, keys, chord: keys[action] })
    expect(intent).toMatchObject({ kind: /^[-+]$/.test(keys[action]) ? 'act-soon' : 'act', action })
  })
})
