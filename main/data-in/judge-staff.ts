/**
 * Which changes of staff a folder may make, and those that it made or would make. Must never let one in that nobody
 * with the grant has accepted: it could add a manager.
 */
import { staffChangeName, staffFinding, type StaffChange } from '../../shared/import/staff-here.ts'
import type { ReferenceTables } from '../store/schema.gen.ts'
import type { Finding } from '../../shared/policy/policy-finding.ts'

/**
 * Whether a folder may change staff. `free`: there is no staff at this desk yet. `asked`: the importing person may
 * change staff by their own role, and accepts each by name. `refused`: their role may not.
 */
export type StaffRight = 'free' | 'asked' | 'refused'

/** A change that goes in, with the row as it will be. */
export type StaffTaken = StaffChange & { readonly row: ReferenceTables['staff'] }

export class StaffHere {
  readonly #right: StaffRight
  /** Null while the folder is tried out: then everything is listed and goes in, to be rolled back. */
  readonly #accepted: ReadonlySet<string> | null
  #changes: readonly StaffTaken[] = []

  constructor(right: StaffRight, accepted: readonly string[] | null) {
    this.#right = right
    this.#accepted = accepted && new Set(accepted)
  }

  /** Nobody works at this desk yet. */
  get isFree(): boolean {
    return this.#right === 'free'
  }

  /** What went in so far. */
  get changes(): readonly StaffTaken[] {
    return this.#changes
  }

  /** A file was left out whole: what it said of staff counts for nothing. */
  backTo(changes: readonly StaffTaken[]): void {
    this.#changes = changes
  }

  /**
   * The row of a change that goes in, which is among the changes then; or null.
   * @param rowOf makes the row: the hash of a PIN takes its time
   */
  takes(change: StaffChange, rowOf: () => StaffTaken['row']): StaffTaken['row'] | null {
    const isMeant = this.#right === 'asked' && this.#accepted?.has(staffChangeName(change))
    const isTaken = this.#accepted === null || this.#right === 'free' || isMeant === true
    if (!isTaken) return null
    const row = rowOf()
    this.#changes = [...this.#changes, { ...change, row }]
    return row
  }

  /** What to accept, or what only another person may import. */
  findings(roleOf: (role_code: string) => string): readonly Finding[] {
    if (this.#right === 'free') return []
    return this.#changes.map((change) => staffFinding(change, this.#right === 'asked', roleOf))
  }
}
