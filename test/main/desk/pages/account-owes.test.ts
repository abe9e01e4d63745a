/** The account of somebody who owes: paying and waiving are among its buttons, before anything else. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { CARDS } from '../../support/small-library.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import type { TestDesk } from '../../support/desk.ts'

async function inSight(desk: TestDesk): Promise<readonly unknown[]> {
  const { acts } = await pageOf(desk, 'account')
  return acts.flatMap(({ weight, call }) =>
    weight === 'main' ? [(call.input['page'] as { place?: string })?.place] : [],
  )
}

test('shows them only while something is owed, and says after a payment how it is taken back', async () => {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  await desk.ok('desk.scan', { commandId: desk.id(), text: CARDS.dana, source: 'scan' })
  expect(await inSight(desk)).not.toContain('pay')
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 375, note: 'Replacement card' })
  expect((await inSight(desk)).slice(0, 2)).toEqual(['pay', 'waive'])
  const page = await pageOf(desk, 'pay')
  const part = must(
    page.sections.find((one) => one.kind === 'payment'),
    'the payment',
  )
  const [charge] = part.lines.flatMap(({ pays }) => (pays.of === 'charge' ? [pays] : []))
  const { charge_ref } = must(charge, 'a charge')
  await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
    sales: [],
    pay_cents: null,
    charges: [{ charge_ref, amount_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 375 }],
  })
  const { snapshot } = await desk.ok('desk.undo', { commandId: desk.id() })
  expect([snapshot.band?.heading, snapshot.band?.sentence].join(' ')).toContain('{key:drawer}')
})
