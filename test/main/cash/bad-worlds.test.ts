/**
 * Money when the world goes wrong: a clock that jumps, a backup that is put back, a file that somebody edits, a patron
 * who is erased. What was taken stays what it was, and what was changed is told.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { JOURNAL_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { openStore } from '../../../main/store/store.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { KEY, TUESDAY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { CARDS } from '../support/small-library.ts'
import { recorded, sealedIn } from '../support/staff.ts'
import { exported, rowsOf } from './closing/exported.ts'

const HOUR = 3_600_000
const id = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents: 10_000 })
  return desk
}

type Done = { readonly entry_ref: string; readonly full_receipt_number: string }
async function pay(desk: TestDesk, cents: number, check_cents = 0): Promise<Done> {
  const check = { tender: 'check', amount_cents: check_cents, check_number: '1041' } as const
  const { done } = await desk.ok('payment.take', {
    ...id(desk),
    charges: [{ charge_ref: 'c1', amount_cents: cents + check_cents }],
    pay_cents: null,
    sales: [],
    tenders: [
      ...(cents > 0 ? [{ tender: 'cash', tendered_cents: cents } as const] : []),
      ...(check_cents > 0 ? [check] : []),
    ],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  if (done === null) throw new Error('nothing was taken')
  return done
}

const voiding = (desk: TestDesk, receipt_ref: string) =>
  desk.call('payment.void', { commandId: desk.id(), receipt_ref, reason: 'WRONG-AMOUNT' })
const endOf = ({ full_receipt_number }: Done): string => full_receipt_number.replace(/^[^-]*/, '')
const owed = async (desk: TestDesk) => (await desk.ok('charge.explain', { charge_ref: 'c1' })).owed_cents

async function expectHeld(desk: TestDesk, expected_cents: number): Promise<void> {
  await desk.ok('drawer.count', { ...id(desk), reason: 'mid-shift', pieces: null, total_cents: 0 })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  const [last] = await recorded(desk, 'drawer-counted')
  expect(last).toMatchObject({ expected_cents })
}

describe('a clock that jumps', () => {
  test.each([
    ['three hours back', [TUESDAY - 3 * HOUR]],
    ['a year ahead and back again', [TUESDAY + 365 * 24 * HOUR, TUESDAY]],
    // Chicago: Nov 1, 2026, 1:30 AM twice; and Mar 14, 2027, from 1:59 to 3:00 AM.
    ['the hour that there is twice', [Date.UTC(2026, 10, 1, 6, 30), Date.UTC(2026, 10, 1, 7, 30)]],
    ['the hour that there is not', [Date.UTC(2027, 2, 14, 7, 59), Date.UTC(2027, 2, 14, 8, 1)]],
    ['over midnight', [Date.UTC(2026, 10, 25, 5, 59), Date.UTC(2026, 10, 25, 6, 1)]],
  ])('%s: numbers go on, and the session stays one', async (_, moments) => {
    const desk = await opened()
    const numbers = [endOf(await pay(desk, 100))]
    for (const moment of moments) {
      desk.clock.set(instant(moment))
      numbers.push(endOf(await pay(desk, 100)))
    }
    const again = await rosaAt(await desk.reopen())
    const last = await pay(again, 100)
    numbers.push(endOf(last))
    expect(numbers).toEqual(numbers.map((_one, at) => `-1-000${at + 1}`))
    expect(await voiding(again, last.full_receipt_number)).toMatchObject({ kind: 'ok' })
    await expectHeld(again, 10_000 + 100 * (numbers.length - 1))
    await expectRebuilt(again)
  })
})

describe('a backup that is put back in the middle of a session', () => {
  async function restored(): Promise<{ readonly desk: TestDesk; readonly first: Done; readonly lost: Done }> {
    const desk = await opened()
    const first = await pay(desk, 100)
    const to_folder = join(testFolder(), 'noon')
    await desk.ok('store.backup', { to_folder })
    const lost = await pay(desk, 300)
    await desk.ok('store.restore', { commandId: desk.id(), from_folder: to_folder })
    return { desk: await rosaAt(desk), first, lost }
  }

  test('numbers begin anew under a new prefix, so that no printed one is given again', async () => {
    const { desk, first, lost } = await restored()
    const next = await pay(desk, 200)
    expect([first, lost].map(endOf)).toEqual(['-1-0001', '-1-0002'])
    expect(endOf(next)).toMatch(/^-[2-9]-0001$/)
    expect(await owed(desk)).toBe(900)
    await expectHeld(desk, 10_300)
    await expectRebuilt(desk)
  })

  test('the receipts with the same number of both are voided once each, and the lost one never', async () => {
    const { desk, first, lost } = await restored()
    const next = await pay(desk, 200)
    expect(await voiding(desk, lost.entry_ref)).toMatchObject({ kind: 'refused', code: 'receipt-unknown' })
    for (const one of [first, next]) {
      expect(await voiding(desk, one.full_receipt_number)).toMatchObject({ kind: 'ok' })
      expect(await voiding(desk, one.entry_ref)).toMatchObject({ kind: 'refused', code: 'receipt-voided-already' })
    }
    expect(await owed(desk)).toBe(1200)
    await expectHeld(desk, 10_000)
  })
})

