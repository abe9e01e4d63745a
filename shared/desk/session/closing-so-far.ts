/**
 * What was found besides the cash while a drawer is being closed, from step to step. The count is an entry of the
 * journal; this belongs to the session of the person at the desk, and is asked again where it is gone. Pure.
 */
export type ClosingSoFar = {
  readonly session_ref: string
  readonly checks_count: number
  readonly checks_cents: number
  /** The total of the card terminal; null: nobody read it off. */
  readonly card_total_cents: number | null
  /** Empty: not said yet, or nothing differs. */
  readonly reason: string
  readonly note: string
}

export type FoundBesides = Pick<ClosingSoFar, 'session_ref' | 'checks_count' | 'checks_cents' | 'card_total_cents'>

/** What was found is said anew, so that a reason given for another difference is not kept. */
export function withFound(found: FoundBesides): ClosingSoFar {
  return { ...found, reason: '', note: '' }
}
