/**
 * Kills this process at one exact step: counts every statement that writes, BEGIN and COMMIT, every script of
 * statements, and every file that is copied, renamed or written, from when it is told to.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import SqliteDriver from 'better-sqlite3'

type Work = (this: unknown, ...params: unknown[]) => unknown
type Driver = { prepare: (this: unknown, sql: string) => { run: Work }; exec: Work }

export type Steps = { isCounting: boolean; count: number }

/** At once: nothing more happens. */
export function kill(): void {
  process.kill(process.pid, 'SIGKILL')
  // The signal is on its way; nothing more may happen in between.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

/** @param killAt the step before which to end, or with "+" after which; "0" for none */
export function countedSteps(killAt: string): Steps {
  const isAfter = killAt.endsWith('+')
  const killNumber = Number.parseInt(killAt, 10)
  const steps: Steps = { isCounting: false, count: 0 }
  const counted = (work: Work): Work =>
    function (...params) {
      if (!steps.isCounting) return work.apply(this, params)
      steps.count += 1
      const number = steps.count
      if (number === killNumber && !isAfter) kill()
      const result = work.apply(this, params)
      if (number === killNumber && isAfter) kill()
      return result
    }
  const driver = SqliteDriver.prototype as unknown as Driver
  const { prepare } = driver
  driver.prepare = function (sql) {
    const statement = prepare.call(this, sql)
    statement.run = counted(statement.run.bind(statement))
    return statement
  }
  driver.exec = counted(driver.exec)
  const files = fs as unknown as Record<'copyFileSync' | 'renameSync' | 'writeFileSync', Work>
  for (const name of ['copyFileSync', 'renameSync', 'writeFileSync'] as const) files[name] = counted(files[name])
  syncBuiltinESMExports()
  return steps
}
