/**
 * The kinds of shelf order, and what a library may choose about them. Only types and lists.
 * Must never hold an order of its own: that is made in the files beside it.
 */

/**
 * - `dewey`: Dewey decimal numbers, with prefix words, primes, cutters, dates, volumes and copies
 * - `lc`: Library of Congress
 * - `fiction`: by author, then title, then volume
 * - `biography`: by whom the book is about
 * - `title`: word by word, without the initial article
 * - `volume`: volumes, parts, copies and issues of one work
 * - `numbered`: words with whole numbers: "LAPTOP 3", "ACQ42"
 */
export const SHELF_PROFILES = ['dewey', 'lc', 'fiction', 'biography', 'title', 'volume', 'numbered'] as const
export type ShelfProfile = (typeof SHELF_PROFILES)[number]

/** What is the library's own custom. All of it may be left out. */
export type ShelfOptions = {
  /**
   * Prefixes in the order of their shelves, such as `['REF', '', 'J', 'LARGE PRINT']`. The empty one is the numbers
   * without any; left out, they stand first. Prefixes that are not listed follow, by alphabet.
   */
  readonly prefixes?: readonly string[]
  /** Numerals in English titles: filed as they are spoken (the default), or as digits before all letters. */
  readonly numerals?: 'as-spoken' | 'before-letters'
  /** What decides between items of the same number; the default depends on what is asked. */
  readonly ties?: Ties
}

export type Ties = 'author-and-title' | 'any-order'

export const NO_OPTIONS: ShelfOptions = {}

/**
 * A key in the parts that its reader found. Whole, they are one string; apart, an author or a title fits between the
 * number and the volume, and two numbers of the same class can be told.
 */
export type KeyParts = {
  /** Which section of shelves: empty when there is no prefix. */
  readonly prefix: string
  /** Class number, surname or first words. */
  readonly head: string
  /** Cutters, dates, given names, further words. */
  readonly tail: string
  /** Volume and copy where they come after author and title; else empty, and they stand in the tail. */
  readonly issue: string
}
