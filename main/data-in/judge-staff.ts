/**
 * Which changes of staff a folder may make, and those that it made or would make. Must never let one in that nobody
 * with the grant has accepted: it could add a manager.
 */
import { staffChangeName, staffFinding, type StaffChange } from '../../shared/import/staff-here.ts'
import type { Finding } from '../../shared/policy/policy-finding.ts'

/**
 * Whether a folder may change staff. `free`: there is no staff at this desk yet. `asked`: the importing person may
 * change staff by their own role, and accepts each by name. `refused`: their role may not.
 */
export type StaffRight = 'free' | 'asked' | 'refused'

export class StaffHere {
  readonly #right: StaffRight
  /** Null while the folder is tried out: then everything is listed and goes in, to be rolled back. */
  readonly #accepted: ReadonlySet<string> | null
  #changes: readonly StaffChange[] = []

  constructor(right: StaffRight, accepted: readonly string[] | null) {
    this.#right = right
    this.#accepted = accepted && new Set(accepted)
  }

  /** Nobody works at this desk yet. */
  get isFree(): boolean {
    return this.#right === 'free'
  }

  /** What went in so far. */
  get changes(): readonly StaffChange[] {
    return this.#changes
  }

  /** A file was left out whole: what it said of staff counts for nothing. */
  backTo(changes: readonly StaffChange[]): void {
    this.#changes = changes
  }

  /** Whether this change goes in; then it is among the changes. */
  takes(change: StaffChange): boolean {
    const isMeant = this.#right === 'asked' && this.#accepted?.has(staffChangeName(change))
    const isTaken = this.#accepted === null || this.#right === 'free' || isMeant === true
    if (isTaken) this.#changes = [...this.#changes, change]
    return isTaken
  }

  /** What to accept, or what only another person may import. */
  findings(roleOf: (role_code: string) => string): readonly Finding[] {
    if (this.#right === 'free') return []
    return this.#changes.map((change) => staffFinding(change, this.#right === 'asked', roleOf))
  }
}
