/**
 * Which changes of staff a folder may make, and those that it made or would make. Must never let one in that nobody
 * who may change staff has said yes to.
 */
import { staffChangeName, staffFinding, type StaffChange } from '../../shared/import/staff-here.ts'
import type { Finding } from '../../shared/policy/policy-finding.ts'

/**
 * Whether a folder may change staff. `free`: nobody works at this desk yet. `asked`: whoever takes it in may change
 * staff by their own role, and says yes to each by name. `refused`: their role may not.
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

  /** What is to be said yes to, or what only somebody else may take in. */
  findings(roleOf: (role_code: string) => string): readonly Finding[] {
    if (this.#right === 'free') return []
    return this.#changes.map((change) => staffFinding(change, this.#right === 'asked', roleOf))
  }
}
