/**
 * Why a drawer that is being closed is over or short, as the person at the desk said so far. The counts are entries of
 * the journal; this belongs to their session, and is asked again where it is gone. Pure.
 */
export type ClosingSoFar = {
  readonly session_ref: string
  /** Empty: not said yet, or nothing differs. */
  readonly reason: string
  readonly note: string
  /** The drawer is closed, and the system's dialog was opened for its Z: what it prints from now on are copies. */
  readonly is_z_handed?: true
}

/** What is there was counted again: a reason given for another difference is not kept. */
export function notExplained(session_ref: string): ClosingSoFar {
  return { session_ref, reason: '', note: '' }
}
