/** Keys in the desk's sentences: by the name they have at this desk, and nothing else touched. */
import { describe, expect, it } from 'vitest'
import { inKeys } from '../../../shared/desk/key-words.ts'
import { ACTIONS, KEY_PRESETS, mergeKeys } from '../../../shared/desk/keymap.ts'

const { evergreen, polaris, datestamp } = KEY_PRESETS

describe('a sentence that names a key', () => {
  it.each([
    ['by the act it does', evergreen, 'No holds. {key:hold} places one.', 'No holds. Shift+F3 places one.'],
    ['an act that nobody knows', evergreen, 'Press {key:fly}.', 'Press {key:fly}.'],
    ['as in Evergreen', evergreen, 'No holds. F6 places one.', 'No holds. Shift+F3 places one.'],
    ['as in Polaris', polaris, 'F3 finds a title, F4 finds a person', 'F12 finds a title, F9 finds a person'],
    ['as in Polaris, each key once', polaris, 'F9 shows its slip. F3', 'Shift+F9 shows its slip. F12'],
    ['the longer chord is a key of its own', evergreen, 'Shift+F6, Ctrl+F6', 'Shift+F6, Shift+F2'],
    ['with Ctrl and a letter', mergeKeys('datestamp', { undo: 'Ctrl+U' }).map, 'Ctrl+Z takes it', 'Ctrl+U takes it'],
    ['a key that no act has', evergreen, 'F5 tries again, F12, Ctrl+Enter', 'F5 tries again, F12, Ctrl+Enter'],
    ['a word that only looks like one', evergreen, 'Shelf AF6, F6-b, F66', 'Shelf AF6, F6-b, F66'],
  ] as const)('%s', (_name, map, text, read) => {
    expect(inKeys(text, map)).toBe(read)
  })

  it('stands as it is with the desk’s own keys', () => {
    const all = ACTIONS.map((action) => datestamp[action]).join(', ')
    expect(inKeys(all, datestamp)).toBe(all)
  })
})
