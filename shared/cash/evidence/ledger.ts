/**
 * The general-ledger journal: what each session is in the library's books, on a cash basis, fund by fund. Each fund of
 * a session balances by itself: what is still in drawers, the safe and the change fund is an entry of its own. Credit
 * of patrons that paid something, and what the safe and the change fund were counted over and short, are of a day and
 * of no session; what the bank found more or less in a bag is of its session and of the day of that entry. Pure.
 */
import { cents, type Cents } from '../../kernel/money.ts'
import { CREDIT_FUND } from '../../ledger/charge-kinds.ts'
import { cashTransfers, type CashEvent } from '../../journal/fold/cash.ts'
import type { Transfer, TransferCode } from '../../ledger/accounts.ts'
import { instant, type LocalDate } from '../../kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../kernel/zone.ts'
import { bookEntries, type BookEntry } from '../general-ledger.ts'
import type { LaterEntry } from './later.ts'
import type { PlaceEvent } from './place-counts.ts'
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
  readonly events: readonly CashEvent[]
}

type Books = {
  readonly sessions: readonly Booked[]
  readonly credit_used: readonly CreditUsed[]
  readonly later: readonly LaterEntry[]
  readonly places: readonly PlaceEvent[]
  readonly zone: ZoneName
  /** The numbers of the library's own ledger. */
  readonly ledger_accounts: Readonly<Record<string, string>>
}

/** Credit that patrons had left and that paid a charge on this day: income of its fund, and no drawer's. */
export type CreditUsed = {
  readonly business_on: LocalDate
  readonly fund: string
  /** Below zero: it was given back to the account. */
  readonly amount_cents: Cents
}

type Use = { readonly fund: string; readonly amount_cents: Cents }

/** What the library owed becomes income; the money of it goes on hand from one fund to the other. */
export function creditLines(used: readonly Use[]): readonly LedgerLine[] {
  const sums = new Map<string, number>()
  for (const { fund, amount_cents } of used) {
    sums.set(fund, (sums.get(fund) ?? 0) + amount_cents)
    sums.set(CREDIT_FUND, (sums.get(CREDIT_FUND) ?? 0) - amount_cents)
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([fund, sum]): readonly LedgerLine[] => {
      if (sum === 0) return []
      const [on, off] = [cents(Math.max(sum, 0)), cents(Math.max(0 - sum, 0))]
      const booked =
        fund === CREDIT_FUND
          ? ({ account: 'patron-credit', of: '' } as const)
          : ({ account: 'income', of: fund } as const)
      return [
        { fund, account: 'on-hand', of: '', debit_cents: on, credit_cents: off },
        { fund, ...booked, debit_cents: off, credit_cents: on },
      ]
    })
}

/** What was settled of counts of the safe and the change fund, a day at a time: of no session. */
function ofPlaces({ places, zone }: Books) {
  const byDay = Map.groupBy(places, ({ head }) => toLocalDate(instant(head.at_ms), zone))
  return [...byDay].map(([business_on, events]) => {
    return { business_on, session_ref: null, lines: ledgerLines(events.flatMap(cashTransfers)) }
  })
}

/** What a session is on the day on which it was opened: what the bank says of its bags comes later. */
function ofSession({ session_ref, business_on, events }: Booked) {
  const own = events.filter(({ kind }) => kind !== 'deposit-banked' && kind !== 'card-settled')
  return { business_on, session_ref, lines: ledgerLines(own.flatMap(cashTransfers)) }
}

/** What the bank took in, by the day of the entry and the session of the bag. */
function ofBank({ later }: Books) {
  const byBag = Map.groupBy(later, ({ business_on, session_ref }) => `${business_on} ${session_ref}`)
  return [...byBag.values()].flatMap((all) =>
    all.slice(0, 1).map(({ business_on, session_ref }) => {
      return { business_on, session_ref, lines: ledgerLines(all.flatMap(({ event }) => cashTransfers(event))) }
    }),
  )
}

/** The nearest that the library gave: of what the line is of, else of its fund, else of the account; empty: none. */
function numberOf(
  { ledger_accounts: numbers }: Books,
  { account, of, fund }: Pick<LedgerLine, 'account' | 'of' | 'fund'>,
): string {
  return numbers[`${account} ${of}`] ?? numbers[`${account} ${fund}`] ?? numbers[account] ?? ''
}

export function ledgerSheet(books: Books): Sheet {
  const { sessions, credit_used } = books
  const days = [...Map.groupBy(credit_used, ({ business_on }) => business_on)].map(([business_on, all]) => {
    return { business_on, session_ref: null, lines: creditLines(all) }
  })
  return {
    name: 'ledger',
    columns: ['business_date', 'session', 'fund', 'account', 'of', 'gl_account', 'debit', 'credit'],
    rows: [...sessions.map(ofSession), ...ofBank(books), ...days, ...ofPlaces(books)].flatMap(
      ({ session_ref, business_on, lines }) =>
        lines.map(({ fund, account, of, debit_cents, credit_cents }) => {
          const sides = [{ cents: debit_cents }, { cents: credit_cents }]
          return [business_on, session_ref, fund, account, of, numberOf(books, { account, of, fund }), ...sides]
        }),
    ),
  }
}
