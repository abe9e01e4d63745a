/** A close waits for what is half entered at the desk, also for an amount that was only typed, and has a way out. */
import { describe, expect, test } from 'vitest'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { closing, countAll, receiving } from '../../support/closing-desk.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS } from '../../support/small-library.ts'
import { BEN, benAtDesk, comes, WEI } from '../../support/staff.ts'
import { opened } from '../closing/closes.ts'

const HOUR = 3_600_000
const ACT = 'page payment.take {}'

async function types(desk: TestDesk, amount: string, about = ''): Promise<void> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'pay', about } })
  const patron_id = snapshot.patron?.patron_id ?? null
  const texts = { chosen: 'c1', amount, typed_for: '' }
  await desk.ok('draft.keep', { page: { place: 'pay', about }, act: ACT, patron_id, texts })
}

async function close(desk: TestDesk, drawer_code = ''): Promise<string> {
  const result = await desk.call('drawer.close', closing(desk, { drawer_code }))
  return result.kind === 'refused' ? result.code : result.kind
}

const discardOn = async (desk: TestDesk, drawer = 'DRAWER-1') => {
  const page = await pageOf(desk, 'drawer', `close ${drawer}`)
  expect(pageFaults(page)).toEqual([])
  return page.acts.find(({ call }) => call.method === 'payment.discard')
}

describe('an amount that is typed and not entered', () => {
  test.each([
    ['an amount', '20', 'payment-half-entered'],
    ['no amount: which lines are paid was chosen alone', '', 'ok'],
  ])('%s', async (_, amount, wanted) => {
    const desk = await opened()
    await desk.scan(CARDS.owing)
    await countAll(desk, 10_000)
    await types(desk, amount)
    expect(await close(desk)).toBe(wanted)
  })

  test('by another clerk stops it too, is shown to nobody else, and is discarded on its page', async () => {
    const desk = await opened()
    await benAtDesk(desk)
    await comes(desk, BEN)
    await desk.scan(CARDS.owing)
    await types(desk, '19.87')
    await comes(desk, WEI)
    await countAll(desk, 10_000)
    expect(await close(desk)).toBe('payment-half-entered')
    const discard = await discardOn(desk)
    expect(JSON.stringify(await pageOf(desk, 'drawer', 'close DRAWER-1'))).not.toMatch(/19[.]87|Owen/)
    await desk.ok('payment.discard', { commandId: desk.id(), ...(discard?.call.input as { drawer_code: string }) })
    expect(await discardOn(desk)).toBeUndefined()
    expect(await close(desk)).not.toBe('payment-half-entered')
  })

  test('is forgotten with the draft: when it is dropped, and after its hours', async () => {
    const desk = await opened()
    await types(desk, '5')
    await countAll(desk, 10_000)
    expect(await close(desk)).toBe('payment-half-entered')
    await desk.ok('draft.drop', { page: { place: 'pay', about: '' }, act: ACT, patron_id: null })
    expect(await discardOn(desk)).toBeUndefined()
    await types(desk, '5')
    desk.clock.pass(9 * HOUR)
    await rosaAt(desk)
    expect(await close(desk)).not.toBe('payment-half-entered')
  })

  test('for one drawer lets another one close', async () => {
    const drawers = ['ADULT', 'TEEN'].map((code) => `INSERT INTO cash_drawer VALUES ('${code}', '${code} desk', '*')`)
    const desk = await moneyDesk({ also: drawers })
    for (const drawer_code of ['ADULT', 'TEEN']) {
      await desk.ok('drawer.open', { commandId: desk.id(), drawer_code, pieces: null, total_cents: 10_000 })
      await countAll(desk, { drawer_code, total_cents: 10_000 }, { drawer_code })
    }
    await types(desk, '5', 'TEEN')
    expect([await close(desk, 'TEEN'), await close(desk, 'ADULT')]).toEqual(['payment-half-entered', 'ok'])
  })

  test('stops a hand-over, which offers the same way out', async () => {
    const desk = await opened()
    await types(desk, '5')
    await countAll(desk, 10_000)
    await benAtDesk(desk)
    await comes(desk, WEI)
    await desk.ok('drawer.receive', receiving(desk, 10_000))
    const over = () => desk.call('drawer.hand-over', { commandId: desk.id(), drawer_code: '', reason: '', note: '' })
    expect(await over()).toMatchObject({ kind: 'refused', code: 'payment-half-entered' })
    expect(await discardOn(desk)).toBeDefined()
    await desk.ok('payment.discard', { commandId: desk.id(), drawer_code: '' })
    expect(await over()).toMatchObject({ kind: 'ok' })
  })
})
