/**
 * What an auditor has of days that are over stays as it is, whatever is done later: bags that the bank takes in, floats
 * that do not agree, credit that pays, refunds, voids and waivers of later days. Random days at two drawers.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../support/cash-day/acts.ts'
import { liveDay, randomDays, type RandomDays } from '../../../support/cash-day/run.ts'

const HOUR = 3_600_000

/** Keeps the tables of every day so far whose sessions are closed, and holds those kept before against them. */
async function hold(
  { desk }: RandomDays,
  days: readonly string[],
  kept: Map<string, readonly string[]>,
): Promise<void> {
  for (const to of days) {
    const tables = await desk.evidence(days[0] ?? to, to)
    if (tables === null) return
    const before = kept.get(to)
    if (before === undefined) kept.set(to, tables)
    else expect(tables, to).toEqual(before)
  }
}

test('to the byte', async () => {
  let [held_count, banked_count] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 3, maxLength: 6 }), async (days) => {
      const run = randomDays('off', 'exact')
      const over: string[] = []
      const kept = new Map<string, readonly string[]>()
      try {
        for (const acts of days) {
          const on = run.desk.dayFromToday(0)
          await liveDay(run, acts)
          run.desk.clock.pass(23 * HOUR)
          over.push(on)
          await hold(run, over, kept)
        }
      } finally {
        run.desk.close()
      }
      held_count += kept.size
      banked_count += run.done.get('bank') ?? 0
    }),
    // Of ten runs with another seed, in one case of five none banks a bag, and the last line says nothing.
    { numRuns: 10, endOnFailure: true, seed: 4 },
  )
  expect(held_count).toBeGreaterThan(0)
  expect(banked_count).toBeGreaterThan(0)
})
