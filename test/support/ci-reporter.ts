/**
 * Prints the failures again at the end, and `N passed, N failed, N skipped` as the very last line of a test run: what
 * CI reads. Must never count as nothing what kept tests from running (a file that does not load, a hook that throws):
 * the run would look green.
 */
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'
import { failureLines, type Failure } from '../../tools/gate/failures.ts'
import { tallyLine, type Tally } from '../../tools/gate/tally.ts'

/** What vitest says of an error that is used here. */
type Fault = { readonly message?: unknown; readonly diff?: unknown; readonly stack?: unknown }

/** The message, where it was thrown, and the difference, as lines. */
function linesOf(faults: readonly Fault[]): readonly string[] {
  return faults.flatMap(({ message, diff, stack }) => {
    const thrown = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at .*\btest\//.test(line)) : []
    const texts = [message, thrown[0], diff].filter((text) => typeof text === 'string')
    return texts.flatMap((text) => stripVTControlCharacters(text).split('\n'))
  })
}

/** All failures: tests, blocks and files whose own errors kept tests from running, and errors outside any test. */
export function failuresOf(
  modules: readonly TestModule[],
  faults: readonly Fault[],
  reason: TestRunEndReason,
): readonly Failure[] {
  const failures: Failure[] = []
  for (const module of modules) {
    const place = `${module.project.name} ${module.relativeModuleId}`.trim()
    // The tests inside only look skipped.
    if (module.errors().length > 0) failures.push({ name: place, says: linesOf(module.errors()) })
    for (const block of module.children.allSuites()) {
      const errors = block.errors()
      if (errors.length > 0) failures.push({ name: `${place} > ${block.fullName}`, says: linesOf(errors) })
    }
    for (const test of module.children.allTests()) {
      const { state, errors = [] } = test.result()
      if (state === 'failed') failures.push({ name: `${place} > ${test.fullName}`, says: linesOf(errors) })
    }
  }
  for (const fault of faults) failures.push({ name: 'outside any test', says: linesOf([fault]) })
  if (reason !== 'passed' && failures.length === 0) failures.push({ name: `the run, which ${reason}`, says: [] })
  return failures
}

function tallyOf(modules: readonly TestModule[], failed: number): Tally {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const passed = states.filter((state) => state === 'passed').length
  return { passed, failed, skipped: states.length - passed - states.filter((state) => state === 'failed').length }
}

export class CiReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly Fault[], reason: TestRunEndReason): void {
    const failures = failuresOf(modules, faults, reason)
    const lines = [...failureLines(failures), tallyLine(tallyOf(modules, failures.length))]
    // At the exit of the process, so that no other reporter prints after it.
    process.once('exit', () => process.stdout.write(`${lines.join('\n')}\n`))
  }
}
