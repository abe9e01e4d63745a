/**
 * The cost of a payment: three charges paid with cash and a check, durable, beside a check-out in the same run; and the
 * same in a store that has a million receipts.
 */
import { Gathering } from '../main/circulation/charges/gathering.ts'
import { closeDrawer } from '../main/cash/closing/close-drawer.ts'
import { openDrawer } from '../main/cash/open-drawer.ts'
import { recomputed } from '../main/cash/report/session-events.ts'
import { takePayment } from '../main/cash/take-payment.ts'
import { actorOf, type Desk } from '../main/desk/desk.ts'
import { commandOf, type Command } from '../main/library/command.ts'
import { record } from '../main/library/record.ts'
import { openSessions } from '../main/store/money/cash-rows.ts'
import { openStore, type Store } from '../main/store/store.ts'
import { eventRefText, type EventDraft } from '../shared/journal/event.ts'
import { must } from '../shared/kernel/assert.ts'
import { commandId, patronId } from '../shared/kernel/ids.ts'
import { cents } from '../shared/kernel/money.ts'
import { isRefusal } from '../shared/refusals/refusals.ts'
import { deskOf, lend } from './commit.ts'
import { benchClock, KEY } from './support/bench-desk.ts'
import { countText, median, msText, timed, type Figure } from './support/figures.ts'
import { copyLibrary, freeItems, freePatron, itemOf } from './support/made-library.ts'
import { seeded } from './support/seeded.ts'
import { QUICK, type Size } from './support/sizes.ts'

const random = seeded(59)
const AGAINST_CHECK_OUT = 2
const AGAINST_SMALL = 1.2
const CHARGE_CENTS = 200

function command(method: string): Command {
  return commandOf(method, { commandId: commandId(benchClock.now(), random) })
}

function done<Made extends object>(made: Made | { readonly code: string; readonly facts: object }): Made {
  if (isRefusal(made)) throw new Error(`refused: ${made.code}`)
  return made as Made
}

function open(desk: Desk): void {
  const float = { drawer_code: '', pieces: null, total_cents: 10_000 }
  done(openDrawer(desk.library, actorOf(desk), command('drawer.open'), float))
}

/** Three charges of one patron. */
function charges(desk: Desk, size: Size): readonly string[] {
  const to = new Gathering()
  const patron_id = patronId(freePatron(size, random))
  for (let n = 0; n < 3; n += 1) {
    to.charge({ patron_id, kind: 'manual', amount_cents: cents(CHARGE_CENTS), basis: { by: 'hand' } })
  }
  const { drafts, parties, personal } = to
  const events = record(desk.library, actorOf(desk), command('charge.add'), drafts, { parties, personal })
  return events.map(({ head }) => eventRefText(head))
}

function pay(desk: Desk, refs: readonly string[]): void {
  const lines = refs.map((charge_ref) => ({ charge_ref, amount_cents: null }))
  const tenders = [
    { tender: 'check' as const, amount_cents: 300, check_number: '1041' },
    { tender: 'cash' as const, tendered_cents: 500 },
  ]
  const wanted = { charges: lines, pay_cents: null, sales: [], is_exact_possible: true, is_large_meant: false }
  const payment = { drawer_code: '', patron_id: null, ...wanted, tenders, paper: null }
  done(takePayment(desk.library, actorOf(desk), command('payment.take'), payment))
}

type Times = { readonly pay_ms: number[]; readonly out_ms: number[] }

/** Milliseconds for a payment and a check-out, one value a round; the first round warms up. */
function rounds(desk: Desk, size: Size): Times {
  const each = Math.min(size.commits, 100)
  const free = freeItems(size, (size.rounds + 1) * each, 73)
  const times: Times = { pay_ms: [], out_ms: [] }
  for (let round = 0; round <= size.rounds; round += 1) {
    const owed = Array.from({ length: each }, () => charges(desk, size))
    const lent = free.splice(0, each)
    const pay_ms = timed(() => owed.forEach((refs) => pay(desk, refs))) / each
    const out = (item: number): void => lend(desk.library, actorOf(desk), freePatron(size, random), itemOf(item))
    const out_ms = timed(() => lent.forEach(out)) / lent.length
    if (round === 0) continue
    times.pay_ms.push(pay_ms)
    times.out_ms.push(out_ms)
  }
  return times
}

