/**
 * Reads the closing lines of test runs, adds them up, and lays out the table of a gate. Pure. Must never read a missing
 * closing line as "nothing failed": a crashed run would look green.
 */
import { failureLines, type Failure } from './failures.ts'

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

export type Outcome = {
  readonly name: string
  readonly exitCode: number
  readonly took_ms: number
  /** Null for a check that is not a test run. */
  readonly tally: Tally | null
  /** What failed in it, for the lines below the table; empty when nothing did. */
  readonly failures: readonly Failure[]
}

/** The counts in the last non-empty line, or null when it is not a closing line. */
export function readTally(output: string): Tally | null {
  const last = output.trimEnd().split('\n').at(-1) ?? ''
  const match = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(last.trim())
  return match ? { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3]) } : null
}

/** What one outcome adds to the totals: its tests, or one for a check; a failed run adds at least one failure. */
export function countsOf({ exitCode, tally }: Outcome): Tally {
  if (!tally) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
  const isSilentFailure = exitCode !== 0 && tally.failed === 0
  return isSilentFailure ? { ...tally, failed: 1 } : tally
}

export function total(outcomes: readonly Outcome[]): Tally {
  return outcomes.map(countsOf).reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** One line per check: ok or FAILED, its name, its seconds, and the tests it ran. */
export function table(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map((one) => one.name.length))
  return outcomes
    .map((one) => {
      const verdict = countsOf(one).failed === 0 ? 'ok    ' : 'FAILED'
      const seconds = (one.took_ms / 1000).toFixed(1).padStart(7)
      return `${verdict} ${one.name.padEnd(width)} ${seconds} s${one.tally ? `  ${tallyLine(one.tally)}` : ''}`
    })
    .join('\n')
}

/** The table, and below it again what failed, so that the last screenful of a log says everything. */
export function report(outcomes: readonly Outcome[]): string {
  const failures = failureLines(outcomes.flatMap((one) => one.failures))
  return [table(outcomes), ...(failures.length > 0 ? [failures.join('\n')] : [])].join('\n\n')
}
