/**
 * The cost of a payment: three charges paid with cash and a check, durable, beside a check-out in the same run; and the
 * same in a store that has a million receipts.
 */
import { Gathering } from '../main/circulation/charges/gathering.ts'
import { openDrawer } from '../main/cash/open-drawer.ts'
import { takePayment } from '../main/cash/take-payment.ts'
import { actorOf, type Desk } from '../main/desk/desk.ts'
import { commandOf, type Command } from '../main/library/command.ts'
import { record } from '../main/library/record.ts'
import { openStore, type Store } from '../main/store/store.ts'
import { eventRefText } from '../shared/journal/event.ts'
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
  const payment = { drawer_code: '', ...wanted, tenders, paper: null }
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
    const [session, entry, moved] = ['drawer_session', 'cash_event', 'money_transfer']
    const count = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 <`
    db.exec(`${count} ${sessions}) INSERT INTO ${session} SELECT 'OLD.0.' || i, 'OLD', 'rortiz', 'closed', i, i, i + 1,
      0, 0, 0, 0, i + 1 FROM n`)
    db.exec(`${count} ${receipts_count}) INSERT INTO ${entry} SELECT 'OLD.0.' || (i / ${each}), 0, i + 1,
      'receipt-made', i + 1, NULL FROM n`)
    db.exec(`${count} ${receipts_count}) INSERT INTO ${moved} SELECT 'OLD.0.' || (i / ${each}), 0, i + 1, 0, 'paid',
      'cash', 'OLD.0.' || (i / ${each}), 'receivable', '', 175, 'fines' FROM n`)
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

export function benchCash(size: Size): Figure[] {
  const receipts_count = size === QUICK ? 20_000 : 1_000_000
  const few = measured(size, 0)
  const many = measured(size, receipts_count)
  const [pay_ms, out_ms] = [median(few.pay_ms), median(few.out_ms)]
  const ratio = pay_ms / out_ms
  const slower = median(many.pay_ms) / pay_ms
  const opening = many.open_ms / few.open_ms
  return [
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
