/**
 * Kills this process before one exact step, of those after which the disk is another than before: a COMMIT, a statement
 * that writes outside of a transaction, a script of statements, closing a database, and every file or folder that is
 * made, written, copied, renamed, linked or deleted. Between two of them a kill leaves the same files. A run to the end
 * checks that (`unseen`), and tells before which steps the disk was another than before the last one (`points`).
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import SqliteDriver, { type Database } from 'better-sqlite3'
import { diskOf } from './disk-of.ts'

type Work = (this: unknown, ...params: unknown[]) => unknown
type Prepared = { readonly source: string; readonly readonly: boolean; readonly database: Database }

/** At once: nothing more happens. */
export function kill(): void {
  process.kill(process.pid, 'SIGKILL')
  // The signal is on its way; nothing more may happen in between.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

/** After the last step, once everything asked is answered. */
export const END = 'end'

const ENDS_TRANSACTION = /^\s*(COMMIT|END|ROLLBACK(?!\s+(TRANSACTION\s+)?TO))\b/i
const ONLY_BEGINS = /^\s*BEGIN\b[^;]*;?\s*$/i
/** Of the connection alone: nothing in the file. */
const SETS_CONNECTION = /^\s*PRAGMA\s+(?!(\w+\.)?(journal_mode|wal_checkpoint|user_version)\b)/i

const FILE_CALLS = ['appendFileSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync']
const MORE_FILE_CALLS = ['truncateSync', 'unlinkSync', 'writeFileSync', 'writeSync', 'openSync']
const LAST_STANDARD = 2

/** Reading, and what is said on standard output, is no step. */
function isFileStep(name: string, [file, flags]: readonly unknown[]): boolean {
  if (name === 'openSync') return typeof flags === 'string' && flags !== 'r'
  return typeof file !== 'number' || file > LAST_STANDARD
}

export class Steps {
  /** The numbers of the steps before which a kill leaves another disk than before the step ahead of it. */
  readonly points: number[] = []
  /** How the disk changed where no step was counted. */
  readonly unseen: string[] = []
  readonly #folder: string
  readonly #killAt: number
  #isCounting = false
  #count = 0
  #disk = ''
  #diskAtPoint: string | null = null

  /** @param killAt the number of the step before which to end; 0 for none */
  constructor(folder: string, killAt: number) {
    this.#folder = folder
    this.#killAt = killAt
  }

  begin(): void {
    this.#isCounting = true
    this.#disk = this.#look()
  }

  end(): void {
    this.#compare('the end')
    this.#isCounting = false
  }

  /** Counts `work` if it is a step, and carries it out. */
  take(name: string, work: () => unknown): unknown {
    if (!this.#isCounting) return work()
    this.#count += 1
    if (this.#count === this.#killAt) kill()
    this.#compare(name)
    if (this.#disk !== this.#diskAtPoint) this.points.push(this.#count)
    this.#diskAtPoint = this.#disk
    try {
      return work()
    } finally {
      this.#disk = this.#look()
    }
  }

  /** Of a database: a step unless it is a part of a transaction. */
  takeOf(database: Database, sql: string, work: () => unknown): unknown {
    const wasIn = database.inTransaction
    const isStep = wasIn ? ENDS_TRANSACTION.test(sql) : !ONLY_BEGINS.test(sql)
    if (isStep) return this.take(sql, work)
    const result = work()
    if (this.#isCounting && !database.inTransaction) this.unseen.push(`a transaction ended by: ${sql}`)
    return result
  }

  /** Only where nothing is killed: it takes as long as the steps do. */
  #look(): string {
    return this.#killAt === 0 ? diskOf(this.#folder) : ''
  }

  #compare(next: string): void {
    const now = this.#look()
    if (now !== this.#disk) this.unseen.push(`before ${next}:\n${this.#disk}\n${now}`)
  }
}

function countStatements(steps: Steps): void {
  const memory = new SqliteDriver(':memory:')
  const prepared = Object.getPrototypeOf(memory.prepare('SELECT 1')) as Record<'run' | 'get' | 'all', Work>
  memory.close()
  for (const name of ['run', 'get', 'all'] as const) {
    const work = prepared[name]
    prepared[name] = function (...params) {
      const { source, readonly, database } = this as Prepared
      const isControl = name === 'run' && ENDS_TRANSACTION.test(source)
      if ((readonly && !isControl) || SETS_CONNECTION.test(source)) return work.apply(this, params)
      return steps.takeOf(database, source, () => work.apply(this, params))
    }
  }
  const driver = SqliteDriver.prototype as unknown as Record<'exec' | 'close', Work>
  const { exec, close } = driver
  driver.exec = function (...params) {
    return steps.takeOf(this as Database, String(params[0]), () => exec.apply(this, params))
  }
  driver.close = function (...params) {
    const { readonly, memory: isMemory, open } = this as Database
    if (readonly || isMemory || !open) return close.apply(this, params)
    return steps.take('close', () => close.apply(this, params))
  }
}

/** @param killAt the number of the step before which to end; "0" for none */
export function countedSteps(folder: string, killAt: string): Steps {
  const steps = new Steps(folder, killAt === END ? -1 : Number.parseInt(killAt, 10))
  countStatements(steps)
  const files = fs as unknown as Record<string, Work>
  for (const name of [...FILE_CALLS, ...MORE_FILE_CALLS]) {
    const work = files[name] as Work
    files[name] = function (...params) {
      if (!isFileStep(name, params)) return work.apply(this, params)
      return steps.take(`${name} ${String(params[0])}`, () => work.apply(this, params))
    }
  }
  syncBuiltinESMExports()
  return steps
}
