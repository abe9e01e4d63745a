/**
 * A drawer is opened, paid into, looked at and closed by indexes alone: none of it reads every session, entry, receipt
 * or transfer that ever was, so that it takes as long after ten years as on the first day.
 */
import { expect, onTestFinished, test, vi } from 'vitest'
import { ReadHandle, WriteHandle } from '../../../main/store/sql.ts'
import { refundsWithWords } from '../../../main/store/money/payee-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import type { TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { moneyDesk, moneyFiles, pageOf } from '../support/money-desk.ts'

const GROWING = /^SCAN (main\.)?(event|command|party|personal|drawer_session|cash_event|money_transfer|transfer)\b/
/** Indexes of a few rows among many: of what is open, and of what went into the safe or out of it. */
const OF_FEW =
  /USING (COVERING )?INDEX (drawer_session_one|drawer_session_review|money_transfer_safe|cash_event_waiting)/

/** Every statement that the desk runs from now on. */
function watched(): () => ReadonlySet<string> {
  const reads = [vi.spyOn(ReadHandle.prototype, 'get'), vi.spyOn(ReadHandle.prototype, 'all')]
  const runs = vi.spyOn(WriteHandle.prototype, 'run')
  onTestFinished(() => {
    for (const one of [...reads, runs]) one.mockRestore()
  })
  return () => new Set([...reads, runs].flatMap(({ mock }) => mock.calls.map(([query]) => query.sql)))
}

/** What each reads whole of the tables that grow. */
function scansOf(folder: string, statements: ReadonlySet<string>): readonly string[] {
  const store = openStore(folder, KEY)
  try {
    return [...statements].flatMap((sql) => {
      const nulls = Array.from(sql.matchAll(/\?/g), () => null)
      const plan = store.db.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...nulls) as { readonly detail: string }[]
      const scans = plan.filter(({ detail }) => GROWING.test(detail) && !OF_FEW.test(detail))
      return scans.map(({ detail }) => `${detail}: ${sql}`)
    })
  } finally {
    store.close()
  }
}

const id = (desk: TestDesk) => ({ commandId: desk.id(), drawer_code: '' })

async function dayAt(desk: TestDesk): Promise<void> {
  const said = { reason: 'WRONG-FLOAT', note: 'Change was brought from the bank.' }
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents: 10_000, ...said })
  const charges = [{ charge_ref: 'c1', amount_cents: 500 }]
  const meant = { pay_cents: null, sales: [], is_exact_possible: true, is_large_meant: false, paper: null }
  const tenders = [
    { tender: 'check', amount_cents: 300, check_number: '1041' } as const,
    { tender: 'cash', tendered_cents: 200 } as const,
  ]
  const { done } = await desk.ok('payment.take', { ...id(desk), charges, tenders, ...meant })
  await pageOf(desk, 'pay')
  await pageOf(desk, 'drawer')
  await desk.ok('payment.void', { commandId: desk.id(), receipt_ref: done?.entry_ref ?? '', reason: 'WRONG-AMOUNT' })
  await desk.ok('drawer.x', { drawer_code: '' })
  const paid = { way: 'out', reason: 'POSTAGE' } as const
  await desk.ok('drawer.pay', { ...id(desk), ...paid, amount_cents: 100 })
  expect(await desk.call('drawer.pay', { ...id(desk), ...paid, amount_cents: 20_000 })).toMatchObject({
    kind: 'refused',
  })
  await countAll(desk, 9_900)
  await pageOf(desk, 'drawer', 'close DRAWER-1')
  await desk.ok('drawer.close', closing(desk, { leave_cents: 9_000, reason: 'WRONG-FLOAT' }))
  await pageOf(desk, 'drawer', 'closed')
  await desk.ok('deposit.list', { limit: 30 })
  await desk.ok('drawer.list', { limit: 30 })
}

test('who got refunds is looked for among entries that are no receipts', () => {
  const store = openStore(moneyFiles(), KEY)
  try {
    const plan = store.db.db.prepare(`EXPLAIN QUERY PLAN ${refundsWithWords.sql}`).all(null) as {
      readonly detail: string
    }[]
    expect(plan.map(({ detail }) => detail)).toContain('SCAN refund USING COVERING INDEX cash_event_kind')
  } finally {
    store.close()
  }
})

test('no step at a drawer reads a table whole that grows', async () => {
  const desk = await moneyDesk()
  const statements = watched()
  await dayAt(desk)
  await dayAt(desk)
  await desk.station.close()
  expect(statements().size).toBeGreaterThan(40)
  expect(scansOf(desk.folder, statements())).toEqual([])
})
