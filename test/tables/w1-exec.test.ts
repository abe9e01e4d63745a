/** The worked day W1 through the contract of a real desk: the close, the Z, the papers, the books, the evidence. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { depositOf, depositTotal } from '../../shared/cash/deposit.ts'
import type { CashReport } from '../../shared/cash/report-facts.ts'
import { cashTransfers, type CashEvent } from '../../shared/journal/fold/cash.ts'
import { evidenceTables } from '../../shared/cash/evidence/tables.ts'
import { cellText, type Sheet } from '../../shared/cash/evidence/sheet.ts'
import { must } from '../../shared/kernel/assert.ts'
import { reportPaper } from '../../shared/receipt/cash/report-paper.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { gatherEvidence } from '../../main/cash/evidence/gather.ts'
import { sessionEvents } from '../../main/cash/report/session-events.ts'
import { closePapers } from '../../main/papers/drawer-papers.ts'
import type { Library } from '../../main/library/library.ts'
import { bareDesk } from '../main/support/bare-desk.ts'
import { rosaAt, type TestDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { moneyDesk } from '../main/support/money-desk.ts'
import { expectRebuilt } from '../main/support/reference-files.ts'
import { cashFacts } from '../shared/receipt/cash/w1.ts'
import { describeWithSharedData } from '../support/shared-data.ts'
import { closeDay, fromSafe, libraryOf, readDay, workDay, workEarlier, type Day } from './w1-day.ts'
import { booksWanted, expectBooksOf, expectReport, expectSlip, expectZPaper } from './w1-figures.ts'

const ofEvents = (session: readonly CashEvent[]) => session.flatMap(cashTransfers)
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
type Worked = { readonly w1: Day; readonly desk: TestDesk; readonly session_ref: string }

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
  const counting = { drawer_code: 'DESK', reason: 'closing', pieces, total_cents: null } as const
  await desk.ok('drawer.count', { commandId: desk.id(), ...counting })
  const { checks: checks_cents, card: card_total_cents } = expected
  const found = { drawer_code: 'DESK', checks_count: 1, checks_cents, card_total_cents }
  await desk.ok('closing.found', { commandId: desk.id(), ...found })
  const asked = { drawer_code: 'DESK', leave_cents: deposit.left_in_drawer }
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
  const { deposit } = w1
  expectReport(w1, await closedZ(day))
  const { deposits } = await desk.ok('deposit.list', { limit: 1 })
  expect(deposits).toMatchObject([{ session_ref, bag_cents: deposit.total, checks_cents: deposit.checks }])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
}

async function expectBooks(day: Worked): Promise<void> {
  const { w1, desk, session_ref } = day
  const z = await closedZ(day)
  const days = { from_on: z.business_on, to_on: z.business_on }
  const to_file = join(testFolder(), 'cash.zip')
  expect(await desk.ok('cash.export', { to_file, ...days })).toMatchObject({ sessions_count: 1 })
  const library = await behind(day)
  expectBooksOf(w1, sessionEvents(library, session_ref))
  const ledger = evidenceTables(await gatherEvidence(library, days)).find(({ name }) => name === 'ledger')
  expect(booksOf(must(ledger, 'the ledger'))).toEqual(
    new Map([...booksWanted(w1)].filter(([, amount]) => amount !== 0)),
  )
}

async function expectPapers(day: Worked): Promise<void> {
  const { w1, session_ref } = day
  const { deposit } = w1
  const z = await closedZ(day)
  const words = wordsIn('en')
  expectZPaper(w1, reportPaper({ ...cashFacts('en'), report: z }, words))
  const library = await behind(day)
  const of = depositOf(ofEvents(sessionEvents(library, session_ref)))
  expect([depositTotal(of.cash), depositTotal(of.checks)]).toEqual([deposit.cash, deposit.checks])
  const [, slip] = closePapers(library, session_ref, z)
  expectSlip(w1, must(slip, 'a slip'))
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
