/**
 * Which day a report is of: that on which its session was opened, by the clock of the branch, whatever time its entries
 * have (I20). And what is asked twice, or asks for what cannot be: words, and nothing half done.
 */
import { describe, expect, test } from 'vitest'
import { instant } from '../../../../shared/kernel/time.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import { closed, opened, sell, selling, sessions, zOf } from './closes.ts'
import { exported, rowsOf } from './exported.ts'

async function at(desk: TestDesk, moment: number): Promise<void> {
  desk.clock.set(instant(moment))
  await rosaAt(desk)
}

describe('a report is of the day of its opening', () => {
  // By the clock of Chicago: standard time is six hours behind, daylight saving time five.
  test.each([
    ['sold and closed after midnight', [26, 5, 50], [26, 6, 10], '2026-11-25'],
    ['opened at the last minute of a day', [26, 5, 59], [26, 6, 0], '2026-11-25'],
    ['opened at its first minute', [26, 6, 0], [27, 5, 59], '2026-11-26'],
    ['a clock that is set back over midnight', [26, 6, 10], [26, 5, 50], '2026-11-26'],
    ['a clock that runs a year ahead and is set right after the opening', [26 + 365, 6, 10], [26, 18, 0], '2027-11-26'],
  ])('%s', async (_, [from_day = 0, from_hour = 0, from_minute], [to_day = 0, to_hour = 0, to_minute], wanted) => {
    await expectDay(
      Date.UTC(2026, 10, from_day, from_hour, from_minute),
      Date.UTC(2026, 10, to_day, to_hour, to_minute),
      wanted,
    )
  })

  test.each([
    // Nov 7, 2027: 1:30 AM is twice.
    ['the hour that there is twice', Date.UTC(2027, 10, 7, 6, 30), Date.UTC(2027, 10, 7, 7, 30), '2027-11-07'],
    ['the night before it', Date.UTC(2027, 10, 7, 4, 59), Date.UTC(2027, 10, 7, 7, 30), '2027-11-06'],
    // Mar 14, 2027: from 1:59 to 3:00 AM.
    ['the hour that there is not', Date.UTC(2027, 2, 14, 7, 59), Date.UTC(2027, 2, 14, 8, 1), '2027-03-14'],
    ['the night before that', Date.UTC(2027, 2, 14, 5, 59), Date.UTC(2027, 2, 14, 8, 1), '2027-03-13'],
  ])('daylight saving: %s', async (_, from_ms, to_ms, wanted) => expectDay(from_ms, to_ms, wanted))

  test('a clock that is set back by weeks: the desk goes on from its last entry, and so does the day', async () => {
    await expectDay(Date.UTC(2026, 9, 31, 17), Date.UTC(2026, 9, 31, 18), '2026-11-24', 2)
  })

  /** Opened at one moment, sold and closed at the other: the Z, the list and the export say the same day. */
  async function expectDay(from_ms: number, to_ms: number, wanted: string, count = 1): Promise<void> {
    const desk = await opened()
    await closed(desk, 10_000)
    await at(desk, from_ms)
    await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
    await at(desk, to_ms)
    await sell(desk, 10)
    const session_ref = await closed(desk, 10_100)
    expect((await zOf(desk, session_ref)).business_on).toBe(wanted)
    const files = await exported(desk, count, wanted)
    const days = ['sessions', 'receipts', 'counts', 'deposits', 'ledger'].flatMap((name) =>
      rowsOf(files, name).map((row) => row['business_date']),
    )
    expect(new Set(days)).toEqual(new Set([wanted]))
    expect(rowsOf(files, 'receipts')).toHaveLength(1)
    await expectRebuilt(desk)
  }
})

describe('asked for twice, or for what cannot be', () => {
  const entries = async (desk: TestDesk) => (await desk.ok('journal.recent', { limit: 100 })).events.length

  test('a Z is the same each time, and nothing is recorded by it', async () => {
    const desk = await opened()
    await sell(desk, 10)
    const session_ref = await closed(desk, 10_100)
    const [before, first] = [await entries(desk), await zOf(desk, session_ref)]
    desk.clock.pass(40 * 3_600_000)
    await rosaAt(desk)
    const after = await entries(desk)
    expect([await zOf(desk, session_ref), await zOf(desk, session_ref)]).toEqual([first, first])
    expect(await entries(desk)).toBe(after)
    expect(after).toBeGreaterThanOrEqual(before)
  })

  test('a close that is sent twice is one, and one that comes after it closes nothing', async () => {
    const desk = await opened()
    await countAll(desk, 10_000)
    const sent = closing(desk)
    const [first, again] = [await desk.ok('drawer.close', sent), await desk.ok('drawer.close', sent)]
    expect(again.done).toEqual(first.done)
    expect(await desk.call('drawer.close', closing(desk))).toMatchObject({ kind: 'refused', code: 'drawer-not-open' })
    expect((await sessions(desk)).map((one) => one.z_number)).toEqual([1])
  })

  test.each([
    ['a bag of more from the safe than is in it', { safe_cents: 100 }, 'safe-holds-less'],
    ['an amount below zero', { safe_cents: -1 }, 'bad-input'],
    ['an amount that is none', { leave_cents: 0.5 }, 'bad-input'],
    ['a bag number longer than any', { bag_number: 'B'.repeat(41) }, 'bad-input'],
  ])('%s closes nothing', async (_, more, wanted) => {
    const desk = await opened()
    await countAll(desk, 10_000)
    const before = await entries(desk)
    const result = await desk.call('drawer.close', closing(desk, more))
    expect('code' in result ? result.code : result.kind).toBe(wanted)
    expect('says' in result && result.says !== '').toBe(true)
    // More of the safe than is in it is refused, and that is an entry.
    const kept_count = wanted === 'safe-holds-less' ? 1 : 0
    expect([await entries(desk), (await sessions(desk))[0]?.status]).toEqual([before + kept_count, 'open'])
  })

  test.each([
    ['a minute that no day has', { written_on: '2026-11-23', written_minute: 1440 }],
    ['a day that there is not', { written_on: '2026-02-30', written_minute: null }],
  ])('a receipt on paper of %s is not taken', async (_, of) => {
    const desk = await opened()
    const before = await entries(desk)
    const result = await desk.call('payment.take', { ...selling(desk, 1), paper: { paper_number: '1', ...of } })
    expect([result.kind, await entries(desk)]).toEqual(['bad-input', before])
  })
})
