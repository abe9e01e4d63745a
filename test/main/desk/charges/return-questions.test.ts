/**
 * What a return asks: the bill that a person decides about, the receipt, where a claimed item was. The return is
 * recorded at once; the answer settles it by one key, later from the tasks, and can be undone. On real files.
 */
import { describe, expect, test } from 'vitest'
import { assert, must } from '../../../../shared/kernel/assert.ts'
import { Given, isRecord } from '../../../support/given.ts'
import { ADDISON } from '../../../support/policies/addison.ts'
import { DURHAM } from '../../../support/policies/durham.ts'
import { PASADENA } from '../../../support/policies/pasadena.ts'
import { describeWithSharedData, readSharedJson } from '../../../support/shared-data.ts'
import type { TestDesk } from '../../support/desk.ts'
import { BILLED, found } from '../../support/found-desk.ts'
import {
  balanceOf,
  chargesOnFile,
  days,
  lend,
  moneyDesk,
  pageOf,
  tableOf,
  type Policy,
} from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, recorded, signInAs, WEI } from '../../support/staff.ts'
import { ENGLISH, told } from '../../../support/said.ts'
import { en } from '../../../../shared/words/en/en.ts'

const ASKS: Policy = { lost: { found_unpaid_kind: 'ask' } }
const RECEIPT: Policy = { lost: { is_receipt_required: 1 } }

const waiting = async (desk: TestDesk) => tableOf(await pageOf(desk, 'tasks'), 'asked')
const balance = async (desk: TestDesk) => balanceOf(await chargesOnFile(desk))

/** Does what a row of the tasks offers under this letter. */
async function fromTasks(desk: TestDesk, letter: string) {
  const page = await pageOf(desk, 'tasks')
  expect(pageFaults(page)).toEqual([])
  const table = page.sections.find((one) => one.section_id === 'asked')
  assert(table?.kind === 'table', 'a table')
  const act = must(table.rows[0]?.acts.find((one) => one.key === letter)?.call, 'an act of the row')
  assert(act.method === 'return.answer', 'an answer')
  return (await desk.ok('return.answer', { commandId: desk.id(), ...act.input } as never)).snapshot
}

describe('a person decides about the bill', () => {
  test.each([
    ['1', 300, 'waive', told({ code: 'lost-charge-canceled', amount_cents: 2000 }, { code: 'processing-fee-stays' })],
    ['2', 800, 'charge', told({ code: 'fine-comes-back', amount_cents: 500 })],
    ['3', 2300, 'leave', told({ code: 'lost-charge-stays' })],
  ] as const)('key %s: %i cents are owed after it', async (key, owed, code, says) => {
    const { desk, says: asked } = await found({ ...BILLED, policy: ASKS })
    expect(asked).toContain('Reshelve. 40 days late.')
    expect(asked).toContain(ENGLISH.words.returns.asks.charge('$23.00'))
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).is_out).toBe(false)
    const { band, rows } = await answer(desk, key)
    expect(rows[0]).toMatchObject({ happened: en.outcomes.return.answers[code].happened })
    expect(rows[1]).toMatchObject({ happened: 'Reshelve, Adult', choices: [] })
    expect(band?.sentence).toContain(says)
    expect(await waiting(desk)).toEqual([])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(await balance(desk)).toBe(owed)
  })

  test('a rule that brings no fine back: the person’s word does', async () => {
    const policy = { lost: { found_unpaid_kind: 'ask', is_overdue_restored: 0 } }
    const { desk } = await found({ ...BILLED, policy })
    await answer(desk, '2')
    expect(await balance(desk)).toBe(800)
  })

  test('half of it paid, and a receipt wanted: one question follows the other, and nothing moves before', async () => {
    const policy = { lost: { found_unpaid_kind: 'ask', is_receipt_required: 1 } }
    const { desk } = await found({ ...BILLED, policy, paid_cents: 1000 })
    const next = await answer(desk, '1')
    expect(next.band?.sentence).toContain('Paid already, $7.00 is refunded with the receipt: was it shown?')
    expect(next.rows).toHaveLength(1)
    expect(await waiting(desk)).toHaveLength(1)
    await answer(desk, '1')
    expect(await balance(desk)).toBe(-700)
  })

  test('letting the fine off past the role’s ceiling asks a second person', async () => {
    const desk = await clerkDesk()
    const asked = await answer(desk, '1')
    expect(asked.rows[0]?.choices).toEqual([{ key: '1', label: en.outcomes.answer.ask }])
    await answer(desk, '1')
    await approve(desk, WEI)
    // The fine that would have come back is a figure of who allowed that it does not.
    const moved = (await recorded(desk, 'charge-moved')) as readonly { code: string }[]
    expect(moved.filter(({ code }) => code === 'amnesty')).toMatchObject([{ amount_cents: 500, approved_by: 'WZ-1' }])
    expect(await balance(desk)).toBe(300)
  })
})

/** Whoever works with the role `staff` may let off a dollar. */
const CEILING = `INSERT INTO role_grant VALUES ('staff/waive', 'staff', 'waive', 1, 100, NULL, NULL)`

/** Ben, who may waive a dollar, has taken back what was billed; Wei may approve. */
async function clerkDesk(): Promise<TestDesk> {
  const desk = await moneyDesk({ ...ASKS, also: [CEILING] })
  await benAtDesk(desk)
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 60)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  return desk
}

