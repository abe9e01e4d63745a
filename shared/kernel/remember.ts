/** Remembers the last result of a pure function, for calls that repeat with every scan and rarely change. */

/** Same results as `work`; called twice in a row with the same arguments, it computes once. */
export function rememberLast<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null
  return (...args) => {
    if (!last?.args.every((one, at) => one === args[at])) last = { args, result: work(...args) }
    return last.result
  }
}
