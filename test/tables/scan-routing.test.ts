/**
 * The routing table of the scan line, to be read by a librarian: what was scanned, where the desk stood, what happens.
 * docs/circulation.md and the screens follow this table.
 */
import { expect, test } from 'vitest'
import { isBadgeGuess, routeScan, type ScanAct, type ScanMatch, type ScanSituation } from '../../shared/desk/route.ts'
import type { DeskMode } from '../../shared/desk/screen.ts'

const CARD: ScanMatch = { kind: 'card', is_open_patron: false }
const SAME_CARD: ScanMatch = { kind: 'card', is_open_patron: true }
const ITEM_IN: ScanMatch = { kind: 'item', at: 'in' }
const ITEM_OUT: ScanMatch = { kind: 'item', at: 'out' }
const BOTH: ScanMatch = { kind: 'both' }
const BADGE: ScanMatch = { kind: 'badge' }
const NONE: ScanMatch = { kind: 'none' }
const ISBN_HERE: ScanMatch = { kind: 'isbn', items_count: 2 }
const ISBN_ELSEWHERE: ScanMatch = { kind: 'isbn', items_count: 0 }

const OPEN = { is_patron_open: true }
const UNDECIDED = { undecided_count: 1 }
const CARD_WAITS = { is_patron_open: true, undecided_count: 1, waiting_count: 1 }
/** The row was answered, and the card waits after a stop. */
const CARD_HELD = { is_patron_open: true, waiting_count: 1 }
const NOBODY = { is_signed_in: false }
const LOCKED = { is_locked: true }
const APPROVAL = { is_approval_awaited: true, undecided_count: 1, is_patron_open: true }
const TYPED_WORDS = { source: 'typed', has_letters: true } as const
const SLOW = { source: 'slow-scan' } as const
const TYPED_DIGITS = { source: 'typed', has_letters: false } as const
const PIN_ASKED = { is_pin_asked: true }
const LIKE_A_BADGE = { is_badge_like: true }
const TYPED_APPROVAL = { ...APPROVAL, ...TYPED_DIGITS }

type Line = readonly [says: string, ScanMatch, DeskMode, Partial<ScanSituation>, ScanAct]

