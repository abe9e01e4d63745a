/** Renewing what nobody shows: by name, as over the telephone. Counted on real files, limited, and taken back. */
import { expect, test } from 'vitest'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import { en } from '../../../../shared/words/en/en.ts'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk, pageOf } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, recorded, WEI } from '../../support/staff.ts'
import { rosaAt } from '../../support/desk.ts'

/** Dana has a book; two renewals in a row without showing it are the most, and any number at a desk. */
async function lentDesk(): Promise<TestDesk> {
  const also = ['UPDATE loan_rule SET renewals_count_max = NULL']
  const desk = await moneyDesk({ settings: { renewals_unseen_count_max: '2' }, also })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  return desk
}

async function byName(desk: TestDesk): Promise<void> {
  await desk.ok('desk.finish', {})
  await desk.ok('desk.open-patron', { patron_id: 1 })
  days(desk, 1)
}

async function renewAll(desk: TestDesk): Promise<DeskSnapshot> {
  return (await desk.ok('desk.renew-all', { commandId: desk.id() })).snapshot
}

const notes = (snapshot: DeskSnapshot): string => snapshot.rows[0]?.notes.join(' ') ?? ''

/** Renewed twice over the telephone: the limit is reached. */
async function atTheLimit(): Promise<TestDesk> {
  const desk = await lentDesk()
  for (const count of [1, 2]) {
    await byName(desk)
    expect(notes(await renewAll(desk))).toContain(`Renewed without seeing the item, ${count} of 2.`)
  }
  await byName(desk)
  return desk
}

const { renewed, each, reason } = en.outcomes.loan.renew_all
/** What is read to the caller: the reason, which says what to do. */
const MUST_BE_SHOWN = {
  outcome: 'stop',
  heading: renewed(0),
  sentence: `${each(1, reason['unseen-renewals-used'](1))}.`,
}

test('over the telephone it is counted and said, and the third time refused with what to do', async () => {
  const desk = await atTheLimit()
  const refused = await renewAll(desk)
  expect(refused.band).toMatchObject(MUST_BE_SHOWN)
  expect(refused.rows[0]).toMatchObject({ outcome: 'stop', happened: 'Must be shown' })
  expect(JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))).toContain('(limit 2)')
})

test('one by one from its page it counts the same', async () => {
  const desk = await lentDesk()
  for (const item_barcode of [ITEMS.warmth, ITEMS.warmth]) {
    await byName(desk)
    await desk.ok('desk.renew', { commandId: desk.id(), item_barcode })
  }
  await byName(desk)
  const { snapshot } = await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  expect(snapshot.band?.sentence).toContain('Renewed 2 times without the item being shown')
})

test('the count outlives a restart, and explaining says what a renewal would meet', async () => {
  const desk = await (await atTheLimit()).reopen()
  await rosaAt(desk)
  await byName(desk)
  expect(JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))).toContain('(limit 2)')
  expect((await renewAll(desk)).band).toMatchObject(MUST_BE_SHOWN)
})

test.each([
  ['with the card', (desk: TestDesk) => desk.scan(CARDS.dana).then(() => renewAll(desk))],
  [
    'with the book in hand',
    async (desk: TestDesk) => {
      await desk.scan(ITEMS.warmth)
      return answer(desk, '1')
    },
  ],
])('shown at the desk, %s, it is renewed and the counting begins anew', async (_name, renew) => {
  const desk = await atTheLimit()
  const renewed = await renew(desk)
  expect(renewed.rows[0]).toMatchObject({ outcome: 'done', happened: 'Renewed' })
  await byName(desk)
  expect(notes(await renewAll(desk))).toContain('Renewed without seeing the item, 1 of 2.')
})

test('an undone renewal was never counted', async () => {
  const desk = await lentDesk()
  await byName(desk)
  await renewAll(desk)
  await desk.ok('desk.undo', { commandId: desk.id() })
  await byName(desk)
  expect(notes(await renewAll(desk))).toContain('Renewed without seeing the item, 1 of 2.')
})

test('undoing one at the desk puts the count back, and undoing a return keeps it', async () => {
  const desk = await atTheLimit()
  await desk.scan(CARDS.dana)
  await renewAll(desk)
  await desk.ok('desk.undo', { commandId: desk.id() })
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.undo', { commandId: desk.id() })
  await byName(desk)
  expect((await renewAll(desk)).band).toMatchObject(MUST_BE_SHOWN)
  expect(JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))).toContain('(limit 2)')
})

test('a second person may allow one more: it stays an unseen one', async () => {
  const desk = await atTheLimit()
  await benAtDesk(desk)
  await byName(desk)
  await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  await answer(desk, '1')
  await approve(desk, WEI)
  expect((await answer(desk, '1')).band?.outcome).toBe('done')
  expect(await recorded(desk, 'loan-renewed')).toMatchObject([
    {
      unseen_renewals_count: 3,
      unseen_before_count: 2,
      overridden: ['unseen-renewals-used'],
      approvals: [{ approved_by: 'WZ-1' }],
    },
    { unseen_renewals_count: 2, unseen_before_count: 1 },
    { unseen_renewals_count: 1, unseen_before_count: 0 },
  ])
})
