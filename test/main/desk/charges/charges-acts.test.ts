/** What a person does about money at the desk: waive, void, charge, lost, damaged, outage; who may, and undoing it. */
import { describe, expect, test } from 'vitest'
import { pageFaults } from '../../support/page-acts.ts'
import type { TestDesk } from '../../support/desk.ts'
import { balanceOf, chargesOnFile, days, lend, moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { CARDS, ITEMS, PIN } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, recorded, WEI } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { PAGES, overdue } from '../../../support/said.ts'

const CLERK = `INSERT INTO staff SELECT 'clerk', 'Ida Clerk', 'IC', 'staff', '29999000000027', pin_salt, pin_hash, 1
  FROM staff`

async function asClerk(desk: TestDesk): Promise<void> {
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'IC', pin: PIN })
}

/** The owed column of the open account. */
async function owed(desk: TestDesk): Promise<string[]> {
  const page = await pageOf(desk, 'account')
  const isShown = page.sections.some((one) => one.section_id === 'charges')
  return isShown ? tableOf(page, 'charges').map((row) => row[1] ?? '') : []
}

/** Nothing is owed, and the one charge stays in sight only so that what settled it can be undone from its row. */
async function expectSettled(desk: TestDesk): Promise<void> {
  expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents).toBe(0)
  expect(await owed(desk)).toEqual(['$0.00'])
  const page = await pageOf(desk, 'account')
  expect(pageFaults(page)).toEqual([])
  const section = page.sections.find((one) => one.section_id === 'charges')
  const acts = section?.kind === 'table' ? section.rows[0]?.acts : []
  expect(acts?.map((one) => one.call.method)).toEqual(['desk.undo-act'])
}

describe('waiving', () => {
  const waive = (desk: TestDesk, amount_cents: number | null, reason = 'first-time') =>
    desk.call('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents, reason })

  test('a part, then the rest; the history says who and why', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    await waive(desk, 200)
    expect(await owed(desk)).toEqual(['$10.00'])
    const page = await pageOf(desk, 'account')
    expect(pageFaults(page)).toEqual([])
    const section = page.sections.find((one) => one.section_id === 'charges')
    expect(section?.kind === 'table' && section.rows[0]?.details).toEqual([
      '$12.00 charged before it came to this desk',
      '11:07 AM: $2.00 waived, First time, RO',
    ])
    await waive(desk, null)
    await expectSettled(desk)
  })

  test.each([
    ['more than is owed', 1300, 'first-time', 'more-than-owed'],
    ['a reason nobody knows', 200, 'because', 'reason-unknown'],
  ])('%s is refused and changes nothing', async (_, amount, reason, code) => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    expect(await waive(desk, amount, reason)).toMatchObject({ kind: 'refused', code })
    expect(balanceOf(await chargesOnFile(desk, 5))).toBe(1200)
  })

  test('nobody’s charge but the open patron’s', async () => {
    const desk = await moneyDesk()
    expect(await waive(desk, 200)).toMatchObject({ code: 'nobody-open' })
    await desk.scan(CARDS.dana)
    expect(await waive(desk, 200)).toMatchObject({ code: 'charge-unknown' })
  })

  test('over the clerk’s ceiling a second person approves in place, and the entry names both', async () => {
    const desk = await moneyDesk({ also: [CLERK] })
    await asClerk(desk)
    await desk.scan(CARDS.owing)
    await waive(desk, 1000)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.rows[0]).toMatchObject({
      title: 'Waive $10.00: Overdue fine',
      choices: [{ label: en.outcomes.answer.ask }],
    })
    expect(await owed(desk)).toEqual(['$12.00'])
    const row_id = snapshot.rows[0]?.row_id ?? ''
    await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    await desk.ok('approval.give', { commandId: desk.id(), row_id, initials: 'RO', pin: PIN })
    expect(await owed(desk)).toEqual(['$2.00'])
    const { event } = (await desk.ok('journal.recent', { limit: 9 })).events.find(
      (one) => one.kind === 'charge-moved',
    ) ?? { event: '' }
    expect(event).not.toBe('')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await owed(desk)).toEqual(['$12.00'])
  })

  test('the same command twice waives once', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const input = { commandId: desk.id(), charge_ref: 'c1', amount_cents: 200, reason: 'hardship' }
    await desk.ok('charge.waive', input)
    await desk.ok('charge.waive', input)
    expect(balanceOf(await chargesOnFile(desk, 5))).toBe(1000)
  })

  test('its page asks for the charge only where there are several, and closes with the last', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    const page = await pageOf(desk, 'waive')
    expect(pageFaults(page)).toEqual([])
    expect(page.enter?.asks.map((one) => one.name)).toEqual(['amount_cents', 'reason'])
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 150, note: 'Printing' })
    const both = await pageOf(desk, 'waive')
    expect(both.enter?.asks.map((one) => [one.name, one.options.length])).toEqual([
      ['charge_ref', 2],
      ['amount_cents', 0],
      ['reason', 7],
    ])
    for (const charge_ref of both.enter?.asks[0]?.options.map((one) => one.value) ?? []) {
      await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: null, reason: 'other' })
    }
    expect((await desk.ok('desk.snapshot', {})).snapshot.page).toBeNull()
  })
})

