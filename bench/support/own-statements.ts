/**
 * The statements that a desk runs, taken down as it runs them, and run again on another copy of the same library with
 * nothing of Datestamp in between: what the same work costs where nobody decides, words or checks anything.
 */
import type { PreparedStatement } from '../../main/store/files/open-edge.ts'
import type { Store } from '../../main/store/store.ts'

const CALLS = ['run', 'get', 'all'] as const
type Call = (typeof CALLS)[number]
type Taken = { readonly sql: string; readonly call: Call; readonly values: readonly unknown[] }

export class OwnStatements {
  readonly #bare: Store
  readonly #prepared = new Map<string, PreparedStatement>()
  readonly #undo: () => void
  #taken: Taken[] = []

  /** Listens to every connection of this process except those of `bare`. */
  constructor(bare: Store) {
    this.#bare = bare
    const shared = Object.getPrototypeOf(bare.db.db.prepare('SELECT 1')) as PreparedStatement
    const isBare = ({ database }: PreparedStatement): boolean => database === bare.db.db
    const take = (taken: Taken): unknown => this.#taken.push(taken)
    const before = Object.fromEntries(CALLS.map((call) => [call, shared[call]]))
    for (const call of CALLS) {
      const original = shared[call]
      const listened = function (this: PreparedStatement, ...values: unknown[]): unknown {
        if (!isBare(this)) take({ sql: this.source, call, values })
        return Reflect.apply(original, this, values)
      }
      Object.assign(shared, { [call]: listened })
    }
    this.#undo = () => Object.assign(shared, before)
  }

  /** Runs what was taken down since the last time. @returns how many statements that were */
  runAgain(): number {
    const taken = this.#taken
    this.#taken = []
    for (const { sql, call, values } of taken) this.#statement(sql)[call](...values)
    return taken.length
  }

  #statement(sql: string): PreparedStatement {
    const known = this.#prepared.get(sql)
    if (known) return known
    const made = this.#bare.db.db.prepare(sql)
    this.#prepared.set(sql, made)
    return made
  }

  close(): void {
    this.#undo()
  }
}
