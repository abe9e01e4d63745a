/** The last thirty days of backups, one line each: what was noted, the spans newest first, where dates stand. */
import { describe, expect, test } from 'vitest'
import { localDate } from '../../shared/kernel/time.ts'
import {
  backupDays,
  backupSpans,
  backupTicks,
  notedBackups,
  type BackupNoted,
} from '../../shared/reports/backup-days.ts'

const noted = (text: string): readonly BackupNoted[] =>
  text
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => {
      const [on = '', result] = one.split(' ')
      return { on: localDate(`2026-${on}`), result: result === 'failed' ? 'failed' : 'made' }
    })
const short = (on: string): string => on.slice(5)

/** "11-24 made 1; 11-23 to 10-26 none 29" */
function spansOf(text: string, today: string): string {
  return backupSpans(backupDays(noted(text), localDate(today)))
    .map(({ from_on, to_on, state, days_count }) => {
      const days = days_count === 1 ? short(to_on) : `${short(to_on)} to ${short(from_on)}`
      return `${days} ${state} ${days_count}`
    })
    .join('; ')
}

describe('the last thirty days of backups', () => {
  test.each([
    ['none ever', '', '11-24 to 10-26 none 30'],
    ['one today', '11-24 made', '11-24 made 1; 11-23 to 10-26 none 29'],
    [
      'one that failed, and one that was made after it',
      '11-24 failed, 11-24 made',
      '11-24 made 1; 11-23 to 10-26 none 29',
    ],
    ['a later failure takes no good backup away', '11-24 made, 11-24 failed', '11-24 made 1; 11-23 to 10-26 none 29'],
    [
      'some in a row, and a failure between',
      '11-20 made, 11-21 made, 11-22 failed, 11-23 made',
      '11-24 none 1; 11-23 made 1; 11-22 failed 1; 11-21 to 11-20 made 2; 11-19 to 10-26 none 25',
    ],
    [
      'the thirtieth day counts, the one before does not',
      '10-26 made, 10-25 made',
      '11-24 to 10-27 none 29; 10-26 made 1',
    ],
  ])('%s', (_what, text, says) => {
    expect(spansOf(text, '2026-11-24')).toBe(says)
  })

  test('one result a day is kept, and none from before', () => {
    const kept = notedBackups(noted('10-25 made, 11-22 failed, 11-24 failed, 11-24 made'), localDate('2026-11-24'))
    expect(kept.map(({ on, result }) => `${short(on)} ${result}`)).toEqual(['11-22 failed', '11-24 made'])
  })

  test.each([
    ['the first day and the first of the month', '2026-11-24', '10-26 11-01'],
    ['the first day too close to the first of the month has none', '2026-11-28', '11-01'],
    ['nor has a first of a month too close to today', '2026-12-02', '11-03'],
    ['a month that began on the first day', '2026-11-30', '11-01'],
  ])('dates over the days do not touch: %s', (_what, today, says) => {
    expect([...backupTicks(backupDays([], localDate(today)))].map(short).join(' ')).toBe(says)
  })
})
