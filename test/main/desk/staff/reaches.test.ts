/**
 * How far a role reaches, whichever way round somebody goes: a day for returns, fines let off, a waiver in parts, a
 * lost price set low; and what was let off, or belongs to an earlier loan, is not charged again. On real files.
 */
import { describe, expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { balanceOf, chargesOnFile, days, lend, moneyDesk, pageOf, type Policy } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, recorded, WEI } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { ENGLISH, told } from '../../../support/said.ts'

const AMNESTY = ENGLISH.words.pages.this_desk.modes.amnesty

/** Ben is a clerk: he waives up to $5.00 and dates returns back up to 7 days. */
async function withBen(policy: Policy = {}): Promise<TestDesk> {
  const desk = await moneyDesk(policy)
  await benAtDesk(desk)
  return desk
}

/** Dana's book, due Tue, Dec 15, is brought back so many days after the loan, with these modifiers. */
async function broughtBack(desk: TestDesk, after_days: number, change: object) {
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, after_days)
  await desk.ok('desk.mode', { mode: 'in' })
  const modified = await desk.call('desk.modify', change)
  const { band } = await desk.scan(ITEMS.warmth)
  return { modified, says: band?.sentence ?? '' }
}

describe('a day for returns', () => {
  test('as far as the role reaches is set right away', async () => {
    const desk = await withBen()
    const { modified } = await broughtBack(desk, 30, { back_on: '2026-12-19' })
    expect(modified).toMatchObject({ output: { snapshot: { totals: { undecided_count: 0 } } } })
  })

  test('further back waits for somebody whose role reaches it, and holds once they approve', async () => {
    const desk = await withBen()
    const { modified } = await broughtBack(desk, 30, { back_on: '2026-12-10' })
    expect(modified).toMatchObject({ output: { snapshot: { rows: [{ title: 'Backdate check-ins to Thu, Dec 10' }] } } })
    await answer(desk, '1')
    await approve(desk, WEI)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect([snapshot.totals.undecided_count, JSON.stringify(snapshot)]).toEqual([0, expect.stringContaining('Dec 10')])
    expect(await recorded(desk, 'act-approved')).toMatchObject([{ act: 'desk.modify', grant: 'backdate' }])
    expect(await recorded(desk, 'act-refused')).toEqual([])
  })

  test('further back, and left, is kept as refused', async () => {
    const desk = await withBen()
    await broughtBack(desk, 30, { back_on: '2026-12-10' })
    await answer(desk, '0')
    expect(await recorded(desk, 'act-refused')).toMatchObject([{ act: 'desk.modify', refusals: ['not-permitted'] }])
  })

  test.each([
    ['takes back the fine of the days between', 'yes', 0],
    ['leaves the fine, where the library says so', 'no', 225],
  ])('%s', async (_, is_backdate_adjusting_fine, cents) => {
    const desk = await moneyDesk({ settings: { is_backdate_adjusting_fine } })
    await broughtBack(desk, 31, { back_on: '2026-12-15' })
    expect(balanceOf(await chargesOnFile(desk))).toBe(cents)
  })
})

describe('no fines are charged', () => {
  test('where the library lets none off, it is neither offered nor done', async () => {
    const desk = await moneyDesk({ settings: { is_amnesty_allowed: 'no' } })
    const back = await broughtBack(desk, 23, { is_amnesty: true })
    expect(back.modified).toMatchObject({ kind: 'refused', code: 'amnesty-off' })
    const labels = (await pageOf(desk, 'modes')).acts.map((act) => act.label)
    expect(labels).not.toContain(AMNESTY.on)
    expect(balanceOf(await chargesOnFile(desk))).toBe(50)
  })

  test.each([
    ['a fine the role may waive is let off', 25, told({ code: 'no-fine' }, { code: 'fine-let-off' }), 0],
    [
      'a fine over that is charged, and the clerk is told the way to have it let off all the same',
      300,
      told({ code: 'fine-charged', amount_cents: 600 }, { code: 'not-let-off' }),
      600,
    ],
  ])('%s', async (_, amount_cents, says, cents) => {
    const desk = await withBen({ fine: { fine_cents_max: null, amount_cents } })
    const back = await broughtBack(desk, 23, { is_amnesty: true })
    expect(back.says).toContain(says)
    expect(balanceOf(await chargesOnFile(desk))).toBe(cents)
  })
})

