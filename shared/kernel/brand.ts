/**
 * Branded types: a number that is cents cannot be passed where a number that is milliseconds is wanted.
 * The modules of `kernel/` that parse a value are the only ones that may call `brand`.
 */
declare const brandKey: unique symbol
export type Brand<Base, Name extends string> = Base & { readonly [brandKey]: Name }

/** Marks a value that has just been checked. Called by the parsers of `kernel/` alone. */
export function brand<Branded extends string | number>(checked: Branded extends number ? number : string): Branded {
  return checked as Branded
}