describe('voiding', () => {
  const voided = (desk: TestDesk, reason = 'library-error') =>
    desk.call('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason })

  test('for a reason that nobody knows is refused and changes nothing', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.owing)
    expect(await voided(desk, 'because')).toMatchObject({ kind: 'refused', code: 'reason-unknown' })
    expect(balanceOf(await chargesOnFile(desk, 5))).toBe(1200)
  })

  test('more than the clerk’s ceiling waits for a second person', async () => {
    const desk = await moneyDesk({ also: [CLERK] })
    await asClerk(desk)
    await desk.scan(CARDS.owing)
    await voided(desk)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.rows[0]).toMatchObject({
      title: 'Void $12.00: Overdue fine',
      choices: [{ label: en.outcomes.answer.ask }],
    })
    expect(await owed(desk)).toEqual(['$12.00'])
    const row_id = snapshot.rows[0]?.row_id ?? ''
    await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    await desk.ok('approval.give', { commandId: desk.id(), row_id, initials: 'RO', pin: PIN })
    await expectSettled(desk)
  })
})

describe('charges by hand', () => {
  test('any amount with a few words, which are not sealed', async () => {
    const desk = await moneyDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 150, note: 'Printing, 15 pages' })
    const page = await pageOf(desk, 'account')
    expect(tableOf(page, 'charges')).toEqual([['Charge', '$1.50']])
    const section = page.sections.find((one) => one.section_id === 'charges')
    expect(section?.kind === 'table' && section.rows[0]?.notes).toEqual(['charged Tue, Nov 24; Printing, 15 pages'])
    expect(
      await desk.call('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: null, note: '' }),
    ).toMatchObject({ code: 'amount-missing' })
  })

  test('a fee of the table, and voiding it', async () => {
    const fee = `INSERT INTO fee_rule VALUES ('CARD', '*', '*', '*', 'replacement-card', 'New card', 200)`
    const desk = await moneyDesk({ also: [fee] })
    await desk.scan(CARDS.dana)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: 'CARD', amount_cents: null, note: '' })
    expect(await owed(desk)).toEqual(['$2.00'])
    const section = (await pageOf(desk, 'account')).sections.find((one) => one.section_id === 'charges')
    const charge_ref = (section?.kind === 'table' ? section.rows[0]?.row_id : '')?.replace('charge ', '') ?? ''
    await desk.ok('charge.void', { commandId: desk.id(), charge_ref, reason: 'library-error' })
    await expectSettled(desk)
    expect(await desk.ok('charge.explain', { charge_ref })).toMatchObject({
      kind: 'card',
      amount_cents: 200,
      owed_cents: 0,
      steps: ['Fee CARD: New card, $2.00'],
    })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await owed(desk)).toEqual(['$2.00'])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await owed(desk)).toEqual([])
  })
})

