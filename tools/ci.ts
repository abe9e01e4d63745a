/**
 * What .ci/run does once everything is installed: the build, the quick tests, the static checks, the demo shift,
 * emulated devices, the long tests. Writes the line of totals to out/ci/total.txt, which .ci/run prints last. Must
 * never count an empty test run as success: a broken suite would look green.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD, DEMO, HARDWARE_TESTS, LONG_TESTS, QUICK_TESTS, STATIC_CHECKS } from './gate/checks.ts'
import { perform } from './gate/perform.ts'
import { report, tallyLine, total, type Outcome } from './gate/tally.ts'

const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'out/ci')

/** A named fact that must hold, as a line of the table. */
function fact(name: string, holds: boolean): Outcome {
  return { name, exitCode: holds ? 0 : 1, took_ms: 0, tally: null, failures: holds ? [] : [{ name, says: [] }] }
}

const outcomes: Outcome[] = [fact('test data stands beside (../shared/data)', existsSync(join(ROOT, '../shared/data')))]
for (const check of [BUILD, QUICK_TESTS, ...STATIC_CHECKS, DEMO, HARDWARE_TESTS, LONG_TESTS]) {
  console.log(`\n=== ${check.name}`)
  outcomes.push(await perform(check, true))
}
const quick = outcomes.find((one) => one.name === QUICK_TESTS.name)
outcomes.push(fact('the quick run saw tests', (quick?.tally?.passed ?? 0) > 0))
const sum = total(outcomes)
console.log(`\n${report(outcomes)}`)
mkdirSync(OUT, { recursive: true })
writeFileSync(join(OUT, 'total.txt'), `${tallyLine(sum)}\n`)
process.exitCode = sum.failed === 0 ? 0 : 1
