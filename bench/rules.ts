/**
 * What deciding costs, in processor time: one loan decided and explained, and what a patron with much overdue would
 * owe.
 */
import { accruedFines } from '../main/services/charges/loan-fine.ts'
import { patronFacts, readAccount, itemFacts } from '../main/services/account.ts'
import { findItem, here } from '../main/services/here.ts'
import { openStore } from '../main/store/store.ts'
import { explainLoan } from '../shared/circulation/explain.ts'
import { must } from '../shared/kernel/assert.ts'
import { patronId } from '../shared/kernel/ids.ts'
import { instant } from '../shared/kernel/time.ts'
import { deskOf } from './commit.ts'
import { KEY } from './support/bench-desk.ts'
import { countText, median, msText, type Figure } from './support/figures.ts'
import { copyLibrary, freeItems, freePatron, itemOf } from './support/made-library.ts'
import { seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'

const OVERDUE_LOANS = 200
const DAY_MS = 86_400_000

/** Processor milliseconds of `work`, so that other programs do not count. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export function benchRules(size: Size): Figure[] {
  const store = openStore(copyLibrary(size, 'rules'), KEY)
  try {
    const desk = deskOf(store)
    const at = here(desk)
    const account = must(readAccount(desk, patronId(freePatron(size, seeded(5))), at.today), 'a patron')
    const items = freeItems(size, 50, 11).map((item) => must(findItem(desk, itemOf(item)), 'an item'))
    const asks = items.map((item) => ({
      patron: patronFacts(account, at.now),
      item: itemFacts(desk, item, account, at.today).facts,
      branch: at.branch.branch_code,
      now: at.now,
      rules: desk.library.rules(),
      calendar: desk.library.calendar(at.branch),
      policy: desk.library.policy(),
      overridden: [],
      price_cents: item.price_cents,
    }))
    const turns = 20
    const decide = (): void => {
      for (let turn = 0; turn < turns; turn += 1) for (const ask of asks) explainLoan(ask)
    }
    decide()
    const each_ms = median(Array.from({ length: size.runs }, () => cpuOf(decide) / (turns * asks.length)))
    const late = lateAccount(account, items)
    const fines_ms = median(
      Array.from({ length: size.runs + 1 }, () => cpuOf(() => accruedFines(desk, late, at.now))).slice(1),
    )
    return [
      {
        what: 'One loan decided and explained, processor time',
        measured: msText(each_ms),
        target: 'under 200 µs',
        isMet: each_ms < 0.2,
        beside: `${countText(turns * asks.length)} times a run`,
      },
      {
        what: `Projected fines of a patron with ${OVERDUE_LOANS} overdue items, processor time`,
        measured: msText(fines_ms),
        target: 'under 10 ms',
        isMet: fines_ms < 10,
        beside: '',
      },
    ]
  } finally {
    store.close()
  }
}

type Account = NonNullable<ReturnType<typeof readAccount>>

/** The account as it would be with so many items overdue for one to two hundred days. */
function lateAccount(account: Account, items: readonly NonNullable<ReturnType<typeof findItem>>[]): Account {
  const loans = Array.from({ length: OVERDUE_LOANS }, (_, n) => {
    const item = must(items[n % items.length], 'an item')
    const due_at_ms = instant(Date.UTC(2026, 10, 23, 5, 59, 59) - n * DAY_MS)
    const out_at_ms = instant(due_at_ms - 21 * DAY_MS)
    const loan = {
      loan_ref: `bench:${n}`,
      branch_code: 'MAPLE',
      renewals_count: 0,
      standing: 'out',
      standing_since_ms: null,
    }
    return { ...item, ...loan, due_at_ms, out_at_ms }
  })
  return { ...account, loans }
}
