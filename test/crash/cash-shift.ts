/** A drawer to kill a desk in: opened with its float, paid into with change, a check, and counted. */
import { moneyFiles } from '../main/support/money-desk.ts'
import type { TestDesk } from '../main/support/desk.ts'
import { commandsOf, type Shift } from './killed.ts'

const { command, signIn } = commandsOf(44)

const FLOAT = [
  { denomination_cents: 500, pieces_count: 12 },
  { denomination_cents: 25, pieces_count: 160 },
]

function payment(amount_cents: number, tenders: readonly object[]): object {
  const charges = [{ charge_ref: 'c1', amount_cents }]
  const how = { is_exact_possible: true, is_large_meant: false, paper: null }
  return { drawer_code: '', charges, pay_cents: null, sales: [], tenders, ...how }
}

const commands = [
  signIn(),
  command('drawer.open', { drawer_code: '', pieces: FLOAT, total_cents: null }),
  command('payment.take', payment(175, [{ tender: 'cash', tendered_cents: 500 }])),
  command(
    'payment.take',
    payment(500, [
      { tender: 'check', amount_cents: 300, check_number: '1041' },
      { tender: 'cash', tendered_cents: 200 },
    ]),
  ),
  command('drawer.count', { drawer_code: '', why: 'mid-shift', pieces: null, total_cents: 10_375 }),
]

async function state(desk: TestDesk): Promise<unknown> {
  const { owed_cents, history } = await desk.ok('charge.explain', { charge_ref: 'c1' })
  return { owed_cents, payments_count: history.length }
}

const kinds = ['drawer-opened', 'receipt-made', 'drawer-counted']

export const CASH_SHIFT: Shift = { files: () => moneyFiles(), commands, state, kinds }
