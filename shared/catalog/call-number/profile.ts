/**
 * The kinds of shelf order, and what a library can choose about them. Only types and lists; the files beside it make
 * the orders.
 */

/**
 * - `dewey`: Dewey decimal numbers, with prefix words, primes, cutters, dates, volumes and copies
 * - `lc`: Library of Congress
 * - `fiction`: by author, then title, then volume
 * - `biography`: by the subject's name
 * - `title`: word by word, without the initial article
 * - `volume`: volumes, parts, copies and issues of one work
 * - `numbered`: words with whole numbers: "LAPTOP 3", "ACQ42"
 */
export const SHELF_PROFILES = ['dewey', 'lc', 'fiction', 'biography', 'title', 'volume', 'numbered'] as const
export type ShelfProfile = (typeof SHELF_PROFILES)[number]

/** The library's own customs, all optional. */
export type ShelfOptions = {
  /**
   * Prefixes in shelf order, such as `['REF', '', 'J', 'LARGE PRINT']`. The empty one is the numbers without a prefix,
   * first unless listed. Prefixes that are not listed follow alphabetically.
   */
  readonly prefixes?: readonly string[]
  /** Numerals in English titles: filed as spoken (the default), or as digits before all letters. */
  readonly numerals?: 'as-spoken' | 'before-letters'
  /** What decides between items with the same number; the default depends on the tool. */
  readonly ties?: Ties
}

export type Ties = 'author-and-title' | 'any-order'

export const NO_OPTIONS: ShelfOptions = {}

/**
 * A key in the parts that its parser found. Joined, they are one string; apart, an author or a title fits between the
 * number and the volume, and two numbers of the same class can be recognized.
 */
export type KeyParts = {
  /** The section of shelves; empty when there is no prefix. */
  readonly prefix: string
  /** Class number, surname or first words. */
  readonly head: string
  /** Cutters, dates, given names, further words. */
  readonly tail: string
  /** Volume and copy where they come after author and title; otherwise empty, with volume and copy in `tail`. */
  readonly issue: string
}