test('a void after a backup was put back names the receipt of before, in its answer and to an auditor', async () => {
  const desk = await opened()
  const { full_receipt_number } = await pay(desk, 100)
  const to_folder = join(testFolder(), 'noon')
  await desk.ok('store.backup', { to_folder })
  await desk.ok('store.restore', { commandId: desk.id(), from_folder: to_folder })
  const again = await rosaAt(desk)
  await pay(again, 200)
  expect(await voiding(again, full_receipt_number)).toMatchObject({ output: { done: { full_receipt_number } } })
  const files = await exported(again)
  const voids = rowsOf(files, 'receipts').filter(({ kind }) => kind === 'void')
  expect(voids).toMatchObject([{ number: full_receipt_number, refers_to: full_receipt_number }])
  const lines = rowsOf(files, 'receipt-lines').filter(({ kind }) => kind === 'void')
  expect(lines.map(({ number }) => number)).toEqual([full_receipt_number])
})

describe('a file that somebody edits', () => {
  const AMOUNT = `UPDATE event SET content = replace(content, '"amount_cents":100,', '"amount_cents":900,')`
  const NEWEST = '(SELECT max(event_id) FROM event)'
  const SECOND = `(SELECT max(event_id) FROM event WHERE event_id < ${NEWEST})`
  const SWAPPED = `UPDATE event SET event_id = event_id + 9 WHERE event_id = ${NEWEST};
    UPDATE event SET event_id = event_id + 1 WHERE event_id = ${SECOND};
    UPDATE event SET event_id = event_id - 10 WHERE event_id = ${NEWEST}`
  const SAME = 'session_ref, epoch, seq'
  const REST = 'amount_cents, fund_code FROM money_transfer'
  const [DEBIT, CREDIT] = ['debit_code, debit_of_ref', 'credit_code, credit_of_ref']
  /** Once more, and back again: no balance is another one. */
  const TWICE = `INSERT INTO money_transfer
    SELECT ${SAME}, transfer_number + 50, transfer_code, ${DEBIT}, ${CREDIT}, ${REST}
    UNION ALL
    SELECT ${SAME}, transfer_number + 90, transfer_code, ${CREDIT}, ${DEBIT}, ${REST}`
  const edits: readonly (readonly [string, string])[] = [
    ['an amount in a sealed entry', AMOUNT],
    ['two entries that are swapped', SWAPPED],
    ['an entry that is taken out', `DELETE FROM event WHERE content LIKE '%receipt-made%'`],
    ['what a charge owes', 'UPDATE overlay_charge SET owed_cents = owed_cents + 1'],
    ['an amount that moved', 'UPDATE money_transfer SET amount_cents = amount_cents + 1'],
    ['money that moved and is not there', `DELETE FROM money_transfer WHERE transfer_code = 'paid'`],
    ['the number of a receipt', 'UPDATE cash_event SET receipt_number = receipt_number + 9'],
    ['that a receipt was voided', 'UPDATE cash_event SET of_ref = NULL WHERE of_ref IS NOT NULL'],
    ['an entry of a drawer that is not there', `DELETE FROM cash_event WHERE kind = 'receipt-voided'`],
    ['the number of a paper receipt', `UPDATE cash_event SET paper_number = '77' WHERE receipt_number = 1`],
    ['whose drawer it is', `UPDATE drawer_session SET custodian_code = 'BC-1'`],
    ['the fund of money that moved', `UPDATE money_transfer SET fund_code = 'lost' WHERE transfer_code = 'paid'`],
    ['the session of money that moved', `UPDATE money_transfer SET session_ref = 'x' WHERE transfer_code = 'placed'`],
    ['money that moved to and fro', TWICE],
    ['what a charge was paid with', `UPDATE transfer SET debit_code = 'card-clearing' WHERE debit_code = 'cash'`],
    ['who took money for a charge', `UPDATE transfer SET staff_code = 'BC-1'`],
    ['when it was taken', 'UPDATE transfer SET at_ms = at_ms + 86400000'],
    ['reason', `UPDATE transfer SET reason = 'other' WHERE of_ref IS NOT NULL`],
    [
      'two charges of which one paid the other’s',
      'UPDATE transfer SET charge_ref = charge_ref || 1, transfer_number = 9',
    ],
    ['a history that lacks an act', 'DELETE FROM transfer WHERE of_ref IS NOT NULL'],
    ['an entry that a log does not list', 'DELETE FROM listed_event'],
    ['where a session began', 'UPDATE drawer_session SET seq = seq + 1'],
    ['a session that looks closed', `UPDATE drawer_session SET status = 'closed', closed_at_ms = 1, z_number = 7`],
  ]
  test.each(edits)('%s is found', async (_, sql) => {
    const desk = await opened()
    await pay(desk, 100)
    await pay(desk, 200)
    expect(await voiding(desk, (await pay(desk, 300)).entry_ref)).toMatchObject({ kind: 'ok' })
    await desk.station.close()
    const path = join(desk.folder, JOURNAL_FILE)
    const db = openFile(path, KEY)
    const triggers = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all() as { name: string }[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
    db.exec(sql)
    expect(db.prepare('SELECT changes() AS count').get()).not.toEqual({ count: 0 })
    db.close()
    const store = openStore(desk.folder, KEY)
    try {
      expect(verifyJournal(store.db).problems).not.toEqual([])
    } finally {
      store.close()
    }
  })
})

test('a patron who is erased takes no figure and no check along', async () => {
  const desk = await opened()
  const sealed = async (of: TestDesk) => [await sealedIn(of, 'receipt-made'), await sealedIn(of, 'drawer-opened')]
  await pay(desk, 700, 500)
  const before = await sealed(desk)
  const again = await rosaAt(await desk.reopen())
  await again.scan(CARDS.owing)
  await again.ok('privacy.erase', { commandId: again.id(), card_tail: CARDS.owing.slice(-4) })
  await expectHeld(again, 10_700)
  expect(await sealed(again)).toEqual(before)
  const kept = JSON.stringify(await recorded(again, 'receipt-made'))
  expect(kept).not.toMatch(/Owen|Flora|21234000000058/)
  await expectRebuilt(again)
})
