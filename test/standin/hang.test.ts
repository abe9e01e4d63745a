/**
 * The real station hangs in the middle of a visit: the clerk is told in plain words, keeps scanning, and every scan is
 * recorded once, whether the station recovers or has to be restarted.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { CARDS, shelfBook, writeLibrary } from '../screens/support/library.ts'
import { Hands } from './hands.ts'
import { launch, type Desk } from './launch.ts'
import { outputOf, setUpDesk } from './set-up-desk.ts'

let desk: Desk
let hands: Hands
let stopped_pid: number
afterEach(async () => {
  await desk.close()
})

const BOOKS = [1, 2, 3, 4, 5].map(shelfBook)
/** A minute without an answer on real Electron, the ping before it, and the time to end and start a process. */
const ENDED_WITHIN = { timeout: 240_000 }
/** The stand-in pings the station four times as often, so that the minute takes a quarter of one. */
const QUARTER_MINUTE = { STANDIN_HASTE: '4' }

/** Omar has two books; the station stops; three more are scanned. */
async function stopsAfterTwo(env: Readonly<Record<string, string>> = {}): Promise<void> {
  desk = await launch({ env })
  await setUpDesk(desk, writeLibrary(desk.userData))
  hands = await Hands.at(desk)
  await hands.line.waitFor()
  await hands.scan(CARDS.omar)
  for (const book of BOOKS.slice(0, 2)) await hands.scan(book)
  await hands.until((now) => now.totals.out_count === 2)
  stopped_pid = desk.pid('station')
  process.kill(stopped_pid, 'SIGSTOP')
  for (const book of BOOKS.slice(2)) await hands.scan(book)
}

async function isTold(): Promise<void> {
  await desk.page.getByText('Datestamp is not answering yet.').waitFor()
  await desk.page.getByText('3 waiting').waitFor()
}

async function allAreInOnce(): Promise<void> {
  const now = await hands.until((one) => one.totals.out_count === 5)
  const inOrder = now.rows.toReversed().map((row) => row.barcode)
  expect(inOrder).toEqual(BOOKS)
  await desk.page.getByText('5 checked out').waitFor()
  await desk.page.locator('[data-part="station"]').waitFor({ state: 'detached' })
  const loans = outputOf(await desk.call('patron.get', { card_barcode: CARDS.omar }), 'loans') as { barcode: string }[]
  expect(
    loans
      .map((loan) => loan.barcode)
      .filter((one) => BOOKS.includes(one))
      .toSorted(),
  ).toEqual(BOOKS)
  expect(outputOf(await desk.call('journal.verify'), 'problems')).toEqual([])
}

describe('a station that stands still', () => {
  test('and wakes again: what was scanned meanwhile goes in by itself', async () => {
    await stopsAfterTwo()
    await isTold()
    process.kill(stopped_pid, 'SIGCONT')
    await allAreInOnce()
    expect(desk.pid('station')).toBe(stopped_pid)
  })

  test('and never wakes: it is ended after a minute, and the next one takes what was scanned', async () => {
    await stopsAfterTwo(QUARTER_MINUTE)
    await isTold()
    await expect.poll(() => desk.pid('station'), ENDED_WITHIN).not.toBe(stopped_pid)
    expect(desk.log()).toContain('station did not end when asked, and is ended at once')
    await allAreInOnce()
    expect(() => process.kill(stopped_pid, 0)).toThrow('ESRCH')
  })

  test('while the clerk closes the desk: it is ended, and nothing is left behind', async () => {
    await stopsAfterTwo()
    expect(await desk.close()).toBe(0)
    expect(() => process.kill(stopped_pid, 0)).toThrow('ESRCH')
  })
})
