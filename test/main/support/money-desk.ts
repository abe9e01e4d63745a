/**
 * A desk with rules about money: books cost $0.25 for each open day late, at most $5.00; what is lost is billed at its
 * price with a $3.00 fee. Each test changes what it is about. And ways to see and to pay what is owed, as another
 * program would.
 */
import { openStore } from '../../../main/store/store.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import { makeFiles, makeOnce, openDesk, rosaAt, type TestDesk } from './desk.ts'
import { KEY } from './fakes.ts'
import { testFolder } from './folders.ts'

type Row = Readonly<Record<string, string | number | null>>

const FINE: Row = {
  rule_code: 'BOOKS',
  branch_code: '*',
  category_code: '*',
  item_type_code: '*',
  amount_cents: 25,
  per_count: 1,
  per_unit: 'days',
  is_partial_unit_charged: 0,
  is_closed_counted: 0,
  grace_count: 0,
  grace_unit: 'days',
  grace_kind: 'whole-period-once-exceeded',
  fine_cents_max: 500,
  is_capped_at_price: 0,
  recall_amount_cents: null,
  recall_fine_cents_max: null,
  is_grace_kept_on_recall: 1,
  suspension_days_count: 0,
  suspension_days_count_max: null,
}

const LOST: Row = {
  rule_code: 'LOST',
  branch_code: '*',
  category_code: '*',
  item_type_code: '*',
  lost_after_count: null,
  lost_after_unit: 'days',
  replacement_kind: 'price-or-default',
  replacement_cents: null,
  processing_cents: 300,
  is_processing_refundable: 0,
  is_overdue_kept: 0,
  found_unpaid_kind: 'waive',
  found_paid_kind: 'refund',
  is_overdue_restored: 1,
  is_overdue_counted_anew: 0,
  lost_refund_kind: 'always',
  overdue_refund_kind: 'always',
  refund_within_count: null,
  refund_within_unit: 'days',
  refund_from_kind: 'payment',
  refund_cents_min: 0,
  is_refund_less_owed: 0,
  is_receipt_required: 0,
  refund_paid_kind: 'drawer',
  no_return_after_days_count: null,
}

function insertSql(table: string, row: Row): string {
  const values = Object.values(row).map((value) => (typeof value === 'string' ? `'${value}'` : String(value)))
  return `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`
}

export type Policy = {
  readonly fine?: Row
  readonly lost?: Row
  readonly settings?: Readonly<Record<string, string>>
  /** Any further SQL on the reference file. */
  readonly also?: readonly string[]
}

/** The files of such a library, in a new folder. */
export function moneyFiles(policy: Policy = {}): string {
  const folder = testFolder()
  makeOnce(folder, `money ${JSON.stringify(policy)}`, (made) => fillMoney(made, policy))
  return folder
}

function fillMoney(folder: string, { fine = {}, lost = {}, settings = {}, also = [] }: Policy): void {
  makeFiles(folder)
  withStore(folder, (run) => {
    run(insertSql('fine_rule', { ...FINE, ...fine }), 'reference')
    run(insertSql('lost_rule', { ...LOST, ...lost }), 'reference')
    for (const [name, value] of Object.entries(settings))
      run(insertSql('library_setting', { name, value }), 'reference')
    for (const sql of also) run(sql, 'reference')
  })
}

export async function moneyDesk(policy: Policy = {}): Promise<TestDesk> {
  return signedIn(await openDesk(moneyFiles(policy)))
}

/** The same, and its safe was counted: nothing is in it. */
export async function safeDesk(policy: Policy = {}): Promise<TestDesk> {
  const desk = await moneyDesk(policy)
  await safeCounted(desk)
  return desk
}

/** Nothing goes into the safe or out of it before its first count. */
export async function safeCounted(desk: TestDesk): Promise<void> {
  await desk.ok('place.count', { commandId: desk.id(), place: 'safe', pieces: null, total_cents: 0 })
}

