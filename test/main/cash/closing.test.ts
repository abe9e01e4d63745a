/** Closing a drawer at a real desk: blind count, what differs, what stays, the bag, the Z, who looks at it. */
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../shared/ipc/contract.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import { expectRebuilt } from '../support/reference-files.ts'
import { en } from '../../../shared/words/en/en.ts'
import { moneyDesk, pageOf } from '../support/money-desk.ts'
import { COPY, lastRow, opened, openWith, sell, sessions, zOf } from './closing/closes.ts'
import { benAtDesk, comes, WEI } from '../support/staff.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { refusedField } from '../../../shared/refusals/refused-fields.ts'

test('counted, closed and left: the Z says what the session was, the next one begins with what stayed', async () => {
  const desk = await opened()
  await sell(desk, 12)
  await sell(desk, 50, [{ tender: 'check', amount_cents: 300, check_number: '77' }])
  await countAll(desk, 10_320, { checks_count: 1, checks_cents: 300 })
  await desk.ok('drawer.close', closing(desk, { bag_number: 'B-1' }))
  const z = await zOf(desk)
  expect(z.tenders).toMatchObject([
    { tender: 'cash', receipted_cents: 320, expected_cents: 10_320, counted_cents: 10_320 },
    { tender: 'check', receipted_cents: 300, expected_cents: 300, counted_cents: 300 },
    { tender: 'card', receipted_cents: 0, expected_cents: 0, counted_cents: null },
  ])
  expect(z.closing).toMatchObject({ z_number: 1, grand_total_cents: 620, left_cents: 10_000, variances: [] })
  expect(z.closing?.bag).toEqual({ bag_number: 'B-1', drawer_cents: 320, safe_cents: 0, checks_cents: 300 })
  expect(z.counts).toMatchObject({ receipts_count: 2 })
  expect(z.funds).toEqual([{ payee: null, fund: 'copies', receipted_cents: 620, refunded_cents: 0 }])
  // One person did all of it.
  expect(z.closing?.reviews).toEqual(['counted-alone'])
  await openWith(desk, 10_000)
  await sell(desk, 1)
  await countAll(desk, 10_010)
  await desk.ok('drawer.close', closing(desk))
  expect((await zOf(desk)).closing).toMatchObject({ z_number: 2, grand_total_cents: 630 })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

describe('a close is refused', () => {
  const code = async (desk: TestDesk, more: Partial<Input<'drawer.close'>> = {}) => {
    const result = await desk.call('drawer.close', closing(desk, more))
    return result.kind === 'refused' ? result.code : result.kind
  }

  test('without a count, and when money moved since it', async () => {
    const desk = await opened()
    expect(await code(desk)).toBe('count-first')
    await countAll(desk, 10_000)
    await sell(desk, 1)
    expect(await code(desk)).toBe('count-first')
    await countAll(desk, 10_010)
    expect(await code(desk)).toBe('ok')
    const cash = (await zOf(desk)).kept_counts.filter((one) => one.tender === 'cash')
    expect(cash.map((one) => one.counted_cents)).toEqual([10_000, 10_000, 10_010])
  })

  test('with more left than was counted; all of it can stay', async () => {
    const desk = await opened()
    await countAll(desk, 10_000)
    expect(await code(desk, { leave_cents: 10_001 })).toBe('leave-over-counted')
    expect((await sessions(desk))[0]?.status).toBe('open')
    expect(refusedField({ code: 'leave-over-counted' }, [{ name: 'leave_cents', kind: 'total' }])).toBe('leave_cents')
    expect(await code(desk, { leave_cents: 10_000 })).toBe('ok')
  })

  test('a second time, where the first closed it', async () => {
    const desk = await opened(0)
    await countAll(desk, 0)
    expect(await code(desk)).toBe('ok')
    expect(await code(desk)).toBe('drawer-not-open')
  })

  test('without the reason and the note that a difference takes', async () => {
    const desk = await opened()
    await countAll(desk, 8900)
    expect(await code(desk)).toBe('variance-reason-needed')
    expect(await code(desk, { reason: 'SUPPLIES' })).toBe('reason-unknown')
    expect(await code(desk, { reason: 'NOT-KNOWN' })).toBe('variance-note-needed')
    expect(await code(desk, { reason: 'NOT-KNOWN', note: 'A roll may be at the other desk.' })).toBe('ok')
    expect((await zOf(desk)).closing?.variances).toEqual([
      {
        tender: 'cash',
        reason_code: 'NOT-KNOWN',
        note: 'A roll may be at the other desk.',
        signed_off_by_initials: '',
      },
    ])
  })

  test('while a payment is half entered', async () => {
    const desk = await opened()
    await countAll(desk, 10_000)
    const copies = { product_code: 'COPY', quantity_count: 2, price_cents: null }
    await desk.ok('basket.add', { commandId: desk.id(), ...copies })
    expect(await code(desk)).toBe('payment-half-entered')
    const lead = async (): Promise<string> => (await pageOf(desk, 'drawer', 'close DRAWER-1')).lead
    const before = await lead()
    await desk.ok('basket.remove', { commandId: desk.id(), line_id: 'sale COPY' })
    expect(before).toBe(en.pages.drawer.close.step_but(await lead()))
    expect(await code(desk)).toBe('ok')
  })

  test('during a break, whoever covers it, and not once the custodian is back', async () => {
    const desk = await opened()
    await countAll(desk, 10_000)
    const custody = (what: Input<'drawer.custody'>['what']) =>
      desk.ok('drawer.custody', { commandId: desk.id(), drawer_code: '', what })
    await custody({ reason: 'break', cover_code: '', counted_cents: null })
    expect(await code(desk)).toBe('drawer-on-break')
    await custody({ reason: 'back', counted_cents: null })
    expect(await code(desk)).toBe('ok')
  })

  test('for more than the safe has', async () => {
    const desk = await opened()
    await countAll(desk, 10_000)
    expect(await code(desk, { safe_cents: 1 })).toBe('safe-holds-less')
  })
})

test('a safe never counted gives nothing and takes nothing, and keeps no drawer from being closed', async () => {
  const desk = await opened()
  const to = { place: 'safe', bag_number: '', receiver_code: '', receiver_cents: null } as const
  for (const way of ['in', 'out'] as const) {
    const moved = { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 91, way, ...to }
    expect(await desk.call('drawer.place', moved)).toMatchObject({ code: 'place-uncounted' })
  }
  await countAll(desk, 10_000)
  const more = await desk.call('drawer.close', closing(desk, { safe_cents: 1 }))
  expect(more).toMatchObject({ kind: 'refused', code: 'safe-holds-less' })
  expect(await desk.call('drawer.close', closing(desk))).toMatchObject({ kind: 'ok' })
})

test('a drawer that rests is counted and closed, with what it is short', async () => {
  const desk = await opened()
  await desk.ok('drawer.custody', { commandId: desk.id(), drawer_code: '', what: { reason: 'suspend' } })
  await countAll(desk, 9_975)
  await desk.ok('drawer.close', closing(desk, { reason: 'WRONG-CHANGE' }))
  expect((await zOf(desk)).tenders[0]).toMatchObject({ expected_cents: 10_000, counted_cents: 9_975 })
})

test('checks and the batch of the terminal are told apart from the cash', async () => {
  const desk = await opened()
  const card = { tender: 'card', amount_cents: 200, authorization: 'A1', last_four: '4242' } as const
  await sell(desk, 50, [{ tender: 'check', amount_cents: 300, check_number: '77' }, card])
  await countAll(desk, 10_000, { checks_count: 1, checks_cents: 250, card_total_cents: 210 })
  const looked = { drawer_code: '', leave_cents: null }
  expect(await desk.ok('drawer.close-preview', looked)).toMatchObject({
    cash_by_cents: 0,
    checks_by_cents: -50,
    card_by_cents: 10,
    needs: 'reason',
  })
  await desk.ok('drawer.close', closing(desk, { reason: 'NOT-KNOWN' }))
  const z = await zOf(desk)
  expect(z.closing?.variances.map((one) => one.tender)).toEqual(['check', 'card'])
  expect(z.closing?.bag.checks_cents).toBe(250)
  await expectRebuilt(desk)
})

test('what the office pays back is out of its fund, and out of no tender', async () => {
  const desk = await opened()
  const receipt = await sell(desk, 30, [{ tender: 'check', amount_cents: 300, check_number: '77' }])
  const what = { of: 'receipt' as const, receipt, lines: [{ line_number: 1, amount_cents: 120 }] }
  const how = {
    to: { tender: 'office-check' as const },
    payee_name: 'Ana Ruiz',
    reason: 'CHARGED-IN-ERROR',
    is_exact_possible: true,
  }
  await desk.ok('refund.pay', { commandId: desk.id(), drawer_code: '', what, ...how })
  const { report } = await desk.ok('drawer.x', { drawer_code: '' })
  expect(report.funds).toEqual([{ payee: null, fund: 'copies', receipted_cents: 300, refunded_cents: 120 }])
  expect(report.tenders[1]).toMatchObject({ receipted_cents: 300, refunded_cents: 0, expected_cents: 300 })
  expect(report.office_checks_cents).toBe(120)
  await countAll(desk, 10_000, { checks_count: 1, checks_cents: 300 })
  await desk.ok('drawer.close', closing(desk))
  expect((await zOf(desk)).closing?.grand_total_cents).toBe(300)
})

test('pieces: the amount stays, by the recipe as far as it goes, and what is missing is ordered', async () => {
  const desk = await opened(3500, `INSERT INTO float_piece VALUES ('25', 18), ('10', 45), ('5', 20), ('100', 25)`)
  const pieces = [
    { denomination_cents: 100, pieces_count: 25 },
    { denomination_cents: 25, pieces_count: 16 },
    { denomination_cents: 10, pieces_count: 45 },
    { denomination_cents: 5, pieces_count: 20 },
    { denomination_cents: 500, pieces_count: 1 },
  ]
  await sell(desk, 150)
  await countAll(desk, { pieces })
  const looked = { drawer_code: '', leave_cents: 3500 }
  // The bill of five alone does not make $4.50, so pieces of the recipe go out too: the float is one amount.
  const leaving = { to_order: { 25: 4 }, out: { 100: 4, 25: 2 }, out_cents: 450, left_cents: 3500, missing_cents: 0 }
  expect(await desk.ok('drawer.close-preview', looked)).toMatchObject(leaving)
})

describe('a second person', () => {
  async function short(): Promise<TestDesk> {
    const desk = await moneyDesk({ also: [COPY] })
    await benAtDesk(desk)
    await openWith(desk, 10_000)
    await countAll(desk, 7000)
    await desk.ok('drawer.close', closing(desk, { reason: 'NOT-KNOWN', note: 'Unknown.' }))
    return desk
  }

  test('signs off what is far off, and then nobody has to look at it again', async () => {
    const desk = await short()
    expect((await sessions(desk))[0]?.status).toBe('open')
    const row_id = await lastRow(desk)
    await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    await desk.ok('approval.give', { commandId: desk.id(), row_id, initials: 'WZ', pin: WEI.pin })
    expect((await sessions(desk))[0]?.status).toBe('closed')
    await comes(desk, WEI)
    const z = await zOf(desk)
    expect(z.closing?.variances).toMatchObject([{ tender: 'cash', signed_off_by_initials: 'WZ' }])
    expect(z.closing?.reviews).toEqual([])
  })

  test('reviews what one person did alone, and not that person', async () => {
    const desk = await opened()
    await countAll(desk, 10_000)
    await desk.ok('drawer.close', closing(desk))
    const [one] = await sessions(desk)
    const session_ref = one?.session_ref ?? ''
    expect(one?.is_review_needed).toBe(true)
    const review = () => desk.call('close.review', { commandId: desk.id(), session_ref, is_agreed: true, found: '' })
    expect(await review()).toMatchObject({ kind: 'refused', code: 'review-by-closer' })
    await benAtDesk(desk)
    await comes(desk, WEI)
    expect(await review()).toMatchObject({ kind: 'ok' })
    expect((await sessions(desk))[0]?.is_review_needed).toBe(false)
    expect(await review()).toMatchObject({ kind: 'refused', code: 'review-not-needed' })
  })

  test('is offered a review that is not refused then; who closed it reads who can', async () => {
    const desk = await opened()
    await countAll(desk, 10_000)
    await desk.ok('drawer.close', closing(desk))
    const session_ref = (await sessions(desk))[0]?.session_ref ?? ''
    const keys = async () => (await pageOf(desk, 'drawer', `z ${session_ref}`)).acts.map(({ key }) => key)
    await benAtDesk(desk)
    expect(await keys()).toEqual(['O'])
    await rosaAt(desk)
    expect(await keys()).toEqual(['O'])
    const { review_waits } = en.pages.drawer.close
    expect(JSON.stringify(await pageOf(desk, 'drawer', `z ${session_ref}`))).toContain(review_waits(WEI.name))
    await comes(desk, WEI)
    expect(await keys()).toEqual(['A', 'F', 'D', 'O'])
    await desk.ok('close.review', { commandId: desk.id(), session_ref, is_agreed: false, found: '' })
    expect(await keys()).toEqual(['F', 'D', 'O'])
  })

  test('sees the X at any time; the clerk only once the drawer is counted', async () => {
    const desk = await moneyDesk({ also: [COPY] })
    await benAtDesk(desk)
    await openWith(desk, 10_000)
    await sell(desk, 12)
    const x = () => desk.call('drawer.x', { drawer_code: '' })
    expect(await x()).toMatchObject({ kind: 'refused', code: 'count-first' })
    await comes(desk, WEI)
    const seen = await desk.ok('drawer.x', { drawer_code: '' })
    expect(seen.is_proven).toBe(true)
    expect(seen.report.tenders[0]).toMatchObject({ expected_cents: 10_120, counted_cents: null })
    expect(await desk.ok('drawer.x', { drawer_code: '' })).toEqual(seen)
  })
})
