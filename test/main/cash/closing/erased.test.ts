/**
 * Patrons who are erased: what an auditor gets of the days in which they paid, owed, were let off and got money back is
 * the same after that, to the byte, and so is what the verifier says.
 */
import { expect, test } from 'vitest'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk, pageOf } from '../../support/money-desk.ts'
import { expectRebuilt } from '../../support/reference-files.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { verified } from '../control/verified.ts'
import { closed, COPY } from './closes.ts'
import { exported } from './exported.ts'

const FOOD = `INSERT INTO in_kind_tender VALUES ('FOOD', 'Food for fines', 'piece', 100, 1, 1, 1, 1, NULL, NULL, 1)`
const here = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })
const AS_USUAL = { pay_cents: null, sales: [], is_exact_possible: true, is_large_meant: true, paper: null }

type Pay = {
  readonly refs: readonly [ref: string, amount: number | null][]
  readonly cash?: number
  readonly credit?: number
}

async function pay(
  desk: TestDesk,
  { refs, cash = 0, credit = 0 }: Pay,
  food = 0,
  keeps_change = false,
): Promise<string> {
  const { done } = await desk.ok('payment.take', {
    ...here(desk),
    ...AS_USUAL,
    charges: refs.map(([charge_ref, amount_cents]) => ({ charge_ref, amount_cents })),
    tenders: [
      ...(food > 0
        ? [{ tender: 'in-kind' as const, kind_code: 'FOOD', quantity_count: food, amount_cents: null }]
        : []),
      ...(credit > 0 ? [{ tender: 'credit' as const, amount_cents: credit }] : []),
      ...(cash > 0 ? [{ tender: 'cash' as const, tendered_cents: cash }] : []),
    ],
    keeps_change,
  })
  return done?.entry_ref ?? ''
}

/** The newest charges, by their kind. */
async function charges(desk: TestDesk): Promise<ReadonlyMap<string, string>> {
  const { events } = await desk.ok('journal.recent', { limit: 40 })
  const made = events.filter((one) => one.kind === 'charge-made').map((one) => one.event)
  const kinds = await Promise.all(
    made.map(async (charge_ref) => (await desk.ok('charge.explain', { charge_ref })).kind),
  )
  return new Map(made.map((ref, at) => [kinds[at] ?? '', ref]))
}

/** Dana loses a book, and pays with food, cash and the change she had left; some is waived, and some comes back. */
async function worked(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [COPY, FOOD], lost: { found_paid_kind: 'leave', is_overdue_restored: 0 } })
  await desk.ok('drawer.open', { ...here(desk), pieces: null, total_cents: 10_000 })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 30)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 2000 })
  await desk.scan(CARDS.dana)
  const of = await charges(desk)
  const [lost, processing] = [of.get('lost') ?? '', of.get('processing') ?? '']
  const receipt = await pay(desk, { refs: [[lost, 500]], cash: 600 }, 1, true)
  await pay(desk, { refs: [[processing, 200]], credit: 200 })
  await desk.ok('charge.waive', { commandId: desk.id(), charge_ref: processing, amount_cents: 100, reason: 'other' })
  await pay(desk, { refs: [[lost, null]], cash: 1500 })
  await desk.ok('refund.pay', {
    ...here(desk),
    to: { tender: 'cash' },
    payee_name: 'Dana Miller',
    reason: 'CHARGED-IN-ERROR',
    is_exact_possible: true,
    what: { of: 'receipt', receipt, lines: [{ line_number: 1, amount_cents: 150 }] },
  })
  await closed(desk, 11_950)
  return desk
}

/** The tables as text; the sheets of the same say when they were packed. */
async function tables(desk: TestDesk, count: number, on: string): Promise<readonly (readonly string[])[]> {
  const files = [...(await exported(desk, count, on))].filter(([name]) => name.endsWith('.csv'))
  return files.map(([name, content]) => [name, ...content.toString('utf8').split('\r\n')])
}

test('no table of an export, and nothing that the verifier says, is another one', async () => {
  const desk = await worked()
  const read = async () => [await tables(desk, 1, '2026-11-24'), await tables(desk, 0, '2026-12-24')]
  const before = await read()
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.dana.slice(-4) })
  expect(await read()).toEqual(before)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  expect(await verified(desk)).toBe('')
  await expectRebuilt(desk)
  const again = await rosaAt(await desk.reopen())
  expect([await tables(again, 1, '2026-11-24'), await tables(again, 0, '2026-12-24')]).toEqual(before)
})

test('credit that paid a charge of the library’s data stays income of the same fund', async () => {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { ...here(desk), pieces: null, total_cents: 10_000 })
  await desk.scan(CARDS.owing)
  await pay(desk, { refs: [['c1', 500]], cash: 800 }, 0, true)
  await pay(desk, { refs: [['c1', 300]], credit: 300 })
  await pay(desk, { refs: [['c1', null]], cash: 400 })
  await closed(desk, 11_200)
  const before = await tables(desk, 1, '2026-11-24')
  expect(JSON.stringify(before)).toContain('fines,income')
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.owing.slice(-4) })
  expect(await tables(desk, 1, '2026-11-24')).toEqual(before)
})

test('a receipt of a patron who is erased is not voided, and a copy of it names nobody', async () => {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { ...here(desk), pieces: null, total_cents: 10_000 })
  await desk.scan(CARDS.dana)
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 300, note: '' })
  const own = await pay(desk, { refs: [[(await charges(desk)).get('manual') ?? '', null]], cash: 300 })
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.dana.slice(-4) })
  await desk.scan(CARDS.owing)
  const imported = await pay(desk, { refs: [['c1', null]], cash: 1200 })
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: CARDS.owing.slice(-4) })
  const voided = { commandId: desk.id(), receipt_ref: own, reason: 'WRONG-AMOUNT' }
  expect(await desk.call('payment.void', voided)).toMatchObject({ kind: 'refused', code: 'receipt-changed-since' })
  for (const receipt of [own, imported]) {
    const said = JSON.stringify((await pageOf(desk, 'drawer', `paper ${receipt}`)).sections)
    expect(said).toContain('Anonymous')
  }
  const back = { to: { tender: 'cash' as const }, reason: 'CHARGED-IN-ERROR', is_exact_possible: true }
  const what = { of: 'receipt' as const, receipt: imported, lines: [{ line_number: 1, amount_cents: null }] }
  expect(await desk.call('refund.pay', { ...here(desk), ...back, what })).toMatchObject({ code: 'payee-missing' })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})
