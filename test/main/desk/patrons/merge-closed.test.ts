/** Of two records of one person, the account of one is closed: whichever is kept, the person has an open account. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { openDesk, rosaAt } from '../../support/desk.ts'
import { moneyFiles } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { PAGES } from '../../../support/said.ts'

const [DANA, OMAR] = [1, 2]
const { reopened } = PAGES.patrons.merge

test.each([
  ['kept', DANA, true],
  ['former', OMAR, false],
])('the %s record', async (_which, closed, isTold) => {
  const close = `UPDATE patron SET is_active = 0 WHERE patron_id = ${closed}`
  const desk = await rosaAt(await openDesk(moneyFiles({ also: [close] })))
  await desk.scan(CARDS.dana)
  await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
  const { page } = (await desk.ok('desk.snapshot', {})).snapshot
  const merge = must(
    page?.acts.find(({ call }) => call.method === 'patron.merge'),
    'the act that merges',
  )
  expect(merge.says.includes(reopened)).toBe(isTold)
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: OMAR, turned: [] })
  expect((await desk.scan(ITEMS.warmth)).rows[0]?.happened).toBe('Out')
  await expectRebuilt(desk)
  const at = await rosaAt(await desk.reopen())
  await at.ok('desk.undo', { commandId: at.id() })
  await at.ok('desk.undo', { commandId: at.id() })
  await at.scan(closed === DANA ? CARDS.dana : CARDS.omar)
  expect((await at.scan(ITEMS.educated)).rows[0]?.happened).not.toBe('Out')
})
