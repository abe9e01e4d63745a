/**
 * Typed SQL: Kysely builds and checks a statement once, better-sqlite3 runs it prepared and synchronously. Kysely's own
 * driver and transactions are never used: they would put an await inside a transaction.
 */
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type ColumnType,
  type Compilable,
  type CompiledQuery,
  type LimitNode,
} from 'kysely'
import { assert } from '../../shared/kernel/assert.ts'
import { withOperatingErrors } from './files/faults.ts'
import type { Database, PreparedStatement } from './files/open-edge.ts'
import type { FilledColumns, JournalTables, ReferenceTables } from './schema.gen.ts'
import type { MergedViews } from './overlay/merged-views.ts'

type Tables = JournalTables & ReferenceTables

/** A column that an insert may omit is present in every row that is read. */
type Filled<Name extends keyof Tables> = Name extends keyof FilledColumns
  ? {
      [Column in keyof Tables[Name]]: Column extends FilledColumns[Name]
        ? ColumnType<Tables[Name][Column], Tables[Name][Column] | undefined, Tables[Name][Column]>
        : Tables[Name][Column]
    }
  : Tables[Name]

export type StationTables = { [Name in keyof Tables]: Filled<Name> } & MergedViews

/** A placeholder in a built statement for a value. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const SLOTS: unknown = new Proxy({}, { get: (_, name) => new Slot(String(name)) })

/**
 * SQLite plans by the value of a LIMIT that is a bare parameter, and so recompiles the statement at each run. A known
 * value is written out; SQLite does not look into a sum.
 */
class StationQueryCompiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit ')
    if ('value' in limit && typeof limit.value === 'number') return this.appendImmediateValue(limit.value)
    this.visitNode(limit)
    this.append(' + 0')
  }
}

/** Builds statements and never runs one. */
export const build = new Kysely<StationTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new StationQueryCompiler(),
  },
})

type Params = Readonly<Record<string, unknown>>

/** A statement compiled when it is first asked for, and once: its text, and how to fill its parameters. */
export type Statement<P extends Params, Row> = {
  readonly sql: string
  readonly bind: (params: P) => unknown[]
  /** Absent at run time: carries the row's type. */
  readonly row?: Row
}

/** `statement<{ barcode: string }, …>()((p) => build.selectFrom('card')….where('barcode', '=', p.barcode))` */
export function statement<P extends Params = Record<string, never>>(): <Row>(
  make: (p: P) => Compilable<Row>,
) => Statement<P, Row> {
  return (make) => {
    let compiled: Pick<CompiledQuery, 'sql' | 'parameters'> | null = null
    const once = (): NonNullable<typeof compiled> => {
      if (compiled) return compiled
      const { sql, parameters } = make(SLOTS as P).compile()
      return (compiled = { sql, parameters })
    }
    return {
      get sql() {
        return once().sql
      },
      bind: (params) => once().parameters.map((one) => (one instanceof Slot ? params[one.name] : one)),
    }
  }
}

function isConstraint(fault: unknown): boolean {
  return String(Reflect.get(Object(fault), 'code')).startsWith('SQLITE_CONSTRAINT')
}

/** Reads, and refuses a statement that would write. Keeps every statement it has prepared. */
export class ReadHandle {
  protected file: Database
  readonly #prepared = new Map<string, PreparedStatement>()

  constructor(db: Database) {
    this.file = db
  }

  /** From here on it reads that file; the one of before is closed. */
  protected goOnWith(db: Database): void {
    this.file = db
    this.#prepared.clear()
  }

  protected prepare(sql: string): PreparedStatement {
    const known = this.#prepared.get(sql)
    if (known) return known
    const made = this.compile(sql)
    this.#prepared.set(sql, made)
    return made
  }

  protected compile(sql: string): PreparedStatement {
    const made = this.file.prepare(sql)
    assert(made.readonly, 'a read handle only reads')
    return made
  }

  all<P extends Params, Row>(query: Statement<P, Row>, params: P): Row[] {
    return withOperatingErrors(() => this.prepare(query.sql).all(...query.bind(params)) as Row[])
  }

  /** Row by row, for what would be much to hold at once. Nothing may be written in between. */
  *each<P extends Params, Row>(query: Statement<P, Row>, params: P): Generator<Row> {
    const rows: Iterator<unknown> = this.prepare(query.sql).iterate(...query.bind(params))
    for (;;) {
      const next = withOperatingErrors(() => rows.next())
      if (next.done === true) return
      yield next.value as Row
    }
  }

  get<P extends Params, Row>(query: Statement<P, Row>, params: P): Row | null {
    return withOperatingErrors(() => (this.prepare(query.sql).get(...query.bind(params)) as Row | undefined) ?? null)
  }
}

/** Reads and writes. Only `main/journal` and `main/data-in` have one. */
export class WriteHandle extends ReadHandle {
  get db(): Database {
    return this.file
  }

  override goOnWith(db: Database): void {
    super.goOnWith(db)
  }

  protected override compile(sql: string): PreparedStatement {
    return this.file.prepare(sql)
  }

  /** Runs a statement that writes; `changes` is how many rows it affected. */
  run<P extends Params>(query: Statement<P, unknown>, params: P): { readonly changes: number } {
    return withOperatingErrors(() => this.prepare(query.sql).run(...query.bind(params)))
  }

  /** A part of a transaction, of which nothing stays where `work` says no. */
  wholly(work: () => boolean): void {
    this.prepare('SAVEPOINT whole').run()
    let isKept = false
    try {
      isKept = work()
    } finally {
      // A fault such as a full disk may have ended the whole transaction: that fault is to be told.
      if (this.file.inTransaction) {
        if (!isKept) this.prepare('ROLLBACK TO whole').run()
        this.prepare('RELEASE whole').run()
      }
    }
  }

  /**
   * A part of a transaction, of which nothing stays where the file does not take a row of it. What `work` wrote before
   * it says no stays: `wholly` takes that back as well. @returns no when `work` says so, or the file took nothing
   */
  attempt(work: () => boolean): boolean {
    this.prepare('SAVEPOINT part').run()
    try {
      return work()
    } catch (fault) {
      if (!isConstraint(fault)) throw fault
      this.prepare('ROLLBACK TO part').run()
      return false
    } finally {
      if (this.file.inTransaction) this.prepare('RELEASE part').run()
    }
  }

  /**
   * One transaction, synchronous from BEGIN to COMMIT. An exception from `work` rolls everything back and is rethrown.
   * Must not nest, and must not await.
   */
  transact<T>(work: () => T): T {
    return withOperatingErrors(() => {
      assert(!this.file.inTransaction, 'one transaction at a time')
      // Not IMMEDIATE: that locks attached files too, and an import would stop the desk. Our first write locks our own
      // file.
      this.prepare('BEGIN').run()
      try {
        const result = work()
        assert(!(result instanceof Promise), 'nothing awaits inside a transaction')
        this.prepare('COMMIT').run()
        return result
      } catch (fault) {
        if (this.file.inTransaction) this.prepare('ROLLBACK').run()
        throw fault
      }
    })
  }
}
