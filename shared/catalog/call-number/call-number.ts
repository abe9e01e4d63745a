/**
 * Sort keys for call numbers: ordered by code unit, keys are in shelf order. Shelving, pull lists, the hold shelf and
 * directions all use them, so they agree. No text is refused: what cannot be parsed sorts after everything that can.
 * Keys are never shown.
 */
import { compareKeys } from '../fold.ts'
import { readBiography, readDewey, readLc } from './classed.ts'
import { guessProfile } from './guess.ts'
import { issueKey } from './issue.ts'
import { authorKey, readFiction, readTitle, titleShelfKey } from './names.ts'
import { bodyKey } from './prefix.ts'
import { NO_OPTIONS, SHELF_PROFILES, type KeyParts, type ShelfOptions, type ShelfProfile } from './profile.ts'
import { plain, SIGN } from './alphabet.ts'

function read(text: string, profile: ShelfProfile, options: ShelfOptions): KeyParts | null {
  switch (profile) {
    case 'dewey':
      return readDewey(text, options)
    case 'lc':
      return readLc(text, options)
    case 'fiction':
      return readFiction(text, options)
    case 'biography':
      return readBiography(text, options)
    case 'title':
      return readTitle(text, options)
    case 'volume':
    case 'numbered':
      return { prefix: '', head: issueKey(text, profile), tail: '', issue: '' }
  }
}

function partsOf(text: string, profile: ShelfProfile, options: ShelfOptions): KeyParts {
  const bare = plain(text)
  const found = read(bare, profile, options)
  if (found && found.head !== '') return { ...found, head: bodyKey(found.head) }
  return { prefix: SIGN.unread, head: issueKey(bare, 'numbered'), tail: '', issue: '' }
}

/** The key of one call number. Any text has one; items with equal keys may stand in any order. */
export function callNumberKey(text: string, profile: ShelfProfile, options: ShelfOptions = NO_OPTIONS): string {
  const { prefix, head, tail, issue } = partsOf(text, profile, options)
  return prefix + head + tail + issue
}

/** The key of the class number alone (or surname, or first word): equal for items in one place on the shelf. */
export function classKey(text: string, profile: ShelfProfile, options: ShelfOptions = NO_OPTIONS): string {
  const { prefix, head } = partsOf(text, profile, options)
  return prefix + head
}

/** Whether the text has what a number of this profile must have: a class number, or at least a letter or digit. */
export function isCallNumber(text: string, profile: ShelfProfile): boolean {
  return !partsOf(text, profile, NO_OPTIONS).prefix.startsWith(SIGN.unread)
}

/** What places an item on the shelf. */
export type Placed = {
  readonly call_number: string
  /** Null: guessed from the number itself. */
  readonly profile: ShelfProfile | null
  readonly author?: string
  readonly title?: string
  /** Language of the title, for its initial article; empty counts as English. */
  readonly language?: string
}

/** Below every character of a key, so that a shorter number still comes first. */
const NEXT = '\n'

/** A parsed call number: its key, and what decides between items with the same number. */
type Read = { readonly number: string; readonly ties: () => string }

function readPlaced(item: Placed, options: ShelfOptions): Read {
  const profile = item.profile ?? guessProfile(item.call_number)
  const { prefix, head, tail, issue } = partsOf(item.call_number, profile, options)
  const ties = (): string => {
    const isAsked = options.ties !== 'any-order'
    const author = isAsked && item.author && profile !== 'title' ? authorKey(item.author) : ''
    const title = isAsked && item.title ? titleShelfKey(item.title, item.language ?? '', options) : ''
    return author + NEXT + title + NEXT + issue
  }
  return { number: `${SHELF_PROFILES.indexOf(profile)}${prefix}${head}${tail}`, ties }
}

/**
 * The key of an item: its number, then its author and title unless they should not decide; on a fiction shelf the
 * volume after these. Items of different profiles never mix: they are in the order of `SHELF_PROFILES`.
 */
export function shelfKey(item: Placed, options: ShelfOptions = NO_OPTIONS): string {
  const { number, ties } = readPlaced(item, options)
  return number + NEXT + ties()
}

/**
 * The items in shelf order, stable for equal keys. Same order as `shelfKey`, but author and title are read only where
 * two numbers are equal.
 */
export function inShelfOrder<Item extends Placed>(items: readonly Item[], options: ShelfOptions = NO_OPTIONS): Item[] {
  const read = items.map((item) => {
    const { number, ties } = readPlaced(item, options)
    return { item, number, ties, known_ties: null as string | null }
  })
  const tiesOf = (one: (typeof read)[number]): string => (one.known_ties ??= one.ties())
  return read
    .sort((one, other) => compareKeys(one.number, other.number) || compareKeys(tiesOf(one), tiesOf(other)))
    .map(({ item }) => item)
}
