/** What came of a library's debts and credits at the desk: their history, the entry, and a folder taken in again. */
import { expect, test } from 'vitest'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { openStore } from '../../../main/store/store.ts'
import { transfersOfCharge, type ChargeRow } from '../../../main/store/money/charge-rows.ts'
import { balancesOf } from '../../../shared/cash/balances.ts'
import { plainSum } from '../../../shared/import/opening-sum.ts'
import { accountKey, chargeTransfer, type ChargeTransfer } from '../../../shared/ledger/accounts.ts'
import { openedBefore, type Posted } from '../../../shared/ledger/charge.ts'
import type { TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { moneyDesk, pageOf } from '../support/money-desk.ts'
import { pageFaults } from '../support/page-acts.ts'
import { recorded } from '../support/staff.ts'
import { CARDS } from '../support/small-library.ts'
import { folderOf } from './importing.ts'

const EXPORT = {
  'charges.csv': [
    'charge_id,patron_id,kind,charged_at,amount,owed',
    'D1,p1,lost,2026-11-01 10:00-06:00,20.00,12.50',
    'D2,p2,overdue,2026-11-01 10:00-06:00,1.75,',
    'D3,p2,Coffee,2026-11-01 10:00-06:00,2.25,',
    '',
  ].join('\n'),
  'credits.csv': [
    'credit_id,patron_id,credited_at,amount,method',
    'K1,p1,2026-11-02 10:00-06:00,5.00,check',
    'K2,p2,2026-11-02 10:00-06:00,3.00,drawer',
    '',
  ].join('\n'),
}

/** "debt lost: 12.50 0.00 12.50 in 1": in the files, left out, in the store. */
async function takeIn(desk: TestDesk, folder: string): Promise<readonly string[]> {
  await desk.ok('desk.clear', {})
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const { opening } = await desk.ok('import.status', {})
  return opening.map(({ of, kind, source_cents, left_cents, stored_count, stored_cents }) => {
    return `${of} ${kind}: ${[source_cents, left_cents, stored_cents].map(plainSum).join(' ')} in ${stored_count}`
  })
}

async function sumsOf(
  desk: TestDesk,
  charge_ref: string,
): Promise<readonly [owed: number, due: number, lines: number]> {
  const { owed_cents, refund_due_cents, history } = await desk.ok('charge.explain', { charge_ref })
  return [owed_cents, refund_due_cents, history.length]
}

/** Every account with its balance, opening transfers and all. The desk is closed for it and must not be used after. */
async function trialBalance(desk: TestDesk): Promise<ReadonlyMap<string, number>> {
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    const rows = store.db.db.prepare('SELECT * FROM charge_now').all() as ChargeRow[]
    return balancesOf(
      rows.flatMap((row) => {
        const moved = store.db.all(transfersOfCharge, { charge_ref: row.charge_ref }).map((kept): Posted & Own => {
          const { debit_code: debit, credit_code: credit, transfer_code: code, fund_code: fund } = kept
          const made = chargeTransfer({ ...kept, debit, credit, code, fund } as ChargeTransfer)
          return { ...made, of: kept.of_ref, charge_ref: kept.charge_ref }
        })
        // A transfer between two charges is of the one that pays.
        return [...openedBefore(row, moved), ...moved.filter((one) => one.charge_ref === row.charge_ref)]
      }),
    )
  } finally {
    store.close()
  }
}
type Own = { readonly charge_ref: string }

test('what came is checked, recorded by our kinds, and shown by theirs', async () => {
  const desk = await moneyDesk()
  expect(await takeIn(desk, folderOf(EXPORT))).toEqual([
    'debt lost: 12.50 0.00 12.50 in 1',
    'debt overdue: 1.75 0.00 1.75 in 1',
    'debt Coffee: 2.25 0.00 2.25 in 1',
    'credit check: 5.00 0.00 5.00 in 1',
    'credit drawer: 3.00 0.00 3.00 in 1',
  ])
  const page = await pageOf(desk, 'data-in')
  expect(pageFaults(page)).toEqual([])
  const section = page.sections.find((one) => one.section_id === 'opening')
  expect(section?.kind === 'table' && section.rows.map((row) => row.cells.slice(1).map((one) => one.text))).toEqual([
    ['1: $12.50', '0: $0.00', '1: $12.50'],
    ['1: $1.75', '0: $0.00', '1: $1.75'],
    ['1: $2.25', '0: $0.00', '1: $2.25'],
    ['3: $16.50', '0: $0.00', '3: $16.50'],
    ['1: $5.00', '0: $0.00', '1: $5.00'],
    ['1: $3.00', '0: $0.00', '1: $3.00'],
    ['2: $8.00', '0: $0.00', '2: $8.00'],
  ])
  const [entry] = await recorded(desk, 'data-imported')
  const none = { left_count: 0, left_cents: 0 }
  const all = (count: number, cents: number) => ({
    source_count: count,
    source_cents: cents,
    stored_count: count,
    stored_cents: cents,
    ...none,
  })
  expect(entry).toMatchObject({
    opening: [
      { of: 'debt', kind: 'lost', ...all(1, 1250) },
      { of: 'debt', kind: 'overdue', ...all(1, 175) },
      { of: 'debt', kind: 'other', ...all(1, 225) },
      { of: 'credit', kind: 'check', ...all(1, 500) },
      { of: 'credit', kind: 'drawer', ...all(1, 300) },
    ],
  })
})

