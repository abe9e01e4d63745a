/**
 * Jobs through a station and a devices process that are killed at random, to printers with faults at random. A short
 * run; `test/long/spooler.test.ts` has several hundred jobs.
 */
import { expect, test } from 'vitest'
import { testFolder } from '../main/support/folders.ts'
import { fuzz } from '../support/spooler/fuzz.ts'

test('no receipt is lost, none comes twice without a mark, and no pulse is sent twice', async () => {
  const outcome = await fuzz(testFolder(), { jobs_count: 24, kills_count: 4, seed: 11 })
  expect(outcome).toMatchObject({ lost: [], unmarked_doubles: [], sent_twice: [], kills_count: 4 })
  expect(outcome.pulses_came_count).toBeLessThanOrEqual(outcome.pulses_sent_count)
})
