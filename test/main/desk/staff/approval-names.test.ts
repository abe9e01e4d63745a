/**
 * What the second person reads while a row waits for them: the act, what it is done to, and its amount or its values.
 * They approve that and see nothing else. On real files.
 */
import { describe, expect, test } from 'vitest'
import { en } from '../../../../shared/words/en/en.ts'
import type { TestDesk } from '../../support/desk.ts'
import { days, lend, moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, askedFor, BEN, benAtDesk, signInAs } from '../../support/staff.ts'

const ROSA = { initials: 'RO', pin: '471108' }
const ASKED = { kind: 'refused', code: 'approval-asked' }
const NONE = { is_granted: false, amount_cents_max: null, days_count_max: null } as const
const { wish, marks } = en.outcomes
const WARMTH = 'The Warmth of Other Suns'

const firstTitle = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.title

/** Ben's role neither bills nor charges; Dana has a book out, and Flora owes $12.00. */
async function benMayLittle(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await desk.scan(CARDS.owing)
  await desk.ok('note.write', { commandId: desk.id(), kind: 'block', text: 'Ask at the desk', until_on: null })
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  for (const grant of ['declare-lost', 'charge'] as const)
    await desk.ok('role.set', { commandId: desk.id(), ...NONE, role: 'staff', grant })
  await signInAs(desk, BEN)
  await desk.scan(CARDS.owing)
  return desk
}

const EDIT = { item_type_code: 'BOOK', home_branch: 'MAPLE', location: 'Adult', note: '' } as const

type Act = readonly [string, (desk: TestDesk) => Promise<unknown>]
const ACTS: readonly Act[] = [
  [
    wish.waive(en.charges.kinds.overdue, '$12.00'),
    (desk) =>
      desk.ok('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents: null, reason: 'hardship' }),
  ],
  [
    wish.void(en.charges.kinds.overdue, '$12.00'),
    (desk) => desk.ok('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason: 'hardship' }),
  ],
  [
    wish.charge(en.outcomes.money.charge, '$7.00'),
    (desk) => desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 700, note: '' }),
  ],
  [
    wish.lost(WARMTH),
    (desk) => desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null }),
  ],
  [
    wish.lost_at(WARMTH, '$1.00', '$19.00'),
    (desk) => desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 100 }),
  ],
  [
    wish.damage_at(WARMTH, '$4.00'),
    (desk) => {
      const damage = { item_barcode: ITEMS.warmth, part: '', is_beyond_use: false, amount_cents: 400, note: '' }
      return desk.ok('item.damaged', { commandId: desk.id(), ...damage })
    },
  ],
  [
    wish.mark('Educated', marks.withdrawn.label),
    (desk) => {
      const mark = { item_barcode: ITEMS.educated, status: 'withdrawn', note: '' } as const
      return desk.ok('item.mark', { commandId: desk.id(), ...mark })
    },
  ],
  [
    wish.edit('Educated', wish.field(en.outcomes.item.fields.price_cents, '$20.00', '$1.00')),
    async (desk) => {
      const { call_number } = await desk.ok('item.get', { item_barcode: ITEMS.educated })
      const edit = { item_barcode: ITEMS.educated, ...EDIT, call_number, price_cents: 100 }
      return desk.ok('item.edit', { commandId: desk.id(), ...edit })
    },
  ],
]

test.each(ACTS)('%s', async (title, act) => {
  const desk = await benMayLittle()
  await act(desk)
  expect(await firstTitle(desk)).toBe(title)
})

describe('a rule for loans already made', () => {
  /** Rosa changes a rule while Dana has two books; Ben has the rules open that she lent. */
  async function changed(table: 'loan_rule' | 'fine_rule', key: string, change: object): Promise<TestDesk> {
    const desk = await moneyDesk()
    for (const item of [ITEMS.warmth, ITEMS.spirited]) await lend(desk, CARDS.dana, item)
    days(desk, 1)
    await lend(desk, CARDS.omar, ITEMS.educated)
    const { rows } = await desk.ok('policy.get', { table })
    const after = { ...rows.find((one) => one.key === key)?.values, ...change }
    await desk.ok('policy.change', { commandId: desk.id(), table, key, after, accept_findings: [] })
    await benAtDesk(desk)
    await askedFor(desk, { place: 'policy', about: '' })
    await answer(desk, '1')
    await approve(desk, ROSA)
    await answer(desk, '1')
    return desk
  }

  test('is asked for with how many loans, and their first and last due dates before and after', async () => {
    const desk = await changed('loan_rule', 'REGULAR', { period_count: 28 })
    const given = { rule_code: 'REGULAR', is_shortening: false }
    expect(await desk.call('policy.apply-to-loans', { commandId: desk.id(), ...given })).toMatchObject(ASKED)
    const { apply_dates, span } = en.pages.asks
    const [before, after] = [span('Tue, Dec 15', 'Wed, Dec 16'), span('Tue, Dec 22', 'Wed, Dec 23')]
    expect(await firstTitle(desk)).toBe(apply_dates('Loan rule REGULAR', 2, before, after))
  })

  test('is not done once other loans would move', async () => {
    const desk = await changed('loan_rule', 'REGULAR', { period_count: 28 })
    const given = { rule_code: 'REGULAR', is_shortening: false }
    await desk.call('policy.apply-to-loans', { commandId: desk.id(), ...given })
    const { rows } = await answer(desk, '1')
    // One of them comes back.
    const offered = await desk.scan(ITEMS.warmth)
    const back = { commandId: desk.id(), row_id: offered.rows[0]?.row_id ?? '', key: '1' }
    await desk.ok('desk.answer', back)
    const row_id = rows[0]?.row_id ?? ''
    expect(await desk.call('approval.give', { commandId: desk.id(), row_id, ...ROSA })).toMatchObject({
      code: 'approval-over',
    })
  })

  test('that moves nothing is asked of nobody', async () => {
    const desk = await changed('fine_rule', 'BOOKS', { amount_cents: 40 })
    const given = { rule_code: 'REGULAR', is_shortening: false }
    expect(await desk.call('policy.apply-to-loans', { commandId: desk.id(), ...given })).toMatchObject({
      code: 'policy-no-loans',
    })
  })

  test('of money is asked for with what it was and is; so is undoing the last change', async () => {
    const desk = await changed('fine_rule', 'BOOKS', { amount_cents: 40 })
    const row = { table: 'fine_rule', key: 'BOOKS' } as const
    expect(await desk.call('policy.apply-row', { commandId: desk.id(), ...row })).toMatchObject(ASKED)
    expect(await firstTitle(desk)).toBe(en.pages.asks.apply_rule('Fine rule BOOKS: Amount: $0.25, now $0.40'))
    expect(await desk.call('policy.undo-last', { commandId: desk.id() })).toMatchObject(ASKED)
    expect(await firstTitle(desk)).toBe(en.pages.asks.undo_rule('Fine rule BOOKS changed: Amount: $0.40, now $0.25'))
  })
})