test('a debt and a credit open the account, the credit pays, and all accounts come to nothing', async () => {
  const desk = await moneyDesk()
  await takeIn(desk, folderOf(EXPORT))
  await desk.scan(CARDS.omar)
  expect(await sumsOf(desk, 'D2')).toEqual([175, 0, 1])
  expect(await sumsOf(desk, 'credit:K2')).toEqual([0, 300, 1])
  await desk.ok('charge.apply-credit', { commandId: desk.id() })
  expect(await sumsOf(desk, 'D2')).toEqual([0, 0, 2])
  expect(await sumsOf(desk, 'D3')).toEqual([100, 0, 2])
  expect(await sumsOf(desk, 'credit:K2')).toEqual([0, 0, 3])
  const all = await trialBalance(desk)
  expect([...all.values()].reduce<number>((sum, one) => sum + one, 0)).toBe(0)
  const of = (account: 'receivable' | 'refund-due-check' | 'refund-due-drawer', charge_ref: string) =>
    all.get(accountKey({ account, charge_ref })) ?? 0
  expect(of('receivable', 'D1')).toBe(1250)
  expect(of('receivable', 'D3')).toBe(100)
  expect(of('refund-due-check', 'credit:K1')).toBe(-500)
  expect(of('refund-due-drawer', 'credit:K2')).toBe(0)
  // Of D1 750 was settled before; 800 were owed to patrons.
  expect(all.get('opening')).toBe(750 + 800)
})

test('what was waived or applied here stays, when the folder is taken in again', async () => {
  const desk = await moneyDesk()
  const folder = folderOf(EXPORT)
  await takeIn(desk, folder)
  await desk.scan(CARDS.dana)
  const waive = { charge_ref: 'D1', amount_cents: 250, reason: 'first-time' } as const
  await desk.ok('charge.waive', { commandId: desk.id(), ...waive })
  await desk.scan(CARDS.omar)
  await desk.ok('charge.apply-credit', { commandId: desk.id() })
  const before = await Promise.all(['D1', 'D2', 'D3', 'credit:K1', 'credit:K2'].map((ref) => sumsOf(desk, ref)))
  expect(before.map(([owed, due]) => [owed, due])).toEqual([
    [1000, 0],
    [0, 0],
    [100, 0],
    [0, 500],
    [0, 0],
  ])
  for (let again = 0; again < 2; again += 1) {
    expect(await takeIn(desk, folder)).toEqual([
      'debt lost: 12.50 12.50 0.00 in 0',
      'debt overdue: 1.75 1.75 0.00 in 0',
      'debt Coffee: 2.25 2.25 0.00 in 0',
      'credit check: 5.00 0.00 5.00 in 1',
      'credit drawer: 3.00 3.00 0.00 in 0',
    ])
  }
  expect(await Promise.all(['D1', 'D2', 'D3', 'credit:K1', 'credit:K2'].map((ref) => sumsOf(desk, ref)))).toEqual(
    before,
  )
  const all = await trialBalance(desk)
  expect([...all.values()].reduce<number>((sum, one) => sum + one, 0)).toBe(0)
  expect(all.get('opening')).toBe(750 + 800)
})

test('a debt of the library’s data that moved here adds up with how it came, or the check says so', async () => {
  const desk = await moneyDesk()
  await takeIn(desk, folderOf(EXPORT))
  await desk.scan(CARDS.omar)
  await desk.ok('charge.apply-credit', { commandId: desk.id() })
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const { db } = store.db
  const problemsAfter = (sql: string): readonly string[] => {
    db.exec(`BEGIN; ${sql}`)
    const found = verifyJournal(store.db).problems.map((one) => /charge (\S+)/.exec(one.says)?.[1] ?? one.says)
    db.exec('ROLLBACK')
    return found
  }
  try {
    expect(problemsAfter('')).toEqual([])
    const set = (columns: string): string => `UPDATE overlay_charge SET ${columns} WHERE charge_ref =`
    // Of 1.75 all was paid here, of 2.25 there was 1.25; the credit of 3.00 is spent.
    expect(problemsAfter(`${set('owed_cents = 1')} 'D2'`)).toEqual(['D2'])
    expect(problemsAfter(`${set('owed_cents = 101')} 'D3'`)).toEqual(['D3'])
    expect(problemsAfter(`${set('refund_due_cents = 1')} 'credit:K2'`)).toEqual(['credit:K2'])
    // Less than all may have been owed when it came.
    expect(problemsAfter(`${set('owed_cents = 99')} 'D3'`)).toEqual([])
  } finally {
    store.close()
  }
})
