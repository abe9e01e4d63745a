/**
 * Prints `N passed, N failed, N skipped` as the very last line of a test run: what CI reads.
 * Must never count as nothing what kept tests from running: a file that does not load, a hook that throws.
 */
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'
import { tallyLine, type Tally } from '../../tools/gate/tally.ts'

/** `faults`: errors outside any test, such as an unhandled rejection. */
export function tallyOf(modules: readonly TestModule[], faults: number, reason: TestRunEndReason): Tally {
  const tally = { passed: 0, failed: faults, skipped: 0 }
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') tally.passed += 1
      else if (state === 'failed') tally.failed += 1
      else tally.skipped += 1
    }
    // Errors of the file itself and of hooks around a block: the tests inside only look skipped.
    for (const block of [module, ...module.children.allSuites()]) if (block.errors().length > 0) tally.failed += 1
  }
  return reason !== 'passed' && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

export class CiReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly unknown[], reason: TestRunEndReason): void {
    const line = tallyLine(tallyOf(modules, faults.length, reason))
    // At the exit of the process, so that no other reporter prints after it.
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}
