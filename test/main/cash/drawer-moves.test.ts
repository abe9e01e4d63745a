/**
 * What happens at an open drawer besides payments, at a real desk: each act changes what the drawer should hold by what
 * it moved, is told once however often it is asked, and what a person may not do waits for somebody who may.
 */
import { describe, expect, test } from 'vitest'
import { en } from '../../../shared/words/en/en.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { fundCounted, safeDesk } from '../support/money-desk.ts'
import { PIN } from '../support/small-library.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, signInAs, WEI } from '../support/staff.ts'

const HERE = { drawer_code: '' }
const id = (desk: TestDesk) => ({ commandId: desk.id(), ...HERE })
const refused = (code: string) => ({ kind: 'refused', code })

async function opened(total_cents = 10_000): Promise<TestDesk> {
  const desk = await safeDesk()
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents })
  return desk
}

/** Opened by Ben, whose role is staff; Wei supervises, Rosa manages. */
async function bensDrawer(total_cents = 10_000): Promise<TestDesk> {
  const desk = await safeDesk()
  await benAtDesk(desk)
  await desk.ok('drawer.open', { ...id(desk), pieces: null, total_cents })
  return desk
}

type Place = Omit<Input<'drawer.place'>, 'commandId'>
const PLACE: Place = {
  ...HERE,
  way: 'out',
  place: 'safe',
  pieces: null,
  total_cents: 2000,
  bag_number: '',
  receiver_code: '',
  receiver_cents: null,
}
const place = (desk: TestDesk, to: Partial<Place>) => desk.call('drawer.place', { ...id(desk), ...PLACE, ...to })
const pay = (desk: TestDesk, way: 'in' | 'out', reason: string, amount_cents: number) =>
  desk.call('drawer.pay', { ...id(desk), way, reason, amount_cents })
const custody = (desk: TestDesk, what: Input<'drawer.custody'>['what']) =>
  desk.call('drawer.custody', { ...id(desk), what })
