/**
 * What a library's bookkeeping takes over: on a cash basis, by account and fund, debits and credits. Pure. Money that
 * only went from one place of the library to another is not in it, and no patron is.
 */
import { cents, type Cents } from '../kernel/money.ts'
import type { Account, Transfer, TransferCode } from '../ledger/accounts.ts'
import { CREDIT_FUND } from '../ledger/charge-kinds.ts'

/**
 * `patron-credit`: change that patrons left on their accounts, and credits that came with the library's data, which the
 * library owes them until they pay something.
 * `of`: a fund for income and what was spent, a payee for what is held, for over and short what was counted: `cash`,
 * `checks`, `card-clearing` or `bank`; empty where the account says all.
 */
export type BookEntry = {
  readonly account:
    | 'bank'
    | 'card-clearing'
    | 'office-check'
    | 'income'
    | 'sales-tax'
    | 'held-for-others'
    | 'patron-credit'
    | 'paid-in'
    | 'paid-out'
    | 'rounding'
    | 'over'
    | 'short'
  readonly of: string
  /** Debits less credits. */
  readonly amount_cents: Cents
}

type Key = Pick<BookEntry, 'account' | 'of'>

/**
 * Under which entry of the books an account stands; null: a place of the library, where money only passes. `other`: the
 * account on the other side.
 */
function bookKey(account: Account, other: Account, fund: string): Key | null {
  switch (account.account) {
    case 'cash':
    case 'checks':
    case 'safe':
    case 'change-fund':
    // The library's books have it since it was put there.
    case 'there-before':
      return null
    case 'bank-bag':
    case 'bank':
      return { account: 'bank', of: '' }
    case 'held-for-others':
      return { account: 'held-for-others', of: account.payee }
    case 'paid-in':
    case 'paid-out':
      return { account: account.account, of: fund }
    case 'card-clearing':
    case 'office-check':
    case 'sales-tax':
    case 'rounding':
      return { account: account.account, of: '' }
    case 'over':
    case 'short':
      return { account: account.account, of: other.account }
    // Change that was kept, what the former system owed, and what is given back of them; credit for a charge stays
    // income of its fund until it is paid out.
    case 'refund-due-credit':
    case 'refund-due-drawer':
    case 'refund-due-check':
      return fund === CREDIT_FUND ? { account: 'patron-credit', of: '' } : { account: 'income', of: fund }
    // What the former system settled is in its own books: beside the charge's own accounts it comes to nothing here.
    case 'opening':
    // On a cash basis income is what came in, for a sale or towards a charge, less what went back.
    case 'sales':
    case 'receivable':
    case 'income':
    case 'waived':
    case 'canceled':
    case 'in-kind':
      return { account: 'income', of: fund }
  }
}

/**
 * @param transfers of drawers; what only a charge knows, such as a waiver, is left out
 * @returns an entry for each account and fund that changed, those that came to nothing too; with `passing_cents`, what
 *   is still in drawers, the safe and the change fund beyond what was there before, they come to zero
 */
export function bookEntries(transfers: Iterable<Transfer<TransferCode>>): {
  readonly entries: readonly BookEntry[]
  readonly passing_cents: Cents
} {
  const sums = new Map<string, Key & { sum: number }>()
  let passing = 0
  const add = (account: Account, other: Account, fund: string, by: number): void => {
    const key = bookKey(account, other, fund)
    if (key === null) {
      passing += by
      return
    }
    const name = `${key.account} ${key.of}`
    const kept = sums.get(name) ?? { ...key, sum: 0 }
    kept.sum += by
    sums.set(name, kept)
  }
  for (const { debit, credit, amount_cents, fund } of transfers) {
    if ('charge_ref' in debit && 'charge_ref' in credit) continue
    add(debit, credit, fund, amount_cents)
    add(credit, debit, fund, -amount_cents)
  }
  const entries = [...sums.values()].map(({ sum, ...key }) => ({ ...key, amount_cents: cents(sum) }))
  return { entries, passing_cents: cents(passing) }
}
