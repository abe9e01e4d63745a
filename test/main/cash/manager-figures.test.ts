/**
 * What a manager is told of a period, against a reckoning of its own: the lines of the exported journal, summed here
 * with nothing of the program. Three clerks work two days; one of them does nothing that is an exception.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closing, countAll } from '../support/closing-desk.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { BEN, benAtDesk, comes, WEI } from '../support/staff.ts'

const GIFT = `INSERT INTO product VALUES ('GIFT', 'Donation', 'G', NULL, 'donation', 'gifts', NULL, 0, 10, 1)`
const DAY_MS = 86_400_000
const FROM = '2026-11-24'
const TO = '2026-12-08'

const id = (desk: TestDesk) => ({ commandId: desk.id() })
const whole = (desk: TestDesk, total_cents: number) => ({ ...id(desk), drawer_code: '', pieces: null, total_cents })

const opening = (desk: TestDesk, total_cents: number) => {
  return { ...whole(desk, total_cents), reason: 'WRONG-FLOAT', note: 'Counted twice.' }
}

async function take(desk: TestDesk, amount: number): Promise<string> {
  const sales = [{ product_code: 'GIFT', quantity_count: 1, price_cents: amount }]
  const payment = { ...id(desk), drawer_code: '', charges: [], pay_cents: null, sales, is_exact_possible: true }
  const tenders = [{ tender: 'cash', tendered_cents: amount } as const]
  const { done } = await desk.ok('payment.take', { ...payment, tenders, is_large_meant: false, paper: null })
  return done?.entry_ref ?? ''
}

/** Charges the open account this much and waives of it. @returns the charge, and the last entry of both */
async function charge(desk: TestDesk, amount: number, waived: number) {
  await desk.ok('charge.add', { ...id(desk), fee_code: '', amount_cents: amount, note: '' })
  const charge_ref = await newest(desk, 'charge-made')
  if (waived === 0) return { charge_ref, waiver: '' }
  await desk.ok('charge.waive', { ...id(desk), charge_ref, amount_cents: waived, reason: 'first-time' })
  return { charge_ref, waiver: await newest(desk, 'charge-moved') }
}

async function closeWith(desk: TestDesk, counted: number, bag_number: string): Promise<void> {
  await countAll(desk, counted)
  await desk.ok('drawer.close', closing(desk, { leave_cents: 10_000, bag_number, reason: 'WRONG-CHANGE' }))
}

/** Ben has two days; Rosa and Wei charge, waive, void and open the drawer. The second day is in the next month. */
async function workedDays(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [GIFT] })
  await desk.scan(CARDS.owing)
  await charge(desk, 1000, 300)
  await charge(desk, 500, 500)
  await benAtDesk(desk)
  await desk.ok('drawer.open', opening(desk, 10_000))
  await take(desk, 2500)
  await comes(desk, WEI)
  await desk.ok('drawer.unlock', { ...id(desk), drawer_code: '', what: { purpose: 'no-sale', reason: 'STUCK' } })
  await desk.ok('payment.void', { ...id(desk), receipt_ref: await take(desk, 700), reason: 'WRONG-AMOUNT' })
  await desk.scan(CARDS.owing)
  const { waiver } = await charge(desk, 400, 400)
  await desk.ok('desk.undo-act', { ...id(desk), event: waiver })
  await comes(desk, BEN)
  await closeWith(desk, 12_450, 'B-1')
  desk.clock.pass(7 * DAY_MS)
  await comes(desk, BEN)
  await desk.ok('drawer.open', opening(desk, 10_010))
  await take(desk, 1000)
  await comes(desk, WEI)
  await desk.scan(CARDS.owing)
  const wrong = await charge(desk, 900, 0)
  await charge(desk, 200, 50)
  await desk.ok('charge.void', { ...id(desk), charge_ref: wrong.charge_ref, reason: 'library-error' })
  await comes(desk, BEN)
  await closeWith(desk, 11_030, 'B-2')
  desk.clock.pass(3 * DAY_MS)
  await rosaAt(desk)
  return desk
}

type Line = {
  readonly kind: string
  readonly staff: string
  readonly at_ms: number
  readonly place: string
  readonly body: Readonly<Record<string, unknown>>
}

async function journalOf(desk: TestDesk): Promise<readonly Line[]> {
  const to_file = join(testFolder(), 'journal.jsonl')
  await desk.ok('journal.export', { to_file })
  const lines = readFileSync(to_file, 'utf8').trim().split('\n')
  return lines.slice(1).flatMap((line) => {
    const { content } = JSON.parse(line) as { content?: string }
    if (content === undefined) return []
    const one = JSON.parse(content) as Line & {
      readonly terminal: string
      readonly epoch: number
      readonly seq: number
    }
    return [{ ...one, place: `${one.terminal}.${one.epoch}.${one.seq}` }]
  })
}