describe('only with the receipt', () => {
  test.each([
    ['1', -1200, told({ code: 'goes-back', amount_cents: 1200, method: 'drawer' })],
    ['2', 0, '$12.00 stays paid.'],
  ] as const)('key %s: the balance is %i', async (key, after, says) => {
    const { desk, says: asked } = await found({ ...BILLED, policy: RECEIPT, paid_cents: 2000 })
    expect(asked).toContain('Paid already, $12.00 is refunded with the receipt: was it shown?')
    expect((await answer(desk, key)).band?.sentence).toContain(says)
    expect(await balance(desk)).toBe(after)
  })
})

describeWithSharedData('libraries that want the receipt', (folder) => {
  const data = readSharedJson(folder, 'policies/us_public_libraries.json')
  assert(isRecord(data) && Array.isArray(data['libraries']) && data['libraries'].every(isRecord), 'libraries')
  const { libraries } = { libraries: data['libraries'].filter(isRecord) }

  test.each([ADDISON, DURHAM, PASADENA])('$library', async ({ library, map }) => {
    const own = must(
      libraries.find((one) => one['library'] === library),
      library,
    )
    const rule = must(map(new Given(own)).policy.lost_rules[0], 'a lost rule')
    const lost = Object.fromEntries(
      Object.entries(rule).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
    )
    const policy = { fine: { amount_cents: 0 }, lost }
    const paid = { ...BILLED, policy, paid_cents: 2000 }
    const { desk, says } = await found(paid)
    const fee = rule.processing_cents
    expect(says).toContain('is refunded with the receipt')
    await answer(desk, '1')
    expect(await balance(desk)).toBe(fee - 2000)
    const without = await found(paid)
    await answer(without.desk, '2')
    expect(await balance(without.desk)).toBe(0)
  })
})

describe('nothing is held back', () => {
  test('finishing waits for the answer; Esc leaves it to the tasks, which settle it', async () => {
    const { desk } = await found({ ...BILLED, policy: ASKS })
    expect(await desk.call('desk.finish', {})).toMatchObject({ code: 'rows-undecided' })
    const left = await answer(desk, '0')
    expect(left.rows[0]).toMatchObject({ happened: 'Reshelve, Adult', choices: [] })
    await desk.ok('desk.finish', {})
    expect(await waiting(desk)).toEqual([
      ['The Warmth of Other Suns', ENGLISH.words.returns.asks.charge('$23.00'), 'Sun, Jan 24'],
    ])
    expect((await fromTasks(desk, 'C')).band?.sentence).toContain(told({ code: 'fine-comes-back', amount_cents: 500 }))
    expect(await waiting(desk)).toEqual([])
    expect(await balance(desk)).toBe(800)
  })

  test('from the book drop it goes to the tasks right away, and the pile goes on', async () => {
    const { desk, says } = await found({ ...BILLED, policy: ASKS, is_book_drop: true })
    expect(says).toContain(`${en.outcomes.return.waits}.`)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.totals.undecided_count).toBe(0)
    await desk.ok('desk.finish', {})
    expect(await waiting(desk)).toHaveLength(1)
  })

  test('a question outlives the desk and the sign-out', async () => {
    const { desk } = await found({ ...BILLED, policy: ASKS })
    const again = await desk.reopen()
    await signInAs(again, { initials: 'RO', pin: '471108' })
    expect(await waiting(again)).toHaveLength(1)
    await fromTasks(again, 'W')
    expect(await balance(again)).toBe(300)
  })

  test('answered twice by one command it is settled once; by another it is over', async () => {
    const { desk } = await found({ ...BILLED, policy: ASKS })
    const { sections } = await pageOf(desk, 'tasks')
    const asked = sections.find((one) => one.section_id === 'asked')
    const question_ref = asked?.kind === 'table' ? (asked.rows[0]?.row_id.replace('question ', '') ?? '') : ''
    const row_id = (await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.row_id ?? ''
    const same = { commandId: desk.id(), row_id, key: '1' }
    await desk.ok('desk.answer', same)
    await desk.ok('desk.answer', same)
    expect(await recorded(desk, 'return-answered')).toHaveLength(1)
    const again = await desk.reopen()
    await signInAs(again, { initials: 'RO', pin: '471108' })
    const late = { commandId: again.id(), question_ref, found: null, charge: 'charge', receipt: null } as const
    expect(await again.call('return.answer', late)).toMatchObject({ code: 'return-answered' })
    expect(await recorded(again, 'return-answered')).toHaveLength(1)
  })
})

describe('undoing', () => {
  test('the answer: it is asked again, to the cent as before; and then the return itself', async () => {
    const { desk } = await found({ ...BILLED, policy: ASKS })
    await answer(desk, '1')
    const asked = (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot
    expect(asked.rows[0]?.choices).toHaveLength(3)
    expect(await waiting(desk)).toHaveLength(1)
    await answer(desk, '2')
    await desk.ok('desk.undo', { commandId: desk.id() })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).is_out).toBe(true)
    expect(await waiting(desk)).toEqual([])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(await balance(desk)).toBe(2300)
  })

  test('the return, while it asks: the question goes with it, and scanning it again asks again', async () => {
    const { desk } = await found({ ...BILLED, policy: ASKS })
    const { snapshot } = await desk.ok('desk.undo', { commandId: desk.id() })
    expect(snapshot.totals.undecided_count).toBe(0)
    expect(await waiting(desk)).toEqual([])
    await desk.ok('desk.go', { page: null })
    expect((await desk.scan(ITEMS.warmth)).band?.outcome).toBe('decide')
    expect(await waiting(desk)).toHaveLength(1)
  })
})
