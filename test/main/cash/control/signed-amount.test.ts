/** Who signs off a difference signs the amount that was shown, and no count that is made before they have signed. */
import { expect, test } from 'vitest'
import { closing, countAll } from '../../support/closing-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { safeDesk } from '../../support/money-desk.ts'
import { PIN } from '../../support/small-library.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'
import { openWith, sessions, zOf } from '../closing/closes.ts'
import { verified } from './verified.ts'

const ROSA = { initials: 'RO', pin: PIN }
const SAID = { reason: 'NOT-KNOWN', note: 'Counted twice.' }

test.each([
  ['more', 3000],
  ['less, but still to be signed for', 6500],
  ['nothing that anybody signs for', 9900],
])('a drawer of which a later count is short by another amount: %s', async (_, found) => {
  const desk = await safeDesk()
  await benAtDesk(desk)
  await openWith(desk, 10_000)
  await countAll(desk, 6000)
  expect((await desk.ok('drawer.close', closing(desk, SAID))).done).toBeNull()
  await countAll(desk, found)
  await answer(desk, '1')
  await approve(desk, ROSA)
  const isSigned = 10_000 - found >= 2500
  if (isSigned) {
    expect((await sessions(desk)).map(({ status }) => status)).toEqual(['open'])
    // The approval that did not fit asked for the new amount by a row of its own.
    await answer(desk, '1')
    await approve(desk, ROSA)
  }
  expect(await verified(desk)).toBe('')
  const [close] = await recorded(desk, 'drawer-closed')
  const approved_by = isSigned ? 'rortiz' : ''
  expect(close).toMatchObject({ approved_by })
})

/** Ben has a drawer of which more was refused than the library lets pass, and $40.00 of it is in the safe. */
async function watched(): Promise<TestDesk> {
  const desk = await safeDesk({ settings: { refused_outs_count: '1' } })
  await benAtDesk(desk)
  await openWith(desk, 10_000)
  const to = { way: 'out', place: 'safe', bag_number: '', receiver_code: '', receiver_cents: null } as const
  const place = (total_cents: number) =>
    desk.call('drawer.place', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents, ...to })
  expect(await place(4000)).toMatchObject({ kind: 'ok' })
  expect(await place(20_000)).toMatchObject({ code: 'drawer-holds-less' })
  return desk
}

test('who allows that something goes out of a watched drawer has not signed off what it is short', async () => {
  const desk = await watched()
  await countAll(desk, 3000)
  expect((await desk.ok('drawer.close', closing(desk, { ...SAID, safe_cents: 4000 }))).done).toBeNull()
  await answer(desk, '1')
  await approve(desk, ROSA)
  expect((await sessions(desk)).map(({ status }) => status)).toEqual(['open'])
  await answer(desk, '1')
  await approve(desk, ROSA)
  expect(await verified(desk)).toBe('')
  expect(await recorded(desk, 'drawer-closed')).toMatchObject([{ approved_by: 'rortiz' }])
})

test('who lets somebody close another’s drawer has signed off nothing where a reason is enough', async () => {
  const desk = await safeDesk()
  await openWith(desk, 10_000)
  await benAtDesk(desk)
  await countAll(desk, 9500)
  expect((await desk.ok('drawer.close', closing(desk, SAID))).done).toBeNull()
  await answer(desk, '1')
  await approve(desk, { initials: 'WZ', pin: WEI.pin })
  expect(await verified(desk)).toBe('')
  expect(await recorded(desk, 'drawer-closed')).toMatchObject([{ reason_code: 'NOT-KNOWN', approved_by: '' }])
})

test('a difference that the custodian signs off is on the Z, which does not say that one person counted', async () => {
  const desk = await safeDesk()
  await openWith(desk, 10_000)
  await benAtDesk(desk)
  await countAll(desk, 6000)
  expect((await desk.ok('drawer.close', closing(desk, SAID))).done).toBeNull()
  await answer(desk, '1')
  await approve(desk, ROSA)
  await rosaAt(desk)
  expect((await zOf(desk)).closing?.reviews).toEqual(['signed-off-alone'])
  expect(await recorded(desk, 'drawer-closed')).toMatchObject([{ approved_by: 'rortiz', is_review_needed: true }])
})

test('who signs off alone types their own PIN, at an open desk too', async () => {
  const desk = await safeDesk()
  await benAtDesk(desk)
  await openWith(desk, 10_000)
  await countAll(desk, 6000)
  await comes(desk, WEI)
  const signing = (more: object) => desk.call('drawer.close', closing(desk, { ...SAID, ...more }))
  expect(await signing({ own_pin: '' })).toMatchObject({ code: 'own-pin-needed' })
  expect(await signing({ own_pin: BEN.pin })).toMatchObject({ code: 'sign-in-failed' })
  expect(await signing({ own_pin: WEI.pin })).toMatchObject({ kind: 'ok' })
  expect(await recorded(desk, 'drawer-closed')).toMatchObject([{ staff: 'WZ-1', approved_by: 'WZ-1' }])
})

test('so does who settles a count of the safe that another person made', async () => {
  const desk = await safeDesk()
  await benAtDesk(desk)
  await comes(desk, WEI)
  const count = (total_cents: number) =>
    desk.ok('place.count', { commandId: desk.id(), place: 'safe', pieces: null, total_cents })
  await count(0)
  await count(6000)
  await rosaAt(desk)
  const settling = (more: object) =>
    desk.call('place.settle', { commandId: desk.id(), place: 'safe', ...SAID, ...more })
  expect(await settling({ own_pin: '' })).toMatchObject({ code: 'own-pin-needed' })
  expect(await settling({ own_pin: PIN })).toMatchObject({ kind: 'ok' })
  expect(await recorded(desk, 'place-settled')).toMatchObject([{ staff: 'rortiz', approved_by: 'rortiz' }])
})
