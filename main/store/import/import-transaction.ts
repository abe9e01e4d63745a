/**
 * The importer's transaction: one for each file, over many turns of the event loop, on a connection of its own; and the
 * keys seen in this run, kept in the same file (encrypted, and rolled back with it) so that memory use stays flat. The
 * only transaction that spans turns: the desk's own connection never waits for it.
 */
import { assert } from '../../../shared/kernel/assert.ts'
import { withOperatingErrors } from '../files/faults.ts'
import type { Database, PreparedStatement } from '../files/open-edge.ts'

export type SeenAt = { readonly file: string; readonly line: number }

const SEEN_TABLE = `CREATE TABLE import_seen (
  scope TEXT NOT NULL, key TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID`

export class ImportTransaction {
  readonly #db: Database
  readonly #isPreview: boolean
  #mark: PreparedStatement | null = null
  #find: PreparedStatement | null = null

  /** @param isPreview one transaction for all files, of which nothing stays */
  constructor(db: Database, isPreview = false) {
    this.#db = db
    this.#isPreview = isPreview
  }

  /** Call before the first file: starts an empty list of seen keys. */
  open(): void {
    withOperatingErrors(() => {
      this.#db.exec('DROP TABLE IF EXISTS import_seen')
      this.#db.exec(SEEN_TABLE)
      this.#mark = this.#db.prepare('INSERT INTO import_seen VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      this.#find = this.#db.prepare('SELECT file, line FROM import_seen WHERE scope = ? AND key = ?')
    })
  }

  /** Call after the last file. */
  close(): void {
    withOperatingErrors(() => this.#db.exec('DROP TABLE IF EXISTS import_seen'))
  }

  begin(): void {
    if (this.#isPreview && this.#db.inTransaction) return this.#savepoint('SAVEPOINT')
    assert(!this.#db.inTransaction, 'one file at a time')
    withOperatingErrors(() => this.#db.exec('BEGIN IMMEDIATE'))
    if (this.#isPreview) this.#savepoint('SAVEPOINT')
  }

  commit(): void {
    if (this.#isPreview) return this.#savepoint('RELEASE')
    withOperatingErrors(() => this.#db.exec('COMMIT'))
  }

  rollback(): void {
    if (this.#isPreview && this.#db.inTransaction) {
      this.#savepoint('ROLLBACK TO')
      return this.#savepoint('RELEASE')
    }
    if (this.#db.inTransaction) withOperatingErrors(() => this.#db.exec('ROLLBACK'))
  }

  /** Takes away what a preview wrote, and ends it. */
  endPreview(): void {
    if (this.#isPreview && this.#db.inTransaction) withOperatingErrors(() => this.#db.exec('ROLLBACK'))
  }

  #savepoint(verb: 'SAVEPOINT' | 'RELEASE' | 'ROLLBACK TO'): void {
    withOperatingErrors(() => this.#db.exec(`${verb} import_preview`))
  }

  /** A savepoint within the transaction; a new one replaces the last. */
  mark(): void {
    withOperatingErrors(() => this.#db.exec('SAVEPOINT import_file'))
  }

  backToMark(): void {
    withOperatingErrors(() => this.#db.exec('ROLLBACK TO import_file'))
  }

  /** Where this key occurred before in this run; null the first time, which is then remembered. */
  seen(scope: string, key: string, file: string, line: number): SeenAt | null {
    return withOperatingErrors(() => {
      const marked = this.#mark?.run(scope, key, file, line)
      assert(marked !== undefined, 'opened before use')
      if (marked.changes === 1) return null
      return this.#find?.get(scope, key) as SeenAt
    })
  }
}