// what happened                       | it matched | mode | the desk | then
const TABLE: readonly Line[] = [
  ['a card, nobody open', CARD, 'out', {}, 'open-patron'],
  ['a card in the middle of check-in', CARD, 'in', {}, 'open-patron'],
  ['the card of the patron who is open', SAME_CARD, 'out', OPEN, 'same-patron'],
  ['the card of the open patron, checking in', SAME_CARD, 'in', OPEN, 'same-patron'],
  ['the card of somebody else', CARD, 'out', OPEN, 'switch-patron'],
  ['the card of somebody else, checking in', CARD, 'in', OPEN, 'switch-patron'],
  ['a card while a row waits', CARD, 'out', { ...OPEN, ...UNDECIDED }, 'wait'],
  ['a card while a row of a cart waits', CARD, 'in', UNDECIDED, 'wait'],
  ['the open patron’s card while a row waits', SAME_CARD, 'out', { ...OPEN, ...UNDECIDED }, 'same-patron'],

  ['an item in, a patron open', ITEM_IN, 'out', OPEN, 'check-out'],
  ['an item out, to this patron or another, a patron open', ITEM_OUT, 'out', OPEN, 'check-out'],
  ['an item while a row waits', ITEM_IN, 'out', { ...OPEN, ...UNDECIDED }, 'check-out'],
  ['an item out, nobody open', ITEM_OUT, 'out', {}, 'ask-return'],
  ['an item out, nobody open, where the library does not ask', ITEM_OUT, 'out', { is_return_asked: false }, 'check-in'],
  ['an item in, nobody open', ITEM_IN, 'out', {}, 'show-item'],
  ['an item out, checking in', ITEM_OUT, 'in', {}, 'check-in'],
  ['an item in, checking in', ITEM_IN, 'in', {}, 'check-in'],
  ['an item out, checking in, a patron open', ITEM_OUT, 'in', OPEN, 'check-in'],

  ['a card behind a card that waits', CARD, 'out', CARD_WAITS, 'wait'],
  ['the open patron’s card behind a card that waits', SAME_CARD, 'out', CARD_WAITS, 'wait'],
  ['an item behind a card that waits', ITEM_IN, 'out', CARD_WAITS, 'wait'],
  ['an item behind a card that waits after a stop', ITEM_OUT, 'out', CARD_HELD, 'wait'],
  ['a return behind a card that waits', ITEM_OUT, 'in', CARD_WAITS, 'wait'],
  ['a number that is a card and an item, behind a card that waits', BOTH, 'out', CARD_WAITS, 'wait'],
  ['an unknown number behind a card that waits', NONE, 'out', CARD_WAITS, 'wait'],
  ['an ISBN behind a card that waits', ISBN_HERE, 'out', CARD_WAITS, 'wait'],
  ['words typed while a card waits', NONE, 'out', { ...CARD_WAITS, ...TYPED_WORDS }, 'search'],
  ['a badge while a card waits', BADGE, 'out', CARD_WAITS, 'decide-first'],
  [
    'a badge while a card waits behind a row that waits for approval',
    BADGE,
    'out',
    { ...APPROVAL, ...CARD_WAITS },
    'approve',
  ],
  ['an item while a card waits, the desk locked', ITEM_IN, 'out', { ...LOCKED, ...CARD_WAITS }, 'locked'],

  ['a number that is a card and an item', BOTH, 'out', {}, 'ask-which'],
  ['the same, a patron open', BOTH, 'out', OPEN, 'ask-which'],
  ['the same, checking in', BOTH, 'in', {}, 'ask-which'],

  ['a badge, nobody signed in', BADGE, 'out', NOBODY, 'sign-in'],
  ['a badge, somebody signed in', BADGE, 'in', OPEN, 'sign-in'],
  ['a badge that takes a PIN, nobody signed in', BADGE, 'out', { ...NOBODY, ...PIN_ASKED }, 'ask-pin'],
  ['a badge that takes a PIN, somebody signed in', BADGE, 'in', { ...OPEN, ...PIN_ASKED }, 'ask-pin'],
  ['a badge that takes a PIN, the desk locked', BADGE, 'in', { ...LOCKED, ...PIN_ASKED }, 'ask-pin'],
  [
    'a badge that takes a PIN, typed, the desk locked',
    BADGE,
    'in',
    { ...LOCKED, ...PIN_ASKED, ...TYPED_DIGITS },
    'locked',
  ],
  ['a badge that takes a PIN while a row waits', BADGE, 'out', { ...UNDECIDED, ...PIN_ASKED }, 'decide-first'],
  ['a badge while a row waits', BADGE, 'out', { ...OPEN, ...UNDECIDED }, 'decide-first'],
  ['a badge while a row waits for approval', BADGE, 'out', APPROVAL, 'approve'],
  ['an item while a row waits for approval', ITEM_IN, 'out', APPROVAL, 'check-out'],
  ['a badge, the desk locked', BADGE, 'in', LOCKED, 'sign-in'],
  ['a badge, locked while a row waits', BADGE, 'out', { ...LOCKED, ...APPROVAL }, 'sign-in'],
  ['a badge’s number, typed', BADGE, 'out', TYPED_DIGITS, 'pin-first'],
  ['a badge’s number, typed while a row waits for approval', BADGE, 'out', TYPED_APPROVAL, 'pin-first'],
  ['a badge’s number, typed, the desk locked', BADGE, 'in', { ...LOCKED, ...TYPED_DIGITS }, 'locked'],
  ['a badge’s number, typed, nobody signed in', BADGE, 'out', { ...NOBODY, ...TYPED_DIGITS }, 'sign-in-first'],
  ['a badge, read as slowly as a hand types', BADGE, 'out', SLOW, 'pin-first'],
  ['a badge, read slowly while a row waits for approval', BADGE, 'out', { ...APPROVAL, ...SLOW }, 'pin-first'],
  ['a badge, read slowly, the desk locked', BADGE, 'in', { ...LOCKED, ...SLOW }, 'locked'],
  ['a badge, read slowly, nobody signed in', BADGE, 'out', { ...NOBODY, ...SLOW }, 'sign-in-first'],
  ['an item, read slowly, a patron open', ITEM_IN, 'out', { ...OPEN, ...SLOW }, 'check-out'],
  ['a card, the desk locked', CARD, 'out', { ...LOCKED, ...OPEN }, 'locked'],
  ['an item, the desk locked', ITEM_OUT, 'in', LOCKED, 'locked'],
  ['words typed, the desk locked', NONE, 'out', { ...LOCKED, ...TYPED_WORDS }, 'locked'],
  ['a card, nobody signed in', CARD, 'out', NOBODY, 'sign-in-first'],
  ['an item, nobody signed in', ITEM_OUT, 'in', NOBODY, 'sign-in-first'],
  ['words typed, nobody signed in', NONE, 'out', { ...NOBODY, ...TYPED_WORDS }, 'sign-in-first'],

  ['an ISBN the library has', ISBN_HERE, 'out', OPEN, 'show-title'],
  ['an ISBN the library has, checking in', ISBN_HERE, 'in', {}, 'show-title'],
  ['an ISBN the library does not have', ISBN_ELSEWHERE, 'out', {}, 'unknown'],
  ['an unknown number, scanned', NONE, 'out', {}, 'unknown'],
  ['an unknown number, a patron open', NONE, 'out', OPEN, 'unknown'],
  ['an unknown number, typed', NONE, 'out', TYPED_DIGITS, 'unknown'],
  ['an unknown code with letters, scanned', NONE, 'in', { has_letters: true }, 'unknown'],
  ['words, typed', NONE, 'out', TYPED_WORDS, 'search'],
  ['words, typed while checking in', NONE, 'in', TYPED_WORDS, 'search'],
]

