/**
 * The key map: every act of the desk, its key, three presets, and a library's own changes on top. Two acts never share
 * a key: a change that would do that is refused and named. Listens to no key itself.
 */
import type { Place } from './page.ts'

/** Acts that only open a page. */
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
  supervisor: 'supervisor',
  staff: 'staff',
  waive: 'waive',
  pay: 'pay',
  tasks: 'tasks',
  outage: 'outage',
  explain: 'explain',
  policy: 'policy',
  cart: 'cart',
  shelf: 'shelf',
  'this-desk': 'this-desk',
  'data-in': 'data-in',
  drawer: 'drawer',
} as const satisfies Readonly<Record<string, Place>>
export type PageAction = keyof typeof PAGE_ACTIONS

export type DeskAction =
  | PageAction
  | 'line'
  | 'help'
  | 'check-in'
  | 'used-here'
  | 'find-title'
  | 'find-person'
  | 'last-patron'
  | 'renew-all'
  | 'close-drawer'
  | 'paper-now'
  | 'receipt-so-far'
  | 'reprint'
  | 'finish-quiet'
  | 'commands'
  | 'undo'
  | 'settings'
  | 'keys'
  | 'training'
  | 'lock'
  | 'sign-out'

/** In the order in which help and settings list them. What each is called: shared/words, screen.keys. */
export const ACTIONS: readonly DeskAction[] = [
  'line',
  'help',
  'check-in',
  'modes',
  'used-here',
  'find-title',
  'find-person',
  'item',
  'account',
  'drawer',
  'close-drawer',
  'pay',
  'waive',
  'tasks',
  'explain',
  'outage',
  'recent',
  'hold',
  'pull-list',
  'hold-shelf',
  'transits',
  'cart',
  'shelf',
  'last-patron',
  'renew-all',
  'paper-now',
  'receipt-so-far',
  'reprint',
  'finish-quiet',
  'commands',
  'undo',
  'settings',
  'keys',
  'work-log',
  'supervisor',
  'policy',
  'data-in',
  'staff',
  'this-desk',
  'training',
  'lock',
  'sign-out',
]

export type KeyPreset = 'datestamp' | 'evergreen' | 'polaris'
export type KeyMap = Readonly<Record<DeskAction, string>>

const DATESTAMP: KeyMap = {
  line: 'F1',
  help: 'Ctrl+F1',
  'check-in': 'F2',
  'used-here': 'Ctrl+Shift+F2',
  modes: 'Shift+F2',
  'find-title': 'F3',
  'find-person': 'F4',
  item: 'F5',
  account: 'F7',
  drawer: 'F12',
  'close-drawer': 'Shift+F12',
  waive: '-',
  pay: '+',
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
  supervisor: 'Ctrl+F8',
  policy: 'Ctrl+Shift+R',
  'data-in': 'Ctrl+Shift+I',
  staff: 'Ctrl+Shift+S',
  'this-desk': 'Ctrl+Shift+D',
  training: 'Ctrl+Shift+T',
  lock: 'Ctrl+L',
  'sign-out': 'Ctrl+Shift+L',
}

export const KEY_PRESETS: Readonly<Record<KeyPreset, KeyMap>> = {
  datestamp: DATESTAMP,
  /**
   * Evergreen staff client: F1 out, F2 in, Shift+F2 captures holds, Ctrl+F2 renews, F3 the catalog, F4 a patron,
   * Shift+F4 recent ones, F5 item status, F6 in-house use, F8 the last patron, F9 the last receipt, Ctrl+H the keys.
   * Placing a hold starts at the catalog there, so its key is next to that. Alt+Shift+Q is not ours to take: Ctrl+Q
   * leaves.
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
  polaris: {
    ...DATESTAMP,
    line: 'F3',
    'find-person': 'F9',
    reprint: 'Shift+F9',
    'find-title': 'F12',
    drawer: 'Shift+F12',
    'close-drawer': 'Ctrl+Shift+F12',
    help: 'F1',
  },
}

/**
 * Keys that the computer, the browser or a screen reader needs. Alt with a letter opens menus and types accents, so
 * there is no preset of Koha's keys, which are all of that kind.
 */
const RESERVED = new Set(['F10', 'Shift+F10', 'F11', 'Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+J', 'Ctrl+M'])

/** Characters that can be a key by themselves, as on the number pad: they act only on the empty line. */
const SIGNS: readonly string[] = ['-', '+']

/**
 * Reads "ctrl+f2" or "Shift+F4"; null when it is not a key that an act can have: a function key, Ctrl with a key,
 * Shift+Enter, or the minus or the plus sign.
 */
export function parseChord(text: string): string | null {
  if (/^shift\+enter$/i.test(text.trim())) return 'Shift+Enter'
  if (SIGNS.includes(text.trim())) return text.trim()
  const match = /^(ctrl\+)?(shift\+)?(f(?:[1-9]|1[0-2])|[a-z0-9,.;'/=\-[\]])$/i.exec(text.trim())
  if (!match) return null
  const key = (match[3] ?? '').toUpperCase()
  const isFunctionKey = key.length > 1
  if (!isFunctionKey && !match[1]) return null
  const chord = `${match[1] ? 'Ctrl+' : ''}${match[2] ? 'Shift+' : ''}${key}`
  return RESERVED.has(chord) ? null : chord
}

export function isDeskAction(name: string): name is DeskAction {
  return ACTIONS.some((action) => action === name)
}

/** A change of keys that was not made, and why; `keeper` is the act that has the key already. */
export type RefusedKey = { readonly action: string; readonly chord: string } & (
  { readonly reason: 'unknown-act' | 'no-key' } | { readonly reason: 'taken'; readonly keeper: DeskAction }
)

/** An act whose own change collides with another act, and the act that has the key; null when there is no collision. */
function firstClash(map: KeyMap, changed: ReadonlySet<DeskAction>): { loser: DeskAction; keeper: DeskAction } | null {
  for (const action of ACTIONS) {
    if (!changed.has(action)) continue
    const keeper = ACTIONS.find((other) => other !== action && map[other] === map[action])
    if (keeper) return { loser: action, keeper }
  }
  return null
}

/**
 * The preset with a library's own keys over it. Keys may be swapped; a change that leaves two acts on one key, names an
 * act that does not exist or a key that cannot be had is refused with the reason, and the preset's key stays.
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
    if (!isDeskAction(action)) refused.push({ action, chord: text, reason: 'unknown-act' })
    else if (chord === null) refused.push({ action, chord: text, reason: 'no-key' })
    else {
      map[action] = chord
      if (chord !== base[action]) changed.add(action)
    }
  }
  for (let clash = firstClash(map, changed); clash; clash = firstClash(map, changed)) {
    refused.push({ action: clash.loser, chord: map[clash.loser], reason: 'taken', keeper: clash.keeper })
    map[clash.loser] = base[clash.loser]
    changed.delete(clash.loser)
  }
  return { map, refused }
}

/** The page that this act opens. */
export function placeOf(action: PageAction): Place {
  return PAGE_ACTIONS[action]
}

export function isPageAction(action: DeskAction): action is PageAction {
  return Object.hasOwn(PAGE_ACTIONS, action)
}

/** The act of this key, if any. */
export function actionOf(map: KeyMap, chord: string): DeskAction | null {
  return ACTIONS.find((action) => map[action] === chord) ?? null
}
