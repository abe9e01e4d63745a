/** Runs one check as a process of its own and reports how it ended, with everything a failed check said. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Check } from './checks.ts'
import { readFailures, SAYS_MAX, type Failure } from './failures.ts'
import { readTally, type Outcome } from './tally.ts'

const ROOT = join(import.meta.dirname, '../..')

/** How much of a check's output is kept for the end: more than the 40 lines of failures. */
const KEPT_BYTES = 20_000

/** The failures that a run listed itself; otherwise the check by name, with its last output. */
function failuresOf(name: string, isTestRun: boolean, out: string, all: string): readonly Failure[] {
  const listed = isTestRun ? readFailures(out) : []
  if (listed.length > 0) return listed
  const lines = stripVTControlCharacters(all).split('\n')
  return [{ name, says: lines.filter((line) => line.trim() !== '').slice(-SAYS_MAX) }]
}

/** `isLoud`: show the check's output as it comes; otherwise only when it fails. */
export async function perform(check: Check, isLoud: boolean): Promise<Outcome> {
  const began = performance.now()
  const child = spawn(check.program ?? process.execPath, [...check.line], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  const last = { out: Buffer.alloc(0), all: Buffer.alloc(0) }
  const keep = (name: 'out' | 'all', chunk: Buffer): void => {
    last[name] = Buffer.concat([last[name], chunk]).subarray(-KEPT_BYTES)
  }
  const hear = (chunk: Buffer): void => {
    keep('all', chunk)
    if (isLoud) process.stdout.write(chunk)
    else said.push(chunk)
  }
  child.stdout.on('data', (chunk: Buffer) => {
    keep('out', chunk)
    hear(chunk)
  })
  child.stderr.on('data', hear)
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(127))
    child.on('close', (ended) => done(ended ?? 1))
  })
  const [out, all] = [last.out.toString('utf8'), last.all.toString('utf8')]
  const isTestRun = check.isTestRun === true
  const tally = isTestRun ? readTally(out) : null
  // A test run without its closing line has not finished, whatever its exit code says.
  const exitCode = isTestRun && tally === null && code === 0 ? 1 : code
  if (exitCode !== 0 && !isLoud) process.stdout.write(Buffer.concat([Buffer.from(`\n--- ${check.name}\n`), ...said]))
  const failures = exitCode === 0 ? [] : failuresOf(check.name, isTestRun, out, all)
  return { name: check.name, exitCode, took_ms: performance.now() - began, tally, failures }
}
