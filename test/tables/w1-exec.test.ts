/** The worked day W1 through the contract of a real desk: the close, the Z, the papers, the books, the evidence. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { depositOf, depositTotal } from '../../shared/cash/deposit.ts'
import { bookEntries } from '../../shared/cash/general-ledger.ts'
import { piecesTotal, type Pieces } from '../../shared/cash/pieces.ts'
import type { CashReport } from '../../shared/cash/report-facts.ts'
import { ofKind, piecesOf } from '../../shared/cash/session-entries.ts'
import { cashTransfers, type CashEvent } from '../../shared/journal/fold/cash.ts'
import { evidenceTables } from '../../shared/cash/evidence/tables.ts'
import { cellText, type Sheet } from '../../shared/cash/evidence/sheet.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents } from '../../shared/kernel/money.ts'
import { depositSlip } from '../../shared/receipt/cash/deposit-slip.ts'
import { reportPaper } from '../../shared/receipt/cash/report-paper.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { gatherEvidence } from '../../main/cash/evidence/gather.ts'
import { sessionEvents } from '../../main/cash/report/session-events.ts'
import type { Library } from '../../main/library/library.ts'
import { bareDesk } from '../main/support/bare-desk.ts'
import { rosaAt, type TestDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { moneyDesk } from '../main/support/money-desk.ts'
import { expectRebuilt } from '../main/support/reference-files.ts'
import { cashFacts } from '../shared/receipt/cash/w1.ts'
import { describeWithSharedData } from '../support/shared-data.ts'
import { closeDay, fromSafe, libraryOf, readDay, workDay, workEarlier, type Day } from './w1-day.ts'
import { WORKED_BOOKS } from './worked-day.ts'

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((all, one) => all + one, 0)
const netOf = (one: { readonly receipted_cents: number; readonly refunded_cents: number }): number => {
  return one.receipted_cents - one.refunded_cents
}
const ofEvents = (session: readonly CashEvent[]) => session.flatMap(cashTransfers)
const dollars = (amount: number): string => {
  return `${amount < 0 ? '-' : ''}$${(Math.abs(amount) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`
}
/** The ledger of the export by account and whose it is; what is still at the library comes to nothing. */
function booksOf({ columns, rows }: Sheet): ReadonlyMap<string, number> {
  const books = new Map<string, number>()
  for (const row of rows) {
    const text = (name: string): string => cellText(row[columns.indexOf(name)] ?? null)
    const name = `${text('account')} ${text('of')}`
    const by = Math.round((Number(text('debit')) - Number(text('credit'))) * 100)
    books.set(name, (books.get(name) ?? 0) + by)
  }
  return new Map([...books].filter(([, amount]) => amount !== 0))
}
/** The lines of a paper that have this label, by their amounts. */
function said(paper: ReceiptDocument, label: string): readonly string[] {
  return paper.blocks.flatMap((block) => (block.block === 'line' && block.left === label ? [block.right] : []))
}

type Worked = { readonly w1: Day; readonly desk: TestDesk; readonly session_ref: string }

/** What was paid on the earlier day. */
const earlierCents = ({ events }: Day): number => {
  return sum(events.flatMap((one) => (one.kind === 'refund' ? [one.amount] : [])))
}

/** The day is done, and nobody has counted yet. */
async function worked(w1: Day): Promise<Worked> {
  const desk = await moneyDesk({ also: libraryOf(w1) })
  const receipts = await workEarlier(desk, w1)
  desk.clock.pass(86_400_000)
  await rosaAt(desk)
  return { w1, desk, session_ref: await workDay(desk, w1, receipts) }
}

async function closedZ({ w1, desk, session_ref }: Worked): Promise<CashReport> {
  await closeDay(desk, w1)
  return (await desk.ok('drawer.z', { session_ref })).report as CashReport
}

/** The library behind the desk, which is closed for it. */
async function behind({ desk }: Worked): Promise<Library> {
  await desk.station.close()
  return bareDesk(desk.folder, desk.clock).library
}

