/** Walking a long journal: every seal, and that it adds up to what the desk shows. */
import { openJournal } from '../main/journal/open.ts'
import { verifyJournal } from '../main/journal/verify.ts'
import { openStore } from '../main/store/store.ts'
import { must } from '../shared/kernel/assert.ts'
import { asked } from './commit.ts'
import { benchClock, KEY } from './support/bench-desk.ts'
import { countText, median, msText, processorMs, timed, type Figure } from './support/figures.ts'
import { copyLibrary, freeItems } from './support/made-library.ts'
import { seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'

/** So many check-outs are recorded at once: how quickly they are is measured elsewhere. */
const TOGETHER = 500

export function benchWalk(size: Size): Figure[] {
  const store = openStore(copyLibrary(size, 'walk'), KEY)
  try {
    const journal = openJournal(store, benchClock.now(), seeded(101), false)
    const items = freeItems(size, size.walked, 103)
    while (items.length > 0) {
      const all = items.splice(0, TOGETHER).map((item) => asked(size, item))
      const drafts = all.map((one) => one.draft)
      const parties = new Map(all.flatMap((one) => [...one.parties]))
      const known = new Map(all.flatMap((one) => [...one.known]))
      journal.record(must(all[0], 'one at least').occasion, drafts, { parties, items: known })
    }
    const walks = Array.from({ length: size.runs }, () => {
      let cpu_ms = 0
      const ms = timed(() => (cpu_ms = processorMs(() => walk(store.db))))
      return { cpu_ms, ms }
    })
    const cpu_ms = median(walks.map((one) => one.cpu_ms))
    return [
      {
        what: `Verifying a chain of ${countText(size.walked)} events with its state, processor time`,
        measured: msText(cpu_ms),
        target: 'under 2 s',
        isMet: cpu_ms < 2000,
        beside: `by the clock ${msText(median(walks.map((one) => one.ms)))}; ${size.runs} times`,
      },
    ]
  } finally {
    store.close()
  }
}

function walk(...[db]: Parameters<typeof verifyJournal>): void {
  const [problem] = verifyJournal(db).problems
  if (problem) throw new Error(`the journal does not verify: ${JSON.stringify(problem)}`)
}
