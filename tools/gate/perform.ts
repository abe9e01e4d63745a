/**
 * Runs one check as a process of its own and reports how it ended.
 * Must never hide what a failed check said.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Check } from './checks.ts'
import { readTally, type Outcome } from './tally.ts'

const ROOT = join(import.meta.dirname, '../..')

/** `isLoud`: show what the check prints as it comes; otherwise only when it fails. */
export async function perform(check: Check, isLoud: boolean): Promise<Outcome> {
  const began = performance.now()
  const [script = '', ...rest] = check.line
  const child = spawn(process.execPath, [script, ...rest], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  let lastOut = ''
  child.stdout.on('data', (chunk: Buffer) => {
    lastOut = (lastOut + chunk.toString('utf8')).slice(-4_000)
    hear(chunk)
  })
  child.stderr.on('data', hear)
  function hear(chunk: Buffer): void {
    if (isLoud) process.stdout.write(chunk)
    else said.push(chunk)
  }
  const exitCode = await new Promise<number>((done) => {
    child.on('error', () => done(127))
    child.on('close', (code) => done(code ?? 1))
  })
  const tally = check.isTestRun ? readTally(lastOut) : null
  // A test run without its closing line has not finished, whatever its exit code says.
  const isCut = check.isTestRun === true && tally === null
  const outcome = {
    name: check.name,
    exitCode: isCut && exitCode === 0 ? 1 : exitCode,
    took_ms: performance.now() - began,
    tally,
  }
  if (outcome.exitCode !== 0 && !isLoud)
    process.stdout.write(Buffer.concat([Buffer.from(`\n--- ${check.name}\n`), ...said]))
  return outcome
}
