/**
 * A registration that waits for a second person: what was typed stays a draft of the clerk until it is done, so that
 * nothing is lost where nobody approves it in time, the clerk signs out or the desk stops.
 */
import { expect, test } from 'vitest'
import { draftName, type PageView } from '../../../../shared/desk/page.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { openDesk, type TestDesk } from '../../support/desk.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { answer, approve, BEN, benAtDesk, recorded, signInAs, WEI } from '../../support/staff.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const ROSA = { initials: 'RO', pin: '471108' }
const PAGE = { place: 'patron-new', about: NEW_CARD } as const
const TEXTS = { 'typed.surname': 'Ortíz', 'typed.born_on': '3/6/1988' }

/** Ben's role registers nobody alone; he typed a registration into the form of this card, and sent it. */
async function sentBy(role: 'page' | 'staff'): Promise<TestDesk> {
  const desk = await cardDesk()
  await benAtDesk(desk)
  if (role === 'page') {
    await signInAs(desk, ROSA)
    await desk.ok('role.add', { commandId: desk.id(), name: 'Page', copy_of: '' })
    const ben = { staff_code: 'BC-1', name: BEN.name, initials: BEN.initials, badge_barcode: BEN.badge_barcode }
    await desk.ok('staff.edit', { commandId: desk.id(), ...ben, role })
    await signInAs(desk, BEN)
  }
  const { snapshot } = await desk.ok('desk.go', { page: PAGE })
  const form = snapshot.page?.enter
  if (!form) throw new Error('the form of a new patron')
  const draft = { page: PAGE, act: draftName(form, null), patron_id: null }
  await desk.ok('draft.keep', { ...draft, texts: TEXTS })
  await desk.ok('patron.register', registration(desk, {}, { barcode: NEW_CARD }))
  // As the screen does with a form that was taken.
  await desk.ok('draft.drop', draft)
  return desk
}

async function drafts(desk: TestDesk): Promise<PageView['drafts']> {
  const { snapshot } = await desk.ok('desk.go', { page: PAGE })
  return snapshot.page?.drafts ?? []
}

test('the row says that it is kept', async () => {
  const desk = await sentBy('page')
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.band?.sentence).toContain(en.outcomes.patron.card.typed_kept)
})

test('nobody approves it and the clerk signs out: it is there again, for that clerk alone', async () => {
  const desk = await sentBy('page')
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await signInAs(desk, WEI)
  expect(await drafts(desk)).toEqual([])
  await signInAs(desk, BEN)
  expect((await drafts(desk)).map(({ texts }) => texts)).toEqual([TEXTS])
})

test('the desk starts again: it is there again', async () => {
  const desk = await sentBy('page')
  await desk.station.close()
  const next = await openDesk(desk.folder)
  await signInAs(next, BEN)
  expect((await drafts(next)).map(({ texts }) => texts)).toEqual([TEXTS])
})

test('once a second person approves it, it is gone', async () => {
  const desk = await sentBy('page')
  await answer(desk, '1')
  expect((await approve(desk, WEI)).kind).toBe('ok')
  expect(await drafts(desk)).toEqual([])
  expect(await recorded(desk, 'patron-registered')).toHaveLength(1)
})

test('one that is done alone leaves nothing behind, whether or not the screen says that it was taken', async () => {
  const desk = await sentBy('staff')
  expect(await drafts(desk)).toEqual([])
})

test('a row that the clerk left holds nothing: the form can be dropped', async () => {
  const desk = await sentBy('page')
  await answer(desk, '0')
  const act = (await drafts(desk))[0]?.act ?? ''
  await desk.ok('draft.drop', { page: PAGE, act, patron_id: null })
  expect(await drafts(desk)).toEqual([])
})
