/**
 * A desk on real files, through its own door, as fast as one goes: the handlers of the station without its timers, and
 * its figures read straight from its tables.
 */
import { approvalHandlers } from '../../../main/desk/approvals/handlers-approval.ts'
import { carryOutBy } from '../../../main/desk/approvals/carry-out.ts'
import { deskHandlers } from '../../../main/desk/handlers-desk.ts'
import { moneyHandlers } from '../../../main/desk/money/handlers-money.ts'
import { speechOf } from '../../../main/desk/clerk-language.ts'
import { DeviceBoard } from '../../../main/desk/upkeep/devices/board.ts'
import type { Desk } from '../../../main/desk/desk.ts'
import { gatherEvidence } from '../../../main/cash/evidence/gather.ts'
import { expectedOf } from '../../../main/cash/sessions.ts'
import { makeRouter, type Handlers, type Router } from '../../../main/ipc/router.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { recordedEvents } from '../../../main/journal/recorded.ts'
import { rebuildOverlay } from '../../../main/journal/rebase.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { DeskClock } from '../../../main/library/desk-clock.ts'
import { Library } from '../../../main/library/library.ts'
import { hashPin } from '../../../main/library/pin.ts'
import { staffOfCode } from '../../../main/library/staff-known.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import { evidenceTables } from '../../../shared/cash/evidence/tables.ts'
import { EMPTY_SESSION, opened } from '../../../shared/desk/session/session.ts'
import type { Input, MethodName } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/ipc/envelope.ts'
import { commandId, type PatronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { FakeClock, KEY, QUICK_PIN_COST, seededRandom } from '../../main/support/fakes.ts'
import { moneyFiles } from '../../main/support/money-desk.ts'
import { derivedRows } from '../../main/support/reference-files.ts'
import { PIN } from '../../main/support/small-library.ts'
import { Drawers } from '../../../tools/verify/drawers.mjs'
import { DRAWERS, PRODUCTS } from './acts.ts'
import type { Clerk, RefundRounding, Rounding } from './lines.ts'

const APPROVERS = { rortiz: { initials: 'RO', pin: PIN }, 'BC-1': { initials: 'BC', pin: '2580' } } as const
const WITHOUT_LIMITS = [
  'charge',
  'waive',
  'void-receipt',
  'refund',
  'refund-in-cash',
  'pay-out',
  'surprise-count',
  'sign-off-variance',
  'confirm-deposit',
  'see-cash',
] as const

/** Ben Cole does what a manager does with money, but for another's drawer. */
function benRows(): readonly string[] {
  const { salt, hash } = hashPin(APPROVERS['BC-1'].pin, seededRandom(9), QUICK_PIN_COST)
  const [salted, hashed] = [salt, hash].map((bytes) => `x'${Buffer.from(bytes).toString('hex')}'`)
  return [
    `INSERT INTO staff VALUES ('BC-1', 'Ben Cole', 'BC', 'staff', NULL, ${salted}, ${hashed}, 1)`,
    ...WITHOUT_LIMITS.map(
      (one) => `INSERT INTO role_grant VALUES ('staff ${one}', 'staff', '${one}', 1, NULL, NULL, NULL)`,
    ),
  ]
}

const ROWS = [
  `INSERT INTO in_kind_tender VALUES ('FOOD', 'Food', 'piece', 100, 1, 0, 0, 1, 900, NULL, 1)`,
  ...DRAWERS.map((code) => `INSERT INTO cash_drawer VALUES ('${code}', '${code}', '*')`),
  ...PRODUCTS.map(({ code, price, tax_bp, fund, payee }, index) => {
    const kind = payee !== '' ? 'held' : code === 'GIFT' ? 'donation' : 'sale'
    const [of_fund, of_payee] = [fund, payee].map((text) => (text === '' ? 'NULL' : `'${text}'`))
    return `INSERT INTO product VALUES ('${code}', '${code}', NULL, ${price}, '${kind}', ${of_fund}, ${of_payee},
      ${tax_bp}, ${index}, 1)`
  }),
]

/** Money that moved since it was asked last. */
export type Moved = {
  readonly debit: string
  readonly credit: string
  readonly amount_cents: number
  readonly fund: string
}

type Sealed = { readonly epoch: number; readonly seq: number; readonly content: string; readonly hash: string }

const MOVED = `SELECT rtrim(debit_code || ' ' || debit_of_ref) AS debit,
  rtrim(credit_code || ' ' || credit_of_ref) AS credit,
  amount_cents, fund_code AS fund FROM money_transfer WHERE seq > ? ORDER BY seq, transfer_number`

export class DayDesk {
  readonly #folder: string
  readonly clock = new FakeClock()
  readonly #ids = seededRandom(7)
  #store: Store
  #desk: Desk
  #route: Router
  #seen = 0

  constructor(rounding: Rounding, refund_rounding: RefundRounding) {
    const settings = {
      cash_rounding: rounding,
      refund_rounding,
      ask_again_over_cents: '10000',
      drop_alone_up_to_cents: '1000000',
    }
    this.#folder = moneyFiles({ also: [...ROWS, ...benRows()], settings })
    ;[this.#store, this.#desk, this.#route] = this.#start()
  }

  #start(): [Store, Desk, Router] {
    const store = openStore(this.#folder, KEY)
    const random = seededRandom(4711)
    const journal = openJournal(store, this.clock.now(), random, false)
    const clock = new DeskClock(this.clock, this.clock.monotonic_ms, journal.head.at)
    const ports = { store, journal, clock, random, measurePinCost: () => QUICK_PIN_COST, key_kept: 'sealed' } as const
    const library = new Library(ports)
    const devices = new DeviceBoard()
    const desk: Desk = { library, devices, session: EMPTY_SESSION, approved: null, carryOut: () => null }
    const [money, answers] = [moneyHandlers(desk), { ...deskHandlers(desk), ...approvalHandlers(desk) }]
    const handlers = { ...answers, ...money } as unknown as Handlers
    desk.carryOut = carryOutBy(handlers, () => {
      throw new Error('nothing here takes longer than its call')
    })
    const route = makeRouter({
      handlers: () => handlers,
      isSignedIn: () => true,
      position: () => journal.head.seq,
      isLocked: () => false,
      refusal: () => null,
      onRefused: () => undefined,
      speech: () => speechOf(desk),
      random,
      log: (line) => {
        throw new Error(line)
      },
      onOperatingError: (error) => {
        throw error
      },
    })
    return [store, desk, route]
  }

  /** The process ends and starts again on the same files. */
  restart(): void {
    this.#store.close()
    ;[this.#store, this.#desk, this.#route] = this.#start()
    this.newDay()
  }

  close(): void {
    this.#store.close()
  }

  /** Rosa Ortiz is at the desk, with Flora Owen’s account and an empty list. */
  newDay(): void {
    const staff = staffOfCode(this.#desk.library, 'rortiz')
    this.#desk.session = { ...opened({ ...EMPTY_SESSION, staff }, 5 as PatronId), card_status: 'current' }
  }

  comes(clerk: Clerk): void {
    const { session } = this.#desk
    if (session.staff?.staff_code === clerk) return
    this.#desk.session = { ...session, staff: staffOfCode(this.#desk.library, clerk) }
  }

  /** A second person approves what this method asked for last, with their PIN. */
  async approve(method: MethodName, clerk: Clerk): Promise<Result> {
    const row = this.#desk.session.rows.find(({ pending }) => {
      return pending?.ask === 'offer' && pending.wish.act === 'call' && pending.wish.method === method
    })
    const row_id = row?.row.row_id ?? ''
    await this.call('desk.answer', { commandId: this.id(), row_id, key: '1' })
    return this.call('approval.give', { commandId: this.id(), row_id, ...APPROVERS[clerk] })
  }

  /** Such a day in the library's zone. */
  dayFromToday(days: number): string {
    const at = new Date(this.clock.now() + days * 86_400_000)
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(at)
  }

  /** The place of the newest entry of this kind. */
  newestEntry(kind: string): string {
    const sql = `SELECT epoch, seq FROM cash_event WHERE kind = ?
      ORDER BY epoch DESC, seq DESC LIMIT 1`
    const { epoch, seq } = this.#store.db.db.prepare(sql).get(kind) as Record<string, number>
    return `${this.#desk.library.journal.terminal}.${epoch}.${seq}`
  }

  id(): string {
    return commandId(this.clock.now(), this.#ids)
  }

  async call<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Result> {
    return (await this.#route({ id: 1, method, input })).result
  }

  get numbers(): string {
    const { terminal, head } = this.#desk.library.journal
    return `${terminal}-${head.epoch}-`
  }

  get seq(): number {
    return this.#desk.library.journal.head.seq
  }

  moved(): readonly Moved[] {
    const rows = this.#store.db.db.prepare(MOVED).all(this.#seen) as Moved[]
    this.#seen = this.seq
    return rows
  }

  expected(session_ref: string): readonly number[] {
    const { cash_cents, checks_cents, card_cents } = expectedOf(this.#desk.library, session_ref)
    return [cash_cents, checks_cents, card_cents]
  }

  /** The newest charge that was made here. */
  newestCharge(): string {
    const sql = 'SELECT charge_ref FROM main.overlay_charge ORDER BY epoch DESC, seq DESC LIMIT 1'
    return (this.#store.db.db.prepare(sql).get() as { charge_ref: string }).charge_ref
  }

  owed(): ReadonlyMap<string, number> {
    const rows = this.#store.db.db.prepare('SELECT charge_ref, owed_cents FROM charge_now').all()
    return new Map(
      (rows as { charge_ref: string; owed_cents: number }[]).map(({ charge_ref, owed_cents }) => [
        charge_ref,
        owed_cents,
      ]),
    )
  }

  /** All that the library owes on charges. */
  credit(): number {
    const sql = 'SELECT coalesce(sum(refund_due_cents), 0) AS sum_cents FROM charge_now'
    return (this.#store.db.db.prepare(sql).get() as { sum_cents: number }).sum_cents
  }

  /** The numbers of receipts as they are kept, in order of their entries. */
  receiptNumbers(): readonly number[] {
    const sql = `SELECT receipt_number FROM cash_event WHERE receipt_number IS NOT NULL AND kind <> 'receipt-voided'
      ORDER BY epoch, seq`
    return (this.#store.db.db.prepare(sql).all() as { receipt_number: number }[]).map((one) => one.receipt_number)
  }

  /** The numbers of the Zs, in the order of their entries. */
  zNumbers(): readonly number[] {
    const sql = `SELECT z_number FROM drawer_session JOIN cash_event USING (session_ref) WHERE kind = 'drawer-closed'
      ORDER BY cash_event.epoch, cash_event.seq`
    return (this.#store.db.db.prepare(sql).all() as { z_number: number }[]).map((one) => one.z_number)
  }

  /** What each Z says that this desk ever took in, in the same order. */
  grandTotals(): readonly number[] {
    const events = Array.from(recordedEvents(this.#store.db))
    return events.flatMap(({ kind, body }) => (kind === 'drawer-closed' ? [body.grand_total_cents] : []))
  }

  /** All accounts together: zero. */
  trialBalance(): number {
    const sql = `SELECT account, sum(by_cents) AS sum_cents FROM (
      SELECT debit_code AS account, amount_cents AS by_cents FROM money_transfer
      UNION ALL SELECT credit_code, -amount_cents FROM money_transfer) GROUP BY account`
    const rows = this.#store.db.db.prepare(sql).all() as { sum_cents: number }[]
    return rows.reduce((sum, one) => sum + one.sum_cents, 0)
  }

  /** Every entry is read by its shape, too: the check does so only where it must. */
  problems(): readonly unknown[] {
    const entries = Array.from(recordedEvents(this.#store.db))
    const { problems, events_count } = verifyJournal(this.#store.db)
    return entries.length === events_count ? problems : ['entries are missing']
  }

  /** What the verifier of auditors says of the drawers, which has nothing of the desk's own rules. */
  auditorSays(): readonly string[] {
    const { terminal } = this.#desk.library.journal
    const sql = `SELECT event_id >> 32 AS epoch, event_id & 4294967295 AS seq, content, lower(hex(hash)) AS hash
      FROM event ORDER BY event_id`
    const entries = this.#store.db.db.prepare(sql).all() as Sealed[]
    const drawers = new Drawers()
    const said: string[] = []
    for (const [at, { epoch, seq, content, hash }] of entries.entries()) {
      const place = `${terminal}.${epoch}.${seq}`
      drawers.take({ content, hash, count: at + 1, place, where: place }, (one) => said.push(one))
    }
    return said
  }

  /** What an auditor gets of these days; null while a session of them is open. */
  async evidence(from: string, to: string): Promise<readonly string[] | null> {
    const period = { from_on: localDate(from), to_on: localDate(to) }
    const evidence = await gatherEvidence(this.#desk.library, period)
    const isWhole = evidence.sessions.every(({ events }) => events.some(({ kind }) => kind === 'drawer-closed'))
    return isWhole
      ? evidenceTables(evidence).flatMap(({ name, rows }) => [name, ...rows.map((row) => JSON.stringify(row))])
      : null
  }

  rows(): readonly string[] {
    return derivedRows(this.#store)
  }

  rebuild(): void {
    rebuildOverlay({ writes: this.#store })
  }
}
