/** An amount above a role's ceiling: the row says how far the role goes, what this comes to, and who can allow it. */
import { expect, test } from 'vitest'
import { cents } from '../../../../shared/kernel/money.ts'
import { refuse } from '../../../../shared/refusals/refusals.ts'
import { ENGLISH } from '../../../support/said.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { cashFor, moneyDesk } from '../../support/money-desk.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, WEI } from '../../support/staff.ts'

type Paid = { readonly desk: TestDesk; readonly receipt: string }

/** The fine of $12.00 is paid, and Ben, who may void and refund up to $5.00, is at the desk. */
async function paid(): Promise<Paid> {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...cashFor('c1', 1200) })
  await benAtDesk(desk)
  return { desk, receipt: done?.full_receipt_number ?? '' }
}

const voided = ({ desk, receipt }: Paid) =>
  desk.ok('payment.void', { commandId: desk.id(), receipt_ref: receipt, reason: 'WRONG-AMOUNT' })
const refunded = ({ desk, receipt }: Paid, amount_cents: number) =>
  desk.ok('refund.pay', {
    commandId: desk.id(),
    drawer_code: '',
    what: { of: 'receipt', receipt, lines: [{ line_number: 1, amount_cents }] },
    to: { tender: 'cash' },
    payee_name: '',
    reason: 'CHARGED-IN-ERROR',
    is_exact_possible: true,
  })

function expectSaid({ snapshot }: Awaited<ReturnType<typeof voided>>, ceiling: number, amount: number): void {
  const { says, way_out } = ENGLISH.refusal(refuse('above-ceiling', { ceiling: cents(ceiling), amount: cents(amount) }))
  for (const one of [ceiling, amount]) expect(says).toContain(ENGLISH.money(cents(one)))
  for (const one of [says, way_out]) expect(snapshot.band?.sentence).toContain(one)
}

test('a void', async () => {
  const all = await paid()
  expectSaid(await voided(all), 500, 1200)
  await answer(all.desk, '1')
  await approve(all.desk, WEI)
  expect(await recorded(all.desk, 'receipt-voided')).toMatchObject([{ staff: 'BC-1', approved_by: 'WZ-1' }])
})

test('a refund, with what went back of the receipt before', async () => {
  const all = await paid()
  expect((await refunded(all, 400)).done).toMatchObject({ total_cents: 400 })
  expectSaid(await refunded(all, 200), 500, 600)
})

test('that nobody allows is in the work log by its own code', async () => {
  const all = await paid()
  await voided(all)
  await answer(all.desk, '0')
  expect(await recorded(all.desk, 'act-refused')).toMatchObject([{ act: 'payment.void', refusals: ['above-ceiling'] }])
})

test('a role that may not void at all is told that, and no ceiling', async () => {
  const all = await paid()
  const { desk } = all
  const none = { is_granted: false, amount_cents_max: null, days_count_max: null }
  await rosaAt(desk)
  await desk.ok('role.set', { commandId: desk.id(), role: 'staff', grant: 'void-receipt', ...none })
  await comes(desk, BEN)
  const { snapshot } = await voided(all)
  expect(snapshot.band?.sentence).toContain(ENGLISH.refusal(refuse('not-permitted')).says)
})

test('an approver who may not go so far is told how far, and the row keeps waiting', async () => {
  const all = await paid()
  const { desk } = all
  const upTo = { is_granted: true, amount_cents_max: 1000, days_count_max: null }
  await rosaAt(desk)
  await desk.ok('role.set', { commandId: desk.id(), role: 'supervisor', grant: 'void-receipt', ...upTo })
  await comes(desk, BEN)
  await voided(all)
  await answer(desk, '1')
  const refused = refuse('approver-above-ceiling', {
    initials: WEI.initials,
    ceiling: cents(1000),
    amount: cents(1200),
  })
  expect(await approve(desk, WEI)).toMatchObject({ code: refused.code, says: ENGLISH.refusal(refused).says })
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.rows.filter(({ approval }) => approval !== null)).toHaveLength(1)
  expect(await recorded(desk, 'act-refused')).toMatchObject([{ approver: 'WZ-1', refusals: ['above-ceiling'] }])
})
