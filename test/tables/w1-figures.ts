/** What the figures of the worked day W1 say of its Z, its books and its papers, however the day was worked. */
import { expect } from 'vitest'
import { bookEntries } from '../../shared/cash/general-ledger.ts'
import type { CashReport } from '../../shared/cash/report-facts.ts'
import { cashTransfers, type CashEvent } from '../../shared/journal/fold/cash.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { fromSafe, type Day } from './w1-day.ts'
import { WORKED_BOOKS } from './worked-day.ts'

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((all, one) => all + one, 0)
const netOf = (one: { readonly receipted_cents: number; readonly refunded_cents: number }): number => {
  return one.receipted_cents - one.refunded_cents
}
const dollars = (amount: number): string => {
  return `${amount < 0 ? '-' : ''}$${(Math.abs(amount) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`
}

/** What was paid on the earlier day. */
export const earlierCents = ({ events }: Day): number => {
  return sum(events.flatMap((one) => (one.kind === 'refund' ? [one.amount] : [])))
}

/** What receipts took in on both days, with what was voided and refunded. */
function takenEver(w1: Day): number {
  const gone = w1.events.flatMap((one) => (one.kind === 'void' || one.kind === 'refund' ? [one.amount] : []))
  return earlierCents(w1) + w1.journal_cash_basis.total + sum(gone)
}

/** By fund and payee as the books have it; what was voided is in none of it. */
function expectFunds({ journal_cash_basis: books }: Day, z: CashReport): void {
  const { sales_tax_payable, ...income } = books.cr
  const funds = z.funds.map((one) => [one.payee ?? one.fund, netOf(one)])
  const named = Object.entries(income).flatMap(([name, amount]) => {
    return amount === 0 ? [] : [[WORKED_BOOKS[name]?.split(' ')[1], amount]]
  })
  expect(new Map(funds as [string, number][])).toEqual(new Map(named as [string, number][]))
  expect(z.tax_cents).toBe(sales_tax_payable)
  expect(sum(z.tenders.map(netOf))).toBe(books.total)
}

export function expectReport(w1: Day, z: CashReport): void {
  const { expected, deposit } = w1
  const { drawer, checks, card } = expected
  expect(z.tenders.map((one) => [one.tender, one.expected_cents, one.counted_cents])).toEqual([
    ['cash', drawer, w1.count.total],
    ['check', checks, checks],
    ['card', card, card],
  ])
  expectFunds(w1, z)
  const waived = { code: 'waived', count: 1, amount_cents: w1.not_in_journal.waived, back_count: 0, back_cents: 0 }
  expect(z.let_off).toMatchObject([waived])
  const kinds = Map.groupBy(w1.events, ({ kind }) => kind)
  const many = (...of: readonly string[]): number => sum(of.map((kind) => kinds.get(kind)?.length ?? 0))
  const voided = sum((kinds.get('void') ?? []).map(({ amount }) => amount))
  expect(z.counts).toEqual({
    receipts_count: many('payment', 'sale', 'agency') - many('void'),
    voids_count: many('void'),
    voided_cents: voided,
    refunds_count: many('refund'),
    no_sales_count: 0,
    changes_made_count: sum(w1.events.map((one) => one.no_sale_count)),
    key_openings_count: 0,
    refused_outs_count: 0,
  })
  expect(z.float_cents).toBe(w1.float.total)
  expect(z.closing).toMatchObject({
    left_cents: deposit.left_in_drawer,
    left_checks_cents: 0,
    bag: { drawer_cents: deposit.from_drawer, safe_cents: fromSafe(w1), checks_cents: deposit.checks },
    z_number: 2,
    grand_total_cents: takenEver(w1),
    variances: [{ tender: 'cash', reason_code: 'WRONG-CHANGE', signed_off_by_initials: '' }],
    reviews: ['voids', 'refunds', 'waivers', 'paid-out', 'counted-alone'],
  })
}

/** The entries of the books by account and whose it is: debits above zero. */
export function booksWanted({ journal_cash_basis: books }: Day): ReadonlyMap<string, number> {
  return new Map([
    ...Object.entries(books.dr).map(([name, amount]) => [WORKED_BOOKS[name] ?? name, amount] as const),
    ...Object.entries(books.cr).map(([name, amount]) => [WORKED_BOOKS[name] ?? name, 0 - amount] as const),
  ])
}

export function expectBooksOf(w1: Day, session: readonly CashEvent[]): void {
  const { total } = w1.journal_cash_basis
  const { entries: kept, passing_cents } = bookEntries(session.flatMap(cashTransfers))
  expect(new Map(kept.map((one) => [`${one.account} ${one.of}`, one.amount_cents + 0]))).toEqual(booksWanted(w1))
  expect(passing_cents).toBe(0)
  const sides = [1, -1].map((side) => sum(kept.map((one) => Math.max(side * one.amount_cents, 0))))
  expect(sides).toEqual([total, total])
}

/** The lines of a paper that have this label, by their amounts. */
function said(paper: ReceiptDocument, label: string): readonly string[] {
  return paper.blocks.flatMap((block) => (block.block === 'line' && block.left === label ? [block.right] : []))
}

export function expectZPaper(w1: Day, paper: ReceiptDocument): void {
  const { expected, deposit, journal_cash_basis: books } = w1
  const words = wordsIn('en')
  const { cash } = words
  expect(said(paper, cash.expected)).toEqual([dollars(expected.drawer)])
  // Below what was counted, and among the books.
  const short = dollars(Math.abs(w1.over_short))
  expect(said(paper, cash.short)).toEqual([short, short])
  expect(said(paper, cash.let_off.waived(1))).toEqual([dollars(w1.not_in_journal.waived)])
  expect(said(paper, words.total)).toEqual([dollars(books.total), dollars(deposit.total)])
  expect(said(paper, cash.grand_total)).toEqual([dollars(takenEver(w1))])
}

export function expectSlip({ deposit, journal_cash_basis: { cr } }: Day, slip: ReceiptDocument): void {
  const { cash } = wordsIn('en')
  expect(said(slip, cash.deposit_total)).toEqual([dollars(deposit.total)])
  expect(said(slip, cash.librarys_own)).toEqual([dollars(deposit.total - must(cr['friends_payable'], 'held'))])
  expect(slip.blocks.filter((one) => one.block === 'text' && one.text === cash.proof_agrees)).toHaveLength(2)
}
