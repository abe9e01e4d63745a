/**
 * Counts the items under each sign, by the finder that gives directions, and derives findings about the signs. Pure.
 * Counts an item once.
 */
import type { Span } from './sign-check.ts'
import { placeName, type ShelfSign, type Sought } from './signs.ts'

/** Items that no sign covers, in a location that has signs. */
type Unsigned = { readonly branch_code: string; readonly location: string; items_count: number; example: string }

export type SignTally = {
  /** By the code of the sign; every sign is listed, with zero when it covers nothing. */
  readonly items_counts: ReadonlyMap<string, number>
  readonly unsigned: readonly Readonly<Unsigned>[]
}

/** `sign-empty`: a sign covers no item. `sign-gap`: items of a location that has signs are under none. */
export type TallyFlaw =
  | { readonly code: 'sign-empty'; readonly sign: string; readonly location: string; readonly span: Span | null }
  | ({ readonly code: 'sign-gap' } & Readonly<Unsigned>)

export type TallyFinding = {
  /** The code of the sign; of a gap, the branch and the location. */
  readonly codes: readonly string[]
  readonly flaw: TallyFlaw
}

export class SignCounter {
  readonly #find: (item: Sought) => ShelfSign | null
  readonly #counts: Map<string, number>
  readonly #places: ReadonlySet<string>
  readonly #unsigned = new Map<string, Unsigned>()

  constructor(signs: readonly ShelfSign[], find: (item: Sought) => ShelfSign | null) {
    this.#find = find
    this.#counts = new Map(signs.map((sign) => [sign.sign_code, 0]))
    this.#places = new Set(signs.map((sign) => `${sign.branch_code}\n${placeName(sign.location)}`))
  }

  add(item: Sought): void {
    const name = placeName(item.location)
    if (!this.#places.has(`${item.branch_code}\n${name}`) && !this.#places.has(`*\n${name}`)) return
    const found = this.#find(item)
    if (found) this.#counts.set(found.sign_code, (this.#counts.get(found.sign_code) ?? 0) + 1)
    else this.#leaveOut(`${item.branch_code}\n${name}`, item)
  }

  #leaveOut(key: string, { branch_code, location, call_number }: Sought): void {
    const known = this.#unsigned.get(key)
    if (known) known.items_count += 1
    else this.#unsigned.set(key, { branch_code, location, items_count: 1, example: call_number })
  }

  tally(): SignTally {
    return { items_counts: this.#counts, unsigned: [...this.#unsigned.values()] }
  }
}

/** Signs that cover no item, and locations where some items have no sign. */
export function tallyFindings(signs: readonly ShelfSign[], tally: SignTally): readonly TallyFinding[] {
  const empty = signs
    .filter((sign) => tally.items_counts.get(sign.sign_code) === 0)
    .map(({ sign_code, words, from_number: from, to_number: to, location }): TallyFinding => {
      const span = from === null || to === null ? null : { from, to }
      return { codes: [sign_code], flaw: { code: 'sign-empty', sign: words, location, span } }
    })
  const gaps = tally.unsigned.map((unsigned): TallyFinding => {
    return { codes: [unsigned.branch_code, unsigned.location], flaw: { code: 'sign-gap', ...unsigned } }
  })
  return [...empty, ...gaps]
}
