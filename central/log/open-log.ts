/**
 * Opens the log: SQLite in central's folder, encrypted like a desk's files, or the PostgreSQL that DATABASE_URL names.
 * Both speak the same statements (log.ts).
 */
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openFile } from '../../main/store/files/open-edge.ts'
import { migrateLog, type Engine } from './migrations.ts'
import type { LogTables } from './tables.ts'

export type OpenLog = { readonly db: Kysely<LogTables>; readonly engine: Engine; readonly close: () => Promise<void> }

const LOG_FILE = 'log.db'

export type LogPlace = {
  readonly folder: string
  readonly key: Uint8Array
  /** Null: SQLite in the folder. */
  readonly database_url: string | null
}

export async function openLog({ folder, key, database_url }: LogPlace, now_ms: number): Promise<OpenLog> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const engine: Engine = database_url === null ? 'sqlite' : 'postgres'
  const db = database_url === null ? openSqlite(join(folder, LOG_FILE), key) : openPostgres(database_url)
  try {
    await migrateLog(db, engine, now_ms)
  } catch (fault) {
    await db.destroy()
    throw fault
  }
  return { db, engine, close: () => db.destroy() }
}

function openSqlite(path: string, key: Uint8Array): Kysely<LogTables> {
  return new Kysely<LogTables>({ dialect: new SqliteDialect({ database: openFile(path, key) }) })
}

function openPostgres(connectionString: string): Kysely<LogTables> {
  // Positions and moments are far below 2^53.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  return new Kysely<LogTables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 8 }) }) })
}
