/**
 * What this desk changed in the library's data, for the time of one import: kept in the reference file (encrypted with
 * it), so that memory use stays flat however long the journal is.
 */
import { assert } from '../../../shared/kernel/assert.ts'
import { itemAfter, touchedBy, type ItemChanged, type RefScope } from '../../../shared/import/changed-here.ts'
import { ruleAfter, ruleName, ruleTouches, type RuleChanged } from '../../../shared/import/rules-here.ts'
import { applyPatron, UNTOLD, type PatronRecord } from '../../../shared/patron/record.ts'
import type { PatronWords } from '../../../shared/journal/events/patrons.ts'
import type { DeskEvent } from '../../../shared/journal/event.ts'
import { withOperatingErrors } from '../files/faults.ts'
import type { Database, PreparedStatement } from '../files/open-edge.ts'

const TABLE = `CREATE TABLE import_change (
  scope TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID`

export class ChangesHere {
  readonly #db: Database
  /** The columns in which the file wins over what the desk changed of patrons. */
  readonly authority: ReadonlySet<string>
  #put: PreparedStatement | null = null
  #find: PreparedStatement | null = null
  #rules: PreparedStatement | null = null

  constructor(db: Database, authority: readonly string[]) {
    this.#db = db
    this.authority = new Set(authority)
  }

  /** Starts an empty list. */
  open(): void {
    withOperatingErrors(() => {
      this.#db.exec('DROP TABLE IF EXISTS import_change')
      this.#db.exec(TABLE)
      this.#put = this.#db.prepare(
        'INSERT INTO import_change VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state',
      )
      this.#find = this.#db.prepare('SELECT state FROM import_change WHERE scope = ? AND key = ?').pluck()
      this.#rules = this.#db
        .prepare('SELECT key FROM import_change WHERE scope = ? AND substr(key, 1, ?) = ? ORDER BY key')
        .pluck()
    })
  }

  close(): void {
    withOperatingErrors(() => this.#db.exec('DROP TABLE IF EXISTS import_change'))
  }

  /** Adds what one event changed; call in the order of events. */
  add(event: DeskEvent): void {
    for (const touch of touchedBy(event)) {
      if ('item_barcode' in touch) {
        const { item_barcode } = touch
        this.#write('item', item_barcode, JSON.stringify(itemAfter(this.item(item_barcode), touch)))
      } else this.#write(touch.scope, touch.ref, '')
    }
    for (const touch of ruleTouches(event)) {
      const { table, key } = touch
      this.#write('rule', ruleName(table, key), JSON.stringify(ruleAfter(this.rule(table, key), touch)))
    }
  }

  /** Adds what one entry put of a patron; call in the order of entries. */
  addPerson(patron_id: number, words: PatronWords): void {
    this.#write('person', String(patron_id), JSON.stringify(applyPatron(this.person(patron_id) ?? UNTOLD, words)))
  }

  /** What the desk put of a patron; null: nothing. */
  person(patron_id: number): PatronRecord | null {
    const state = this.#read('person', String(patron_id))
    return state === undefined ? null : (JSON.parse(state) as PatronRecord)
  }

  has(scope: RefScope, ref: string): boolean {
    return this.#read(scope, ref) !== undefined
  }

  item(item_barcode: string): ItemChanged | null {
    const state = this.#read('item', item_barcode)
    // Written above; nobody else writes here.
    return state === undefined ? null : (JSON.parse(state) as ItemChanged)
  }

  /** What the desk changed in a row of the rules. */
  rule(table: string, key: string): RuleChanged | null {
    const state = this.#read('rule', ruleName(table, key))
    return state === undefined ? null : (JSON.parse(state) as RuleChanged | null)
  }

  /** The rows of a table that the desk changed, by name. */
  rulesOf(table: string): readonly string[] {
    const start = ruleName(table, '')
    return withOperatingErrors(() => {
      assert(this.#rules !== null, 'opened before use')
      return this.#rules.all('rule', start.length, start).map((name) => String(name).slice(start.length))
    })
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