describe('lost and damaged', () => {
  test('declared lost: price and fee as two charges, the item is lost, and undoing restores all of it', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 23)
    await desk.scan(CARDS.dana)
    const page = await pageOf(desk, 'account')
    expect(pageFaults(page)).toEqual([])
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    const lost = await pageOf(desk, 'account')
    expect(pageFaults(lost)).toEqual([])
    expect(tableOf(lost, 'charges').map((row) => [row[0], row[1]])).toEqual([
      ['Lost item, The Warmth of Other Suns', '$20.00'],
      ['Processing fee, The Warmth of Other Suns', '$3.00'],
    ])
    expect(tableOf(lost, 'loans')[0]?.[1]).toBe('billed as lost')
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).status).toBe('lost')
    expect(
      await desk.call('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null }),
    ).toMatchObject({ code: 'lost-already' })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).status).toBe('available')
    expect(tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]).toBe(overdue('2026-12-15', 50))
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('nobody has stated a price: it is asked for', async () => {
    const desk = await moneyDesk({
      also: ['UPDATE item SET price_cents = NULL', 'UPDATE item_type SET replacement_cents = NULL'],
    })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    const lost = { item_barcode: ITEMS.warmth }
    expect(await desk.call('loan.lost', { commandId: desk.id(), ...lost, price_cents: null })).toMatchObject({
      code: 'price-unknown',
    })
    await desk.ok('loan.lost', { commandId: desk.id(), ...lost, price_cents: 1250 })
    expect(balanceOf(await chargesOnFile(desk))).toBe(1250)
  })

  test('damage is charged to the patron who had it last, as long as that is known', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    const page = await pageOf(desk, 'item', ITEMS.warmth)
    expect(pageFaults(page)).toEqual([])
    expect(page.acts.map((one) => one.label)).toContain(PAGES.items.damage.act)
    const other = await pageOf(desk, 'item', ITEMS.educated)
    expect(other.acts.map((one) => one.label)).not.toContain(PAGES.items.damage.act)
    const damage = { part: '', is_beyond_use: false, amount_cents: 400, note: 'Coffee' }
    await desk.ok('item.damaged', { commandId: desk.id(), item_barcode: ITEMS.warmth, ...damage })
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).status).toBe('damaged')
    const never = await desk.call('item.damaged', { commandId: desk.id(), item_barcode: ITEMS.educated, ...damage })
    expect(never).toMatchObject({ code: 'last-patron-unknown' })
    expect(await chargesOnFile(desk)).toMatchObject([{ kind: 'damaged', owed_cents: 400 }])
  })

  test('more than the role may charge asks a second person, as any charge does', async () => {
    const desk = await moneyDesk({
      also: [`INSERT INTO role_grant VALUES ('staff/charge', 'staff', 'charge', 1, 500, NULL, NULL)`],
    })
    await benAtDesk(desk)
    await lend(desk, CARDS.dana, ITEMS.warmth)
    const damage = { item_barcode: ITEMS.warmth, part: '', is_beyond_use: false, note: '' }
    await desk.ok('item.damaged', { commandId: desk.id(), ...damage, amount_cents: 501 })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.rows[0]?.choices).toEqual([{ key: '1', label: en.outcomes.answer.ask }])
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).status).toBe('available')
    await answer(desk, '1')
    await approve(desk, WEI)
    await desk.ok('item.damaged', { commandId: desk.id(), ...damage, amount_cents: 500 })
    expect((await chargesOnFile(desk)).map((one) => one.owed_cents)).toEqual([501, 500])
  })

  type Moved = { readonly of: string | null; readonly code: string }
  const TABLE = `INSERT INTO fee_rule VALUES ('CASE', '*', '*', '*', 'part', 'Case', 300)`
  const marred = { part: '', is_beyond_use: false, note: '', item_barcode: ITEMS.warmth }

  test.each<[string, (desk: TestDesk) => Promise<unknown>, number, readonly number[]]>([
    [
      'lost, below its price',
      (desk) => desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 1650 }),
      1950,
      [350],
    ],
    [
      'lost, above it',
      (desk) => desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 2200 }),
      2500,
      [],
    ],
    [
      'beyond use, below its price',
      (desk) => desk.ok('item.damaged', { commandId: desk.id(), ...marred, is_beyond_use: true, amount_cents: 1600 }),
      1600,
      [400],
    ],
    [
      'a part, below the fee table',
      (desk) => desk.ok('item.damaged', { commandId: desk.id(), ...marred, part: 'Case', amount_cents: 100 }),
      100,
      [200],
    ],
    [
      'a part, above it',
      (desk) => desk.ok('item.damaged', { commandId: desk.id(), ...marred, part: 'Case', amount_cents: 400 }),
      400,
      [],
    ],
    [
      'a fee, below the table',
      (desk) => desk.ok('charge.add', { commandId: desk.id(), fee_code: 'CASE', amount_cents: 50, note: '' }),
      50,
      [250],
    ],
  ])('%s: what is let off of it is a figure of the clerk’s, and is undone with it', async (_, act, owed, off) => {
    const desk = await moneyDesk({ also: [TABLE] })
    await benAtDesk(desk)
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    await act(desk)
    const owes = async () => (await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents
    expect(await owes()).toBe(owed)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    // It takes the whole charge away, and not what was let off of it alone.
    expect((await desk.ok('desk.snapshot', {})).snapshot.undo_label).not.toBe(en.outcomes.undo.offer('waive'))
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await owes()).toBe(0)
    const moved = (await recorded(desk, 'charge-moved')) as readonly Moved[]
    expect(moved.filter((one) => one.of === null && one.code !== 'voided')).toMatchObject(
      off.map((amount_cents) => ({ code: 'waived', staff: 'BC-1', approved_by: '', amount_cents })),
    )
  })

  const LACKS = ['charge', 'waive', 'declare-lost'].map(
    (grant) => `INSERT INTO role_grant VALUES ('staff/${grant}', 'staff', '${grant}', 0, NULL, NULL, NULL)`,
  )

  test.each<[string, (desk: TestDesk) => Promise<unknown>, number]>([
    [
      'a fee, below the table',
      (desk) => desk.ok('charge.add', { commandId: desk.id(), fee_code: 'CASE', amount_cents: 50, note: '' }),
      50,
    ],
    [
      'a part, below the fee table',
      (desk) => desk.ok('item.damaged', { commandId: desk.id(), ...marred, part: 'Case', amount_cents: 100 }),
      100,
    ],
    [
      'lost, below its price',
      (desk) => desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 1650 }),
      1950,
    ],
  ])('%s: a role that may neither charge nor let off asks one person once', async (_, act, owed) => {
    const desk = await moneyDesk({ also: [TABLE, ...LACKS] })
    await benAtDesk(desk)
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    await act(desk)
    await answer(desk, '1')
    await approve(desk, WEI)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.rows.filter((row) => row.choices.length > 0)).toEqual([])
    expect(snapshot.patron?.owed_cents).toBe(owed)
    expect(await recorded(desk, 'act-approved')).toHaveLength(1)
  })

  test('beyond use while it is out: charged once, and the loan is over, so that nothing bills it as lost', async () => {
    const desk = await moneyDesk({ lost: { lost_after_count: 28 } })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    const ruined = { item_barcode: ITEMS.warmth, part: '', is_beyond_use: true, amount_cents: null, note: 'The dog' }
    const said = await desk.ok('item.damaged', { commandId: desk.id(), ...ruined })
    expect(said.snapshot.band?.sentence).toContain('It is also checked in.')
    expect(await desk.ok('item.get', { item_barcode: ITEMS.warmth })).toMatchObject({
      status: 'damaged',
      is_out: false,
    })
    expect(
      await desk.call('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null }),
    ).toMatchObject({ code: 'not-out' })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.ok('item.get', { item_barcode: ITEMS.warmth })).toMatchObject({
      status: 'available',
      is_out: true,
    })
    await desk.ok('item.damaged', { commandId: desk.id(), ...ruined })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(balanceOf(await chargesOnFile(desk))).toBe(2000)
  })

  test('beyond use after it was billed as lost: the bill is taken off, the price is charged once', async () => {
    const desk = await moneyDesk({ lost: { processing_cents: 0 }, fine: { amount_cents: 0 } })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 60)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    const ruined = { item_barcode: ITEMS.warmth, part: '', is_beyond_use: true, amount_cents: null, note: '' }
    await desk.ok('item.damaged', { commandId: desk.id(), ...ruined })
    expect(balanceOf(await chargesOnFile(desk))).toBe(2000)
  })
})

