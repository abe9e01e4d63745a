/** A check as the gate runs it: how it ended, and what is told of it at the end when it failed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import type { Check } from '../../../tools/gate/checks.ts'
import { perform } from '../../../tools/gate/perform.ts'
import type { Outcome } from '../../../tools/gate/tally.ts'
import { testFolder } from '../../main/support/folders.ts'

/** Runs a script of these lines as a check, quietly. */
async function outcomeOf(script: string, isTestRun: boolean): Promise<Outcome> {
  const file = join(testFolder(), 'check.mjs')
  writeFileSync(file, script)
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const check: Check = { name: 'a check', line: [file], isTestRun }
    return await perform(check, true)
  } finally {
    written.mockRestore()
  }
}

const LISTED = `console.log('noise\\nFailed:\\n- lends a book\\n    expected “é”\\n1 passed, 1 failed, 0 skipped')`

it.each([
  ['a check that passes tells nothing', 'console.log("fine")', false, 0, []],
  [
    'a check that fails tells the last that it said, without colors',
    `console.log(Array.from({ length: 30 }, (_, n) => 'line ' + n).join('\\n'))
    console.error('\\u001b[31mwrong\\u001b[39m\\n'); process.exitCode = 2`,
    false,
    2,
    [{ name: 'a check', says: expect.arrayContaining(['line 29', 'wrong']) as string[] }],
  ],
  [
    'a test run tells the failures that it listed',
    `${LISTED}; process.exitCode = 1`,
    true,
    1,
    [{ name: 'lends a book', says: ['expected “é”'] }],
  ],
  [
    'a test run that passed and still ended badly tells its last lines',
    `console.log('close timed out\\n9 passed, 0 failed, 0 skipped'); process.exitCode = 1`,
    true,
    1,
    [{ name: 'a check', says: ['close timed out', '9 passed, 0 failed, 0 skipped'] }],
  ],
  [
    'a test run that was cut off has failed, whatever its exit code',
    `console.log('killed')`,
    true,
    1,
    [{ name: 'a check', says: ['killed'] }],
  ],
])('%s', async (_, script, isTestRun, exitCode, failures) => {
  const outcome = await outcomeOf(script, isTestRun)
  expect([outcome.exitCode, outcome.failures]).toEqual([exitCode, failures])
})
