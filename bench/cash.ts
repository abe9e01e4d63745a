/**
 * The cost of a payment: three charges paid with cash and a check, durable, beside a check-out in the same run; and of
 * long drawer sessions: what they should hold, computed from their entries, and their close.
 */
import { recomputed } from '../main/cash/report/session-events.ts'
import { actorOf, type Desk } from '../main/desk/desk.ts'
import { beginWalk } from '../main/desk/upkeep/chain-walk.ts'
import { record } from '../main/library/record.ts'
import { openStore, type Store } from '../main/store/store.ts'
import type { EventDraft } from '../shared/journal/event.ts'
import { deskOf, lend } from './commit.ts'
import { charges, close, command, open, openSession, pay } from './support/at-drawer.ts'
import { KEY } from './support/bench-desk.ts'
import { countText, median, msText, processorMs, timed, type Figure } from './support/figures.ts'
import { copyLibrary, freeItems, freePatron, itemOf } from './support/made-library.ts'
import { seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'

const random = seeded(61)
const AGAINST_CHECK_OUT = 2
const RAW_MS = 20
const CLOSE_MS = 1000
const LONG = 5000
const CLOSED = 2000
const TIMES = 15

function withStore<Made>(folder: string, work: (store: Store) => Made): Made {
  const store = openStore(folder, KEY)
  try {
    return work(store)
  } finally {
    store.close()
  }
}

/** Milliseconds for a payment and a check-out, one value a round; the first round warms up. */
function payments(size: Size): { readonly pay_ms: number; readonly out_ms: number; readonly ratio: number } {
  return withStore(copyLibrary(size, 'cash'), (store) => {
    const desk = deskOf(store)
    open(desk)
    const each = Math.min(size.commits, 100)
    const free = freeItems(size, (size.rounds + 1) * each, 73)
    const rounds = Array.from({ length: size.rounds + 1 }, () => {
      const owed = Array.from({ length: each }, () => charges(desk, size))
      const lent = free.splice(0, each)
      const pay_ms = timed(() => owed.forEach((refs) => pay(desk, refs))) / each
      const out = (item: number): void => lend(desk.library, actorOf(desk), freePatron(size, random), itemOf(item))
      const out_ms = timed(() => lent.forEach(out)) / lent.length
      return { pay_ms, out_ms }
    }).slice(1)
    const middle = (of: 'pay_ms' | 'out_ms'): number => median(rounds.map((one) => one[of]))
    const ratio = median(rounds.map(({ pay_ms, out_ms }) => pay_ms / out_ms))
    return { pay_ms: middle('pay_ms'), out_ms: middle('out_ms'), ratio }
  })
}

/** A session of so many entries, all but the first of them receipts of $1.75. */
function longSession(desk: Desk, entries_count: number): string {
  open(desk)
  const session_ref = openSession(desk)
  const line = { of: 'held', product_code: 'FRIENDS', payee: 'friends', amount_cents: 175 } as const
  const receipt = { lines: [line], in_kind: [], tendered_cents: 200, change_cents: 25, rounding_cents: 0, others: [] }
  for (let at = 1; at < entries_count; at += 500) {
    const each = Math.min(500, entries_count - at)
    const drafts: EventDraft[] = Array.from({ length: each }, (_, n) => {
      return {
        kind: 'receipt-made',
        body: { session_ref, receipt_number: at + n, receipt, others_credit_cents: 0, paper: null },
      }
    })
    record(desk.library, actorOf(desk), command('payment.take'), drafts)
  }
  return session_ref
}

type Long = { readonly cpu_ms: number; readonly ms: number; readonly first_ms: number; readonly start_ms: number }

/** What a long session should hold: again and again, and for the first time after a start, which checks seals. */
function longComputed(size: Size): Long {
  const folder = copyLibrary(size, 'session')
  const session_ref = withStore(folder, (store) => longSession(deskOf(store), LONG))
  const first_ms: number[] = []
  const start_ms: number[] = []
  const times: { readonly cpu_ms: number; readonly ms: number }[] = []
  for (let start = 0; start < 5; start += 1) {
    withStore(folder, (store) => {
      const { library } = deskOf(store)
      start_ms.push(processorMs(() => beginWalk(library)))
      const compute = (): void => void recomputed(library, session_ref)
      first_ms.push(processorMs(compute))
      for (let n = 0; n < TIMES / 5; n += 1) {
        let cpu_ms = 0
        const ms = timed(() => (cpu_ms = processorMs(compute)))
        times.push({ cpu_ms, ms })
      }
    })
  }
  const middle = (of: 'cpu_ms' | 'ms'): number => median(times.map((one) => one[of]))
  return { cpu_ms: middle('cpu_ms'), ms: middle('ms'), first_ms: median(first_ms), start_ms: median(start_ms) }
}

function longClosed(size: Size): number {
  return withStore(copyLibrary(size, 'closing'), (store) => {
    const desk = deskOf(store)
    longSession(desk, CLOSED)
    return timed(() => close(desk))
  })
}

export function benchCash(size: Size): Figure[] {
  const { cpu_ms, ms, first_ms, start_ms } = longComputed(size)
  const close_ms = longClosed(size)
  const { pay_ms, out_ms, ratio } = payments(size)
  return [
    {
      what: `Expected cash of a session of ${countText(LONG)} entries, computed from the raw entries, processor time`,
      measured: msText(cpu_ms),
      target: `under ${RAW_MS} ms`,
      isMet: Math.max(cpu_ms, first_ms) < RAW_MS,
      beside: `by the clock ${msText(ms)}; first ${msText(first_ms)}, after seals at the start ${msText(start_ms)}`,
    },
    {
      what: `Closing a session of ${countText(CLOSED)} entries, durable`,
      measured: msText(close_ms),
      target: 'under 1 s',
      isMet: close_ms < CLOSE_MS,
      beside: 'once',
    },
    {
      what: 'A payment of three charges with cash and a check, durable, time against a check-out',
      measured: `${ratio.toFixed(2)} × (${msText(pay_ms)} each)`,
      target: `at most ${AGAINST_CHECK_OUT} ×`,
      isMet: ratio <= AGAINST_CHECK_OUT,
      beside: `check-out ${msText(out_ms)}; in turn, ${size.rounds} rounds`,
    },
  ]
}
