/**
 * Assertions: a failed one is a fault of the program. It always throws, in every build, so that the transaction around
 * it rolls back and the clerk reads "NOT recorded". Not for anything a person can cause.
 */
export class AssertionFault extends Error {
  override name = 'AssertionFault'
}

/** Throws an AssertionFault unless `condition` holds. `reason` says what must have been true. */
export function assert(condition: unknown, reason: string): asserts condition {
  if (!condition) throw new AssertionFault(reason)
}

/** Returns `value` when it is present, otherwise throws. `reason` says why it must be present. */
export function must<T>(value: T | null | undefined, reason: string): T {
  assert(value !== null && value !== undefined, reason)
  return value
}

/**
 * The end of an exhaustive switch: the compiler proves it is never reached; this catches data that does not match its
 * type.
 */
export function unreachable(value: never): never {
  throw new AssertionFault(`a case nobody thought of: ${JSON.stringify(value)}`)
}