const sell = (desk: TestDesk) =>
  desk.call('payment.take', {
    ...id(desk),
    charges: [{ charge_ref: 'c1', amount_cents: 100 }],
    pay_cents: null,
    sales: [],
    tenders: [{ tender: 'cash', tendered_cents: 100 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })

/** What the drawer should hold, from the entry of a count. Closes the desk. */
async function expected(desk: TestDesk): Promise<unknown> {
  await desk.ok('drawer.count', { ...id(desk), reason: 'mid-shift', pieces: null, total_cents: 0 })
  const [last] = await recorded(desk, 'drawer-counted')
  return (last as { expected_cents: number }).expected_cents
}

describe('what the drawer should hold afterwards', () => {
  const acts: [string, number, number, (desk: TestDesk) => Promise<unknown>][] = [
    ['a safe drop of $20.00', 10_448, 8448, (desk) => place(desk, {})],
    [
      'change for $10.00 from the change fund',
      9448,
      10_448,
      (desk) => {
        return fundCounted(desk, 3000).then(() => place(desk, { way: 'in', place: 'change-fund', total_cents: 1000 }))
      },
    ],
    [
      'a bank bag of two $20 bills',
      10_000,
      6000,
      (desk) => {
        const pieces = [{ denomination_cents: 2000, pieces_count: 2 }]
        return place(desk, { place: 'bank-bag', bag_number: '77 0142', pieces, total_cents: null })
      },
    ],
    ['postage of $3.60 paid out', 10_000, 9640, (desk) => pay(desk, 'out', 'POSTAGE', 360)],
    ['$2.25 paid out of $12.50 (W9)', 1250, 1025, (desk) => pay(desk, 'out', 'SUPPLIES', 225)],
    ['$0.50 found and paid in', 10_000, 10_050, (desk) => pay(desk, 'in', 'FOUND-MONEY', 50)],
    [
      'a twenty changed',
      10_000,
      10_000,
      (desk) => {
        return desk.call('drawer.unlock', { ...id(desk), what: { purpose: 'make-change', amount_cents: 2000 } })
      },
    ],
    [
      'opened without a sale',
      10_000,
      10_000,
      (desk) => {
        return desk.call('drawer.unlock', { ...id(desk), what: { purpose: 'no-sale', reason: 'STUCK' } })
      },
    ],
  ]
  test.each(acts)('%s', async (_, before, after, act) => {
    const desk = await opened(before)
    expect(await act(desk)).toMatchObject({ kind: 'ok' })
    await desk.ok('journal.verify', {}).then(({ problems }) => expect(problems).toEqual([]))
    expect(await expected(desk)).toBe(after)
  })

  test('all of them, one after the other, are the same once the tables are made again', async () => {
    const desk = await opened()
    for (const [, , , act] of acts) expect(await act(desk)).toMatchObject({ kind: 'ok' })
    await custody(desk, { reason: 'break', cover_code: '', counted_cents: null })
    await expectRebuilt(desk)
  })
})

describe('what is not taken', () => {
  const wrong: [string, string, (desk: TestDesk) => Promise<unknown>][] = [
    ['a safe drop of more than there is', 'drawer-holds-less', (desk) => place(desk, { total_cents: 10_001 })],
    ['a safe drop of nothing', 'amount-missing', (desk) => place(desk, { total_cents: 0 })],
    [
      'pieces and a total',
      'count-wrong',
      (desk) => {
        return place(desk, { pieces: [{ denomination_cents: 100, pieces_count: 1 }], total_cents: 100 })
      },
    ],
    [
      'a piece that is no money',
      'count-wrong',
      (desk) => {
        return place(desk, { pieces: [{ denomination_cents: 300, pieces_count: 1 }], total_cents: null })
      },
    ],
    ['a bag without its number', 'bag-number-missing', (desk) => place(desk, { place: 'bank-bag' })],
    ['money out of a bag', 'bag-sealed', (desk) => place(desk, { place: 'bank-bag', way: 'in', bag_number: '7' })],
    ['a second count by nobody', 'receiver-missing', (desk) => place(desk, { receiver_cents: 2000 })],
    [
      'a second count by the same person',
      'receiver-same',
      (desk) => {
        return place(desk, { receiver_code: 'rortiz', receiver_cents: 2000 })
      },
    ],
    ['a receiver who does not work here', 'staff-unknown', (desk) => place(desk, { receiver_code: 'nobody' })],
    ['a paid out for a reason of a paid in', 'reason-unknown', (desk) => pay(desk, 'out', 'FOUND-MONEY', 50)],
    ['a paid out of more than there is', 'drawer-holds-less', (desk) => pay(desk, 'out', 'POSTAGE', 10_001)],
    [
      'a no-sale for a reason that nobody knows',
      'reason-unknown',
      (desk) => {
        return desk.call('drawer.unlock', { ...id(desk), what: { purpose: 'no-sale', reason: 'BORED' } })
      },
    ],
    [
      'a second session of the same drawer',
      'drawer-open-already',
      (desk) => {
        return desk.call('drawer.open', { ...id(desk), pieces: null, total_cents: 9900 })
      },
    ],
    ['another drawer', 'drawer-not-open', (desk) => place(desk, { drawer_code: 'DRAWER-2' })],
    [
      'a resume of a drawer that is not suspended',
      'drawer-not-suspended',
      (desk) => custody(desk, { reason: 'resume' }),
    ],
    ['back without a break', 'drawer-not-on-break', (desk) => custody(desk, { reason: 'back', counted_cents: null })],
    [
      'a break covered by the custodian',
      'cover-same',
      (desk) => {
        return custody(desk, { reason: 'break', cover_code: 'rortiz', counted_cents: null })
      },
    ],
    [
      'a break covered by nobody who works here',
      'staff-unknown',
      (desk) => {
        return custody(desk, { reason: 'break', cover_code: 'nobody', counted_cents: null })
      },
    ],
  ]
  test.each(wrong)('%s: %s', async (_, code, act) => {
    const desk = await opened()
    expect(await act(desk)).toMatchObject(refused(code))
    expect(await expected(desk)).toBe(10_000)
  })

  const shapes: [string, object][] = [
    ['letters', { amount_cents: '12.50' }],
    ['a fraction of a cent', { amount_cents: 12.5 }],
    ['no number', { amount_cents: Number.NaN }],
    ['without end', { amount_cents: Number.POSITIVE_INFINITY }],
    ['below zero', { amount_cents: -225 }],
    ['nothing', { amount_cents: 0 }],
    ['true', { amount_cents: true }],
  ]
  test.each(shapes)('an amount that is %s', async (_, input) => {
    const desk = await opened()
    const paid = { ...id(desk), way: 'out', reason: 'POSTAGE', amount_cents: 1, ...input } as Input<'drawer.pay'>
    expect(await desk.call('drawer.pay', paid)).not.toMatchObject({ kind: 'ok' })
    expect(await expected(desk)).toBe(10_000)
  })

  test('a count of -1 pieces', async () => {
    const desk = await opened()
    const pieces = [{ denomination_cents: 2000, pieces_count: -1 }]
    expect(await place(desk, { pieces, total_cents: null })).not.toMatchObject({ kind: 'ok' })
    expect(await expected(desk)).toBe(10_000)
  })
})

test('change comes from the safe as far as the safe is known to hold it', async () => {
  const desk = await opened()
  const fromSafe = (total_cents: number) => place(desk, { way: 'in', total_cents })
  await place(desk, { total_cents: 2000 })
  expect(await fromSafe(2001)).toMatchObject(refused('safe-holds-less'))
  expect(await fromSafe(1000)).toMatchObject({ kind: 'ok' })
  expect(await fromSafe(1001)).toMatchObject(refused('safe-holds-less'))
  expect(await expected(desk)).toBe(9000)
})

test('nobody says for another person that they counted: with their own PIN, or it is not recorded', async () => {
  const desk = await bensDrawer()
  const named = { receiver_code: 'WZ-1', receiver_cents: 1900 }
  expect(await place(desk, named)).toMatchObject({ kind: 'ok', output: { done: null } })
  await answer(desk, '1')
  expect(await approve(desk, BEN)).toMatchObject(refused('approver-same'))
  expect(await approve(desk, { initials: 'RO', pin: PIN })).toMatchObject(refused('receiver-says'))
  expect(await recorded(desk, 'cash-placed')).toEqual([])
})

test('a receiver who counted another amount is kept and said', async () => {
  const desk = await bensDrawer()
  await place(desk, { receiver_code: 'WZ-1', receiver_cents: 1900 })
  await answer(desk, '1')
  expect(await approve(desk, WEI)).toMatchObject({ kind: 'ok' })
  const { snapshot } = await desk.ok('desk.snapshot', {})
  const { counted_other } = en.outcomes.drawer
  expect(snapshot.rows[0]?.notes).toContain(`${counted_other(WEI.name, '$19.00', '$1.00', false)}.`)
  expect(await recorded(desk, 'cash-placed')).toMatchObject([{ amount_cents: 2000, receiver_cents: 1900 }])
})

describe('who may', () => {
  test('a clerk pays out up to a ceiling; above it a second person approves, and the entry names both', async () => {
    const desk = await bensDrawer()
    expect(await pay(desk, 'out', 'POSTAGE', 500)).toMatchObject({ kind: 'ok', output: { done: { total_cents: 500 } } })
    expect(await pay(desk, 'out', 'POSTAGE', 501)).toMatchObject({ kind: 'ok', output: { done: null } })
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await recorded(desk, 'cash-paid')).toMatchObject([
      { staff: 'BC-1', amount_cents: 501, approved_by: 'WZ-1', fund: 'other' },
      { staff: 'BC-1', amount_cents: 500, approved_by: '' },
    ])
  })

  test('a surprise count waits for a second person, and tells a clerk nothing of what was expected', async () => {
    const desk = await bensDrawer()
    await desk.ok('drawer.count', { ...id(desk), reason: 'surprise', pieces: null, total_cents: 9975 })
    await answer(desk, '1')
    await approve(desk, WEI)
    const bens = await desk.ok('desk.snapshot', {})
    expect(JSON.stringify(bens.snapshot.band)).not.toMatch(/100\.00|0\.25/)
    expect(bens.snapshot.rows[0]?.notes).toEqual(['Amount $99.75.'])
    await comes(desk, WEI)
    await desk.ok('drawer.count', { ...id(desk), reason: 'surprise', pieces: null, total_cents: 9975 })
    const weis = await desk.ok('desk.snapshot', {})
    expect(weis.snapshot.band?.sentence).toContain(en.outcomes.drawer.short('$0.25'))
    const kept = { reason: 'surprise', counted_cents: 9975, expected_cents: 10_000 }
    expect(await recorded(desk, 'drawer-counted')).toMatchObject([kept, kept])
  })
})

test.each([
  ['without a sale', { purpose: 'no-sale', reason: 'STUCK' }],
  ['to change a bill', { purpose: 'make-change', amount_cents: 2000 }],
] as const)('a role that may not open the drawer %s asks', async (_, what) => {
  const desk = await opened()
  const none = { is_granted: false, amount_cents_max: null, days_count_max: null }
  await desk.ok('role.set', { commandId: desk.id(), role: 'staff', grant: 'no-sale', ...none })
  await benAtDesk(desk)
  expect(await desk.call('drawer.unlock', { ...id(desk), what })).toMatchObject({ output: { done: null } })
  await answer(desk, '1')
  await approve(desk, WEI)
  expect(await recorded(desk, 'drawer-unlocked')).toMatchObject([{ staff: 'BC-1', purpose: what.purpose }])
})

describe('suspended and on break', () => {
  test('nobody takes payments in a suspended drawer; another resumes it with approval alone', async () => {
    const desk = await bensDrawer()
    expect(await custody(desk, { reason: 'suspend' })).toMatchObject({ kind: 'ok' })
    expect(await sell(desk)).toMatchObject(refused('drawer-suspended'))
    expect(await pay(desk, 'in', 'COIN-BOX', 50)).toMatchObject(refused('drawer-suspended'))
    expect(await custody(desk, { reason: 'suspend' })).toMatchObject(refused('drawer-suspended'))
    await comes(desk, WEI)
    expect(await custody(desk, { reason: 'resume' })).toMatchObject({ kind: 'ok' })
    expect(await sell(desk)).toMatchObject({ kind: 'ok' })
    await comes(desk, BEN)
    await custody(desk, { reason: 'suspend' })
    expect(await custody(desk, { reason: 'resume' })).toMatchObject({ kind: 'ok' })
    expect(await expected(desk)).toBe(10_100)
  })

  test('the person who covers a break has the drawer until its custodian is back', async () => {
    const desk = await bensDrawer()
    await custody(desk, { reason: 'break', cover_code: 'WZ-1', counted_cents: 10_000 })
    expect(await sell(desk)).toMatchObject(refused('drawer-on-break'))
    expect(await place(desk, {})).toMatchObject(refused('drawer-on-break'))
    await comes(desk, WEI)
    expect(await custody(desk, { reason: 'cover', counted_cents: 10_000 })).toMatchObject({ kind: 'ok' })
    expect(await sell(desk)).toMatchObject({ kind: 'ok' })
    await desk.ok('drawer.count', { ...id(desk), reason: 'mid-shift', pieces: null, total_cents: 10_100 })
    await comes(desk, BEN)
    expect(await custody(desk, { reason: 'back', counted_cents: 10_100 })).toMatchObject({ kind: 'ok' })
    expect(await sell(desk)).toMatchObject({ kind: 'ok' })
    expect(await recorded(desk, 'custody-changed')).toMatchObject([
      { staff: 'BC-1', reason: 'back', custodian_code: 'BC-1', counted_cents: 10_100 },
      { staff: 'WZ-1', reason: 'cover', custodian_code: 'WZ-1', counted_cents: 10_000 },
      { staff: 'BC-1', reason: 'break', custodian_code: 'BC-1', named_code: 'WZ-1', counted_cents: 10_000 },
    ])
  })

  test('without a cover nobody takes payments, and another clerk ends the break with approval alone', async () => {
    const desk = await opened()
    await benAtDesk(desk)
    await signInAs(desk, { initials: 'RO', pin: PIN })
    await custody(desk, { reason: 'break', cover_code: '', counted_cents: null })
    expect(await sell(desk)).toMatchObject(refused('drawer-on-break'))
    await comes(desk, BEN)
    expect(await custody(desk, { reason: 'back', counted_cents: null })).toMatchObject({ output: { done: null } })
    await answer(desk, '1')
    await approve(desk, WEI)
    expect(await sell(desk)).toMatchObject({ kind: 'ok' })
    expect(await recorded(desk, 'custody-changed')).toMatchObject([{ reason: 'back', custodian_code: 'rortiz' }, {}])
  })
})

test('a repeated command is one act, and its answer after a crash is the same, and its row says it', async () => {
  const desk = await opened()
  const input = { ...id(desk), way: 'out', reason: 'POSTAGE', amount_cents: 360 } as const
  const { done } = await desk.ok('drawer.pay', input)
  expect((await desk.ok('drawer.pay', input)).done).toEqual(done)
  const again = await desk.reopen()
  await rosaAt(again)
  const late = await again.ok('drawer.pay', input)
  expect(late.done).toEqual(done)
  expect(late.snapshot.rows[0]).toMatchObject({ title: en.outcomes.records.late['cash-paid'] })
  expect(await expected(again)).toBe(9640)
})

describe('a drop that one person makes alone', () => {
  const WEIS = { receiver_code: 'WZ-1', receiver_cents: 6000 }

  test('goes up to the limit of a session, in parts as at once; above it, a second person receives it', async () => {
    const desk = await bensDrawer(30_000)
    expect(await place(desk, { total_cents: 6000 })).toMatchObject({ kind: 'ok' })
    expect(await place(desk, { total_cents: 4001 })).toMatchObject(refused('receiver-needed'))
    expect(await place(desk, { way: 'in', total_cents: 1000 })).toMatchObject({ kind: 'ok' })
    expect(await place(desk, { total_cents: 5000 })).toMatchObject({ kind: 'ok' })
    expect(await place(desk, { total_cents: 6000 })).toMatchObject(refused('receiver-needed'))
    expect(await place(desk, { total_cents: 6000, ...WEIS })).toMatchObject({ output: { done: null } })
    await answer(desk, '1')
    expect(await approve(desk, WEI)).toMatchObject({ kind: 'ok' })
    expect(await place(desk, { total_cents: 9000, place: 'bank-bag', bag_number: '7' })).toMatchObject({ kind: 'ok' })
    expect(await expected(desk)).toBe(30_000 - 6000 + 1000 - 5000 - 6000 - 9000)
  })

  test('has no limit where nobody else works at the library', async () => {
    const desk = await opened(30_000)
    expect(await place(desk, { total_cents: 20_000 })).toMatchObject({ kind: 'ok' })
  })

  test.each(['in', 'out'] as const)('and nothing goes %s of a place that was never counted', async (way) => {
    const desk = await bensDrawer()
    expect(await place(desk, { way, place: 'change-fund' })).toMatchObject(refused('place-uncounted'))
  })
})
