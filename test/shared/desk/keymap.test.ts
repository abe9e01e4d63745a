/** The key map: presets without a clash, a library's own keys, and what is refused. */
import { describe, expect, it } from 'vitest'
import { ACTIONS, actionOf, KEY_PRESETS, mergeKeys, parseChord } from '../../../shared/desk/keymap.ts'

describe('the presets', () => {
  it.each(Object.entries(KEY_PRESETS))('%s gives every act a key of its own that an act may have', (_name, map) => {
    const chords = ACTIONS.map((action) => map[action])
    expect(new Set(chords).size).toBe(ACTIONS.length)
    expect(chords.map(parseChord)).toEqual(chords)
  })

  it('F2 takes returns in each of them, as in Evergreen and in Polaris', () => {
    for (const map of Object.values(KEY_PRESETS)) expect(actionOf(map, 'F2')).toBe('check-in')
  })
})

describe('hands that come from Evergreen find', () => {
  it.each([
    ['F1', 'check out', 'line'],
    ['F2', 'check in', 'check-in'],
    ['Shift+F2', 'capture holds', 'pull-list'],
    ['Ctrl+F2', 'renew', 'renew-all'],
    ['F3', 'search the catalog', 'find-title'],
    ['Shift+F3', 'place a hold from there', 'hold'],
    ['F4', 'search for patrons', 'find-person'],
    ['Shift+F4', 'recent patrons', 'recent'],
    ['F5', 'item status', 'item'],
    ['F6', 'record in-house use', 'used-here'],
    ['F8', 'the last patron', 'last-patron'],
    ['F9', 'reprint the last receipt', 'reprint'],
    ['Ctrl+H', 'the list of keys', 'keys'],
    ['Ctrl+Q', 'leave', 'sign-out'],
  ] as const)('%s: %s', (chord, _there, action) => {
    expect(actionOf(KEY_PRESETS.evergreen, chord)).toBe(action)
  })
})

describe('which keys an act may have', () => {
  it.each([
    ['f7', 'F7'],
    ['ctrl+shift+f2', 'Ctrl+Shift+F2'],
    ['Ctrl+,', 'Ctrl+,'],
    ['Shift+F4', 'Shift+F4'],
  ])('%s is %s', (text, chord) => {
    expect(parseChord(text)).toBe(chord)
  })

  it.each(['a', '7', 'Enter', 'Escape', 'Alt+F4', 'F10', 'F11', 'F13', 'Ctrl+C', 'Ctrl+V', 'Shift+A', 'Ctrl+J', ''])(
    '%s is refused: it is text, or the computer needs it',
    (text) => {
      expect(parseChord(text)).toBeNull()
    },
  )
})

describe('a library’s own keys', () => {
  it('stand over the preset', () => {
    const { map, refused } = mergeKeys('datestamp', { 'check-in': 'Ctrl+7' })
    expect(refused).toEqual([])
    expect(map).toEqual({ ...KEY_PRESETS.datestamp, 'check-in': 'Ctrl+7' })
  })

  it('may swap two acts', () => {
    const { map, refused } = mergeKeys('datestamp', { 'find-title': 'F4', 'find-person': 'F3' })
    expect(refused).toEqual([])
    expect([map['find-title'], map['find-person']]).toEqual(['F4', 'F3'])
  })

  it('are refused when another act has the key, and the preset’s key stays', () => {
    const { map, refused } = mergeKeys('datestamp', { 'last-patron': 'F2' })
    expect(map['last-patron']).toBe('F8')
    expect(refused).toEqual([{ action: 'last-patron', chord: 'F2', reason: 'taken', keeper: 'check-in' }])
  })

  it('never leave two acts on one key, whatever is asked', () => {
    const everyone = Object.fromEntries(ACTIONS.map((action) => [action, 'F1']))
    const { map, refused } = mergeKeys('polaris', everyone)
    expect(new Set(Object.values(map)).size).toBe(ACTIONS.length)
    expect(refused.length).toBeGreaterThan(0)
  })

  it('that name no act, or a key nobody may have, are refused with the reason', () => {
    const { map, refused } = mergeKeys('evergreen', { 'open-pod-bay': 'F7', undo: 'z' })
    expect(map).toEqual(KEY_PRESETS.evergreen)
    expect(refused.map(({ action, reason }) => [action, reason])).toEqual([
      ['open-pod-bay', 'unknown-act'],
      ['undo', 'no-key'],
    ])
  })
})
