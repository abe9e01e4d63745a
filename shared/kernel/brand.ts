/**
 * Branded types: a number of cents cannot be passed where a number of milliseconds is expected. Only the modules of
 * `kernel/` that parse a value call `brand`.
 */
declare const brandKey: unique symbol
export type Brand<Base, Name extends string> = Base & { readonly [brandKey]: Name }

/** Marks a value that was just checked. For the parsers of `kernel/` only. */
export function brand<Branded extends string | number>(checked: Branded extends number ? number : string): Branded {
  return checked as Branded
}
