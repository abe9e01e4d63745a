/** The closing line of a test run, by running vitest itself on samples. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

it.each([
  ['fine', '1 passed, 0 failed, 0 skipped', 0],
  ['mixed', '1 passed, 1 failed, 1 skipped', 1],
  ['hook', '0 passed, 1 failed, 2 skipped', 1],
  ['unloadable', '0 passed, 1 failed, 0 skipped', 1],
  ['stray', '1 passed, 1 failed, 0 skipped', 1],
])('a run of "%s" ends with the line "%s"', (sample, line, code) => {
  const config = join(import.meta.dirname, 'samples.config.ts')
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, `samples/${sample}.sample.ts`]
  const done = spawnSync(process.execPath, vitest, { cwd: ROOT, encoding: 'utf8' })
  expect(done.stdout.trimEnd().split('\n').at(-1)).toBe(line)
  expect(done.status).toBe(code)
})
