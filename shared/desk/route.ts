/**
 * The routing table: what a scan or a typed line does, by what it matched and what the desk is at. Any barcode anywhere
 * does the right thing, without asking, except where a number is both a card and an item. Must never look anything up,
 * and never answer with an act that would lose an undecided row.
 */
import type { DeskMode } from './screen.ts'

/** What the text matched in the data. `isbn` only when no barcode matched. */
export type ScanMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'badge' }
  /** A card, current or former, of the patron who is open or of another. */
  | { readonly kind: 'card'; readonly is_open_patron: boolean }
  /** An item by its barcode: `in` is not out to anybody, wherever it stands. */
  | { readonly kind: 'item'; readonly at: 'in' | 'out' | 'out-to-open-patron' }
  | { readonly kind: 'both' }
  | { readonly kind: 'isbn'; readonly items_count: number }

export type ScanSituation = {
  readonly match: ScanMatch
  readonly mode: DeskMode
  readonly is_signed_in: boolean
  /** Somebody is signed in and away. */
  readonly is_locked: boolean
  /** A row waits for a second person's approval: their badge is for the row. */
  readonly is_approval_awaited: boolean
  readonly is_patron_open: boolean
  /** Rows that wait for an answer: they hold back whatever would close this patron. */
  readonly undecided_count: number
  readonly source: 'scan' | 'typed'
  /** Typed letters are a search; typed digits and every scan are meant as a barcode. */
  readonly has_letters: boolean
}

export type ScanAct =
  | 'sign-in'
  | 'sign-in-first'
  | 'pin-first'
  | 'locked'
  | 'approve'
  | 'open-patron'
  | 'same-patron'
  | 'switch-patron'
  | 'decide-first'
  | 'check-out'
  | 'check-in'
  | 'show-item'
  | 'use-here'
  | 'take-stock'
  | 'ask-which'
  | 'show-title'
  | 'search'
  | 'unknown'

export type ScanRoute = {
  readonly act: ScanAct
  /** The mode the desk is in afterwards. */
  readonly mode_after: DeskMode
  /** Why, as it may be told to a clerk: one sentence. */
  readonly why: string
}

/**
 * Whether this may be somebody trying numbers: one that is no badge where only a badge helps, or a badge's number
 * typed. Words that are typed are a search.
 */
export function isBadgeGuess(now: ScanSituation): boolean {
  if (now.match.kind === 'badge') return now.source === 'typed'
  const isAsked = !now.is_signed_in || now.is_locked || now.is_approval_awaited
  return isAsked && now.match.kind === 'none' && !(now.source === 'typed' && now.has_letters)
}

/** A number is no secret: typed, it takes the PIN too, and a desk that shows nothing does not say whose it is. */
function typedBadge(now: ScanSituation): ScanRoute {
  if (!now.is_signed_in) return { act: 'sign-in-first', mode_after: now.mode, why: 'Nobody is signed in.' }
  if (now.is_locked) return { act: 'locked', mode_after: now.mode, why: 'The desk is locked: a badge is scanned.' }
  return { act: 'pin-first', mode_after: now.mode, why: 'A badge is scanned; typed, its number takes the PIN too.' }
}

function badge(now: ScanSituation): ScanRoute {
  if (now.source === 'typed') return typedBadge(now)
  if (now.is_locked) {
    return { act: 'sign-in', mode_after: now.mode, why: 'A badge brings its owner’s desk back, or begins anew.' }
  }
  if (now.is_approval_awaited) {
    return { act: 'approve', mode_after: now.mode, why: 'A row waits for a second person’s badge.' }
  }
  if (now.undecided_count > 0) {
    return {
      act: 'decide-first',
      mode_after: now.mode,
      why: 'A row waits for an answer before the desk changes hands.',
    }
  }
  return { act: 'sign-in', mode_after: now.mode, why: 'A badge signs its owner in.' }
}

function card(now: ScanSituation, is_open_patron: boolean): ScanRoute {
  if (now.is_patron_open && is_open_patron) {
    return { act: 'same-patron', mode_after: 'out', why: 'This patron is open already.' }
  }
  if (now.undecided_count > 0) {
    return { act: 'decide-first', mode_after: now.mode, why: 'A row waits for an answer before the next patron.' }
  }
  if (now.is_patron_open) {
    return { act: 'switch-patron', mode_after: 'out', why: 'Finished with the patron before; the next account opens.' }
  }
  const why =
    now.mode !== 'out' ? 'A card opens the account, in the middle of check-in too.' : 'A card opens the account.'
  return { act: 'open-patron', mode_after: 'out', why }
}

function item(now: ScanSituation, at: 'in' | 'out' | 'out-to-open-patron'): ScanRoute {
  if (now.mode === 'in-house') {
    return { act: 'use-here', mode_after: 'in-house', why: 'Counting what is used in the library.' }
  }
  if (now.mode === 'inventory') {
    return { act: 'take-stock', mode_after: 'inventory', why: 'Taking stock: it stands here.' }
  }
  if (now.mode === 'in') {
    return { act: 'check-in', mode_after: 'in', why: 'Checking in: the item comes back, or is told where it goes.' }
  }
  if (now.is_patron_open) {
    const why = at === 'out-to-open-patron' ? 'It is out to this patron: renew?' : 'The open patron borrows it.'
    return { act: 'check-out', mode_after: 'out', why }
  }
  if (at === 'in') {
    return { act: 'show-item', mode_after: 'out', why: 'Nobody is open and it is in: shown, nothing changed.' }
  }
  return { act: 'check-in', mode_after: 'out', why: 'Nobody is open and it is out: it comes back.' }
}

function noBarcode(now: ScanSituation): ScanRoute {
  if (now.source === 'typed' && now.has_letters) {
    return { act: 'search', mode_after: now.mode, why: 'Typed words are searched for.' }
  }
  return { act: 'unknown', mode_after: now.mode, why: 'Neither a card nor an item.' }
}

/** What this scan does. Pure: the same situation, the same answer. */
export function routeScan(now: ScanSituation): ScanRoute {
  const { match, mode } = now
  if (match.kind === 'badge') return badge(now)
  if (!now.is_signed_in) return { act: 'sign-in-first', mode_after: mode, why: 'Nobody is signed in.' }
  if (now.is_locked) return { act: 'locked', mode_after: mode, why: 'The desk is locked: a badge comes first.' }
  switch (match.kind) {
    case 'card':
      return card(now, match.is_open_patron)
    case 'item':
      return item(now, match.at)
    case 'both':
      return { act: 'ask-which', mode_after: mode, why: 'The number is a card and an item.' }
    case 'isbn':
      if (match.items_count > 0) {
        return {
          act: 'show-title',
          mode_after: mode,
          why: 'An ISBN shows the title; the item has a barcode of its own.',
        }
      }
      return noBarcode(now)
    case 'none':
      return noBarcode(now)
  }
}
