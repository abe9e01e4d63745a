/**
 * The routing table: what a scan or a typed line does, by what it matched and the state of the desk. Any barcode
 * anywhere does the right thing, without asking, except where a number is both a card and an item. Looks nothing up,
 * and never answers with an act that would lose an undecided row: what would has to wait.
 */
import type { DeskMode } from './screen.ts'
import type { ScanSource } from './wedge.ts'

/** What the text matched in the data. `isbn` only when no barcode matched. */
export type ScanMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'badge' }
  /** A card, current or former, of the open patron or another. */
  | { readonly kind: 'card'; readonly is_open_patron: boolean }
  /** An item by its barcode: `in` is not checked out, wherever it is. */
  | { readonly kind: 'item'; readonly at: 'in' | 'out' }
  | { readonly kind: 'both' }
  | { readonly kind: 'isbn'; readonly items_count: number }

export type ScanSituation = {
  readonly match: ScanMatch
  readonly mode: DeskMode
  readonly is_signed_in: boolean
  /** A staff member is signed in and has locked the desk. */
  readonly is_locked: boolean
  /** This badge signs nobody in without its owner's PIN. */
  readonly is_pin_asked: boolean
  /** A row waits for a supervisor's approval: a badge is for the row. */
  readonly is_approval_awaited: boolean
  readonly is_patron_open: boolean
  /** The library wants it asked whether an item that is out is checked in while nobody is open. */
  readonly is_return_asked: boolean
  /** Rows that wait for an answer: they hold back whatever would close this patron. */
  readonly undecided_count: number
  /** Scans that wait until the rows are answered: what is scanned after them waits behind them. */
  readonly waiting_count: number
  readonly source: ScanSource
  /** Typed letters are a search; typed digits and every scan count as a barcode. */
  readonly has_letters: boolean
  /** An unknown number with the length and the beginning of a badge. */
  readonly is_badge_like: boolean
}

export type ScanAct =
  | 'sign-in'
  | 'sign-in-first'
  | 'pin-first'
  | 'ask-pin'
  | 'locked'
  | 'approve'
  | 'open-patron'
  | 'same-patron'
  | 'switch-patron'
  | 'decide-first'
  | 'wait'
  | 'check-out'
  | 'check-in'
  | 'ask-return'
  | 'show-item'
  | 'use-here'
  | 'take-stock'
  | 'ask-which'
  | 'show-title'
  | 'search'
  | 'unknown'

/**
 * Whether this may be a person guessing numbers: one like a badge that is nobody's, or a typed badge number. Also at
 * work: a clerk who guesses is signed in.
 */
export function isBadgeGuess(now: ScanSituation): boolean {
  if (now.match.kind === 'badge') return now.source === 'typed'
  return now.match.kind === 'none' && now.is_badge_like
}

/** A badge number is no secret: typed, it needs the PIN too, and a locked desk does not say whose it is. */
function typedBadge(now: ScanSituation): ScanAct {
  if (!now.is_signed_in) return 'sign-in-first'
  return now.is_locked ? 'locked' : 'pin-first'
}

function badge(now: ScanSituation): ScanAct {
  if (now.source !== 'scan') return typedBadge(now)
  const come = now.is_pin_asked ? 'ask-pin' : 'sign-in'
  // A badge unlocks its owner's desk, or starts over.
  if (now.is_locked) return come
  if (now.is_approval_awaited) return 'approve'
  return now.undecided_count > 0 ? 'decide-first' : come
}

function card(now: ScanSituation, is_open_patron: boolean): ScanAct {
  if (now.is_patron_open && is_open_patron) return 'same-patron'
  if (now.undecided_count > 0) return 'wait'
  return now.is_patron_open ? 'switch-patron' : 'open-patron'
}

function item(now: ScanSituation, is_in: boolean): ScanAct {
  if (now.mode === 'in-house') return 'use-here'
  if (now.mode === 'inventory') return 'take-stock'
  if (now.mode === 'in') return 'check-in'
  if (now.is_patron_open) return 'check-out'
  if (is_in) return 'show-item'
  return now.is_return_asked ? 'ask-return' : 'check-in'
}

function noBarcode(now: ScanSituation): ScanAct {
  return now.source === 'typed' && now.has_letters ? 'search' : 'unknown'
}

/** What this scan does. Pure: the same situation, the same answer. */
export function routeScan(now: ScanSituation): ScanAct {
  const { match } = now
  // A badge never waits: it counts only while its owner is there.
  if (match.kind === 'badge') return badge(now)
  if (!now.is_signed_in) return 'sign-in-first'
  if (now.is_locked) return 'locked'
  const act = atTheLine(now, match)
  // The items behind a card that waits are for its patron.
  return now.waiting_count > 0 && act !== 'search' ? 'wait' : act
}

function atTheLine(now: ScanSituation, match: Exclude<ScanMatch, { kind: 'badge' }>): ScanAct {
  switch (match.kind) {
    case 'card':
      return card(now, match.is_open_patron)
    case 'item':
      return item(now, match.at === 'in')
    case 'both':
      return 'ask-which'
    case 'isbn':
      // The item has a barcode of its own: an ISBN shows the title.
      return match.items_count > 0 ? 'show-title' : noBarcode(now)
    case 'none':
      return noBarcode(now)
  }
}
