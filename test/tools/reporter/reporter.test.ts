/** The closing lines of a test run, by running vitest itself on samples. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFailures } from '../../../tools/gate/failures.ts'

const ROOT = join(import.meta.dirname, '../../..')

it.each([
  ['fine', '1 passed, 0 failed, 0 skipped', 0, []],
  [
    'mixed',
    '1 passed, 1 failed, 1 skipped',
    1,
    [['samples/mixed.sample.ts > fails', 'expected 1 to be 2 // Object.is equality']],
  ],
  ['hook', '0 passed, 1 failed, 2 skipped', 1, [['samples/hook.sample.ts > a block', 'the hook fails']]],
  ['unloadable', '0 passed, 1 failed, 0 skipped', 1, [['samples/unloadable.sample.ts', 'this file does not load']]],
  ['stray', '1 passed, 1 failed, 0 skipped', 1, [['outside any test', 'nobody waits']]],
])('a run of "%s" ends with the line "%s"', (sample, line, code, failed) => {
  const config = join(import.meta.dirname, 'samples.config.ts')
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--configLoader',
    'runner',
    '--config',
    config,
    `samples/${sample}.sample.ts`,
  ]
  const done = spawnSync(process.execPath, vitest, { cwd: ROOT, encoding: 'utf8' })
  expect(done.stdout.trimEnd().split('\n').at(-1)).toBe(line)
  expect(done.status).toBe(code)
  expect(readFailures(done.stdout).map(({ name, says }) => [name, says[0]])).toEqual(failed)
})
