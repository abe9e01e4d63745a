/** What each key means in each moment, as a table. */
import { describe, expect, it } from 'vitest'
import { intentOf, type Intent, type KeyMoment } from '../../renderer/desk/intents.ts'
import { KEY_PRESETS } from '../../shared/desk/keymap.ts'

const QUIET: KeyMoment = {
  chord: 'Enter',
  keys: KEY_PRESETS.datestamp,
  line: '',
  isLineFocused: true,
  hasSearch: false,
  hasSearchDetail: false,
  isSearchEmptyHanded: false,
  hasPanel: false,
  hasNotice: false,
  isJustAfterScan: false,
  answers: [],
}

const CASES: readonly (readonly [string, Partial<KeyMoment>, Intent])[] = [
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
  ['Enter after an answer answers', { line: '1', answers: ['1'] }, { kind: 'answer-now', key: '1' }],
  ['1 answers the row that waits', { chord: '1', answers: ['1', '2'] }, { kind: 'answer-soon', key: '1' }],
  ['3 is only a digit when the row has no such answer', { chord: '3', answers: ['1', '2'] }, { kind: 'none' }],
  ['1 is only a digit when no row waits', { chord: '1' }, { kind: 'none' }],
  ['1 inside a number is only a digit', { chord: '1', line: '2', answers: ['1'] }, { kind: 'none' }],
  ['1 in a search is only a digit', { chord: '1', hasSearch: true, answers: ['1'] }, { kind: 'none' }],
  ['Esc first clears the line', { chord: 'Escape', line: 'x', answers: ['1'] }, { kind: 'clear-line' }],
  ['Esc closes a search', { chord: 'Escape', line: 'x', hasSearch: true }, { kind: 'close-search' }],
  [
    'Esc goes back from a title to the list',
    { chord: 'Escape', hasSearch: true, hasSearchDetail: true },
    { kind: 'close-detail' },
  ],
  ['Esc closes a panel', { chord: 'Escape', hasPanel: true, answers: ['1'] }, { kind: 'close-panel' }],
  ['Esc leaves the row that waits', { chord: 'Escape', answers: ['1'] }, { kind: 'leave-row' }],
  ['Esc takes away what the screen said', { chord: 'Escape', hasNotice: true }, { kind: 'clear-notice' }],
  ['Esc at last closes the person', { chord: 'Escape' }, { kind: 'clear-desk' }],
  ['Down walks the rows', { chord: 'ArrowDown' }, { kind: 'walk-rows', by: 1 }],
  ['Up walks the hits', { chord: 'ArrowUp', hasSearch: true, line: 'smi' }, { kind: 'walk-hits', by: -1 }],
  ['Down on a radio button is the radio button’s', { chord: 'ArrowDown', isLineFocused: false }, { kind: 'none' }],
  ['F2 takes returns', { chord: 'F2', line: 'half a word' }, { kind: 'act', action: 'check-in' }],
  ['Ctrl+F2 renews all', { chord: 'Ctrl+F2' }, { kind: 'act', action: 'renew-all' }],
  ['Ctrl+Z undoes', { chord: 'Ctrl+Z' }, { kind: 'act', action: 'undo' }],
  ['Ctrl+Z while typing takes back the typing', { chord: 'Ctrl+Z', line: 'x' }, { kind: 'none' }],
  ['F7 is nobody’s', { chord: 'F7' }, { kind: 'none' }],
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
