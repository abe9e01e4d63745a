/**
 * Which rows of the library's file changed at which position of the log, noted by triggers in the very transaction that
 * changes them: of each row the newest position. Central's own tables lie in that file beside the library's.
 */
import type { Database } from '../../main/store/files/open-edge.ts'
import { tableShapes, type TableShape } from '../../main/store/table-rows.ts'

/** The tables that desks have too. `meta` says of a file what it includes, so each has its own. */
export function feedShapes(db: Database): readonly TableShape[] {
  return tableShapes(db).filter(({ table }) => table !== 'meta' && !table.startsWith('central_'))
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS central_kept (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    kept_pos INTEGER NOT NULL,
    by_code TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS central_change (
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL CHECK (json_valid(row_key)),
    log_pos INTEGER NOT NULL,
    by_code TEXT NOT NULL,
    PRIMARY KEY (table_name, row_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS central_change_pos ON central_change (log_pos);
  INSERT INTO central_kept (one, kept_pos, by_code) VALUES (1, 0, '') ON CONFLICT DO NOTHING;`

const SIDES = { INSERT: ['NEW'], UPDATE: ['OLD', 'NEW'], DELETE: ['OLD'] } as const

function triggersOf({ table, key }: TableShape): string {
  return Object.entries(SIDES)
    .map(([event, sides]) => {
      const notes = sides.map((side) => {
        const row_key = `json_array(${key.map((name) => `${side}.${name}`).join(', ')})`
        return `INSERT INTO central_change (table_name, row_key, log_pos, by_code)
          SELECT '${table}', ${row_key}, kept_pos + 1, by_code FROM central_kept WHERE true
          ON CONFLICT DO UPDATE SET log_pos = excluded.log_pos, by_code = excluded.by_code;`
      })
      const name = `central_${table}_${event.toLowerCase()}`
      return `DROP TRIGGER IF EXISTS ${name};
        CREATE TRIGGER ${name} AFTER ${event} ON ${table} BEGIN ${notes.join('\n')} END;`
    })
    .join('\n')
}

/** Makes the tables and triggers; after an update of the program, those of the tables of now. */
export function watchChanges(db: Database): void {
  db.transaction(() => {
    db.exec(TABLES)
    db.exec(feedShapes(db).map(triggersOf).join('\n'))
  }).immediate()
}

/** A row that takes the place of others is noted for each of them. Of every connection that writes. */
export function noteReplaced(db: Database): void {
  db.pragma('recursive_triggers = ON')
}

export function keptPos(db: Database): number {
  return Number(db.prepare('SELECT kept_pos FROM central_kept').pluck().get())
}

/** Whose work is noted from here on. */
export function workOf(db: Database, terminal_code: string): void {
  db.prepare('UPDATE central_kept SET by_code = ? WHERE by_code <> ?').run(terminal_code, terminal_code)
}

/** All of this position is in the file. */
export function keepPos(db: Database, log_pos: number): void {
  db.prepare('UPDATE central_kept SET kept_pos = ?').run(log_pos)
}