/** Receipts of earlier days, as their tables have them; the chain before them is not read when a desk opens. */
function fill(store: Store, receipts_count: number): void {
  const each = 250
  const sessions = Math.ceil(receipts_count / each)
  store.db.transact(() => {
    const { db } = store.db
    const count = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 <`
    const session_ref = `'OLD.0.' || (i / ${each})`
    db.exec(`${count} ${sessions}) INSERT INTO drawer_session (session_ref, drawer_code, custodian_code, status,
      opened_at_ms, closed_at_ms, z_count, left_cents, left_checks_cents, is_review_needed, epoch_count, seq_count)
      SELECT 'OLD.0.' || i, 'OLD', 'rortiz', 'closed', i, i, i + 1, 0, 0, 0, 0, i + 1 FROM n`)
    db.exec(`${count} ${receipts_count}) INSERT INTO cash_event (session_ref, epoch_count, seq_count, kind,
      number_count) SELECT ${session_ref}, 0, i + 1, 'receipt-made', i + 1 FROM n`)
    db.exec(`${count} ${receipts_count}) INSERT INTO money_transfer (session_ref, epoch_count, seq_count, n_count,
      why_code, debit_code, debit_of_ref, credit_code, credit_of_ref, amount_cents, fund_code)
      SELECT ${session_ref}, 0, i + 1, 0, 'paid', 'cash', ${session_ref}, 'receivable', '', 175, 'fines' FROM n`)
  })
}

function measured(size: Size, receipts_count: number): Times & { readonly open_ms: number } {
  const store = openStore(copyLibrary(size, `cash-${receipts_count}`), KEY)
  try {
    if (receipts_count > 0) fill(store, receipts_count)
    const desk = deskOf(store)
    const open_ms = timed(() => open(desk))
    return { open_ms, ...rounds(desk, size) }
  } finally {
    store.close()
  }
}

/** A session of so many entries, all but the first of them receipts of $1.75. */
function longSession(desk: Desk, entries_count: number): string {
  open(desk)
  const session = must(desk.library.db.all(openSessions, {})[0], 'an open session')
  const { session_ref } = session
  const line = { of: 'held', product_code: 'FRIENDS', payee: 'friends', amount_cents: 175 } as const
  const receipt = { lines: [line], tendered_cents: 200, change_cents: 25, rounding_cents: 0, others: [] }
  for (let at = 1; at < entries_count; at += 500) {
    const each = Math.min(500, entries_count - at)
    const drafts: EventDraft[] = Array.from({ length: each }, (_, n) => {
      return { kind: 'receipt-made', body: { session_ref, number_count: at + n, receipt, paper: null } }
    })
    record(desk.library, actorOf(desk), command('payment.take'), drafts)
  }
  return session_ref
}

/** Milliseconds to compute what a session of 5,000 entries should hold, and to close one of 2,000. */
function longSessions(size: Size): { readonly raw_ms: number; readonly close_ms: number } {
  const times = [5000, 2000].map((entries_count) => {
    const store = openStore(copyLibrary(size, `session-${entries_count}`), KEY)
    try {
      const desk = deskOf(store)
      const { library } = desk
      const session_ref = longSession(desk, entries_count)
      const raw_ms = Array.from({ length: 7 }, () => timed(() => void recomputed(library, session_ref)))
      const { cash_cents } = recomputed(library, session_ref)
      const none = { reason: '', note: '', bag_number: '', checks_count: 0, checks_cents: 0, safe_cents: 0 }
      const rest = { drawer_code: '', pieces: null, card_total_cents: null, leave_cents: null }
      const closing = { ...none, ...rest, total_cents: cash_cents }
      const close_ms = timed(() => void done(closeDrawer(library, actorOf(desk), command('drawer.close'), closing)))
      return { raw_ms: median(raw_ms), close_ms }
    } finally {
      store.close()
    }
  })
  return { raw_ms: must(times[0], 'the long one').raw_ms, close_ms: must(times[1], 'the other').close_ms }
}

export function benchCash(size: Size): Figure[] {
  const receipts_count = size === QUICK ? 20_000 : 1_000_000
  const { raw_ms, close_ms } = longSessions(size)
  const few = measured(size, 0)
  const many = measured(size, receipts_count)
  const [pay_ms, out_ms] = [median(few.pay_ms), median(few.out_ms)]
  const ratio = pay_ms / out_ms
  const slower = median(many.pay_ms) / pay_ms
  const opening = many.open_ms / few.open_ms
  return [
    {
      what: 'Expected cash of a session of 5,000 entries, computed from the raw entries',
      measured: msText(raw_ms),
      target: 'under 20 ms',
      isMet: raw_ms < 20,
      beside: 'median of 7',
    },
    {
      what: 'Closing a session of 2,000 entries, durable',
      measured: msText(close_ms),
      target: 'under 1 s',
      isMet: close_ms < 1000,
      beside: '',
    },
    {
      what: 'A payment of three charges with cash and a check, durable, time against a check-out',
      measured: `${ratio.toFixed(2)} × (${msText(pay_ms)} each)`,
      target: `at most ${AGAINST_CHECK_OUT} ×`,
      isMet: ratio <= AGAINST_CHECK_OUT,
      beside: `check-out ${msText(out_ms)}`,
    },
    {
      what: `The same with ${countText(receipts_count)} receipts in the store, against none`,
      measured: `${slower.toFixed(2)} × (${msText(median(many.pay_ms))} each)`,
      target: `at most ${AGAINST_SMALL} ×`,
      isMet: slower <= AGAINST_SMALL,
      beside: '',
    },
    {
      what: `Opening a drawer with ${countText(receipts_count)} receipts in the store, against none`,
      measured: `${opening.toFixed(2)} × (${msText(many.open_ms)})`,
      target: `at most ${AGAINST_SMALL} ×`,
      isMet: opening <= AGAINST_SMALL,
      beside: `one opening each; ${msText(few.open_ms)} without`,
    },
  ]
}