async function expectLook(day: Worked): Promise<void> {
  const { w1, desk } = day
  const { expected, deposit } = w1
  const { report, is_proven } = await desk.ok('drawer.x', { drawer_code: 'DESK' })
  expect([is_proven, ...report.tenders.map((one) => one.expected_cents)]).toEqual([true, ...Object.values(expected)])
  const { pieces } = w1.count
  const counting = { drawer_code: 'DESK', why: 'closing', pieces, total_cents: null } as const
  await desk.ok('drawer.count', { commandId: desk.id(), ...counting })
  const { checks: checks_cents, card: card_total_cents } = expected
  const asked = { drawer_code: 'DESK', checks_cents, card_total_cents, leave_cents: deposit.left_in_drawer }
  expect(await desk.ok('drawer.close-preview', asked)).toMatchObject({
    counted_cents: w1.count.total,
    cash_by_cents: w1.over_short,
    checks_by_cents: 0,
    card_by_cents: 0,
    needs: 'reason',
    left_cents: deposit.left_in_drawer,
    out_cents: deposit.from_drawer,
    missing_cents: 0,
    safe_cents: fromSafe(w1),
  })
}

async function expectZ(day: Worked): Promise<void> {
  const { w1, desk, session_ref } = day
  const { expected, deposit, journal_cash_basis: books } = w1
  const z = await closedZ(day)
  const { drawer, checks, card } = expected
  expect(z.tenders.map((one) => [one.tender, one.expected_cents, one.counted_cents])).toEqual([
    ['cash', drawer, w1.count.total],
    ['check', checks, checks],
    ['card', card, card],
  ])
  // By fund and payee as the books have it; what was voided is in none of it.
  const { sales_tax_payable, ...income } = books.cr
  const funds = z.funds.map((one) => [one.payee ?? one.fund, netOf(one)])
  const named = Object.entries(income).flatMap(([name, amount]) => {
    return amount === 0 ? [] : [[WORKED_BOOKS[name]?.split(' ')[1], amount]]
  })
  expect(new Map(funds as [string, number][])).toEqual(new Map(named as [string, number][]))
  expect(z.tax_cents).toBe(sales_tax_payable)
  expect(sum(z.tenders.map(netOf))).toBe(books.total)
  expect(z.waived).toEqual({ count: 1, amount_cents: w1.not_in_journal.waived })
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
  })
  expect(z.float_cents).toBe(w1.float.total)
  expect(z.closing).toMatchObject({
    left_cents: deposit.left_in_drawer,
    left_checks_cents: 0,
    bag: { drawer_cents: deposit.from_drawer, safe_cents: fromSafe(w1), checks_cents: deposit.checks },
    z_count: 2,
    grand_total_cents: earlierCents(w1) + books.total,
    variances: [{ tender: 'cash', reason_code: 'WRONG-CHANGE', signed_off_by_initials: '' }],
    reviews: ['voids', 'refunds', 'waivers', 'paid-out', 'counted-alone'],
  })
  const { deposits } = await desk.ok('deposit.list', { limit: 1 })
  expect(deposits).toMatchObject([{ session_ref, bag_cents: deposit.total, checks_cents: deposit.checks }])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
}

async function expectBooks(day: Worked): Promise<void> {
  const { w1, desk, session_ref } = day
  const { journal_cash_basis: books } = w1
  const z = await closedZ(day)
  const days = { from_on: z.business_on, to_on: z.business_on }
  const to_file = join(testFolder(), 'cash.zip')
  expect(await desk.ok('cash.export', { to_file, ...days })).toMatchObject({ sessions_count: 1 })
  const library = await behind(day)
  const { entries: kept, passing_cents } = bookEntries(ofEvents(sessionEvents(library, session_ref)))
  const wanted = [
    ...Object.entries(books.dr).map(([name, amount]) => [WORKED_BOOKS[name], amount] as const),
    ...Object.entries(books.cr).map(([name, amount]) => [WORKED_BOOKS[name], 0 - amount] as const),
  ]
  expect(new Map(kept.map((one) => [`${one.account} ${one.of}`, one.amount_cents + 0]))).toEqual(new Map(wanted))
  expect(passing_cents).toBe(0)
  const sides = [1, -1].map((side) => sum(kept.map((one) => Math.max(side * one.amount_cents, 0))))
  expect(sides).toEqual([books.total, books.total])
  const ledger = evidenceTables(await gatherEvidence(library, days)).find(({ name }) => name === 'ledger')
  expect(booksOf(must(ledger, 'the ledger'))).toEqual(new Map(wanted.filter(([, amount]) => amount !== 0)))
}

