/** An edit before it is saved: which card a new address gives, and what another category changes for open loans. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'

const LIVES = `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code, is_in_city_limits)
  VALUES (1, 'home', '12 Elm St', 'Deerfield', 'IL', '60015', 1)`
const FINES = ['ADULT', '25', 'GUEST', '40'] as const
const fine = (category: string, amount: string): string =>
  `INSERT INTO fine_rule (rule_code, branch_code, category_code, item_type_code, amount_cents, per_count, per_unit,
      is_partial_unit_charged, is_closed_counted, grace_count, grace_unit, grace_kind, fine_cents_max,
      is_capped_at_price, recall_amount_cents, recall_fine_cents_max, is_grace_kept_on_recall, suspension_days_count,
      suspension_days_count_max)
    VALUES ('F${category}', '*', '${category}', '*', ${amount}, 1, 'days', 0, 1, 0, 'days',
      'whole-period-once-exceeded', 1000, 0, NULL, NULL, 0, 0, NULL)`
const RULES = [fine(FINES[0], FINES[1]), fine(FINES[2], FINES[3])]
const GUEST_LOAN = `INSERT INTO loan_rule VALUES ('GUEST', '*', 'GUEST', '*', 1, 14, 'days', 'next-open',
  'shorten-to-close', NULL, 'none', 1, 0, NULL, 'today', NULL, NULL, NULL, 'refuse')`

type Typed = Input<'patron.edit-preview'>['typed']

/** The form as the account shows it, with what is typed into it. */
async function previewed(desk: TestDesk, typed: Partial<Typed>, category_code = 'ADULT') {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const edit = snapshot.page?.acts.find(({ call }) => call?.method === 'patron.edit')
  const call = must(edit?.preview, 'the preview of the edit')
  expect(call.method).toBe('patron.edit-preview')
  const form = call.input as Input<'patron.edit-preview'>
  const asked = { typed: { ...form.typed, ...typed }, category_code, name_proof: null }
  const { lines } = await desk.ok('patron.edit-preview', asked)
  return lines.map(({ tone, text }) => `${tone}: ${text}`)
}

test('nothing is said of a form in which neither the address nor the category is another', async () => {
  const desk = await cardDesk(false, [LIVES])
  await desk.scan(CARDS.dana)
  expect(await previewed(desk, { phone: '847-555-0199', preferred_given: 'Dee' })).toEqual([])
})

test.each(['', '*', 'NOBODY'])('a category that there is not is no other category: "%s"', async (category_code) => {
  const desk = await cardDesk(false, [LIVES])
  await desk.scan(CARDS.dana)
  expect(await previewed(desk, {}, category_code)).toEqual([])
})

test('an address out of town: whose resident they would be, which card it gives, and that theirs stays', async () => {
  const desk = await cardDesk(false, [LIVES])
  await desk.scan(CARDS.dana)
  expect(await previewed(desk, { postal_code: '60069', city: 'Lincolnshire', street: '1 Oak' })).toEqual([
    'warn: Non-resident. Another card for this address: Non-resident',
    'warn: Their card stays: until Tue, Aug 31, 2027',
    `warn: ${en.outcomes.patron.edit.unfit}`,
  ])
  // The category chosen as well.
  const both = await previewed(desk, { postal_code: '60069', city: 'Lincolnshire', street: '1 Oak' }, 'GUEST')
  expect(both[0]).toBe('good: Non-resident. The card fits this address')
})

test('an address in town: the card still fits; one that is not known: a person chooses', async () => {
  const desk = await cardDesk(false, [LIVES, `DELETE FROM residency_rule WHERE rule_code = 'ELSE'`])
  await desk.scan(CARDS.dana)
  expect((await previewed(desk, { street: '9 Oak St' }))[0]).toBe('good: Resident. The card fits this address')
  expect((await previewed(desk, { postal_code: '99999', city: 'Away' }))[0]).toBe(
    `warn: ${en.outcomes.patron.card.standing_unknown}. ${en.outcomes.patron.card.choose}`,
  )
})

/** Dana with two loans that are some days late. */
async function withLateLoans(also: readonly string[]): Promise<TestDesk> {
  const desk = await cardDesk(false, [LIVES, ...also])
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.scan(ITEMS.educated)
  await desk.ok('desk.finish', {})
  desk.clock.pass(25 * MS_PER_DAY)
  await rosaAt(desk)
  await desk.scan(CARDS.dana)
  return desk
}

test('another category: due dates and late fees stay; renewals go by the rules that apply then', async () => {
  const desk = await withLateLoans([...RULES, GUEST_LOAN])
  const lines = await previewed(desk, {}, 'GUEST')
  expect(lines).toEqual([
    'warn: No card rule gives this category to this address',
    'warn: Their card stays: until Tue, Aug 31, 2027',
    `warn: ${en.outcomes.patron.edit.unfit}`,
    `plain: ${en.outcomes.patron.edit.dues_stay(2)}`,
    'warn: 2 items cannot be renewed then',
  ])
  // What was said is what is there once it is saved.
  const { typed } = must((await accountEdit(desk)).call?.input as Input<'patron.edit'> | undefined, 'the form')
  const owes = async () => JSON.stringify((await desk.ok('desk.go', { page: ACCOUNT })).snapshot.page)
  expect(await owes()).toContain('$2.00')
  await desk.ok('patron.edit', { commandId: desk.id(), typed, category_code: 'GUEST', name_proof: '' })
  expect(await owes()).toContain('$2.00')
  const renewed = await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  expect(renewed.snapshot.rows[0]?.happened).toBe(en.refusals['renewals-used'].short)
})

test('another category whose limits are reached: what would then be in the way of a checkout', async () => {
  const limit = `UPDATE patron_category SET loans_count_max = 2, overdue_count_max = 1 WHERE category_code = 'GUEST'`
  const desk = await withLateLoans([limit])
  const lines = await previewed(desk, {}, 'GUEST')
  expect(lines).toContain('warn: 2 out, and the limit is then 2')
  expect(lines).toContain(`warn: Then in the way of a checkout: ${en.refusals['overdue-too-many'].short}`)
})

const ACCOUNT = { place: 'account', about: '' } as const

async function accountEdit(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.go', { page: ACCOUNT })
  return must(
    snapshot.page?.acts.find(({ call }) => call?.method === 'patron.edit'),
    'the edit',
  )
}
