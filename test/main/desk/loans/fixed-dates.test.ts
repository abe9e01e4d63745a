/**
 * A school year on a real desk: the terms made as rows of the rules, named by a loan rule, asked at lending, renewing
 * and explaining. It is Tuesday November 24, 2026 at the start.
 */
import { expect, test } from 'vitest'
import type { Input, Output } from '../../../../shared/ipc/contract.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { benAtDesk } from '../../support/staff.ts'

type Change = Omit<Input<'policy.change'>, 'commandId'>
type Values = NonNullable<Change['after']>
type Checked = Output<'policy.check'>

const FALL = { loans_from_on: '2026-08-24', loans_to_on: '2026-12-18', due_on: '2026-12-18' }
const SPRING = { loans_from_on: '2026-12-19', loans_to_on: '2027-05-14', due_on: '2027-05-21' }

const term = (date_code: string, values: Values): Change => ({
  table: 'fixed_date',
  key: date_code,
  after: { date_code, schedule_code: 'TERMS', ...values },
  accept_findings: [],
})

/** Saves a change, with a yes to all that is odd about it. */
async function save(desk: TestDesk, change: Change): ReturnType<TestDesk['call']> {
  const { table, key, after } = change
  const { fresh } = await desk.ok('policy.check', { change: { table, key, after } })
  const accept_findings = fresh.map((one: Checked['fresh'][number]) => one.name)
  return desk.call('policy.change', { commandId: desk.id(), ...change, accept_findings })
}

async function ruleWith(desk: TestDesk, change: Values): Promise<Change> {
  const { rows } = await desk.ok('policy.get', { table: 'loan_rule' })
  const row = must(
    rows.find((one) => one.key === 'REGULAR'),
    'the rule',
  )
  return { table: 'loan_rule', key: 'REGULAR', after: { ...row.values, ...change }, accept_findings: [] }
}

/** Books are due by the terms of a school year; outside of them they are not lent. */
async function schoolDesk(change: Values = {}): Promise<TestDesk> {
  const desk = await moneyDesk()
  for (const one of [term('fall', FALL), term('spring', SPRING)]) {
    expect(await save(desk, one)).toMatchObject({ kind: 'ok' })
  }
  const rule = await ruleWith(desk, { hard_due_kind: 'exactly', schedule_code: 'TERMS', ...change })
  expect(await save(desk, rule)).toMatchObject({ kind: 'ok' })
  return desk
}

const checkOut = (desk: TestDesk, item_barcode: string): ReturnType<TestDesk['call']> =>
  desk.call('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode })
const renew = (desk: TestDesk, item_barcode: string): ReturnType<TestDesk['call']> =>
  desk.call('loan.renew', { commandId: desk.id(), item_barcode })

test('lent in the fall it is due with the fall; renewed in the spring, with the spring', async () => {
  const desk = await schoolDesk()
  expect(await checkOut(desk, ITEMS.warmth)).toMatchObject({ kind: 'ok', output: { due_text: 'Fri, Dec 18' } })
  expect(await renew(desk, ITEMS.warmth)).toMatchObject({ code: 'renewal-no-gain' })
  days(desk, 25)
  expect(await renew(desk, ITEMS.warmth)).toMatchObject({ kind: 'ok', output: { due_text: 'Fri, May 21' } })
  expect(await checkOut(desk, ITEMS.educated)).toMatchObject({ kind: 'ok', output: { due_text: 'Fri, May 21' } })
})

test('after the last term nothing is lent or renewed, until the next one is added', async () => {
  const desk = await schoolDesk()
  await checkOut(desk, ITEMS.warmth)
  days(desk, 175)
  expect(await checkOut(desk, ITEMS.educated)).toMatchObject({
    code: 'outside-schedule',
    says: expect.stringContaining('TERMS') as string,
  })
  expect(await renew(desk, ITEMS.warmth)).toMatchObject({ code: 'outside-schedule' })
  const { findings } = await desk.ok('policy.check', { change: null })
  expect(findings.map((one) => one.name)).toContain('fixed_date | ended | spring')
  const summer = { loans_from_on: '2027-05-15', loans_to_on: '2027-08-06', due_on: '2027-08-13' }
  expect(await save(desk, term('summer', summer))).toMatchObject({ kind: 'ok' })
  expect(await checkOut(desk, ITEMS.educated)).toMatchObject({ kind: 'ok', output: { due_text: 'Fri, Aug 13' } })
  expect(await renew(desk, ITEMS.warmth)).toMatchObject({ kind: 'ok', output: { due_text: 'Fri, Aug 13' } })
})

test('a rule that falls back lends for its own period between the terms', async () => {
  const desk = await schoolDesk({ outside_kind: 'ordinary' })
  days(desk, 175)
  expect(await checkOut(desk, ITEMS.educated)).toMatchObject({ kind: 'ok', output: { due_text: 'Tue, Jun 8' } })
})

test('a day set by hand stays', async () => {
  const desk = await schoolDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await desk.scan(CARDS.dana)
  const set = { commandId: desk.id(), item_barcode: ITEMS.warmth, due_on: '2026-12-11' }
  expect(await desk.call('desk.set-due', set)).toMatchObject({ kind: 'ok' })
  const { due_at_ms } = await desk.ok('item.get', { item_barcode: ITEMS.warmth })
  expect(
    await desk.call('policy.apply-to-loans', { commandId: desk.id(), rule_code: 'REGULAR', is_shortening: true }),
  ).toMatchObject({ code: 'policy-no-loans' })
  expect(await desk.ok('item.get', { item_barcode: ITEMS.warmth })).toMatchObject({ due_at_ms })
})

test('loans already made move to a date that was changed only when that is asked, each by its own day', async () => {
  const desk = await schoolDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  expect(await save(desk, term('fall', { ...FALL, due_on: '2027-01-08' }))).toMatchObject({ kind: 'ok' })
  const before = (await desk.ok('item.get', { item_barcode: ITEMS.warmth })).due_at_ms
  days(desk, 26)
  await desk.ok('policy.apply-to-loans', { commandId: desk.id(), rule_code: 'REGULAR', is_shortening: false })
  expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).due_at_ms).toBe((before ?? 0) + 21 * 86_400_000)
})

