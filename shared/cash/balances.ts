/** What stands in each account of money after transfers, and what a drawer session should hold. Pure. */
import { cents, type Cents } from '../kernel/money.ts'
import { accountKey, type Account, type Transfer, type TransferCode } from '../ledger/accounts.ts'

/** Debits less credits, by `accountKey`; an account that is not named stands at zero. */
export type MoneyBalances = ReadonlyMap<string, Cents>

export function balancesOf(transfers: Iterable<Transfer<TransferCode>>): MoneyBalances {
  const balances = new Map<string, Cents>()
  const add = (account: Account, by: number): void => {
    const key = accountKey(account)
    balances.set(key, cents((balances.get(key) ?? 0) + by))
  }
  for (const { debit, credit, amount_cents } of transfers) {
    add(debit, amount_cents)
    add(credit, -amount_cents)
  }
  return balances
}

export function balanceOf(balances: MoneyBalances, account: Account): Cents {
  return balances.get(accountKey(account)) ?? cents(0)
}
