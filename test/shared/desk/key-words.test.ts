/** Keys in the desk's sentences: by the name they have at this desk, and nothing else touched. */
import { describe, expect, it } from 'vitest'
import { inKeys } from '../../../shared/desk/key-words.ts'
import { KEY_PRESETS, mergeKeys } from '../../../shared/desk/keymap.ts'

const { evergreen, polaris } = KEY_PRESETS

describe('a sentence that names a key', () => {
  it.each([
    ['by the act it does', evergreen, 'No holds. {key:hold} places one.', 'No holds. Shift+F3 places one.'],
    ['twice', polaris, '{key:find-title} finds a title, {key:find-person} a person', 'F12 finds a title, F9 a person'],
    ['chosen at this desk', mergeKeys('datestamp', { undo: 'Ctrl+U' }).map, '{key:undo} takes it', 'Ctrl+U takes it'],
    ['an act that nobody knows', evergreen, 'Press {key:fly}.', 'Press {key:fly}.'],
    ['and what only looks like a key', evergreen, 'Shelf F6, Ctrl+Z, AF6', 'Shelf F6, Ctrl+Z, AF6'],
  ] as const)('%s', (_name, map, text, read) => {
    expect(inKeys(text, map)).toBe(read)
  })
})
