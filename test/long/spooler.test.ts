/** Several hundred jobs through a station and a devices process that are killed, to printers with faults, at random. */
import { expect, test } from 'vitest'
import { testFolder } from '../main/support/folders.ts'
import { ofMany } from '../support/of-many.ts'
import { fuzz } from '../support/spooler/fuzz.ts'

test.each([1, 2].slice(0, ofMany(1, 2)))(
  'no receipt lost, no double without a mark, no second pulse: seed %i',
  async (seed) => {
    const outcome = await fuzz(testFolder(), { jobs_count: 300, kills_count: 30, seed })
    expect(outcome).toMatchObject({ lost: [], unmarked_doubles: [], sent_twice: [], kills_count: 30 })
    expect(outcome.pulses_came_count).toBeLessThanOrEqual(outcome.pulses_sent_count)
    expect(outcome.marked_count).toBeGreaterThan(0)
  },
)
