/** Something is lent to Dana Miller, billed as lost, perhaps paid, and found: each step through the real desk. */
import type { TestDesk } from './desk.ts'
import { days, lend, moneyDesk, pay, type Policy } from './money-desk.ts'
import { CARDS, ITEMS } from './small-library.ts'

const HOUR = 3_600_000

type Lost = {
  readonly policy: Policy
  /** Days from the loan to the bill; the loan is of 21 days. */
  readonly billed_after_days: number
  /** What is paid of the lost item, at once. */
  readonly paid_cents: number
  /** Hours from the payment to the return. */
  readonly found_after_hours: number
  readonly is_amnesty?: boolean
  readonly is_book_drop?: boolean
}

/** Price $20.00, processing fee $3.00; billed 60 days after the loan, when the fine has reached its cap of $5.00. */
export const BILLED = { billed_after_days: 60, paid_cents: 0, found_after_hours: 24 }

export async function found(lost: Lost): Promise<{ readonly desk: TestDesk; readonly says: string }> {
  let desk = await moneyDesk(lost.policy)
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, lost.billed_after_days)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
  if (lost.paid_cents > 0) desk = await pay(desk, 'lost', lost.paid_cents)
  desk.clock.pass(lost.found_after_hours * HOUR)
  await desk.ok('desk.mode', { mode: 'in' })
  if (lost.is_amnesty) await desk.ok('desk.modify', { is_amnesty: true })
  if (lost.is_book_drop) await desk.ok('desk.modify', { is_book_drop: true })
  const { band } = await desk.scan(ITEMS.warmth)
  return { desk, says: band?.sentence ?? '' }
}
