/**
 * The schema of the log, step by step, for SQLite and PostgreSQL alike: each step in a transaction of its own. Refuses
 * a log that a newer program made.
 */
import { sql, type Kysely, type Transaction } from 'kysely'
import type { LogTables } from './tables.ts'

export type Engine = 'sqlite' | 'postgres'

type Step = (db: Transaction<LogTables>, engine: Engine) => Promise<void>

const bytesOf = (engine: Engine) => (engine === 'sqlite' ? sql`blob` : sql`bytea`)

const desksAndCodes: Step = async (db, engine) => {
  await db.schema
    .createTable('library')
    .addColumn('library_id', 'text', (one) => one.primaryKey())
    .addColumn('log_pos', 'bigint', (one) => one.notNull())
    .addColumn('made_at_ms', 'bigint', (one) => one.notNull())
    .addColumn('founder_code', 'text')
    .execute()
  await db.schema
    .createTable('terminal')
    .addColumn('library_id', 'text', (one) => one.notNull())
    .addColumn('terminal_code', 'text', (one) => one.notNull())
    .addColumn('public_key', 'text', (one) => one.notNull())
    .addColumn('desk_name', 'text', (one) => one.notNull())
    .addColumn('branch_code', 'text', (one) => one.notNull())
    .addColumn('epoch', 'bigint', (one) => one.notNull())
    .addColumn('seq', 'bigint', (one) => one.notNull())
    .addColumn('hash', bytesOf(engine), (one) => one.notNull())
    .addColumn('events_count', 'bigint', (one) => one.notNull())
    .addColumn('enrolled_at_ms', 'bigint', (one) => one.notNull())
    .addColumn('seen_at_ms', 'bigint', (one) => one.notNull())
    .addColumn('revoked_at_ms', 'bigint')
    .addPrimaryKeyConstraint('terminal_key', ['library_id', 'terminal_code'])
    .execute()
  await db.schema
    .createTable('enroll_code')
    .addColumn('library_id', 'text', (one) => one.notNull())
    .addColumn('code_hash', 'text', (one) => one.notNull())
    .addColumn('expires_at_ms', 'bigint', (one) => one.notNull())
    .addColumn('used_at_ms', 'bigint')
    .addPrimaryKeyConstraint('enroll_code_key', ['library_id', 'code_hash'])
    .execute()
}

const whatCameAndWasDecided: Step = async (db, engine) => {
  const bytes = bytesOf(engine)
  await db.schema
    .createTable('upload')
    .addColumn('library_id', 'text', (one) => one.notNull())
    .addColumn('log_pos', 'bigint', (one) => one.notNull())
    .addColumn('terminal_code', 'text', (one) => one.notNull())
    .addColumn('after_epoch', 'bigint', (one) => one.notNull())
    .addColumn('after_seq', 'bigint', (one) => one.notNull())
    .addColumn('last_epoch', 'bigint', (one) => one.notNull())
    .addColumn('last_seq', 'bigint', (one) => one.notNull())
    .addColumn('hash', bytes, (one) => one.notNull())
    .addColumn('events_count', 'bigint', (one) => one.notNull())
    .addColumn('sealed', bytes, (one) => one.notNull())
    .addColumn('received_at_ms', 'bigint', (one) => one.notNull())
    .addPrimaryKeyConstraint('upload_key', ['library_id', 'log_pos'])
    .addUniqueConstraint('upload_after', ['library_id', 'terminal_code', 'after_epoch', 'after_seq'])
    .execute()
  await db.schema
    .createTable('beside')
    .addColumn('library_id', 'text', (one) => one.notNull())
    .addColumn('log_pos', 'bigint', (one) => one.notNull())
    .addColumn('content', bytes, (one) => one.notNull())
    .addPrimaryKeyConstraint('beside_key', ['library_id', 'log_pos'])
    .execute()
  await db.schema
    .createTable('outcome')
    .addColumn('library_id', 'text', (one) => one.notNull())
    .addColumn('log_pos', 'bigint', (one) => one.notNull())
    .addColumn('terminal_code', 'text', (one) => one.notNull())
    .addColumn('epoch', 'bigint', (one) => one.notNull())
    .addColumn('seq', 'bigint', (one) => one.notNull())
    .addColumn('outcome_code', 'text', (one) => one.notNull())
    .addColumn('reason', 'text', (one) => one.notNull())
    .addPrimaryKeyConstraint('outcome_key', ['library_id', 'terminal_code', 'epoch', 'seq'])
    .execute()
  await db.schema
    .createTable('base_piece')
    .addColumn('library_id', 'text', (one) => one.notNull())
    .addColumn('terminal_code', 'text', (one) => one.notNull())
    .addColumn('piece_number', 'bigint', (one) => one.notNull())
    .addColumn('content', bytes, (one) => one.notNull())
    .addPrimaryKeyConstraint('base_piece_key', ['library_id', 'terminal_code', 'piece_number'])
    .execute()
}

const STEPS: readonly Step[] = [desksAndCodes, whatCameAndWasDecided]

/** @throws when a newer program made the log */
export async function migrateLog(db: Kysely<LogTables>, engine: Engine, now_ms: number): Promise<void> {
  await db.schema
    .createTable('applied_migration')
    .ifNotExists()
    .addColumn('version_number', 'integer', (one) => one.primaryKey())
    .addColumn('applied_at_ms', 'bigint', (one) => one.notNull())
    .execute()
  const done = await db.selectFrom('applied_migration').select('version_number').orderBy('version_number').execute()
  if (done.length > STEPS.length) throw new Error('the log was made by a newer Datestamp: update this one first')
  for (const [index, step] of STEPS.entries()) {
    const version_number = index + 1
    if (done.some((one) => one.version_number === version_number)) continue
    await db.transaction().execute(async (trx) => {
      await step(trx, engine)
      await trx.insertInto('applied_migration').values({ version_number, applied_at_ms: now_ms }).execute()
    })
  }
}
