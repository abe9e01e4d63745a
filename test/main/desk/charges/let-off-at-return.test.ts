/**
 * A fine that a person lets off at a return is recorded: as charged, and as waived by whom. What the patron owes is the
 * same as ever. $0.25 for each open day late; Dana's book is due Tue, Dec 15. On real files.
 */
import { describe, expect, test } from 'vitest'
import { balanceOf, chargesOnFile, days, lend, moneyDesk, pay, type Policy } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, recorded, WEI } from '../../support/staff.ts'
import type { TestDesk } from '../../support/desk.ts'

async function late(policy: Policy, after_days: number, ...changes: readonly object[]): Promise<TestDesk> {
  const desk = await moneyDesk(policy)
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, after_days)
  await desk.ok('desk.mode', { mode: 'in' })
  for (const change of changes) await desk.ok('desk.modify', change)
  await desk.scan(ITEMS.warmth)
  return desk
}

type Sealed = {
  readonly code: string
  readonly amount_cents: number
  readonly of: string | null
  readonly approved_by: string
}

const moved = async (desk: TestDesk) => (await recorded(desk, 'charge-moved')) as readonly Sealed[]

/** What was charged, and what of it was let off, and why. */
async function entries(desk: TestDesk): Promise<readonly string[]> {
  const made = (await recorded(desk, 'charge-made')) as readonly Pick<Sealed, 'amount_cents'>[]
  const charged = made.map(({ amount_cents }) => `charged ${amount_cents}`)
  return [...charged, ...(await moved(desk)).map((one) => `${one.code} ${one.amount_cents}`)].toSorted()
}

const AMNESTY = { is_amnesty: true }
const dated = (back_on: string) => ({ back_on })
const FREE_WEEK = `INSERT INTO fine_free_day VALUES ('week', '*', '2026-12-17', '2026-12-18', 'amnesty week')`
const DAILY = `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents, note)
  VALUES ('daily', 1, 1, 'overdue', ${Date.UTC(2026, 11, 17)}, 50, 50, '')`

describe('what a return lets off is charged and waived', () => {
  test.each<readonly [string, Policy, number, readonly object[], readonly (readonly [string, number])[], number]>([
    ['as usual, nothing', {}, 23, [], [['charged', 50]], 50],
    [
      'all of it',
      {},
      23,
      [AMNESTY],
      [
        ['charged', 50],
        ['amnesty', 50],
      ],
      0,
    ],
    [
      'the days after the one that was set',
      {},
      23,
      [dated('2026-12-16')],
      [
        ['charged', 25],
        ['charged', 25],
        ['backdated', 25],
      ],
      25,
    ],
    [
      'dated to the day it was due',
      {},
      23,
      [dated('2026-12-15')],
      [
        ['charged', 50],
        ['backdated', 50],
      ],
      0,
    ],
    [
      'dated, and the rest let off',
      {},
      23,
      [dated('2026-12-16'), AMNESTY],
      [
        ['charged', 50],
        ['backdated', 25],
        ['amnesty', 25],
      ],
      0,
    ],
    ['in time, there was nothing to let off', {}, 20, [AMNESTY], [], 0],
    ['a cart from the book drop goes by its closing', {}, 23, [{ is_book_drop: true }], [['charged', 25]], 25],
    ['grace is the library’s rule', { fine: { grace_count: 3, grace_unit: 'days' } }, 23, [AMNESTY], [], 0],
    ['so is a day without fines', { also: [FREE_WEEK] }, 23, [AMNESTY], [], 0],
    [
      'and a kind of patron that pays none',
      { also: ['UPDATE patron_category SET is_fine_free = 1'] },
      23,
      [AMNESTY],
      [],
      0,
    ],
    [
      'no more than the cap',
      {},
      80,
      [AMNESTY],
      [
        ['charged', 500],
        ['amnesty', 500],
      ],
      0,
    ],
    [
      'a part charged by another system before',
      { also: [DAILY] },
      24,
      [dated('2026-12-17')],
      [
        ['charged', 25],
        ['backdated', 25],
      ],
      50,
    ],
    [
      'where a day changes no fine',
      { settings: { is_backdate_adjusting_fine: 'no' } },
      23,
      [dated('2026-12-16')],
      [['charged', 50]],
      50,
    ],
    ['where no fine is charged at a return', { settings: { is_fine_charged_at_check_in: 'no' } }, 23, [AMNESTY], [], 0],
  ])('%s', async (_, policy, after_days, changes, made, owed) => {
    const desk = await late(policy, after_days, ...changes)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(await entries(desk)).toEqual(made.map((one) => one.join(' ')).toSorted())
    expect(balanceOf(await chargesOnFile(desk))).toBe(owed)
  })

  test('undoing the return takes both back', async () => {
    const desk = await late({}, 23, dated('2026-12-16'), AMNESTY)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    const sums = new Map<string, number>()
    for (const { code, of, amount_cents } of await moved(desk))
      sums.set(code, (sums.get(code) ?? 0) + (of === null ? 1 : -1) * amount_cents)
    expect(Object.fromEntries(sums)).toEqual({ backdated: 0, amnesty: 0, charged: -50 })
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })
})

