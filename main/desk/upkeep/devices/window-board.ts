/**
 * The window that faces the patron, as the station knows it: where it should be, which is kept with the settings of the
 * desk, and which screens there are now.
 */
import { patronWindowSchema, type PatronWindowWish, type Screen } from '../../../../shared/devices/display/screens.ts'
import { ownDocument, readOwn, writeOwn } from '../../../journal/own-values.ts'
import type { Library } from '../../../library/library.ts'

const NAME = 'patron_window'

export class WindowBoard {
  readonly #want: ((wish: PatronWindowWish | null) => void) | null
  #wish: PatronWindowWish | null = null
  /** The screens beside the desk's own, as main said them last. */
  screens: readonly Screen[] = []

  constructor(want?: (wish: PatronWindowWish | null) => void) {
    this.#want = want ?? null
  }

  /** This program can open windows. */
  get isPossible(): boolean {
    return this.#want !== null
  }

  /** Null: there is no such window. */
  get wish(): PatronWindowWish | null {
    return this.isPossible ? this.#wish : null
  }

  want(wish: PatronWindowWish | null): void {
    this.#wish = wish
    this.#want?.(wish)
  }
}

export function readWindow(library: Library): PatronWindowWish | null {
  const text = readOwn(library.db, NAME)
  return text === '' ? null : (patronWindowSchema.safeParse(ownDocument(text)).data ?? null)
}

export function keepWindow(library: Library, wish: PatronWindowWish | null): void {
  writeOwn(library.journal, { [NAME]: wish === null ? '' : JSON.stringify(wish) })
}
