/**
 * `npm run gate`: everything that a change must pass, in one command; at the end a short table and below it what
 * failed. Continues after a failure, so that one run shows everything that is wrong. Must never exit with 0 when a line
 * of the table says FAILED: the change would be shared.
 */
import { BUILD, QUICK_TESTS, STATIC_CHECKS } from './gate/checks.ts'
import { perform } from './gate/perform.ts'
import { report, tallyLine, total, type Outcome } from './gate/tally.ts'

const outcomes: Outcome[] = []
for (const check of [...STATIC_CHECKS, BUILD, QUICK_TESTS]) outcomes.push(await perform(check, false))
const sum = total(outcomes)
console.log(`\n${report(outcomes)}\n\n${tallyLine(sum)}`)
process.exitCode = sum.failed === 0 ? 0 : 1
