/** A card batch waits, as a bag does, until another person says what the processor settled. */
import { describe, expect, test } from 'vitest'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'
import { closed, COPY, openWith, sell, zOf } from './closes.ts'
import { ROSA } from '../../support/news-desk.ts'
import { exported, rowsOf } from './exported.ts'

const card = (amount_cents: number, authorization: string) =>
  ({ tender: 'card', amount_cents, authorization, last_four: '4242' }) as const

/** Ben, or another person, had the drawer, took $16.00 by card, closed it; Wei is at the desk. @returns the session */
async function batch(
  by: typeof BEN | typeof WEI = BEN,
): Promise<{ readonly desk: TestDesk; readonly session_ref: string }> {
  const desk = await moneyDesk({ also: [COPY] })
  await benAtDesk(desk)
  await comes(desk, by)
  await openWith(desk, 10_000)
  await sell(desk, 100, [card(1000, '000001')])
  await sell(desk, 60, [card(600, '000002')])
  const session_ref = await closed(desk, 10_000, { card_total_cents: 1600 })
  return { desk, session_ref }
}

const settle = (desk: TestDesk, session_ref: string, settled_cents: number, more: object = {}) => {
  const said = { settled_on: '2026-11-24', reason: '', note: '', ...more }
  return desk.call('card.settle', { commandId: desk.id(), session_ref, settled_cents, ...said })
}

const code = async (result: ReturnType<typeof settle>) => {
  const is = await result
  return is.kind === 'refused' ? is.code : is.kind
}

const waiting = async (desk: TestDesk) => {
  const { sections } = await pageOf(desk, 'drawer', 'closed')
  return sections.some(({ section_id }) => section_id === 'batches')
}

describe('what the processor settled', () => {
  test('is said by another person than who had and closed the drawer, and once', async () => {
    const { desk, session_ref } = await batch()
    expect(await waiting(desk)).toBe(true)
    // Ben's role does not reach so far.
    expect(await code(settle(desk, session_ref, 1600))).toBe('not-permitted')
    await comes(desk, WEI)
    expect(tableOf(await pageOf(desk, 'tasks', ''), 'batches')).toHaveLength(1)
    expect(await code(settle(desk, session_ref, 1600))).toBe('ok')
    expect(await waiting(desk)).toBe(false)
    expect(await code(settle(desk, session_ref, 1600))).toBe('card-not-waiting')
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    await expectRebuilt(desk)
  })

  test('is not said by a supervisor who had and closed it, until another person agreed with the close', async () => {
    const { desk, session_ref } = await batch(WEI)
    expect(await code(settle(desk, session_ref, 1600))).toBe('card-by-closer')
    await rosaAt(desk)
    await desk.ok('close.review', { commandId: desk.id(), session_ref, is_agreed: true, found: '' })
    await comes(desk, WEI)
    expect(await code(settle(desk, session_ref, 1600))).toBe('ok')
  })

  test.each([
    ['as the batch', 1600, ['bank 16.00 0.00', 'card-clearing 0.00 16.00', 'card-clearing 16.00 0.00']],
    [
      'nothing at all: cash was keyed as card',
      0,
      ['card-clearing 0.00 16.00', 'card-clearing 16.00 0.00', 'short 16.00 0.00'],
    ],
  ])('%s is in the books', async (_, settled_cents, wanted) => {
    const { desk, session_ref } = await batch()
    await comes(desk, WEI)
    const reason = settled_cents === 1600 ? '' : 'NOT-RECORDED'
    expect(await code(settle(desk, session_ref, settled_cents, { reason, note: 'cash' }))).toBe('ok')
    const rows = rowsOf(await exported(desk), 'ledger')
    const said = rows
      .filter(({ account = '' }) => ['over', 'short', 'card-clearing', 'bank'].includes(account))
      .map(({ account, debit, credit }) => [account, debit, credit].join(' '))
    expect(said.toSorted()).toEqual(wanted)
    // The Z that was made stays as it is.
    expect((await zOf(desk, session_ref)).tenders[2]).toMatchObject({ expected_cents: 1600, counted_cents: 1600 })
  })

  test('far from the batch takes a reason, and a sign-off; no day ahead, and none before the close', async () => {
    const { desk, session_ref } = await batch()
    await comes(desk, WEI)
    expect(await code(settle(desk, session_ref, 16_000))).toBe('settlement-differs')
    // The same again confirms nothing.
    expect(await code(settle(desk, session_ref, 16_000))).toBe('settlement-differs')
    expect(await code(settle(desk, session_ref, 1600, { settled_on: '2099-01-01' }))).toBe('banked-ahead')
    expect(await code(settle(desk, session_ref, 1600, { settled_on: '2001-01-01' }))).toBe('banked-before-bag')
    const said = { reason: 'NOT-RECORDED', note: 'of two days' }
    expect(await code(settle(desk, session_ref, 16_000, { ...said, note: '' }))).toBe('variance-note-needed')
    expect(await code(settle(desk, session_ref, 5000, { ...said, own_pin: '' }))).toBe('own-pin-needed')
    // Too much for Wei: her row asks a manager.
    expect(await code(settle(desk, session_ref, 16_000, said))).toBe('ok')
    expect(await waiting(desk)).toBe(true)
    await answer(desk, '1')
    expect(await approve(desk, ROSA)).toMatchObject({ kind: 'ok' })
    expect(await waiting(desk)).toBe(false)
    const [told] = tableOf(await pageOf(desk, 'drawer', `z ${session_ref}`), 'settled')
    expect(told?.[1]).toMatch(/of two days.*Rosa Ortiz/)
    const row = rowsOf(await exported(desk), 'deposits').find(({ kind }) => kind === 'settled')
    expect(row).toMatchObject({ reason: 'NOT-RECORDED', approved_by: 'rortiz' })
    expect(await recorded(desk, 'card-settled')).toMatchObject([{ approved_by: 'rortiz', reason_code: 'NOT-RECORDED' }])
  })
})

