/**
 * Opening a drawer, taking a payment and closing the drawer where a million receipts lie in the store, in turn with the
 * same in a store that has none: in the same process, so that the moods of the computer are those of both.
 */
import type { Desk } from '../main/desk/desk.ts'
import { verifyJournal } from '../main/journal/verify.ts'
import { openStore } from '../main/store/store.ts'
import { deskOf } from './commit.ts'
import { charges, close, open, pay } from './support/at-drawer.ts'
import { KEY } from './support/bench-desk.ts'
import { countText, median, msText, processorMs, timed, type Figure } from './support/figures.ts'
import { copyLibrary } from './support/made-library.ts'
import { receiptsFolder } from './support/made-receipts.ts'
import type { Size } from './support/sizes.ts'

const AGAINST_NONE = 1.2
/** In a round; each is closed again. */
const OPENINGS = 5

const STEPS = ['open', 'pay', 'close'] as const
type Step = (typeof STEPS)[number]
type Times = Readonly<Record<Step, { readonly ms: number; readonly cpu_ms: number }>>

/** Milliseconds of one of each. */
function round(desk: Desk, size: Size): Times {
  const each = Math.min(size.commits, 100)
  const sums = { open: { ms: 0, cpu_ms: 0 }, pay: { ms: 0, cpu_ms: 0 }, close: { ms: 0, cpu_ms: 0 } }
  const step = (of: Step, work: () => void): void => {
    sums[of].ms += timed(() => (sums[of].cpu_ms += processorMs(work)))
  }
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const owed = Array.from({ length: each / OPENINGS }, () => charges(desk, size))
    step('open', () => open(desk))
    step('pay', () => owed.forEach((refs) => pay(desk, refs)))
    step('close', () => close(desk))
  }
  const per = ({ ms, cpu_ms }: (typeof sums)[Step], times: number) => ({ ms: ms / times, cpu_ms: cpu_ms / times })
  return { open: per(sums.open, OPENINGS), pay: per(sums.pay, each), close: per(sums.close, OPENINGS) }
}

type Pair = { readonly none: Times; readonly many: Times }

/** One value of each a round, the first of which warms up; who begins takes turns. */
function inTurn(size: Size): readonly Pair[] {
  const stores = [
    openStore(copyLibrary(size, 'receipts-none'), KEY),
    openStore(copyLibrary(size, 'receipts-many', receiptsFolder(size, size.receipts)), KEY),
  ]
  try {
    const [none, many] = stores.map(deskOf) as [Desk, Desk]
    return Array.from({ length: size.rounds + 1 }, (_, turn): Pair => {
      if (turn % 2 === 0) return { none: round(none, size), many: round(many, size) }
      const first = round(many, size)
      return { none: round(none, size), many: first }
    }).slice(1)
  } finally {
    for (const store of stores) store.close()
  }
}

/** A journal of that many receipts is one of some 100,000 entries. */
const VERIFIED = 80_000
const VERIFY_MS = 2_000

function verifying(size: Size): Figure {
  const made = receiptsFolder(size, Math.min(size.receipts, VERIFIED))
  const store = openStore(copyLibrary(size, 'verified', made), KEY)
  try {
    let events_count = 0
    const times = Array.from({ length: size.runs }, () => {
      let cpu_ms = 0
      const ms = timed(() => {
        cpu_ms = processorMs(() => {
          const verdict = verifyJournal(store.db)
          if (verdict.problems.length > 0) throw new Error(`it does not verify: ${JSON.stringify(verdict.problems[0])}`)
          events_count = verdict.events_count
        })
      })
      return { cpu_ms, ms }
    })
    const cpu_ms = median(times.map((one) => one.cpu_ms))
    return {
      what: `Verifying a chain of ${countText(events_count)} entries, most of them receipts, processor time`,
      measured: msText(cpu_ms),
      target: 'under 2 s',
      isMet: cpu_ms < VERIFY_MS,
      beside: `by the clock ${msText(median(times.map((one) => one.ms)))}; ${size.runs} times`,
    }
  } finally {
    store.close()
  }
}

const SAID: Readonly<Record<Step, string>> = {
  open: 'Opening a drawer',
  pay: 'A payment of three charges with cash and a check, durable,',
  close: 'Closing a drawer',
}

export function benchReceipts(size: Size): Figure[] {
  const pairs = inTurn(size)
  const steps = STEPS.map((step): Figure => {
    const ratio = (of: 'ms' | 'cpu_ms'): number =>
      median(pairs.map(({ none, many }) => many[step][of] / none[step][of]))
    const ms = (of: keyof Pair): string => msText(median(pairs.map((one) => one[of][step].ms)))
    const by = ratio('ms')
    const hasTarget = step !== 'close'
    return {
      what: `${SAID[step]} with ${countText(size.receipts)} receipts in the store, time against none`,
      measured: `${by.toFixed(2)} × (${ms('many')} each)`,
      target: hasTarget ? `at most ${AGAINST_NONE} ×` : '',
      isMet: hasTarget ? by <= AGAINST_NONE : null,
      beside: `${ms('none')} without; processor time ${ratio('cpu_ms').toFixed(2)} ×; in turn, ${size.rounds} rounds`,
    }
  })
  return [...steps, verifying(size)]
}