describe('what a return of a lost-billed item lets off, where the fine is counted again', () => {
  // Billed at $0.75 of fine on Fri, Dec 18; the book comes back on Tue, Dec 22, six open days late.
  const ANEW = { is_overdue_counted_anew: 1, processing_cents: 0 }

  test.each<readonly [string, Policy['lost'], readonly object[], readonly string[], number]>([
    ['as usual, nothing', ANEW, [], [], 150],
    ['the days after the one that was set', ANEW, [dated('2026-12-17')], ['backdated 100'], 50],
    ['all of it', ANEW, [AMNESTY], ['amnesty 150'], 0],
    ['dated, and the rest let off', ANEW, [dated('2026-12-17'), AMNESTY], ['amnesty 50', 'backdated 100'], 0],
    ['dated to the day it was due', ANEW, [dated('2026-12-15')], ['backdated 150'], 0],
    ['a fine that comes back as it was goes by no day', { processing_cents: 0 }, [dated('2026-12-17')], [], 75],
    ['where the charge stays, nothing', { ...ANEW, found_unpaid_kind: 'leave' }, [dated('2026-12-17')], [], 900],
    [
      'a fine that was kept, down to the day',
      { ...ANEW, is_overdue_kept: 1 },
      [dated('2026-12-17')],
      ['backdated 25', 'backdated 75'],
      50,
    ],
  ])('%s', async (_, lost, changes, wanted, owed) => {
    const desk = await moneyDesk({ lost: lost ?? {} })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 900 })
    days(desk, 4)
    await desk.ok('desk.mode', { mode: 'in' })
    for (const change of changes) await desk.ok('desk.modify', change)
    await desk.scan(ITEMS.warmth)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    const off = (await moved(desk)).filter(({ code }) => code === 'backdated' || code === 'amnesty')
    expect(off.map((one) => `${one.code} ${one.amount_cents}`).toSorted()).toEqual(wanted)
    expect(balanceOf(await chargesOnFile(desk))).toBe(owed)
  })
})

describe('on whose word', () => {
  const DEAR: Policy = { fine: { fine_cents_max: null, amount_cents: 300 } }

  async function approved(desk: TestDesk, change: object): Promise<void> {
    await desk.ok('desk.modify', change)
    await answer(desk, '1')
    await approve(desk, WEI)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    if (snapshot.rows[0]?.choices.length) await answer(desk, '3')
  }

  async function lent(policy: Policy, items: readonly string[], after_days: number): Promise<TestDesk> {
    const desk = await moneyDesk(policy)
    for (const item of items) await lend(desk, CARDS.dana, item)
    await benAtDesk(desk)
    days(desk, after_days)
    await desk.ok('desk.mode', { mode: 'in' })
    return desk
  }

  const letOff = async (desk: TestDesk) =>
    (await moved(desk)).map((one) => `${one.code} ${one.amount_cents} ${one.approved_by}`)

  test('a day further back than the role reaches is of who approved it', async () => {
    const desk = await lent({}, [ITEMS.warmth], 30)
    await approved(desk, { back_on: '2026-12-10' })
    await desk.scan(ITEMS.warmth)
    expect(await letOff(desk)).toEqual(['backdated 200 WZ-1'])
  })

  test('larger fines are allowed for one cart, not for the next', async () => {
    const desk = await lent(DEAR, [ITEMS.warmth, ITEMS.educated], 23)
    await desk.ok('desk.modify', { is_amnesty: true })
    await approved(desk, { is_amnesty: true })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    expect((await desk.ok('desk.snapshot', {})).snapshot.modifiers).toEqual([])
    await desk.scan(ITEMS.educated)
    expect(await letOff(desk)).toEqual(['amnesty 600 WZ-1'])
    expect(balanceOf(await chargesOnFile(desk))).toBe(600)
  })

  test('and all of the cart together as far as the approver may', async () => {
    const desk = await lent({ fine: { fine_cents_max: null, amount_cents: 1500 } }, [ITEMS.warmth, ITEMS.educated], 23)
    await desk.ok('desk.modify', { is_amnesty: true })
    await approved(desk, { is_amnesty: true })
    await desk.scan(ITEMS.warmth)
    await desk.scan(ITEMS.educated)
    expect(await letOff(desk)).toEqual(['amnesty 3000 WZ-1'])
    expect(balanceOf(await chargesOnFile(desk))).toBe(3000)
  })
})

describe('an item that was billed, and paid, is found and dated back into the days of a refund', () => {
  const WINDOW = { lost_refund_kind: 'within-window', refund_within_count: 5 }

  test.each<readonly [string, readonly object[], readonly string[]]>([
    ['as of today, nothing goes back', [], []],
    ['dated back, what goes back is let off by the day', [dated('2027-01-25')], ['backdated 1200']],
  ])('%s', async (_, changes, wanted) => {
    let desk = await moneyDesk({ lost: WINDOW })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 60)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    desk = await pay(desk, 'lost', 2000)
    days(desk, 10)
    await desk.ok('desk.mode', { mode: 'in' })
    for (const change of changes) await desk.ok('desk.modify', change)
    await desk.scan(ITEMS.warmth)
    const codes = (await moved(desk)).map((one) => `${one.code} ${one.amount_cents}`)
    expect(codes.filter((one) => one.startsWith('backdated'))).toEqual(wanted)
  })
})

test('partly paid, and dated into the days of a refund: only what the day changed is the clerk’s figure', async () => {
  let desk = await moneyDesk({ lost: { lost_refund_kind: 'within-window', refund_within_count: 5 } })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 60)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
  desk = await pay(desk, 'lost', 1500)
  days(desk, 10)
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.ok('desk.modify', dated('2027-01-25'))
  await desk.scan(ITEMS.warmth)
  const off = (code: string, all: readonly Sealed[]): number =>
    all.reduce((sum, one) => (one.code === code ? sum + one.amount_cents : sum), 0)
  const all = await moved(desk)
  expect([off('backdated', all), off('found', all)]).toEqual([700, 1300])
})
