/**
 * What this desk changed of the library's data, for the time of one import: kept in the file that is written (encrypted
 * with it), so that memory stays flat however long the journal is.
 */
import { assert } from '../../shared/kernel/assert.ts'
import { itemAfter, touchedBy, type ItemChanged, type RefScope } from '../../shared/import/changed-here.ts'
import type { DeskEvent } from '../../shared/journal/event.ts'
import { withOperatingErrors } from './faults.ts'
import type { Database, PreparedStatement } from './open-edge.ts'

const TABLE = `CREATE TABLE import_change (
  scope TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID`

export class ChangesHere {
  readonly #db: Database
  #put: PreparedStatement | null = null
  #find: PreparedStatement | null = null

  constructor(db: Database) {
    this.#db = db
  }

  /** An empty list. */
  open(): void {
    withOperatingErrors(() => {
      this.#db.exec('DROP TABLE IF EXISTS import_change')
      this.#db.exec(TABLE)
      this.#put = this.#db.prepare(
        'INSERT INTO import_change VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state',
      )
      this.#find = this.#db.prepare('SELECT state FROM import_change WHERE scope = ? AND key = ?').pluck()
    })
  }

  close(): void {
    withOperatingErrors(() => this.#db.exec('DROP TABLE IF EXISTS import_change'))
  }

  /** Adds what one event changed; events come in their order. */
  add(event: DeskEvent): void {
    for (const touch of touchedBy(event)) {
      if (touch.scope === 'item') {
        const { item_barcode } = touch
        this.#write('item', item_barcode, JSON.stringify(itemAfter(this.item(item_barcode), touch)))
      } else this.#write(touch.scope, touch.ref, '')
    }
  }

  has(scope: RefScope, ref: string): boolean {
    return this.#read(scope, ref) !== undefined
  }

  item(item_barcode: string): ItemChanged | null {
    const state = this.#read('item', item_barcode)
    // Written above, and nobody else writes here.
    return state === undefined ? null : (JSON.parse(state) as ItemChanged)
  }

  #write(scope: string, key: string, state: string): void {
    withOperatingErrors(() => this.#put?.run(scope, key, state))
  }

  #read(scope: string, key: string): string | undefined {
    return withOperatingErrors(() => {
      assert(this.#find !== null, 'opened before use')
      return this.#find.get(scope, key) as string | undefined
    })
  }
}
