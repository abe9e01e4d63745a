/**
 * The general-ledger journal: what each session is in the library's books, on a cash basis, fund by fund. Each fund of
 * a session balances by itself: what is still in drawers, the safe and the change fund is an entry of its own. Pure.
 */
import { cents, type Cents } from '../../kernel/money.ts'
import type { Transfer, TransferCode } from '../../ledger/accounts.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { bookEntries, type BookEntry } from '../general-ledger.ts'
import type { Sheet } from './sheet.ts'

export type LedgerLine = {
  readonly fund: string
  /** `on-hand`: cash and checks that are at the library. */
  readonly account: BookEntry['account'] | 'on-hand'
  readonly of: string
  readonly debit_cents: Cents
  readonly credit_cents: Cents
}

/** @param transfers of one session; accounts that came to nothing are left out */
export function ledgerLines(transfers: readonly Transfer<TransferCode>[]): readonly LedgerLine[] {
  const byFund = Map.groupBy(transfers, ({ fund }) => fund)
  return [...byFund]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([fund, moved]) => {
      const { entries, passing_cents } = bookEntries(moved)
      const all = [{ account: 'on-hand', of: '', amount_cents: passing_cents } as const, ...entries]
      return all.flatMap(({ account, of, amount_cents: by }): readonly LedgerLine[] => {
        const [debit_cents, credit_cents] = [cents(Math.max(by, 0)), cents(Math.max(-by, 0))]
        return by === 0 ? [] : [{ fund, account, of, debit_cents, credit_cents }]
      })
    })
}

type Booked = {
  readonly session_ref: string
  readonly business_on: LocalDate
  readonly transfers: readonly Transfer<TransferCode>[]
}

export function ledgerSheet(sessions: readonly Booked[]): Sheet {
  return {
    name: 'ledger',
    columns: ['business_date', 'session', 'fund', 'account', 'of', 'debit', 'credit'],
    rows: sessions.flatMap(({ session_ref, business_on, transfers }) =>
      ledgerLines(transfers).map(({ fund, account, of, debit_cents, credit_cents }) => {
        const sides = [{ cents: debit_cents }, { cents: credit_cents }]
        return [business_on, session_ref, fund, account, of, ...sides]
      }),
    ),
  }
}
