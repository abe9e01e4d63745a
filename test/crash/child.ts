/**
 * A desk that is killed by SIGKILL at one exact statement. Run as a program of its own:
 *   node test/crash/child.ts FOLDER COMMANDS.json KILL_AT
 * Counts every statement that writes, BEGIN and COMMIT; right before number KILL_AT, and for "KILL_AT+" right after it,
 * the process kills itself. Prints one line for each answered command, and at the end how many statements there were.
 */
import { readFileSync, writeSync } from 'node:fs'
import SqliteDriver from 'better-sqlite3'
import { openChildStation } from '../main/support/child-station.ts'
import { FakeClock, TUESDAY } from '../main/support/fakes.ts'
import type { Request } from '../../shared/ipc/envelope.ts'

const [folder = '', commandsFile = '', killAt = '0'] = process.argv.slice(2)
const isAfter = killAt.endsWith('+')
const killNumber = Number.parseInt(killAt, 10)
let statements = 0
let isCounting = false

function kill(): void {
  process.kill(process.pid, 'SIGKILL')
  // The signal is on its way; nothing more may happen in between.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

type Prepare = (this: unknown, sql: string) => { run: (...params: unknown[]) => unknown }
const driver = SqliteDriver.prototype as unknown as { prepare: Prepare }
const prepare = driver.prepare
driver.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  const run = statement.run.bind(statement)
  statement.run = (...params) => {
    if (!isCounting) return run(...params)
    statements += 1
    if (statements === killNumber && !isAfter) kill()
    const result = run(...params)
    if (statements === killNumber && isAfter) kill()
    return result
  }
  return statement
}

const clock = new FakeClock(TUESDAY)
const station = await openChildStation(folder, clock, 5)
isCounting = true
for (const request of JSON.parse(readFileSync(commandsFile, 'utf8')) as Request[]) {
  clock.pass(1000)
  const reply = await station.handle(request)
  writeSync(1, `${JSON.stringify(reply)}\n`)
}
isCounting = false
writeSync(1, `${JSON.stringify({ statements })}\n`)
await station.close()
