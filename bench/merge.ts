/** Makes one record of two, each pair with 200 loans and 500 charges between them, in a library of 500,000 patrons. */
import { openStore } from '../main/store/store.ts'
import { BenchDesk, benchClock, KEY } from './support/bench-desk.ts'
import { countText, median, msText, quantile, type Figure } from './support/figures.ts'
import { cardOf, copyLibrary, libraryFolder } from './support/made-library.ts'
import { withPeople, type Size } from './support/sizes.ts'

const LOANS = 200
const CHARGES = 500
const MS_MAX = 200
/** Far from the patrons that the library gives loans. */
const FIRST = 501

const pairsOf = (size: Size): readonly (readonly [number, number])[] =>
  Array.from({ length: size.runs + 1 }, (_, at) => [FIRST + 2 * at, FIRST + 2 * at + 1])

function fill(folder: string, size: Size): void {
  const store = openStore(folder, KEY)
  const { db } = store.reference
  const at_ms = benchClock.now() - 86_400_000
  try {
    db.transaction(() => {
      for (const [kept, former] of pairsOf(size)) {
        db.prepare(
          `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
            SELECT item_id, 'import:m' || item_id, 'm', iif(item_id % 2, ?, ?), home_branch_code, ?, ?, 0 FROM item
            WHERE NOT EXISTS (SELECT 1 FROM loan WHERE loan.item_id = item.item_id) LIMIT ?`,
        ).run(kept, former, at_ms, at_ms + 14 * 86_400_000, LOANS)
        db.prepare(
          `WITH RECURSIVE n (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n WHERE number < ?)
            INSERT INTO charge (external_id, patron_id, kind, charged_at_ms, amount_cents, owed_cents)
            SELECT 'm' || ? || '-' || number, iif(number % 2, ?, ?), 'overdue', ?, 100, iif(number % 3, 100, 0) FROM n`,
        ).run(CHARGES, kept, kept, former, at_ms)
      }
    })()
  } finally {
    store.close()
  }
}

export async function benchMerge(of: Size): Promise<Figure[]> {
  const size = withPeople(of)
  libraryFolder(size)
  const folder = copyLibrary(size, 'merge')
  fill(folder, size)
  const desk = await BenchDesk.open(folder)
  const ms: number[] = []
  try {
    await desk.signIn()
    for (const [kept, former] of pairsOf(size)) {
      await desk.ok('desk.open-patron', { patron_id: kept })
      await desk.ok('patron.compare', { patron_id: null, barcode: cardOf(former) })
      const began = performance.now()
      await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: former, turned: [] })
      ms.push(performance.now() - began)
      await desk.ok('desk.finish', {})
    }
  } finally {
    await desk.close()
  }
  // The first one warms up.
  const measured = ms.slice(1)
  const most = quantile(measured, 0.95)
  return [
    {
      what: `Merging two of ${countText(size.patrons)} patrons with ${LOANS} loans and ${CHARGES} charges, p95`,
      measured: msText(most),
      target: `under ${MS_MAX} ms`,
      isMet: most < MS_MAX,
      beside: `p50 ${msText(median(measured))}; ${measured.length} merges, each with the answer of the screen`,
    },
  ]
}
