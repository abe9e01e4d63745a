/**
 * The key map: every act of the desk, the key that does it, three presets, and a library's own changes on top.
 * Two acts never share a key: a change that would do that is refused and named. Must never listen to a key itself.
 */
import type { Place } from './page.ts'

/** Acts that go to a page and do nothing else. */
const PAGE_ACTIONS = {
  item: 'item',
  account: 'account',
  recent: 'recent',
  hold: 'hold-new',
  'pull-list': 'pull-list',
  'hold-shelf': 'hold-shelf',
  transits: 'transits',
  modes: 'modes',
  'work-log': 'work-log',
  staff: 'staff',
  waive: 'waive',
  tasks: 'tasks',
  outage: 'outage',
  explain: 'explain',
  policy: 'policy',
  cart: 'cart',
  shelf: 'shelf',
  'this-desk': 'this-desk',
  'data-in': 'data-in',
} as const satisfies Readonly<Record<string, Place>>
export type PageAction = keyof typeof PAGE_ACTIONS

export type DeskAction =
  | PageAction
  | 'line'
  | 'check-in'
  | 'used-here'
  | 'find-title'
  | 'find-person'
  | 'last-patron'
  | 'renew-all'
  | 'paper-now'
  | 'receipt-so-far'
  | 'reprint'
  | 'finish-quiet'
  | 'commands'
  | 'undo'
  | 'settings'
  | 'keys'
  | 'lock'
  | 'sign-out'

export type ActionEntry = { readonly action: DeskAction; readonly label: string; readonly does: string }

/** In the order in which help and settings list them. */
export const ACTIONS: readonly ActionEntry[] = [
  { action: 'line', label: 'Line', does: 'Back to the line, checking out; once more shows the keys' },
  { action: 'check-in', label: 'Check in', does: 'Scan returns; once more for a book drop cart' },
  {
    action: 'modes',
    label: 'Ways of scanning',
    does: 'Book drop, a day for returns, amnesty, used here, taking stock',
  },
  { action: 'used-here', label: 'Used here', does: 'Count what was used in the library and left on a table' },
  { action: 'find-title', label: 'Find a title', does: 'Is it in, and where' },
  { action: 'find-person', label: 'Find a person', does: 'By name, card or birth date' },
  { action: 'item', label: 'Item', does: 'Look at a copy; nothing is changed' },
  { action: 'account', label: 'Account', does: 'All of the open person: loans, holds, money, notes' },
  { action: 'waive', label: 'Waive', does: 'What the open person owes: which, how much, why' },
  {
    action: 'tasks',
    label: 'Shelf checks',
    does: 'What to look for: said to be returned, or never had; and returns to settle',
  },
  {
    action: 'explain',
    label: 'Explain the last result',
    does: 'Which rule, which days, which limit; and who may lift it',
  },
  { action: 'outage', label: 'Outage', does: 'The system was down: nobody pays for that time' },
  { action: 'recent', label: 'Recent', does: 'Who was here since you signed in' },
  { action: 'hold', label: 'Hold', does: 'A hold for the open person: scan a copy or type the title' },
  { action: 'pull-list', label: 'Pull list', does: 'What to fetch from the shelves for holds' },
  { action: 'hold-shelf', label: 'Hold shelf', does: 'What waits to be fetched, what is over' },
  { action: 'transits', label: 'On its way', does: 'Coming here from other branches, and sent from here' },
  { action: 'cart', label: 'Sort a cart', does: 'Scan a cart: the order in which to shelve it' },
  { action: 'shelf', label: 'Read a shelf', does: 'Scan along a shelf: what stands wrong, and what does not belong' },
  { action: 'last-patron', label: 'Last person', does: 'Open who was here before' },
  { action: 'renew-all', label: 'Renew all', does: 'Everything the open person has out' },
  { action: 'paper-now', label: 'Paper', does: 'What was done so far, as paper; with paper on the screen, prints it' },
  { action: 'receipt-so-far', label: 'Receipt so far', does: 'Of this person or this cart, whatever paper lies there' },
  { action: 'reprint', label: 'Paper again', does: 'The last receipt or slip, marked as a copy' },
  { action: 'finish-quiet', label: 'Finish, no receipt', does: 'Finishes without a receipt, this once' },
  { action: 'commands', label: 'Commands', does: 'Everything by name; / on the empty line does the same' },
  { action: 'undo', label: 'Undo last', does: 'Takes the last act back, by an entry that says so' },
  { action: 'settings', label: 'Settings', does: 'Colours, text size, sounds, keys' },
  { action: 'keys', label: 'Keys', does: 'This list' },
  { action: 'work-log', label: 'Work log', does: 'The last acts at this desk' },
  { action: 'policy', label: 'Rules', does: 'The library’s rules: loans, fines, limits, holds, what each decides' },
  { action: 'data-in', label: 'Take in data', does: 'The library’s files from a folder, and what was left out' },
  { action: 'staff', label: 'Staff', does: 'Who works here, PINs, what roles may do' },
  {
    action: 'this-desk',
    label: 'This desk',
    does: 'Back up, check the journal, confirm the clock, the branch, the recovery key',
  },
  { action: 'lock', label: 'Lock', does: 'Keeps everything for your badge or PIN; another person’s signs in instead' },
  { action: 'sign-out', label: 'Sign out', does: 'Clears the screen and leaves the desk' },
]

