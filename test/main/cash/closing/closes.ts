/** A drawer that is opened, sells copies, is counted and closed at a real desk, for every test of a close. */
import type { Input } from '../../../../shared/ipc/contract.ts'
import { closing, countAll } from '../../support/closing-desk.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import type { TestDesk } from '../../support/desk.ts'

export const COPY = `INSERT INTO product VALUES ('COPY', 'Copies', 'C', 10, 'sale', 'copies', NULL, 0, 10, 1)`

export async function opened(float_cents = 10_000, ...also: readonly string[]): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [COPY, ...also] })
  await openWith(desk, float_cents)
  return desk
}

export async function openWith(desk: TestDesk, total_cents: number): Promise<string> {
  const { done } = await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents })
  return done?.entry_ref ?? ''
}

type Tenders = Input<'payment.take'>['tenders']

/** Copies at ten cents; what the other tenders do not pay is paid in cash. @returns the number of the receipt */
export async function sell(desk: TestDesk, quantity_count: number, others: Tenders = []): Promise<string> {
  const { done } = await desk.ok('payment.take', selling(desk, quantity_count, others))
  return done?.full_receipt_number ?? ''
}

export function selling(desk: TestDesk, quantity_count: number, others: Tenders = []): Input<'payment.take'> {
  const due =
    quantity_count * 10 - others.reduce((all, one) => all + ('amount_cents' in one ? (one.amount_cents ?? 0) : 0), 0)
  return {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'COPY', quantity_count, price_cents: null }],
    tenders: due > 0 ? [{ tender: 'cash', tendered_cents: due }, ...others] : others,
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  }
}

type More = NonNullable<Parameters<typeof countAll>[2]> & Parameters<typeof closing>[1]

/** Counts so much and closes. @returns the session */
export async function closed(desk: TestDesk, cash: number, more: More = {}): Promise<string> {
  const { checks_count = 0, checks_cents = 0, card_total_cents = null, ...said } = more
  await countAll(desk, cash, { checks_count, checks_cents, card_total_cents })
  await desk.ok('drawer.close', closing(desk, said))
  return lastClosed(desk)
}

export const sessions = async (desk: TestDesk) => (await desk.ok('drawer.list', { limit: 30 })).sessions

async function lastClosed(desk: TestDesk): Promise<string> {
  return (await sessions(desk)).find((one) => one.status === 'closed')?.session_ref ?? ''
}

export async function zOf(desk: TestDesk, session_ref = '') {
  return (await desk.ok('drawer.z', { session_ref: session_ref || (await lastClosed(desk)) })).report
}

/** The row that was made last: a second person is asked in it. */
export async function lastRow(desk: TestDesk): Promise<string> {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  return snapshot.rows[0]?.row_id ?? ''
}