async function newest(desk: TestDesk, kind: string): Promise<string> {
  const { events } = await desk.ok('journal.recent', { limit: 20 })
  return events.find((one) => one.kind === kind)?.event ?? ''
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)
const amountOf = ({ body }: Line): number => Number(body['amount_cents'])
const ofKind = (lines: readonly Line[], kind: string) => lines.filter((one) => one.kind === kind)
/** The middle one, or the lower of two. */
const middle = (all: readonly number[]): number => {
  return all.toSorted((one, other) => one - other)[Math.ceil(all.length / 2) - 1] ?? 0
}
const dollars = (amount: number): string => `$${(amount / 100).toFixed(2)}`

/** Cash over what was expected when a session was opened and closed; Ben had the drawer both times. */
function differences(lines: readonly Line[]): readonly number[] {
  return lines.flatMap(({ kind, body }) => {
    if (kind === 'drawer-opened') return [Number(body['counted_cents']) - Number(body['left_cents'])]
    if (kind !== 'drawer-closed') return []
    const { counted, expected } = body as Readonly<Record<'counted' | 'expected', { readonly cash_cents: number }>>
    return [counted.cash_cents - expected.cash_cents]
  })
}

/** Waivers and voids that stand: those that no other entry takes back. */
function letOff(lines: readonly Line[]): readonly Line[] {
  const codes: readonly unknown[] = ['waived', 'voided']
  const moved = ofKind(lines, 'charge-moved').filter(({ body }) => codes.includes(body['code']))
  const undone = moved.map(({ body }) => body['of'])
  return moved.filter(({ body, place }) => body['of'] === null && !undone.includes(place))
}

function charged(lines: readonly Line[]): number {
  return sum(ofKind(lines, 'charge-made').map(amountOf))
}

function clerkRow(lines: readonly Line[], differ: readonly number[]): readonly number[] {
  return [
    ofKind(lines, 'drawer-unlocked').length,
    ofKind(lines, 'receipt-voided').length,
    sum(letOff(lines).map(amountOf)),
    sum(differ.map((by) => Math.max(by, 0))),
    sum(differ.map((by) => Math.max(-by, 0))),
  ]
}

test('clerks, their median and their share waived agree with the lines of the journal', async () => {
  const desk = await workedDays()
  const lines = await journalOf(desk)
  await desk.ok('cash.look', { from_on: FROM, to_on: TO })
  const page = await pageOf(desk, 'cash-desk')
  const people = { 'Ben Cole': 'BC-1', 'Rosa Ortiz': 'rortiz', 'Wei Zhang': 'WZ-1' }
  const reckoned = Object.entries(people).map(([name, staff]) => {
    const own = lines.filter((one) => one.staff === staff)
    return [name, ...clerkRow(own, staff === 'BC-1' ? differences(lines) : [])]
  })
  const medians = [1, 2, 3, 4, 5].map((at) => middle(reckoned.map((one) => Number(one[at]))))
  const shown = tableOf(page, 'clerks').map(([name = '', no_sales, voids, , waived = '', , over = '', short = '']) => {
    const amounts = [waived, over, short].map((text) => Math.round(Number(/\$([\d.]+)/.exec(text)?.[1] ?? 0) * 100))
    return [name, Number(no_sales), Number(voids), ...amounts]
  })
  expect(shown.slice(0, -1).toSorted(byName)).toEqual(reckoned)
  expect(shown.at(-1)?.slice(1)).toEqual(medians)
  const shares = ['WZ-1', 'rortiz'].map((staff) => {
    const own = lines.filter((one) => one.staff === staff)
    const [levied, waived] = [charged(own), sum(letOff(own).map(amountOf))]
    return [dollars(levied), dollars(waived), `${Math.round((100 * waived) / levied)}%`]
  })
  const clerkShares = tableOf(page, 'clerk-shares').map((cells) => cells.slice(1))
  expect(clerkShares).toEqual([...shares, ['', '', shares[1]?.[2]]])
})

test('months by charge and waiver, and the age of every bag, agree with the lines of the journal', async () => {
  const desk = await workedDays()
  const lines = await journalOf(desk)
  await desk.ok('cash.look', { from_on: FROM, to_on: TO })
  const page = await pageOf(desk, 'cash-desk')
  const monthOf = ({ at_ms }: Line): string => new Date(at_ms).toISOString().slice(0, 7)
  const months = [...Map.groupBy(lines, monthOf)].map(([, all]) => {
    return [dollars(charged(all)), dollars(sum(letOff(all).map(amountOf)))]
  })
  expect(tableOf(page, 'shares').map(([, , levied, waived]) => [levied, waived])).toEqual(months)
  const bags = ofKind(lines, 'drawer-closed').map(({ at_ms, body }) => {
    const bag = body['bag'] as { readonly bag_number: string; readonly drawer_cents: number }
    return [bag.bag_number, dollars(bag.drawer_cents), String(Math.round((desk.clock.now() - at_ms) / DAY_MS))]
  })
  expect(tableOf(page, 'bags').map((cells) => cells.slice(1))).toEqual(bags)
})

function byName([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1
}