describe('no fines are charged, approved by a second person', () => {
  const NOTHING = {
    role: 'staff',
    grant: 'waive',
    is_granted: false,
    amount_cents_max: null,
    days_count_max: null,
  } as const
  const dear: Policy = { fine: { fine_cents_max: null, amount_cents: 300 } }

  /** Dana's book is brought back late to Ben, who has asked for this; whoever approves has said why. */
  async function approvedBy(desk: TestDesk, asked: object, title: string): Promise<void> {
    const { rows } = (await desk.ok('desk.modify', asked)).snapshot
    expect([rows[0]?.title, rows[0]?.choices]).toEqual([title, [{ key: '1', label: en.outcomes.answer.ask }]])
    await answer(desk, '1')
    await approve(desk, WEI)
    expect((await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.choices.map((one) => one.label)).toContain(
      'Illness or bereavement',
    )
    await answer(desk, '3')
  }

  async function lateToBen(policy: Policy, before: (desk: TestDesk) => Promise<void>): Promise<TestDesk> {
    const desk = await moneyDesk(policy)
    await before(desk)
    await benAtDesk(desk)
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 23)
    await desk.ok('desk.mode', { mode: 'in' })
    return desk
  }

  test('a role that waives nothing asks in place; who asked, who approved and why are kept', async () => {
    const desk = await lateToBen({}, async (to) => {
      await to.ok('role.set', { commandId: to.id(), ...NOTHING })
    })
    expect((await pageOf(desk, 'modes')).acts.map((act) => act.label)).toContain(AMNESTY.on)
    await approvedBy(desk, { is_amnesty: true }, AMNESTY.on)
    const { modifiers, band } = (await desk.ok('desk.snapshot', {})).snapshot
    expect([modifiers, band?.sentence]).toEqual([['No fines are charged'], 'Approved by Wei Zhang.'])
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(
      told({ code: 'no-fine' }, { code: 'fine-let-off' }),
    )
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
    expect(await recorded(desk, 'act-approved')).toMatchObject([
      { staff: 'BC-1', act: 'desk.modify', grant: 'waive', approver: 'WZ-1', reason: 'illness' },
    ])
  })

  test('a fine over the clerk’s ceiling is let off as far as the approver may, until the modifier is off', async () => {
    const desk = await lateToBen(dear, async () => {})
    await desk.ok('desk.modify', { is_amnesty: true })
    expect((await pageOf(desk, 'modes')).acts.map((act) => act.label)).toContain(AMNESTY.larger)
    await approvedBy(desk, { is_amnesty: true }, AMNESTY.larger)
    expect((await pageOf(desk, 'modes')).acts.map((act) => act.label)).not.toContain(AMNESTY.larger)
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(
      told({ code: 'no-fine' }, { code: 'fine-let-off' }),
    )
    await desk.ok('desk.modify', { is_amnesty: false })
    await desk.ok('desk.modify', { is_amnesty: true })
    expect((await pageOf(desk, 'modes')).acts.map((act) => act.label)).toContain(AMNESTY.larger)
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('a fine over the approver’s ceiling too is charged', async () => {
    const desk = await lateToBen({ fine: { fine_cents_max: null, amount_cents: 3000 } }, async () => {})
    await desk.ok('desk.modify', { is_amnesty: true })
    await approvedBy(desk, { is_amnesty: true }, AMNESTY.larger)
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain('it is charged')
    expect(balanceOf(await chargesOnFile(desk))).toBe(6000)
  })

  test('is over when the desk changes hands, and kept as refused when nobody approves', async () => {
    const desk = await lateToBen({}, async (to) => {
      await to.ok('role.set', { commandId: to.id(), ...NOTHING })
    })
    await approvedBy(desk, { is_amnesty: true }, AMNESTY.on)
    await desk.ok('desk.mode', { mode: 'out' })
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.ok('desk.modify', { is_amnesty: true })).snapshot.modifiers).toEqual([])
    await answer(desk, '0')
    expect(await recorded(desk, 'act-refused')).toMatchObject([{ act: 'desk.modify', refusals: ['not-permitted'] }])
  })
})

