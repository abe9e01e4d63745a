/**
 * The shape of a "no" of the desk. The entries are in desk.ts and loan.ts, their order in
 * refusals.ts.
 */

/** `impossible`: nothing at the desk makes it right now. `decide`: a person answers. `alert`: said, never stops. */
export type RefusalClass = 'impossible' | 'decide' | 'alert'

/** Who may override: nobody, anyone signed in, or a supervisor. */
export type OverrideRole = 'nobody' | 'staff' | 'supervisor'

export type RefusalEntry = {
  readonly code: string
  readonly kind: RefusalClass
  readonly override: OverrideRole
  /** What is wrong, in the desk's words. Braces are filled from `facts`. */
  readonly says: string
  /** What to do now. */
  readonly way_out: string
}
