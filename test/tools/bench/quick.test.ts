/** The benchmarks run, on a small library. How fast it was proves nothing here, so nothing is asked of the figures. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RUN = join(import.meta.dirname, '..', '..', '..', 'bench', 'run.ts')

/** All but the painting, which needs a built application and is measured in `npm run bench` alone. */
test('npm run bench -- --quick prints a figure of each part', { timeout: 600_000 }, () => {
  const parts = [
    'commit',
    'returns',
    'cash',
    'receipts',
    'rules',
    'scan',
    'cold',
    'search',
    'memory',
    'burst',
    'walk',
    'shelf',
    'wire',
  ]
  const done = spawnSync(process.execPath, [RUN, '--quick', '--only', parts.join(',')], { encoding: 'utf8' })
  expect(done.stderr).not.toContain('Error')
  expect(done.status).toBe(0)
  for (const words of [
    'recorded durably',
    'Check-in with',
    'wait for the title',
    'Expected cash',
    'Closing a session',
    'receipts in the store',
    'decided and explained',
    'Projected fines',
    'Scan to reply',
    'open of that store',
    'Name search',
    'Title search',
    'Memory',
    'scans in a burst',
    'Verifying a chain',
    'commit of one row',
    'call numbers sorted',
    'encoded for the wire',
  ]) {
    expect(done.stdout).toContain(words)
  }
})