describe('a waiver', () => {
  const waive = (desk: TestDesk, amount_cents: number) =>
    desk.call('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents, reason: 'first-time' })

  test('in parts reaches no further than in one act', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    await waive(desk, 300)
    await waive(desk, 200)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.patron?.owed_cents).toBe(700)
    await waive(desk, 100)
    const waiting = (await desk.ok('desk.snapshot', {})).snapshot
    expect(waiting.patron?.owed_cents).toBe(700)
    expect(waiting.rows[0]?.choices).toEqual([{ key: '1', label: en.outcomes.answer.ask }])
  })

  test('of a fine another system charged is not charged again when the book is back', async () => {
    const desk = await moneyDesk({
      also: [
        `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
           refund_due_cents, note)
         SELECT 'old', 1, item_id, 'overdue', ${Date.UTC(2026, 11, 17)}, 50, 50, 0, '' FROM item
         WHERE barcode = '${ITEMS.warmth}'`,
      ],
    })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.scan(CARDS.dana)
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref: 'old', amount_cents: 50, reason: 'first-time' })
    await desk.ok('desk.finish', {})
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    // Three days late by now: the third is charged, the two that were let off are not.
    expect(balanceOf(await chargesOnFile(desk))).toBe(25)
  })
})

test('what somebody owes for having had it before lessens no fine of today', async () => {
  const desk = await moneyDesk({
    also: [
      `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
         refund_due_cents, note)
       SELECT 'before', 1, item_id, 'overdue', ${Date.UTC(2025, 0, 7)}, 200, 200, 0, '' FROM item
       WHERE barcode = '${ITEMS.warmth}'`,
    ],
  })
  await broughtBack(desk, 23, {})
  expect(balanceOf(await chargesOnFile(desk))).toBe(250)
})

test('a fine for being late before a renewal stands, whatever a later loss and find come to', async () => {
  const desk = await moneyDesk({
    lost: { is_overdue_kept: 1, is_overdue_counted_anew: 1 },
    also: [`UPDATE item SET price_cents = 2000`],
  })
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 23)
  await desk.scan(CARDS.dana)
  await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  await desk.ok('desk.finish', {})
  days(desk, 40)
  await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
  days(desk, 2)
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  const overdue = (await chargesOnFile(desk)).filter((charge) => charge.kind === 'overdue')
  // $0.50 from before the renewal, and $4.50 from its due date to the return, counted anew.
  expect(balanceOf(overdue)).toBe(50 + 450)
})

describe('a lost book billed below its price', () => {
  test('needs somebody who may waive the difference', async () => {
    const desk = await withBen({ also: [`UPDATE item SET price_cents = 2000`] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 0 })
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents).toBe(0)
    await answer(desk, '1')
    await approve(desk, WEI)
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents).toBe(300)
    const [approved] = await recorded(desk, 'act-approved')
    expect(approved).toMatchObject({ staff: 'BC-1', act: 'loan.lost', approver: 'WZ-1' })
  })
})

describe('a role that may declare nothing lost', () => {
  /** Ben at the desk with Dana's book out, his role without the grant. */
  async function without(): Promise<TestDesk> {
    const desk = await moneyDesk({ also: [`UPDATE item SET price_cents = 2000`] })
    const change = { role: 'staff', grant: 'declare-lost', is_granted: false } as const
    await desk.ok('role.set', { commandId: desk.id(), ...change, amount_cents_max: null, days_count_max: null })
    await benAtDesk(desk)
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    return desk
  }

  async function approved(desk: TestDesk): Promise<readonly object[]> {
    expect((await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.choices).toEqual([
      { key: '1', label: en.outcomes.answer.ask },
    ])
    await answer(desk, '1')
    await approve(desk, WEI)
    expect((await desk.ok('desk.snapshot', {})).snapshot.totals.undecided_count).toBe(0)
    return recorded(desk, 'act-approved')
  }

  test('bills a loan once a second person approves', async () => {
    const desk = await without()
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    expect(await approved(desk)).toMatchObject([{ act: 'loan.lost', grant: 'declare-lost', approver: 'WZ-1' }])
    expect(await recorded(await desk.reopen(), 'charge-made')).not.toEqual([])
  })

  test('bills a claim once a second person approves', async () => {
    const desk = await without()
    const claim = { item_barcode: ITEMS.warmth, claim: 'returned', claimed_on: null } as const
    await desk.ok('claim.make', { commandId: desk.id(), ...claim })
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'tasks', about: '' } })
    const claim_ref = /"claim_ref":"([^"]+)"/.exec(JSON.stringify(snapshot))?.[1] ?? ''
    await desk.ok('claim.end', { commandId: desk.id(), claim_ref, reason: 'billed' })
    expect(await approved(desk)).toMatchObject([{ act: 'claim.end', grant: 'declare-lost' }])
    expect((await recorded(await desk.reopen(), 'claim-ended'))[0]).toMatchObject({ reason: 'billed' })
  })
})
