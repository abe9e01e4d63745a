/** What the desk does by itself about money, and how long it takes: billing what is late for long, fines as of now. */
import { describe, expect, test } from 'vitest'
import { readAccount } from '../../../../main/circulation/accounts/account.ts'
import { accruedCents, accruedFines } from '../../../../main/circulation/charges/loan-fine.ts'
import { billLongOverdue } from '../../../../main/circulation/charges/long-overdue.ts'
import type { Desk } from '../../../../main/desk/desk.ts'
import { here } from '../../../../main/library/here.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { patronId } from '../../../../shared/kernel/ids.ts'
import { bareDesk } from '../../support/bare-desk.ts'
import { leastYards } from '../../../support/processor-time.ts'
import { FakeClock } from '../../support/fakes.ts'
import { moneyFiles, type Policy } from '../../support/money-desk.ts'
import type { Library } from '../../../../main/library/library.ts'
import { actorOf } from '../../../../main/desk/desk.ts'

/** Dana's loans: as many as asked, of one kind, all due on Tue, Dec 15, 2026 at the end of the day. */
function loans(count: number, price_cents: number | null = 2000): string[] {
  const due = Date.UTC(2026, 11, 16, 5, 59, 59)
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  return [
    `${numbers} INSERT INTO item SELECT 1000 + i, 'X' || (10000 + i), 1, 'BOOK', 'MAPLE', 'MAPLE', '', 'Adult',
      'available', ${price_cents}, '' FROM n`,
    `${numbers} INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms,
      renewals_count) SELECT 1000 + i, 'import:' || i, '${'0'.repeat(32)}', 1, 'MAPLE', ${due - 2_000_000_000},
      ${due}, 0 FROM n`,
  ]
}

const AFTER_28_DAYS = { lost_after_count: 28, lost_after_unit: 'days' }

/** A desk so many days after the loans were due. */
function lateDesk(policy: Policy, late_days: number): { readonly desk: Desk; readonly clock: FakeClock } {
  const clock = new FakeClock()
  clock.pass((21 + late_days) * 86_400_000)
  return { desk: bareDesk(moneyFiles(policy), clock), clock }
}

function account(library: Library) {
  return must(readAccount(library, patronId(1), here(library).today), 'Dana')
}

describe('billed by itself', () => {
  test('after as many days as the rule says, a few at a time, each once, signed by nobody', () => {
    const { desk } = lateDesk({ lost: AFTER_28_DAYS, also: loans(60) }, 30)
    expect([
      billLongOverdue(desk.library, actorOf(desk)),
      billLongOverdue(desk.library, actorOf(desk)),
      billLongOverdue(desk.library, actorOf(desk)),
      billLongOverdue(desk.library, actorOf(desk)),
    ]).toEqual([25, 25, 10, 0])
    expect(account(desk.library).owed).toBe(60 * 2300)
    expect(account(desk.library).eligibility.facts.lost_count).toBe(60)
    expect(desk.library.journal.newest(1)[0]?.head.staff).toBe('')
  })

  test.each([
    ['not a day earlier', AFTER_28_DAYS, 2000, 27, 0],
    ['not where the rule leaves it to people', {}, 2000, 400, 0],
    ['not without a price', { ...AFTER_28_DAYS, replacement_kind: 'price' }, null, 40, 0],
    ['after months', { lost_after_count: 1, lost_after_unit: 'months' }, 2000, 40, 3],
  ] as const)('%s', (_, lost, price_cents, late_days, billed) => {
    const { desk } = lateDesk({ lost, also: loans(3, price_cents) }, late_days)
    expect(billLongOverdue(desk.library, actorOf(desk))).toBe(billed)
    expect(account(desk.library).loans.filter((loan) => loan.loan_status === 'lost')).toHaveLength(billed)
  })

  test('what cannot be billed keeps nobody waiting, and is looked at again the next day', () => {
    const without_price = loans(230, null)
    const { desk, clock } = lateDesk({ lost: { ...AFTER_28_DAYS, replacement_kind: 'price' }, also: without_price }, 40)
    desk.library.journal.writes.reference.db.exec('UPDATE item SET price_cents = 1500 WHERE item_id > 1225')
    expect([
      billLongOverdue(desk.library, actorOf(desk)),
      billLongOverdue(desk.library, actorOf(desk)),
      billLongOverdue(desk.library, actorOf(desk)),
    ]).toEqual([0, 5, 0])
    desk.library.journal.writes.reference.db.exec('UPDATE item SET price_cents = 1500 WHERE item_id = 1001')
    expect(billLongOverdue(desk.library, actorOf(desk))).toBe(0)
    clock.pass(86_400_000)
    expect(billLongOverdue(desk.library, actorOf(desk))).toBe(1)
  })
})

/** A dollar a day since a while ago, and other amounts in between: each version kept, the oldest as it is above. */
function changedTenTimes(): string[] {
  const was = (at: number): string =>
    `INSERT INTO policy_version (version_ref, table_name, row_key, content, until_at_ms)
      SELECT 'import:${at}:' || rule_code, 'fine_rule',
        rule_code, json_object(${COLUMNS.map((name) => `'${name}', ${name}`).join(', ')}),
        ${Date.UTC(2026, 11, 1 + at)} FROM fine_rule`
  return Array.from({ length: 10 }, (_, at) => [was(at), `UPDATE fine_rule SET amount_cents = ${100 + at}`]).flat()
}

const COLUMNS =
  `rule_code branch_code category_code item_type_code amount_cents per_count per_unit is_partial_unit_charged
  is_closed_counted grace_count grace_unit grace_kind fine_cents_max is_capped_at_price recall_amount_cents
  recall_fine_cents_max is_grace_kept_on_recall suspension_days_count suspension_days_count_max`.split(/\s+/)

test('somebody who is gone from the library’s data keeps no other bill waiting', () => {
  const { desk } = lateDesk({ lost: AFTER_28_DAYS, also: loans(3) }, 30)
  desk.library.journal.writes.reference.db.pragma('foreign_keys = OFF')
  desk.library.journal.writes.reference.db.exec('UPDATE loan SET patron_id = 4711 WHERE item_id = 1001')
  expect(billLongOverdue(desk.library, actorOf(desk))).toBe(2)
})

test.each([
  ['the rule as ever', []],
  ['the rule changed ten times since they were lent', changedTenTimes()],
] as const)('fines of 200 overdue loans as of now, %s: the sum is right, and it is quick', (_, changes) => {
  const { desk } = lateDesk({ also: [...loans(200), ...changes] }, 5)
  const dana = account(desk.library)
  const now = desk.library.clock.now()
  // Five days late, of which one is a Sunday.
  expect(accruedCents(accruedFines(desk.library, dana, now))).toBe(200 * 4 * 25)
  expect(leastYards(() => accruedFines(desk.library, dana, now))).toBeLessThan(3)
})
