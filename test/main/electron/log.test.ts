/** The log file, and the terminal behind it that may be closed while the desk runs. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from '../../../main/electron/log.ts'
import { instant } from '../../../shared/kernel/time.ts'

const LOG = new URL('../../../main/electron/log.ts', import.meta.url).href
const CLOCK = { now: () => instant(0) }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'datestamp-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a line has its time, and a long file is set aside at the start', () => {
  const file = path.join(folder, 'logs', 'desk.log')
  openLog(file, CLOCK)('first')
  expect(readFileSync(file, 'utf8')).toBe('1970-01-01T00:00:00.000Z first\n')
  writeFileSync(file, 'x'.repeat(2_000_001))
  openLog(file, CLOCK)('second')
  expect(readdirSync(path.dirname(file))).toEqual(['desk.log', 'desk.log.1'])
  expect(readFileSync(file, 'utf8')).toContain('second')
})

test('a terminal that is closed neither stops the desk nor fills the log', async () => {
  const file = path.join(folder, 'desk.log')
  const source = `
    import { openLog } from ${JSON.stringify(LOG)}
    const log = openLog(${JSON.stringify(file)}, { now: () => 0 })
    process.on('uncaughtException', (fault) => log('main: ' + fault.message))
    let count = 0
    const timer = setInterval(() => { log('line'); if (++count === 20) { clearInterval(timer); log('last') } }, 10)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.destroy()
  const code = await new Promise((resolve) => child.on('exit', resolve))
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  expect(code).toBe(0)
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toContain('last')
})