function situation(match: ScanMatch, mode: DeskMode, change: Partial<ScanSituation>): ScanSituation {
  return {
    match,
    mode,
    is_signed_in: true,
    is_locked: false,
    is_approval_awaited: false,
    is_patron_open: false,
    is_return_asked: true,
    undecided_count: 0,
    waiting_count: 0,
    source: 'scan',
    has_letters: false,
    is_badge_like: false,
    is_pin_asked: false,
    ...change,
  }
}

test.each(TABLE)('%s', (_says, match, mode, change, act) => {
  expect(routeScan(situation(match, mode, change))).toBe(act)
})

test.each([
  ['a number like a badge, nobody signed in', NONE, { ...NOBODY, ...LIKE_A_BADGE }, true],
  ['a number like a badge, the desk locked', NONE, { ...LOCKED, ...LIKE_A_BADGE }, true],
  ['a number like a badge while a row waits for approval', NONE, { ...APPROVAL, ...LIKE_A_BADGE }, true],
  ['a number like a badge, typed', NONE, { ...TYPED_APPROVAL, ...LIKE_A_BADGE }, true],
  ['a number like a badge at work', NONE, { ...OPEN, ...LIKE_A_BADGE }, true],
  ['a badge’s number, typed', BADGE, TYPED_DIGITS, true],
  ['a badge, read slowly', BADGE, SLOW, false],
  ['an unknown number at work', NONE, OPEN, false],
  ['a book of another library, nobody signed in', NONE, NOBODY, false],
  ['a badge, scanned', BADGE, LOCKED, false],
  ['a book, the desk locked', ITEM_IN, LOCKED, false],
  ['words typed while a row waits for approval', NONE, { ...APPROVAL, ...TYPED_WORDS }, false],
])('whether it may be a guess at a badge: %s', (_says, match, change, isGuess) => {
  expect(isBadgeGuess(situation(match, 'out', change))).toBe(isGuess)
})

test('a book is never refused for an undecided row', () => {
  const matches = [ITEM_IN, ITEM_OUT, BOTH, NONE, ISBN_HERE, ISBN_ELSEWHERE]
  const changes = [{}, OPEN, UNDECIDED, { ...OPEN, ...UNDECIDED }, NOBODY, TYPED_WORDS, TYPED_DIGITS]
  let seen = 0
  for (const match of matches) {
    for (const mode of ['out', 'in'] as const) {
      for (const change of changes) {
        expect(routeScan(situation(match, mode, change))).not.toBe('decide-first')
        seen += 1
      }
    }
  }
  expect(seen).toBe(84)
})
