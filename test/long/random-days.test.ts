/** Ten thousand random days at two drawers, against the model: a new desk every two hundred days. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { existsSync } from 'node:fs'
import { day } from '../support/cash-day/acts.ts'
import { expectWhole, liveDay, randomDays } from '../support/cash-day/run.ts'

const DAYS_COUNT = 10_000
const DAYS_AT_A_DESK_COUNT = 200
const ROUNDINGS = ['off', 'always', 'no-exact-change'] as const
const REFUNDS = ['exact', 'mirrored'] as const
const MEMORY = '/dev/shm'

const { TMPDIR } = process.env
/** No test of these days is about the disk. */
beforeAll(() => {
  if (existsSync(MEMORY)) process.env['TMPDIR'] = MEMORY
})
afterAll(() => {
  if (TMPDIR === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = TMPDIR
})

test('no cent is lost, made or moved otherwise than the model says', async () => {
  const desks_count = DAYS_COUNT / DAYS_AT_A_DESK_COUNT
  let done_count = 0
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
    done_count += run.done_count
  }
  expect(done_count).toBeGreaterThan(2 * DAYS_COUNT)
})
