/**
 * Random pairs of records: made one, every row of both is the kept one’s, and every sum is that of both; two again,
 * everything is as it was.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { TUESDAY } from '../../support/fakes.ts'
import { moneyFiles } from '../../support/money-desk.ts'
import { expectRebuilt, start, type Shown } from '../../support/reference-files.ts'
import { CARDS } from '../../support/small-library.ts'

const DAY = 86_400_000
const [DANA, OMAR] = [1, 2]

const whose = fc.constantFrom(DANA, OMAR)
const world = fc.record({
  loans: fc.uniqueArray(fc.record({ item: fc.integer({ min: 1, max: 7 }), whose }), {
    maxLength: 5,
    selector: (one) => one.item,
  }),
  holds: fc.uniqueArray(fc.record({ title: fc.integer({ min: 1, max: 7 }), whose }), {
    maxLength: 6,
    selector: (one) => `${one.title} ${one.whose}`,
  }),
  charges: fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 900 }), share: fc.double({ min: 0, max: 1, noNaN: true }), whose }),
    {
      maxLength: 8,
    },
  ),
  turned: fc.subarray(['surname', 'given', 'card', 'phone', 'expires_on'] as const),
})
type World = typeof world extends fc.Arbitrary<infer One> ? One : never

function sqlOf({ loans, holds, charges }: World): readonly string[] {
  return [
    ...loans.map(
      (one) => `INSERT INTO loan
        (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
        VALUES
          (${one.item}, 'import:${one.item}', '', ${one.whose}, 'MAPLE', ${TUESDAY - DAY}, ${TUESDAY + DAY}, 0)`,
    ),
    ...holds.map(
      (one, at) => `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
        VALUES ('h${at}', ${one.whose}, ${one.title}, 'MAPLE', ${TUESDAY - (9 - at) * DAY}, 'waiting')`,
    ),
    ...charges.map(
      (one, at) => `INSERT INTO charge (external_id, patron_id, kind, charged_at_ms, amount_cents, owed_cents)
        VALUES ('r${at}', ${one.whose}, 'overdue', 0, ${one.amount}, ${Math.floor(one.amount * one.share)})`,
    ),
  ]
}

/** A hold of the library's data that was ended and reopened is one of this desk's from then on. */
const withoutParties = (shown: Shown): Shown => ({
  ...shown,
  holds: (shown['holds'] ?? []).map((row) => row.replace(/"party_ref":"[^"]*"/, '')),
})

type Sums = { readonly rows: number; readonly owed: number }

function sumsOf(shown: Shown, patrons: readonly number[]): Sums {
  const rows = (['loans', 'charges', 'notes'] as const).flatMap((name) => shown[name] ?? [])
  const theirs = rows.map((row) => JSON.parse(row) as { patron_id: number; owed_cents?: number })
  const all = theirs.filter((row) => patrons.includes(row.patron_id))
  return { rows: all.length, owed: all.reduce((sum, row) => sum + (row.owed_cents ?? 0), 0) }
}

async function atDana(desk: TestDesk): Promise<TestDesk> {
  const at = await rosaAt(await desk.reopen())
  await at.scan(CARDS.dana)
  await at.ok('patron.compare', { patron_id: null, barcode: CARDS.omar })
  return at
}

test('merged, nothing is lost or made; undone, everything is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const desk = await openDesk(moneyFiles({ also: sqlOf(one) }))
      const before = await start(desk)
      const at = await atDana(desk)
      const turned = { other_patron_id: OMAR, turned: [...one.turned] }
      await at.ok('patron.merge', { commandId: at.id(), ...turned, is_cardless_meant: true })
      const merged = await start(at)
      expect(sumsOf(merged, [DANA])).toEqual(sumsOf(before, [DANA, OMAR]))
      expect(sumsOf(merged, [OMAR])).toEqual({ rows: 0, owed: 0 })
      const titles = new Set(one.holds.map(({ title }) => title))
      expect(merged['holds']).toHaveLength(titles.size)
      await expectRebuilt(at)
      const again = await rosaAt(await at.reopen())
      await again.scan(CARDS.dana)
      await again.ok('desk.undo', { commandId: again.id() })
      expect(withoutParties(await start(again))).toEqual(withoutParties(before))
      await expectRebuilt(again)
    }),
    { numRuns: 6 },
  )
})
