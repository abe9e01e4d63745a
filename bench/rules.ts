/**
 * The cost of decisions, in processor time: one loan decided and explained, and what a patron with many overdue items
 * would owe.
 */
import { accruedFines } from '../main/circulation/charges/loan-fine.ts'
import { patronFacts, readAccount } from '../main/circulation/accounts/account.ts'
import { itemFacts } from '../main/circulation/items/item-facts.ts'
import { findItem, here } from '../main/library/here.ts'
import { openStore, type Store } from '../main/store/store.ts'
import { explainLoan } from '../shared/circulation/loans/explain.ts'
import { must } from '../shared/kernel/assert.ts'
import { patronId } from '../shared/kernel/ids.ts'
import { deskOf } from './commit.ts'
import { KEY } from './support/bench-desk.ts'
import { countText, median, msText, processorMs, type Figure } from './support/figures.ts'
import { copyLibrary, freeItems, freePatron, itemOf, outItems } from './support/made-library.ts'
import { seeded } from './support/seeded.ts'
import type { Size } from './support/sizes.ts'

const OVERDUE_LOANS = 200
const DAY_MS = 86_400_000

export function benchRules(size: Size): Figure[] {
  const store = openStore(copyLibrary(size, 'rules'), KEY)
  try {
    const desk = deskOf(store)
    const at = here(desk.library)
    const account = must(readAccount(desk.library, patronId(freePatron(size, seeded(5))), at.today), 'a patron')
    const items = freeItems(size, 50, 11).map((item) => must(findItem(desk.library, itemOf(item)), 'an item'))
    const asks = items.map((item) => ({
      patron: patronFacts(account, at.now),
      item: itemFacts(desk.library, item, account, at.today).facts,
      branch: at.branch.branch_code,
      now: at.now,
      rules: desk.library.rules(),
      calendar: desk.library.calendar(at.branch),
      policy: desk.library.policy(),
      overridden: [],
      price_cents: item.price_cents,
      is_special: false,
      limits_shown: null,
      many: desk.library.many(),
    }))
    const turns = 20
    const decide = (): void => {
      for (let turn = 0; turn < turns; turn += 1) for (const ask of asks) explainLoan(ask)
    }
    decide()
    const each_ms = median(Array.from({ length: size.runs }, () => processorMs(decide) / (turns * asks.length)))
    const read = (): void => items.forEach((item) => void itemFacts(desk.library, item, account, at.today))
    const read_ms = median(Array.from({ length: size.runs }, () => processorMs(read) / items.length))
    const late_patron = lateAccount(store, size)
    const late = (): Account => must(readAccount(desk.library, patronId(late_patron), at.today), 'a late patron')
    const account_ms = median(Array.from({ length: size.runs + 1 }, () => processorMs(late)).slice(1))
    const overdue = late()
    const fines_ms = median(
      Array.from({ length: size.runs + 1 }, () => processorMs(() => accruedFines(desk.library, overdue, at.now))).slice(
        1,
      ),
    )
    return [
      {
        what: 'One loan decided and explained, processor time',
        measured: msText(each_ms),
        target: 'under 200 µs',
        isMet: each_ms < 0.2,
        beside: `${countText(turns * asks.length)} times a run; reading what is known of the item ${msText(read_ms)}`,
      },
      {
        what: `Projected fines of a patron with ${OVERDUE_LOANS} overdue items, processor time`,
        measured: msText(fines_ms),
        target: 'under 10 ms',
        isMet: fines_ms < 10,
        beside: `reading the account with its ${overdue.loans.length} loans ${msText(account_ms)}`,
      },
    ]
  } finally {
    store.close()
  }
}

type Account = NonNullable<ReturnType<typeof readAccount>>

/** Gives one patron this many of the library's loans, overdue by one to two hundred days. @returns the patron */
function lateAccount({ reference }: Store, size: Size): number {
  const patron = freePatron(size, seeded(6))
  const move = reference.db.prepare('UPDATE loan SET patron_id = ?, out_at_ms = ?, due_at_ms = ? WHERE item_id = ?')
  for (const [n, item] of outItems(size, OVERDUE_LOANS, 91).entries()) {
    const due_at = Date.UTC(2026, 10, 23, 5, 59, 59) - n * DAY_MS
    move.run(patron, due_at - 21 * DAY_MS, due_at, item)
  }
  return patron
}
