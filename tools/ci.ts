/**
 * What .ci/run does once everything is installed: the build, the quick tests, the static checks and the demo shift with
 * the emulated devices beside them, the long tests. Writes the line of totals to out/ci/total.txt, which .ci/run prints
 * last. Must never count an empty test run as success: a broken suite would look green.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD, DEMO, HARDWARE_TESTS, LONG_TESTS, NPM_TEST, STATIC_CHECKS, type Check } from './gate/checks.ts'
import { perform } from './gate/perform.ts'
import { report, tallyLine, total, type Outcome } from './gate/tally.ts'

const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'out/ci')

/** A named fact that must hold, as a line of the table. */
function fact(name: string, holds: boolean): Outcome {
  return { name, exitCode: holds ? 0 : 1, took_ms: 0, tally: null, failures: holds ? [] : [{ name, says: [] }] }
}

const outcomes: Outcome[] = [fact('test data stands beside (../shared/data)', existsSync(join(ROOT, '../shared/data')))]

async function inTurn(checks: readonly Check[]): Promise<void> {
  for (const check of checks) {
    console.log(`\n=== ${check.name}`)
    outcomes.push(await perform(check, true))
  }
}

await inTurn([BUILD, NPM_TEST])
// An emulated computer waits for most of its time. What it says is shown if it fails.
const [hardware] = await Promise.all([perform(HARDWARE_TESTS, false), inTurn([...STATIC_CHECKS, DEMO])])
outcomes.push(hardware)
await inTurn([LONG_TESTS])
const quick = outcomes.find((one) => one.name === NPM_TEST.name)
outcomes.push(fact('the quick run saw tests', (quick?.tally?.passed ?? 0) > 0))
const sum = total(outcomes)
console.log(`\n${report(outcomes)}`)
mkdirSync(OUT, { recursive: true })
writeFileSync(join(OUT, 'total.txt'), `${tallyLine(sum)}\n`)
process.exitCode = sum.failed === 0 ? 0 : 1