test('a session without cards has no batch that waits', async () => {
  const desk = await moneyDesk({ also: [COPY] })
  await openWith(desk, 10_000)
  await closed(desk, 10_000)
  expect(await waiting(desk)).toBe(false)
})

test('the manager sees how much of what each clerk took came by card, and codes that look invented', async () => {
  const { desk } = await batch()
  await openWith(desk, 10_000)
  await comes(desk, WEI)
  await sell(desk, 100, [card(400, '71A2C4')])
  await rosaAt(desk)
  await desk.ok('cash.look', { from_on: '2026-11-24', to_on: '2026-11-24' })
  const page = await pageOf(desk, 'cash-desk')
  expect(tableOf(page, 'clerk-cards').map((cells) => cells.slice(1))).toEqual([
    ['$16.00', '$16.00', '100%'],
    ['$10.00', '$4.00', '40%'],
    ['', '', '40%'],
  ])
  const [odd = [], ...more] = tableOf(page, 'odd-codes')
  expect([odd[0], odd.at(-1), more]).toEqual(['Ben Cole', '$16.00', []])
})

test('a batch that waits is money that is not banked, and late as a bag is', async () => {
  const { desk, session_ref } = await batch()
  await rosaAt(desk)
  const list = () => desk.ok('deposit.list', { limit: 5 })
  expect(await list()).toMatchObject({ waiting_cents: 0, cards_cents: 1600, is_alert: false })
  desk.clock.pass(25 * 3_600_000)
  await rosaAt(desk)
  expect(await list()).toMatchObject({ cards_cents: 1600, is_alert: true })
  const unbanked = async () => {
    await desk.ok('cash.look', { from_on: '2026-11-25', to_on: '2026-11-25' })
    return tableOf(await pageOf(desk, 'cash-desk'), 'bags').map((cells) => cells.slice(2))
  }
  expect(await unbanked()).toEqual([['$16.00', '1']])
  expect(await code(settle(desk, session_ref, 1600))).toBe('ok')
  expect(await list()).toMatchObject({ cards_cents: 0, is_alert: false })
  expect(await unbanked()).toEqual([])
})
