/**
 * The key map: every act of the desk, the key that does it, three presets, and a library's own changes on top.
 * Two acts never share a key: a change that would do that is refused and named. Must never listen to a key itself.
 */

export type DeskAction =
  | 'line'
  | 'check-in'
  | 'find-title'
  | 'find-person'
  | 'last-patron'
  | 'renew-all'
  | 'commands'
  | 'undo'
  | 'settings'
  | 'keys'
  | 'lock'

export type ActionEntry = { readonly action: DeskAction; readonly label: string; readonly does: string }

/** In the order in which help and settings list them. */
export const ACTIONS: readonly ActionEntry[] = [
  { action: 'line', label: 'Line', does: 'Back to the line, checking out; once more shows the keys' },
  { action: 'check-in', label: 'Check in', does: 'Scan returns' },
  { action: 'find-title', label: 'Find a title', does: 'Is it in, and where' },
  { action: 'find-person', label: 'Find a person', does: 'By name, card or birth date' },
  { action: 'last-patron', label: 'Last person', does: 'Open who was here before' },
  { action: 'renew-all', label: 'Renew all', does: 'Everything the open person has out' },
  { action: 'commands', label: 'Commands', does: 'Everything by name; / on the empty line does the same' },
  { action: 'undo', label: 'Undo last', does: 'Takes the last act back, by an entry that says so' },
  { action: 'settings', label: 'Settings', does: 'Colours, text size, sounds, keys' },
  { action: 'keys', label: 'Keys', does: 'This list' },
  { action: 'lock', label: 'Sign out', does: 'Clears the screen and locks the desk' },
]

/** Keys that cannot be changed, for the help page. */
export const FIXED_KEYS: readonly { readonly chord: string; readonly does: string }[] = [
  { chord: 'Enter', does: 'Sends what is typed; on the empty line it finishes' },
  { chord: 'Esc', does: 'Clears the line, leaves a row, then closes the person' },
  { chord: '↑ ↓', does: 'Walks the rows that wait for an answer, or a list' },
  { chord: '1 to 9', does: 'Answers the row that waits' },
  { chord: '/', does: 'On the empty line: all commands' },
]

export type KeyPreset = 'datestamp' | 'evergreen' | 'polaris'
export type KeyMap = Readonly<Record<DeskAction, string>>

const DATESTAMP: KeyMap = {
  line: 'F1',
  'check-in': 'F2',
  'find-title': 'F3',
  'find-person': 'F4',
  'last-patron': 'F8',
  'renew-all': 'Ctrl+F2',
  commands: 'Ctrl+K',
  undo: 'Ctrl+Z',
  settings: 'Ctrl+,',
  keys: 'Ctrl+H',
  lock: 'Ctrl+L',
}

export const KEY_PRESETS: Readonly<Record<KeyPreset, KeyMap>> = {
  datestamp: DATESTAMP,
  /** Evergreen staff client: the same function keys, and Alt+Shift+Q is not ours to take, so Ctrl+Q leaves. */
  evergreen: { ...DATESTAMP, lock: 'Ctrl+Q' },
  /** Polaris staff client: F2 in, F3 out, F9 the registration, F12 the find tool, F1 help. */
  polaris: { ...DATESTAMP, line: 'F3', 'find-person': 'F9', 'find-title': 'F12', keys: 'F1' },
}

export const PRESET_LABELS: Readonly<Record<KeyPreset, string>> = {
  datestamp: 'Datestamp',
  evergreen: 'As in Evergreen',
  polaris: 'As in Polaris',
}

/** Keys the computer, the browser or a screen reader needs. */
const RESERVED = new Set(['F10', 'Shift+F10', 'F11', 'Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+J', 'Ctrl+M'])

/** Reads "ctrl+f2" or "Shift+F4"; null when it is no key an act may have: a function key, or Ctrl with a key. */
export function parseChord(text: string): string | null {
  const match = /^(ctrl\+)?(shift\+)?(f(?:[1-9]|1[0-2])|[a-z0-9,.;'/=\-[\]])$/i.exec(text.trim())
  if (!match) return null
  const key = (match[3] ?? '').toUpperCase()
  const isFunctionKey = key.length > 1
  if (!isFunctionKey && !match[1]) return null
  const chord = `${match[1] ? 'Ctrl+' : ''}${match[2] ? 'Shift+' : ''}${key}`
  return RESERVED.has(chord) ? null : chord
}

export function isDeskAction(name: string): name is DeskAction {
  return ACTIONS.some((entry) => entry.action === name)
}

export type RefusedKey = { readonly action: string; readonly chord: string; readonly says: string }

function labelOf(action: DeskAction): string {
  return ACTIONS.find((entry) => entry.action === action)?.label ?? action
}

/**
 * An act whose own change collides with another act, and the one that has the key; null when every key is one act's.
 */
function firstClash(map: KeyMap, changed: ReadonlySet<DeskAction>): { loser: DeskAction; keeper: DeskAction } | null {
  for (const { action } of ACTIONS) {
    if (!changed.has(action)) continue
    const other = ACTIONS.find((entry) => entry.action !== action && map[entry.action] === map[action])
    if (other) return { loser: action, keeper: other.action }
  }
  return null
}

/**
 * The preset with a library's own keys over it. Keys may be swapped; a change that leaves two acts on one key, names an
 * act that does not exist or a key that cannot be had is refused with the words for it, and the preset's key stays.
 */
export function mergeKeys(
  preset: KeyPreset,
  overrides: Readonly<Record<string, string>>,
): { readonly map: KeyMap; readonly refused: readonly RefusedKey[] } {
  const base = KEY_PRESETS[preset]
  const map = { ...base }
  const changed = new Set<DeskAction>()
  const refused: RefusedKey[] = []
  for (const [action, text] of Object.entries(overrides)) {
    const chord = parseChord(text)
    if (!isDeskAction(action)) refused.push({ action, chord: text, says: `There is no act “${action}”.` })
    else if (chord === null) refused.push({ action, chord: text, says: `${text} cannot be used for an act.` })
    else {
      map[action] = chord
      if (chord !== base[action]) changed.add(action)
    }
  }
  for (let clash = firstClash(map, changed); clash; clash = firstClash(map, changed)) {
    const chord = map[clash.loser]
    refused.push({ action: clash.loser, chord, says: `${chord} already does “${labelOf(clash.keeper)}”.` })
    map[clash.loser] = base[clash.loser]
    changed.delete(clash.loser)
  }
  return { map, refused }
}

/** The act of this key, if any. */
export function actionOf(map: KeyMap, chord: string): DeskAction | null {
  return ACTIONS.find((entry) => map[entry.action] === chord)?.action ?? null
}
