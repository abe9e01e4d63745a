/** A rule that is changed leaves loans already made as they are, on real files, and holds for them once it is asked. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { billLongOverdue } from '../../../../main/circulation/charges/long-overdue.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { bareDesk } from '../../support/bare-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { days, lend, moneyDesk, pageOf, tableOf, type Policy } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk, recorded } from '../../support/staff.ts'
import { actorOf } from '../../../../main/desk/desk.ts'
import { rosaAt } from '../../support/desk.ts'
import { overdue, told } from '../../../support/said.ts'
import { en } from '../../../../shared/words/en/en.ts'

type Table = Input<'policy.change'>['table']
type Values = NonNullable<Input<'policy.change'>['after']>

async function change(desk: TestDesk, table: Table, key: string, values: Values | null): Promise<void> {
  const { rows } = await desk.ok('policy.get', { table })
  const now = rows.find((row) => row.key === key)?.values ?? {}
  const after = values && { ...now, ...values }
  const { fresh } = await desk.ok('policy.check', { change: { table, key, after } })
  const accept_findings = fresh.map((one) => one.name)
  await desk.ok('policy.change', { commandId: desk.id(), table, key, after, accept_findings })
}

/** What the loans of Dana say by now, in the order of their due dates. */
async function loansOf(desk: TestDesk): Promise<string[]> {
  await desk.scan(CARDS.dana)
  const rows = await loansShown(desk)
  await desk.ok('desk.finish', {})
  return rows
}

/** The same of whoever is open, who stays open. */
async function loansShown(desk: TestDesk): Promise<string[]> {
  return tableOf(await pageOf(desk, 'account'), 'loans').map((row) => row[1] ?? '')
}

/** A book out to Dana for so many days, and a rule that was changed then. */
async function lentBefore(days_count: number, policy: Policy = {}): Promise<TestDesk> {
  const desk = await moneyDesk(policy)
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, days_count)
  return desk
}

describe('a fine that runs', () => {
  test('is as it was when the rule costs more, ends with a cap, or goes; a book lent since costs the new', async () => {
    const desk = await lentBefore(10)
    await change(desk, 'fine_rule', 'BOOKS', { amount_cents: 500, fine_cents_max: 9000 })
    await lend(desk, CARDS.dana, ITEMS.educated)
    days(desk, 24)
    expect(await loansOf(desk)).toEqual([overdue('2026-12-15', 275), overdue('2026-12-25', 1000)])
    await change(desk, 'fine_rule', 'BOOKS', null)
    expect(await loansOf(desk)).toEqual([overdue('2026-12-15', 275), overdue('2026-12-25', 1000)])
  })

  test('is charged so at the return, and the charge says by which rule, as it stood when', async () => {
    const desk = await lentBefore(23)
    await change(desk, 'fine_rule', 'BOOKS', { amount_cents: 500 })
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain('Fine $0.50')
    const [charge] = await recorded(desk, 'charge-made')
    expect(charge).toMatchObject({
      amount_cents: 50,
      period: { loan_branch: 'MAPLE' },
      basis: { by: 'fine', rule_code: 'BOOKS', late_count: 2, late_unit: 'days', units_count: 2, rate_cents: 25 },
    })
  })

  test('goes by the new rule once it is renewed, and by the old one again when that is undone', async () => {
    const desk = await lentBefore(1)
    await change(desk, 'fine_rule', 'BOOKS', { amount_cents: 100 })
    await desk.scan(CARDS.dana)
    await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    await desk.ok('desk.undo', { commandId: desk.id() })
    days(desk, 23)
    expect(await loansShown(desk)).toEqual([overdue('2026-12-15', 75)])
  })

  test('is as it was for a patron of a kind that pays no fines since; and after the desk starts again', async () => {
    const desk = await lentBefore(23)
    await change(desk, 'patron_category', 'ADULT', { is_fine_free: true })
    expect(await loansOf(desk)).toEqual([overdue('2026-12-15', 50)])
    const again = await desk.reopen()
    await rosaAt(again)
    expect(await loansOf(again)).toEqual([overdue('2026-12-15', 50)])
  })

  test('goes by the rule of before when a change is taken back', async () => {
    const desk = await lentBefore(1)
    await change(desk, 'fine_rule', 'BOOKS', { amount_cents: 100 })
    await desk.ok('policy.undo-last', { commandId: desk.id() })
    await lend(desk, CARDS.dana, ITEMS.educated)
    days(desk, 22)
    expect(await loansOf(desk)).toEqual([overdue('2026-12-15', 50), overdue('2026-12-16', 25)])
  })

  test('is as it was when rules are taken in from files; the first a library has hold for every loan', async () => {
    const desk = await lentBefore(23, { also: ['DELETE FROM lost_rule'] })
    const folder = testFolder()
    writeFileSync(join(folder, 'fine_rules.csv'), 'rule_code,amount,per_count,per_unit\nBOOKS,9.00,1,days\n')
    writeFileSync(join(folder, 'lost_rules.csv'), 'rule_code,lost_after_count\nLOST,1\n')
    const takeIn = async (accept_findings: string[]): Promise<string[]> => {
      await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings })
      await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
      return (await desk.ok('import.status', {})).findings.map((one) => one.name)
    }
    // What is odd about such rules is asked first, and is meant here.
    expect(await takeIn(await takeIn([]))).toEqual([])
    expect(await loansOf(desk)).toEqual([overdue('2026-12-15', 50)])
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'explain', about: ITEMS.warmth } })
    expect(JSON.stringify(snapshot.page)).toContain(told({ code: 'billed-as-lost', on: '2026-12-16' }).slice(0, -1))
  })
})

