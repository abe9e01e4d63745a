/** A desk with one drawer that takes any amount as a donation, for figures that are not of this library. */
import type { Input } from '../../shared/ipc/contract.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { moneyDesk } from '../main/support/money-desk.ts'

export const GIFT = `INSERT INTO product VALUES ('GIFT', 'Donation', NULL, NULL, 'donation', 'gifts', NULL, 0, 10, 1)`

type Take = Input<'payment.take'>
type Given = Partial<Pick<Take, 'charges' | 'sales'>> & Pick<Take, 'tenders'>

export function payment(desk: TestDesk, given: Given): Take {
  const unasked = { pay_cents: null, is_exact_possible: true, is_large_meant: true, paper: null }
  return { commandId: desk.id(), drawer_code: '', charges: [], sales: [], ...unasked, ...given }
}
export const take = async (desk: TestDesk, given: Given) => (await desk.ok('payment.take', payment(desk, given))).done
export const gift = (price_cents: number): Take['sales'][number] => {
  return { product_code: 'GIFT', quantity_count: 1, price_cents }
}
export const cash = (tendered_cents: number): Take['tenders'][number] => ({ tender: 'cash', tendered_cents })
/** Each approval has its own code. */
let cards_count = 0
export const card = (amount_cents: number): Take['tenders'][number] => {
  return { tender: 'card', amount_cents, authorization: `A${(cards_count += 1)}`, last_four: '4242' }
}

export async function opened(total_cents: number, policy: Parameters<typeof moneyDesk>[0] = {}): Promise<TestDesk> {
  const desk = await moneyDesk({ ...policy, also: [GIFT, ...(policy.also ?? [])] })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents })
  return desk
}

export const reportOf = async (desk: TestDesk) => (await desk.ok('drawer.x', { drawer_code: '' })).report
export const holds = async (desk: TestDesk) => (await reportOf(desk)).tenders[0]?.expected_cents ?? 0