async function expectPapers(day: Worked): Promise<void> {
  const { w1, session_ref } = day
  const { expected, deposit, journal_cash_basis: books } = w1
  const z = await closedZ(day)
  const words = wordsIn('en')
  const { cash } = words
  const paper = reportPaper({ ...cashFacts('en'), report: z }, words)
  expect(said(paper, cash.expected)).toEqual([dollars(expected.drawer)])
  expect(said(paper, cash.short)).toEqual([dollars(Math.abs(w1.over_short))])
  expect(said(paper, cash.waived(1))).toEqual([dollars(w1.not_in_journal.waived)])
  expect(said(paper, words.total)).toEqual([dollars(books.total), dollars(deposit.total)])
  expect(said(paper, cash.grand_total)).toEqual([dollars(earlierCents(w1) + books.total)])
  const session = sessionEvents(await behind(day), session_ref)
  const [close] = ofKind(session, 'drawer-closed')
  const out = piecesOf(must(close, 'it is closed').body.bag.pieces ?? [])
  const tens: Pieces = { ...out, 1000: (out[1000] ?? 0) + fromSafe(w1) / 1000 }
  const of = depositOf(ofEvents(session))
  const slip = depositSlip(
    {
      ...cashFacts('en'),
      bag_number: 'B-1',
      prepared_by_initials: 'RO',
      z_numbers: [must(z.closing, 'a Z').z_number],
      deposit: of,
      pieces: tens,
      checks: [{ check_number: '101', amount_cents: cents(deposit.checks) }],
    },
    words,
  )
  expect([piecesTotal(out), piecesTotal(tens)]).toEqual([deposit.from_drawer, deposit.cash])
  expect([depositTotal(of.cash), depositTotal(of.checks)]).toEqual([deposit.cash, deposit.checks])
  expect(said(slip, cash.deposit_total)).toEqual([dollars(deposit.total)])
  expect(said(slip, cash.librarys_own)).toEqual([dollars(deposit.total - must(books.cr['friends_payable'], 'held'))])
  expect(slip.blocks.filter((one) => one.block === 'text' && one.text === cash.proof_agrees)).toHaveLength(2)
}

async function expectVerified(day: Worked): Promise<void> {
  const { desk } = day
  const z = await closedZ(day)
  const { file, head } = await desk.ok('journal.export', { to_file: join(testFolder(), 'journal.jsonl') })
  // As it is printed: in groups.
  const hash = z.head.hash.replaceAll(/(.{4})/g, '$1 ')
  const verified = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['tools/verify.mjs', file, head, ...args], { encoding: 'utf8' })
  const { status, stdout } = verified('--z', `${z.head.entries_count}:${hash}`)
  expect([status, stdout]).toEqual([0, expect.stringContaining('2 sessions, 2 closed')])
  expect(verified('--z', `${z.head.entries_count + 1}:${hash}`).status).toBe(1)
}

describeWithSharedData('the whole worked day at a real desk', (folder) => {
  const w1 = readDay(folder)
  test('the X says what should be there, and a look at the close what is short and leaves', async () => {
    await expectLook(await worked(w1))
  })
  test('the Z: tenders, funds, counts, what was waived, the bag, the counter and the grand total', async () => {
    await expectZ(await worked(w1))
  })
  test('the books, of the journal and of the export, on a cash basis to the cent', async () => {
    await expectBooks(await worked(w1))
  })
  test('the paper of the Z and the slip of the deposit say the same', async () => {
    await expectPapers(await worked(w1))
  })
  test('an auditor finds nothing in the exported journal, and the end that the Z has on paper', async () => {
    await expectVerified(await worked(w1))
  })
})
