/** On whose word something is done: who is signed in, and what a second person approved for the moment. */
import type { SessionStaff } from '../../shared/desk/session/session.ts'
import type { Grant } from '../../shared/staff/permissions.ts'

/** What was approved, how far it reaches (cents or days; 0 where the grant has no ceiling), by whom, and why. */
export type Approved = {
  readonly grant: Grant
  readonly reach: number
  readonly approved_by: string
  readonly reason: string
}

export type Actor = {
  /** Null: the desk by itself. */
  readonly staff: SessionStaff | null
  readonly approved: Approved | null
  /** Who approved that no fines are charged, while none are; empty where it took nobody else. */
  readonly amnesty_by: string
}