describe('an outage', () => {
  const stretch = { from_on: '2026-12-15', from_time: '9:00', to_on: '2026-12-17', to_time: '12:00' }

  test('shows what it touches, then cancels those fines and gives those loans time', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await lend(desk, CARDS.omar, ITEMS.educated)
    days(desk, 24)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    const { snapshot } = await desk.ok('outage.look', stretch)
    const page = snapshot.page
    if (!page) throw new Error('no page')
    expect(pageFaults(page)).toEqual([])
    const touched = page.sections[0]
    expect(touched?.kind === 'facts' && touched.facts.slice(0, 2).map((one) => one.text)).toEqual([
      '1',
      '1, $0.50 less',
    ])
    const call = page.enter?.call.input as { from_ms: number; to_ms: number }
    const { snapshot: after } = await desk.ok('outage.declare', {
      commandId: desk.id(),
      ...call,
      reason: 'power-cut',
      is_extending: true,
    })
    expect(after.band?.sentence).toContain('$0.50 of 1 fine is canceled. 1 loan has more time.')
    await desk.scan(CARDS.omar)
    expect(tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]).toBe(overdue('2026-12-17', 25))
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 25 }])
  })

  test('not before it is over, nor the wrong way round, nor by a clerk', async () => {
    const desk = await moneyDesk({ also: [CLERK] })
    expect(await desk.call('outage.look', stretch)).toMatchObject({ code: 'stretch-invalid' })
    days(desk, 60)
    const turned = { from_on: stretch.to_on, from_time: '9:00', to_on: stretch.from_on, to_time: '9:00' }
    expect(await desk.call('outage.look', turned)).toMatchObject({ code: 'stretch-invalid' })
    expect(await desk.call('outage.look', { ...stretch, from_on: '2026-10-01' })).toMatchObject({
      code: 'stretch-too-long',
    })
    await asClerk(desk)
    expect(await desk.call('outage.look', stretch)).toMatchObject({ code: 'not-permitted' })
  })
})