test('what is late is billed as lost when its own rule said, not the one made since', async () => {
  const desk = await lentBefore(21 + 35, { lost: { lost_after_count: 60 } })
  await change(desk, 'lost_rule', 'LOST', { lost_after_count: 30 })
  await desk.station.close()
  const alone = bareDesk(desk.folder, desk.clock)
  expect(billLongOverdue(alone.library, actorOf(alone))).toBe(0)
  days(desk, 26)
  expect(billLongOverdue(alone.library, actorOf(alone))).toBe(1)
})

describe('asked for', () => {
  const fine_rule = { table: 'fine_rule', key: 'BOOKS' } as const
  const apply = (desk: TestDesk): ReturnType<TestDesk['call']> =>
    desk.call('policy.apply-row', { commandId: desk.id(), ...fine_rule })

  test('the rule as it is holds for loans already made too; the page shows what they keep until then', async () => {
    const desk = await lentBefore(23)
    expect(await apply(desk)).toMatchObject({ code: 'policy-no-loans' })
    await change(desk, 'fine_rule', 'BOOKS', { amount_cents: 100 })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.band?.sentence).toContain(en.outcomes.desk.policy.keeps)
    const page = await pageOf(desk, 'policy-table', 'fine_rule')
    expect(pageFaults(page)).toEqual([])
    const kept = tableOf(page, 'older').map(([entry, , words]) => [entry, words])
    expect(kept).toEqual([['BOOKS', '$0.25 a day, at most $5.00, closed days not counted']])
    expect(await apply(desk)).toMatchObject({ kind: 'ok' })
    expect(await loansOf(desk)).toEqual([overdue('2026-12-15', 200)])
    expect((await desk.ok('policy.history', { limit: 9 })).entries.map((one) => one.what)).toEqual([
      'Fine rule BOOKS applied to existing loans',
      'Fine rule BOOKS changed',
    ])
    expect(JSON.stringify(await pageOf(desk, 'policy-table', 'fine_rule'))).not.toContain(en.pages.policy.older.heading)
    expect(await recorded(desk, 'policy-applied')).toMatchObject([fine_rule])
  })

  test('only by a person who may change rules', async () => {
    const desk = await lentBefore(1)
    await change(desk, 'fine_rule', 'BOOKS', { amount_cents: 100 })
    await benAtDesk(desk)
    expect(await apply(desk)).toMatchObject({ code: 'not-permitted' })
  })
})

test('the explanation says which rules hold for a loan, and since when', async () => {
  const desk = await lentBefore(23)
  const rules = async (): Promise<string> => JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))
  expect(await rules()).not.toContain(en.pages.policy.explain.rules_of('Tue, Nov 24'))
  await change(desk, 'fine_rule', 'BOOKS', { amount_cents: 100 })
  await desk.scan(CARDS.dana)
  expect(await rules()).toContain(en.pages.policy.explain.rules_of('Tue, Nov 24'))
  expect(await rules()).toContain('$0.25 a day')
})
