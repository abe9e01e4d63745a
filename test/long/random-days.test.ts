/** Random days at two drawers against the model, by night ten thousand: a new desk every two hundred days. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../support/cash-day/acts.ts'
import { expectWhole, liveDay, randomDays } from '../support/cash-day/run.ts'
import { ofMany } from '../support/of-many.ts'

const DAYS_COUNT = ofMany(2_000, 10_000)
const DAYS_AT_A_DESK_COUNT = 200
const ROUNDINGS = ['off', 'always', 'no-exact-change'] as const
const REFUNDS = ['exact', 'mirrored'] as const
/** What is done the least often: days on which it is always refused prove nothing of it. */
const RARE = [
  'bank',
  'cover',
  'open approved',
  'tally',
  'close approved',
  'custody approved',
  'refund',
  'void',
  'waive',
]

test('no cent is lost, made or moved otherwise than the model says', async () => {
  const desks_count = DAYS_COUNT / DAYS_AT_A_DESK_COUNT
  const done = new Map<string, number>()
  for (let seed = 1; seed <= desks_count; seed += 1) {
    const run = randomDays(ROUNDINGS[seed % ROUNDINGS.length] ?? 'off', REFUNDS[seed % REFUNDS.length] ?? 'exact')
    const days = fc.sample(day, { seed, numRuns: DAYS_AT_A_DESK_COUNT })
    try {
      for (const [at, acts] of days.entries()) {
        await liveDay(run, acts).catch((fault: unknown) => {
          throw new Error(`seed ${seed}, day ${at}`, { cause: fault })
        })
      }
      expectWhole(run)
    } finally {
      run.desk.close()
    }
    for (const [act, count] of run.done) done.set(act, (done.get(act) ?? 0) + count)
  }
  expect([...done.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(2 * DAYS_COUNT)
  expect(RARE.filter((act) => (done.get(act) ?? 0) < DAYS_COUNT / 1000)).toEqual([])
})