/** Keys that cannot be changed, for the help page. */
export const FIXED_KEYS: readonly { readonly chord: string; readonly does: string }[] = [
  { chord: 'Enter', does: 'Sends what is typed; on the empty line it finishes' },
  { chord: 'Esc', does: 'Clears the line, leaves a row, closes a form, a page, then the person' },
  { chord: '↑ ↓', does: 'Walks the rows that wait for an answer, a list, a page; ↓ opens the account' },
  { chord: '1 to 9', does: 'Answers the row that waits' },
  { chord: 'A to Z', does: 'On the empty line: what the page’s row, or the page, shows with that letter' },
  { chord: 'Ctrl+Enter', does: 'Sends a form from any of its fields' },
  { chord: '/', does: 'On the empty line: all commands' },
]

export type KeyPreset = 'datestamp' | 'evergreen' | 'polaris'
export type KeyMap = Readonly<Record<DeskAction, string>>

const DATESTAMP: KeyMap = {
  line: 'F1',
  'check-in': 'F2',
  'used-here': 'Ctrl+Shift+F2',
  modes: 'Shift+F2',
  'find-title': 'F3',
  'find-person': 'F4',
  item: 'F5',
  account: 'F7',
  waive: '-',
  tasks: 'Shift+F7',
  outage: 'Ctrl+Shift+O',
  explain: 'Shift+F1',
  recent: 'Shift+F4',
  hold: 'F6',
  'pull-list': 'Ctrl+F6',
  'hold-shelf': 'Shift+F6',
  transits: 'Ctrl+Shift+F6',
  cart: 'Ctrl+F7',
  shelf: 'Ctrl+Shift+F7',
  'last-patron': 'F8',
  'renew-all': 'Ctrl+F2',
  'paper-now': 'Ctrl+P',
  'receipt-so-far': 'Ctrl+Shift+P',
  reprint: 'F9',
  'finish-quiet': 'Shift+Enter',
  commands: 'Ctrl+K',
  undo: 'Ctrl+Z',
  settings: 'Ctrl+,',
  keys: 'Ctrl+H',
  'work-log': 'Shift+F8',
  policy: 'Ctrl+Shift+R',
  'data-in': 'Ctrl+Shift+I',
  staff: 'Ctrl+Shift+S',
  'this-desk': 'Ctrl+Shift+D',
  lock: 'Ctrl+L',
  'sign-out': 'Ctrl+Shift+L',
}

export const KEY_PRESETS: Readonly<Record<KeyPreset, KeyMap>> = {
  datestamp: DATESTAMP,
  /**
   * Evergreen staff client: F1 out, F2 in, Shift+F2 captures holds, Ctrl+F2 renews, F3 the catalogue, F4 a patron,
   * Shift+F4 recent ones, F5 item status, F6 use in the library, F8 the last patron, F9 the last receipt, Ctrl+H the
   * keys. A hold begins at the catalogue there, so it is beside it. Alt+Shift+Q is not ours to take: Ctrl+Q leaves.
   */
  evergreen: {
    ...DATESTAMP,
    'pull-list': 'Shift+F2',
    'used-here': 'F6',
    hold: 'Shift+F3',
    modes: 'Ctrl+F6',
    'sign-out': 'Ctrl+Q',
  },
  /** Polaris staff client: F2 in, F3 out, F9 the registration, F12 the find tool, F1 help. */
  polaris: { ...DATESTAMP, line: 'F3', 'find-person': 'F9', reprint: 'Shift+F9', 'find-title': 'F12', keys: 'F1' },
}

export const PRESET_LABELS: Readonly<Record<KeyPreset, string>> = {
  datestamp: 'Datestamp',
  evergreen: 'As in Evergreen',
  polaris: 'As in Polaris',
}

/**
 * Keys the computer, the browser or a screen reader needs. Alt with a letter opens menus and types accents, so Koha's
 * own keys, which are all of that kind, are no preset.
 */
const RESERVED = new Set(['F10', 'Shift+F10', 'F11', 'Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+J', 'Ctrl+M'])

/** The sign that may be a key by itself, as on the number pad: it acts on the empty line alone. */
const SIGN = '-'

/**
 * Reads "ctrl+f2" or "Shift+F4"; null when it is no key an act may have: a function key, Ctrl with a key, Shift+Enter,
 * or the minus sign.
 */
export function parseChord(text: string): string | null {
  if (/^shift\+enter$/i.test(text.trim())) return 'Shift+Enter'
  if (text.trim() === SIGN) return SIGN
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

/** The page this act goes to. */
export function placeOf(action: PageAction): Place {
  return PAGE_ACTIONS[action]
}

export function isPageAction(action: DeskAction): action is PageAction {
  return Object.hasOwn(PAGE_ACTIONS, action)
}

/** The act of this key, if any. */
export function actionOf(map: KeyMap, chord: string): DeskAction | null {
  return ACTIONS.find((entry) => map[entry.action] === chord)?.action ?? null
}
