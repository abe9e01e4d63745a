/**
 * A title that many wait for. Only the first of the line are read at once; who gets a copy, and what is said of those
 * who are passed over, hangs on the whole line all the same.
 */
import { describe, expect, test } from 'vitest'
import { EDUCATED_NORTH, holdDesk, TITLES, type HoldDesk } from '../../support/hold-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'

const HOLD = `INSERT INTO hold (external_id, patron_id, title_id, item_id, pickup_branch_code, placed_at_ms,
  status)`

/** Holds of Flora Owen on Educated, oldest first, each long before anything is placed at the desk. */
function line(count: number, status: string): string[] {
  return Array.from(
    { length: count },
    (_, n) => `${HOLD} VALUES ('old${n}', 5, 2, NULL, 'MAPLE', ${1000 + n}, '${status}')`,
  )
}

/** Dana waits behind so many who have put it off. */
async function danaBehind(count: number): Promise<HoldDesk> {
  const desk = await holdDesk(line(count, 'suspended'))
  await desk.placed(CARDS.dana, TITLES.educated)
  return desk
}

describe.each([[1], [4], [5], [32], [33], [300]])('behind %s who have put their hold off', (count) => {
  test('a returned copy goes to the first who wants it now, and the desk says that some were passed over', async () => {
    const desk = await danaBehind(count)
    const { rows } = await desk.takeBack(ITEMS.educated)
    expect(rows[0]?.notes[0]).toMatch(/^Pickup code/)
    expect(rows[0]?.notes).toContain('A suspended hold was skipped.')
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })

  test('it is not lent past her without a word', async () => {
    const desk = await danaBehind(count)
    await desk.scan(CARDS.omar)
    expect((await desk.scan(ITEMS.educated)).rows[0]?.notes.join()).toContain(says('hold-waits'))
  })
})

test('where all 300 have put it off, it goes to the shelf and may be lent', async () => {
  const desk = await holdDesk(line(300, 'suspended'))
  expect((await desk.takeBack(ITEMS.educated)).rows[0]?.happened).toContain('Reshelve')
  await desk.scan(CARDS.omar)
  expect((await desk.scan(ITEMS.educated)).band?.outcome).toBe('done')
})

test('the 300th, for whom this very copy was caught, keeps it; the first gets the next one', async () => {
  const desk = await holdDesk([...line(299, 'waiting'), `${HOLD} VALUES ('caught', 1, 2, 2, 'MAPLE', 9000, 'ready')`])
  const { rows } = await desk.takeBack(ITEMS.educated)
  expect(rows[0]?.happened).toBe('Hold shelf')
  expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  await desk.takeBack(EDUCATED_NORTH)
  const captured = (await desk.holdsOf(CARDS.owing)).filter((hold) => hold.status === 'ready')
  expect(captured.map((hold) => hold.hold_ref)).toEqual(['old0'])
})

test('with holds turned off it goes to the shelf, even if a patron waits', async () => {
  const desk = await holdDesk(line(300, 'waiting'))
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.ok('desk.modify', { is_holds_off: true })
  expect((await desk.scan(ITEMS.educated)).rows[0]?.happened).toContain('Reshelve')
})