/** The same of the change fund: what is in it was there before, and nobody else has to sign that off. */
export async function fundCounted(desk: TestDesk, total_cents: number): Promise<void> {
  await desk.ok('place.count', { commandId: desk.id(), place: 'change-fund', pieces: null, total_cents })
  await desk.call('place.settle', { commandId: desk.id(), place: 'change-fund', reason: '', note: '' })
}

async function signedIn(desk: TestDesk): Promise<TestDesk> {
  await rosaAt(desk)
  return desk
}

type Run = (sql: string, file: 'reference' | 'journal') => void

function withStore(folder: string, work: (run: Run) => void): void {
  const store = openStore(folder, KEY)
  try {
    work((sql, file) => void (file === 'reference' ? store.reference : store.db).db.exec(sql))
  } finally {
    store.close()
  }
}

export type Sums = { readonly owed_cents: number; readonly refund_due_cents: number }

/** Every charge of a patron as the desk has it, oldest first. The desk is closed for it and must not be used after. */
export async function chargesOnFile(
  desk: TestDesk,
  patron_id = 1,
): Promise<readonly (Sums & { readonly kind: string; readonly amount_cents: number })[]> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    const rows = store.db.db
      .prepare('SELECT kind, amount_cents, owed_cents, refund_due_cents FROM charge_now WHERE patron_id = ?')
      .all(patron_id)
    return rows as (Sums & { kind: string; amount_cents: number })[]
  } finally {
    store.close()
  }
}

/** Owed less what the library owes, over all charges. */
export function balanceOf(charges: readonly Sums[]): number {
  return charges.reduce((sum, one) => sum + one.owed_cents - one.refund_due_cents, 0)
}

let payments_count = 0

/** Money is taken for the newest charge of this kind, as the drawer will: owed goes down, and the history says so. */
export async function pay(desk: TestDesk, kind: string, amount_cents: number): Promise<TestDesk> {
  await desk.station.close()
  payments_count += 1
  withStore(desk.folder, (run) => {
    const charge = `(SELECT charge_ref FROM overlay_charge WHERE kind = '${kind}' ORDER BY charged_at_ms DESC LIMIT 1)`
    run(`UPDATE overlay_charge SET owed_cents = owed_cents - ${amount_cents} WHERE charge_ref = ${charge}`, 'journal')
    run(
      `INSERT INTO transfer SELECT charge_ref, 1, ${900_000 + payments_count}, 0, NULL, ${desk.clock.now()}, 'paid',
        'cash', 'receivable', ${amount_cents}, 'lost', NULL, 'D.1.1', 'rortiz', '' FROM overlay_charge
        WHERE charge_ref = ${charge}`,
      'journal',
    )
  })
  return signedIn(await openDesk(desk.folder, {}, desk.clock))
}

/** Days pass. */
export function days(desk: TestDesk, count: number): void {
  desk.clock.pass(count * 86_400_000)
}

/** Lends this to Dana Miller, whose account is open then. */
export async function lend(desk: TestDesk, card: string, item: string): Promise<void> {
  await desk.scan(card)
  const { band } = await desk.scan(item)
  if (band?.outcome !== 'done') throw new Error(`not lent: ${band?.sentence}`)
  await desk.ok('desk.finish', {})
}

export async function pageOf(desk: TestDesk, place: PageView['ref']['place'], about = ''): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
  if (!snapshot.page) throw new Error(`no page ${place}`)
  return snapshot.page
}

/** The rows of a table of a page, as texts. */
export function tableOf(page: PageView, section_id: string): string[][] {
  const found = page.sections.find((one) => one.section_id === section_id)
  if (found?.kind !== 'table') throw new Error(`no table ${section_id}`)
  return found.rows.map((row) => row.cells.map((cell) => cell.text))
}

/** What `payment.take` asks for cash, to the cent, for a part of one charge. */
export const cashFor = (charge_ref: string, amount_cents: number) => ({
  drawer_code: '',
  charges: [{ charge_ref, amount_cents }],
  pay_cents: null,
  sales: [],
  tenders: [{ tender: 'cash' as const, tendered_cents: amount_cents }],
  is_exact_possible: true,
  is_large_meant: false,
  paper: null,
})