test('what cannot be meant is not saved, and nothing of it is recorded', async () => {
  const desk = await schoolDesk()
  const changes = async (): Promise<number> => (await desk.ok('policy.history', { limit: 50 })).entries.length
  const before = await changes()
  const twice = term('again', { ...FALL, loans_from_on: '2026-12-01' })
  expect(await save(desk, twice)).toMatchObject({ code: 'policy-contradiction' })
  expect(await save(desk, term('back', { ...SPRING, loans_to_on: '2026-12-01' }))).toMatchObject({
    code: 'policy-contradiction',
  })
  expect(await save(desk, await ruleWith(desk, { schedule_code: 'GONE' }))).toMatchObject({
    code: 'policy-contradiction',
  })
  expect(await save(desk, await ruleWith(desk, { hard_due_on: '2026-12-18' }))).toMatchObject({
    code: 'policy-contradiction',
  })
  await save(desk, { table: 'fixed_date', key: 'fall', after: null, accept_findings: [] })
  const last: Change = { table: 'fixed_date', key: 'spring', after: null, accept_findings: [] }
  expect(await save(desk, last)).toMatchObject({ code: 'policy-contradiction' })
  expect(await changes()).toBe(before + 1)
})

test('the pages show the schedule, choose it for a rule, and say why a loan is due then', async () => {
  const desk = await schoolDesk()
  const list = await pageOf(desk, 'policy-table', 'fixed_date')
  expect(pageFaults(list)).toEqual([])
  expect(tableOf(list, 'rows')).toEqual([
    ['TERMS', 'checked out Mon, Aug 24 to Fri, Dec 18, due Fri, Dec 18', 'fall'],
    ['TERMS', 'checked out Sat, Dec 19 to Fri, May 14, due Fri, May 21', 'spring'],
  ])
  const form = await pageOf(desk, 'policy-row', 'fixed_date+')
  expect(pageFaults(form)).toEqual([])
  expect(form.enter?.asks.map((one) => one.kind)).toEqual(['text', 'text', 'date', 'date', 'date'])
  const rule = await pageOf(desk, 'policy-row', 'loan_rule/REGULAR')
  expect(pageFaults(rule)).toEqual([])
  const asked = rule.acts.flatMap((act) => act.asks).find((one) => one.name === 'values.schedule_code')
  expect(asked).toMatchObject({ kind: 'choice', value: 'TERMS', is_required: false })
  expect(asked?.options.map((one) => one.value)).toEqual(['', 'TERMS'])
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await desk.scan(CARDS.dana)
  const reason = JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))
  expect(reason).toContain('Schedule TERMS, loans from Mon, Aug 24 to Fri, Dec 18: the rule sets Fri, Dec 18')
})

test('the form of a rule takes the schedule off again; a clerk changes no term', async () => {
  const desk = await schoolDesk()
  const values = { rule_code: 'REGULAR', schedule_code: '', hard_due_kind: 'none' }
  const { after } = await ruleWith(desk, values)
  const edited = await desk.call('policy.edit', {
    commandId: desk.id(),
    table: 'loan_rule',
    key: 'REGULAR',
    values: after,
  })
  expect(edited).toMatchObject({ kind: 'ok' })
  expect((await ruleWith(desk, {})).after).toMatchObject({ schedule_code: null, hard_due_kind: 'none' })
  expect(await checkOut(desk, ITEMS.warmth)).toMatchObject({ kind: 'ok', output: { due_text: 'Tue, Dec 15' } })
  await benAtDesk(desk)
  expect(await desk.call('policy.change', { commandId: desk.id(), ...term('summer', SPRING) })).toMatchObject({
    code: 'not-permitted',
  })
})
