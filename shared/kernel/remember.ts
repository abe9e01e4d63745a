/** Remembers the last answer of a pure function, for what is asked with every scan and hardly ever another. */

/** The same answers as `work` gives; asked twice running with the same arguments, it works once. */
export function rememberLast<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null
  return (...args) => {
    if (!last?.args.every((one, at) => one === args[at])) last = { args, result: work(...args) }
    return last.result
  }
}
