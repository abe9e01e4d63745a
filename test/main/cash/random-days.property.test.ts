/**
 * Random days at two drawers, against an independent model of the money (docs/money.md has which invariant is proven
 * where). A long run of the same is in test/long.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../support/cash-day/acts.ts'
import { expectWhole, liveDay, randomDays } from '../../support/cash-day/run.ts'

test.each([
  ['off', 'exact'],
  ['always', 'exact'],
  ['always', 'mirrored'],
  ['no-exact-change', 'mirrored'],
] as const)('to the cent, whatever is done: rounding %s, refunds %s', async (how, refunds) => {
  let done_count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 6 }), async (days) => {
      const run = randomDays(how, refunds)
      try {
        for (const acts of days) await liveDay(run, acts)
        expectWhole(run)
        run.desk.restart()
        expectWhole(run)
      } finally {
        run.desk.close()
      }
      for (const count of run.done.values()) done_count += count
    }),
    // A failure is told with its seed; to make it smaller would take a desk for each try.
    { numRuns: 10, endOnFailure: true },
  )
  // Days on which everything is refused prove nothing.
  expect(done_count).toBeGreaterThan(0)
})
