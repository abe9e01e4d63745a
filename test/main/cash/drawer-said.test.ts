/**
 * What the page of a drawer says while a clerk works at it: what each receipt was for, what the bag of a close comes to
 * as it is typed, and a count that is half typed.
 */
import { expect, test } from 'vitest'
import { dateOrder } from '../../../shared/kernel/date-order.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { draftName, type PageView } from '../../../shared/desk/page.ts'
import { fillPreview } from '../../../shared/desk/read-field.ts'
import type { TestDesk } from '../support/desk.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { en } from '../../../shared/words/en/en.ts'
import { pageOf, tableOf, safeCounted } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { benAtDesk } from '../support/staff.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import { closed, opened, sell } from './closing/closes.ts'

const at = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })

test('a receipt says what it was for, and not whose it was, to anybody at the drawer', async () => {
  const desk = await opened()
  await sell(desk, 12)
  await desk.scan(CARDS.owing)
  await desk.ok('payment.take', {
    ...at(desk),
    charges: [{ charge_ref: 'c1', amount_cents: 500 }],
    pay_cents: null,
    sales: [{ product_code: 'COPY', quantity_count: 1, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 510 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  await benAtDesk(desk)
  const page = await pageOf(desk, 'drawer')
  const said = tableOf(page, 'receipts').map((cells) => cells[2])
  expect(said[1]).toBe('12 × Copies')
  expect(said[0]?.split(', ').toSorted()).toEqual(['Copies', 'Overdue fine'])
  expect(JSON.stringify(page)).not.toContain('Owen')
})

test('a void says all that goes back: cash, the check itself, and what the terminal took', async () => {
  const desk = await opened()
  const card = { tender: 'card', amount_cents: 200, authorization: 'A1', last_four: '4242' } as const
  const receipt_ref = await sell(desk, 60, [{ tender: 'check', amount_cents: 300, check_number: '77' }, card])
  await desk.ok('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
  const { band } = (await desk.ok('desk.snapshot', {})).snapshot
  const { others_back } = en.outcomes.cash
  expect(band?.fact?.text).toBe('$1.00')
  for (const says of [others_back.check('$3.00'), others_back.card('$2.00')]) expect(band?.sentence).toContain(says)
})

test.each([
  ['exact', 10_000, 0, false, null, ['$100.00']],
  ['short', 9_975, 0, true, '$0.25', ['$0.25', '$99.75']],
  ['over', 10_500, 0, true, '$5.00', ['$5.00', '$100.00', '$5.00']],
  ['short of cash, and a check over', 9_900, 40, true, '$1.00', ['$1.00', '$0.40', '$99.00', '$0.40']],
])('a close says each difference once, the largest as its figure: %s', async (_, cash, checks_cents, ...said) => {
  const desk = await opened()
  const reason = checks_cents > 0 || cash !== 10_000 ? 'WRONG-CHANGE' : ''
  const checks = { checks_count: checks_cents > 0 ? 1 : 0, checks_cents }
  await closed(desk, cash, { ...checks, reason, leave_cents: Math.min(cash, 10_000) })
  const { band } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(band?.outcome).toBe('done')
  expect([band?.is_off ?? false, band?.fact?.text ?? null, band?.sentence.match(/\$[\d.]+\d/g)]).toEqual(said)
})

test('a screen reader hears what is short before what was done, and that a close agrees after it', async () => {
  const desk = await opened()
  const { closed: done, agrees, is_short, z } = en.outcomes.cash_close
  const spoken = async () => (await desk.ok('desk.snapshot', {})).snapshot.band?.spoken ?? ''
  await closed(desk, 9_975, { reason: 'WRONG-CHANGE', leave_cents: 9_975 })
  expect((await spoken()).startsWith(`${is_short} $0.25.`)).toBe(true)
  expect((await spoken()).split(`${is_short} $0.25.`)).toHaveLength(2)
  expect(await spoken()).toContain(done)
  await desk.ok('drawer.open', { ...at(desk), pieces: null, total_cents: 9_950, reason: 'WRONG-FLOAT' })
  expect((await spoken()).startsWith(en.outcomes.cash.float_short('$0.25'))).toBe(true)
  await closed(desk, 9_950, { leave_cents: 9_950 })
  const said = await spoken()
  expect(said.startsWith(z('').trim())).toBe(true)
  expect(said.indexOf(done)).toBeLessThan(said.indexOf(agrees))
})

test('a close that is equally short of cash and of card payments names each', async () => {
  const desk = await opened()
  await sell(desk, 10, [{ tender: 'card', amount_cents: 100, authorization: 'A1', last_four: '4242' }])
  await closed(desk, 9_900, { card_total_cents: 0, reason: 'WRONG-CHANGE', leave_cents: 9_900 })
  const { band } = (await desk.ok('desk.snapshot', {})).snapshot
  const { tender } = en.pages.drawer
  const { is_off_in, off_in } = en.outcomes.cash_close
  expect(band?.fact).toEqual({ label: is_off_in(tender.cash, false), text: '$1.00' })
  expect(band?.sentence.split(off_in(tender.card, '$1.00', false))).toHaveLength(2)
  expect(band?.sentence.match(/\$1\.00/g)).toHaveLength(2)
})

/** What the last step foretells with these texts in its fields. */
async function foretold(desk: TestDesk, { enter, today }: PageView, texts: Record<string, string>) {
  const call = must(
    fillPreview(must(enter, 'a step'), texts, { today: localDate(today), order: dateOrder('en', 'en-US') }),
    'a preview',
  )
  const { lines } = await desk.ok('closing.bag-preview', call.input as never)
  return lines.map(({ text, tone }) => [text, tone])
}

test('the last step adds up the bag while it is typed: cash, checks, and what the safe adds', async () => {
  const desk = await opened(12_000)
  await safeCounted(desk)
  const moved = { place: 'safe', pieces: null, bag_number: '', receiver_code: '', receiver_cents: null } as const
  await desk.ok('drawer.place', { ...at(desk), ...moved, way: 'out', total_cents: 2000 })
  await sell(desk, 50, [{ tender: 'check', amount_cents: 400, check_number: '1042' }])
  await countAll(desk, 10_100, { checks_count: 1, checks_cents: 400, card_total_cents: 0 })
  const page = await pageOf(desk, 'drawer')
  const lines = await foretold(desk, page, { bag_number: '', safe_cents: '20.00' })
  expect(lines.map(([text]) => text?.match(/\$[\d.]+/g))).toEqual([['$100.00'], ['$1.00', '$4.00', '$20.00', '$25.00']])
})

test.each([
  [0, 'no_bag_says', []],
  [5, 'close_says', [['bag_number', true]]],
] as const)('the last step asks for the number of a bag that money goes into: %i copies', async (count, says, asks) => {
  const desk = await opened(10_000)
  if (count > 0) await sell(desk, count)
  await countAll(desk, 10_000 + 10 * count)
  const { enter } = await pageOf(desk, 'drawer')
  expect(enter?.says).toBe(en.pages.drawer.close[says])
  expect(enter?.asks.map(({ name, is_required }) => [name, is_required])).toEqual(asks)
})

const FLOAT = draftName({ call: { method: 'drawer.count', input: { drawer_code: '', reason: 'closing' } } }, null)

test('half a count is kept for its clerk, until something is done at the drawer', async () => {
  const desk = await opened()
  const page = { place: 'drawer', about: 'close DRAWER-1' } as const
  const texts = { 'pieces.2000': '3', 'pieces.1000': '' }
  await desk.ok('draft.keep', { page, act: FLOAT, patron_id: null, texts })
  const drafts = async () => (await pageOf(desk, 'drawer', page.about)).drafts.map((one) => one.texts)
  expect(await drafts()).toEqual([texts])
  desk.clock.pass(60_000)
  await sell(desk, 1)
  expect(await drafts()).toEqual([])
})

test('a reason that is half typed belongs to one close', async () => {
  const desk = await opened()
  const name = async (cash: number) => {
    await countAll(desk, cash)
    const { enter } = await pageOf(desk, 'drawer', 'close DRAWER-1')
    return draftName(must(enter, 'a step'), null)
  }
  const first = await name(9_900)
  await desk.ok('drawer.close', closing(desk, { reason: 'WRONG-CHANGE', leave_cents: 9_900 }))
  await desk.ok('drawer.open', { ...at(desk), pieces: null, total_cents: 9_900 })
  const second = await name(9_800)
  expect([first, second].map((one) => one.includes('closing.explain'))).toEqual([true, true])
  expect(second).not.toBe(first)
})

test('a reason for a close that is over is refused for that, whatever the drawer is at now', async () => {
  const desk = await opened()
  await countAll(desk, 9_900)
  const page = await pageOf(desk, 'drawer', 'close DRAWER-1')
  const { call } = must(page.enter, 'a step')
  const explains = async () => {
    const said = { ...call.input, commandId: desk.id(), reason: 'WRONG-CHANGE', note: '' }
    return desk.call('closing.explain', said as Input<'closing.explain'>)
  }
  await desk.ok('drawer.close', closing(desk, { reason: 'WRONG-CHANGE', leave_cents: 9_900 }))
  expect(await explains()).toMatchObject({ code: 'session-closed' })
  await desk.ok('drawer.open', { ...at(desk), pieces: null, total_cents: 9_900 })
  expect(await explains()).toMatchObject({ code: 'session-closed' })
  await countAll(desk, 9_900)
  expect(await explains()).toMatchObject({ code: 'session-closed' })
})

test.each([
  ['named by the library', `INSERT INTO cash_drawer VALUES ('FRONT', 'Front desk', '*')`, 'Front desk', 'FRONT'],
  ['without a name', '', 'drawer', 'DRAWER-1'],
])('no refusal says the code of a drawer %s', async (_, also, name, code) => {
  const desk = await opened(10_000, ...(also === '' ? [] : [also]))
  const again = await desk.call('drawer.open', { ...at(desk), drawer_code: code, pieces: null, total_cents: 1 })
  await desk.ok('drawer.custody', { ...at(desk), what: { reason: 'suspend' } })
  const suspended = await desk.call('drawer.unlock', {
    ...at(desk),
    what: { purpose: 'make-change', amount_cents: 100 },
  })
  expect([again, suspended]).toMatchObject([{ code: 'drawer-open-already' }, { code: 'drawer-suspended' }])
  for (const refused of [again, suspended]) {
    const { says = '' } = refused as { readonly says?: string }
    expect([says.includes(name), says.includes(code)]).toEqual([true, false])
  }
})
