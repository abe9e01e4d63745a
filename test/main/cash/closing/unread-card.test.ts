/** What could be hidden at a close: a card total that nobody read, and another float than the rules leave. */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { PIN } from '../../support/small-library.ts'
import { benAtDesk, comes, WEI } from '../../support/staff.ts'
import { COPY, lastRow, openWith, sell, sessions, zOf } from './closes.ts'

const CARD = { tender: 'card', amount_cents: 4000, authorization: '000001', last_four: '0000' } as const

/** Ben's drawer with $100.00, and $40.00 by card. */
async function withCard(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [COPY] })
  await benAtDesk(desk)
  await openWith(desk, 10_000)
  await sell(desk, 400, [CARD])
  return desk
}

/** Wei Zhang, whom the last row asks for. */
async function signsOff(desk: TestDesk): Promise<void> {
  const row_id = await lastRow(desk)
  await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
  await desk.ok('approval.give', { commandId: desk.id(), row_id, initials: 'WZ', pin: WEI.pin })
  expect((await sessions(desk))[0]?.status).toBe('closed')
}

const code = async (desk: TestDesk, more: Partial<Input<'drawer.close'>> = {}) => {
  const result = await desk.call('drawer.close', closing(desk, more))
  return result.kind === 'refused' ? result.code : result.kind
}

describe('a total of the terminal that nobody read', () => {
  test('takes a reason, a note and a second person, as so much short does', async () => {
    const desk = await withCard()
    await countAll(desk, 10_000, { card_total_cents: null })
    expect(await desk.ok('drawer.close-preview', { drawer_code: '', leave_cents: null })).toMatchObject({
      card_by_cents: null,
      needs: 'sign-off',
    })
    expect(await code(desk)).toBe('variance-reason-needed')
    expect(await code(desk, { reason: 'NOT-KNOWN' })).toBe('variance-note-needed')
    const said = { reason: 'NOT-KNOWN', note: 'The terminal is being repaired.' }
    await desk.ok('drawer.close', closing(desk, said))
    // Ben alone closes nothing.
    expect((await sessions(desk))[0]?.status).toBe('open')
    await signsOff(desk)
    await comes(desk, WEI)
    const z = await zOf(desk)
    expect(z.closing?.variances).toMatchObject([
      { tender: 'card', reason_code: 'NOT-KNOWN', signed_off_by_initials: 'WZ' },
    ])
    expect(z.tenders[2]).toMatchObject({ expected_cents: 4000, counted_cents: null })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    await expectRebuilt(desk)
  })

  test('is nothing where no card was taken, and agrees once it is read', async () => {
    const desk = await withCard()
    await countAll(desk, 10_000, { card_total_cents: 4000 })
    expect(await code(desk)).toBe('ok')
    await openWith(desk, 10_000)
    await countAll(desk, 10_000)
    expect(await code(desk)).toBe('ok')
  })
})

describe('what stays for the next session, where the rules leave $100.00 of $150.00', () => {
  test.each([
    ['as they say', null, {}, 'ok'],
    ['the same, typed', 10_000, {}, 'ok'],
    ['a dollar less', 9_900, {}, 'leave-reason-needed'],
    ['a dollar more', 10_100, {}, 'leave-reason-needed'],
    ['a dollar less, with a reason', 9_900, { reason: 'WRONG-FLOAT' }, 'ok'],
    ['twelve dollars less, with a reason', 8_800, { reason: 'WRONG-FLOAT' }, 'variance-note-needed'],
    ['twelve dollars less, with a note', 8_800, { reason: 'WRONG-FLOAT', note: 'No small bills.' }, 'ok'],
  ])('%s', async (_, leave_cents, said, is) => {
    const desk = await moneyDesk({ also: [COPY] })
    await openWith(desk, 10_000)
    await sell(desk, 500)
    await countAll(desk, 15_000)
    expect(await code(desk, { leave_cents, ...said })).toBe(is)
    if (is !== 'ok') return
    const { closing: z } = await zOf(desk)
    expect(z?.float_by_cents).toBe((leave_cents ?? 10_000) - 10_000)
    expect(z?.left_cents).toBe(leave_cents ?? 10_000)
    await expectRebuilt(desk)
  })

  test('half of it left takes a second person, who signs off that amount', async () => {
    const desk = await moneyDesk({ also: [COPY] })
    await benAtDesk(desk)
    await openWith(desk, 10_000)
    await countAll(desk, 10_000)
    const half = { leave_cents: 5000, reason: 'NOT-KNOWN', note: 'For the other desk.' }
    await desk.ok('drawer.close', closing(desk, half))
    expect((await sessions(desk))[0]?.status).toBe('open')
    await signsOff(desk)
    await comes(desk, WEI)
    expect((await zOf(desk)).closing).toMatchObject({ float_by_cents: -5000, left_cents: 5000 })
  })

  test.each([
    ['whoever works alone', false, 'own-pin-needed'],
    ['nobody who has a second person', true, 'ok'],
  ])('half of it is signed off by their own PIN, on the same form, by %s', async (_, isBen, is) => {
    const desk = await moneyDesk({ also: [COPY] })
    if (isBen) await benAtDesk(desk)
    await openWith(desk, 10_000)
    await countAll(desk, 10_000)
    const { acts, enter } = await pageOf(desk, 'drawer', 'close')
    const forms = [acts.find(({ call }) => call.method === 'drawer.close'), enter]
    expect(forms.map((one) => one?.asks.some(({ name }) => name === 'own_pin'))).toEqual([!isBen, false])
    const half = { leave_cents: 5000, reason: 'NOT-KNOWN', note: 'For the other desk.' }
    expect(await code(desk, { ...half, own_pin: '' })).toBe(is)
    if (!isBen) expect(await code(desk, { ...half, own_pin: PIN })).toBe('ok')
    expect((await sessions(desk))[0]?.status).toBe(isBen ? 'open' : 'closed')
  })
})
