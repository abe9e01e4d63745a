/** The hold shelf by days left, one line a shelf: last days and how many items have each; today is Tue, Nov 24. */
import { describe, expect, test } from 'vitest'
import { shelfDays } from '../../shared/circulation/holds/shelf-days.ts'
import { localDate } from '../../shared/kernel/time.ts'

const TODAY = localDate('2026-11-24')

/** "expired 2, today 1, left 0 3 0 0 0 0 0, later 4, no date 1, of 11" */
function told(shelved: readonly (readonly [until_on: string | null, items_count: number])[]): string {
  const days = shelfDays(
    shelved.map(([on, items_count]) => ({ until_on: on === null ? null : localDate(on), items_count })),
    TODAY,
  )
  const { over_count, last_day_count, left_counts, later_count, undated_count, ready_count } = days
  const soon = `expired ${over_count}, today ${last_day_count}, left ${left_counts.join(' ')}`
  return `${soon}, later ${later_count}, no date ${undated_count}, of ${ready_count}`
}

describe('the hold shelf by days left', () => {
  test.each<[string, Parameters<typeof told>[0], string]>([
    ['an empty shelf', [], 'expired 0, today 0, left 0 0 0 0 0 0 0, later 0, no date 0, of 0'],
    ['yesterday has expired', [['2026-11-23', 2]], 'expired 2, today 0, left 0 0 0 0 0 0 0, later 0, no date 0, of 2'],
    ['years ago too', [['2020-03-01', 3]], 'expired 3, today 0, left 0 0 0 0 0 0 0, later 0, no date 0, of 3'],
    ['today is the last day', [['2026-11-24', 1]], 'expired 0, today 1, left 0 0 0 0 0 0 0, later 0, no date 0, of 1'],
    [
      'tomorrow, and over the end of a month',
      [
        ['2026-11-25', 3],
        ['2026-12-01', 5],
      ],
      'expired 0, today 0, left 3 0 0 0 0 0 5, later 0, no date 0, of 8',
    ],
    [
      'the eighth day is later',
      [['2026-12-02', 4]],
      'expired 0, today 0, left 0 0 0 0 0 0 0, later 4, no date 0, of 4',
    ],
    ['no date was given', [[null, 6]], 'expired 0, today 0, left 0 0 0 0 0 0 0, later 0, no date 6, of 6'],
  ])('%s', (_what, shelved, says) => {
    expect(told(shelved)).toBe(says)
  })
})
