/** What an outage changes and what it leaves: fines unpaid and paid, loans, other branches; and taking it back. */
import { describe, expect, test } from 'vitest'
import { OWN_BRANCH } from '../../../../main/library/library.ts'
import { keepOwn } from '../../../../main/journal/own-values.ts'
import { openStore } from '../../../../main/store/store.ts'
import { openDesk, rosaAt, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { TITLES, withHolds } from '../../support/hold-desk.ts'
import { chargesOnFile, days, lend, moneyDesk, pageOf, pay, tableOf, type Policy } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { recorded } from '../../support/staff.ts'
import { ENGLISH, overdue } from '../../../support/said.ts'

type Stretch = {
  readonly from_on: string
  readonly from_time: string
  readonly to_on: string
  readonly to_time: string
}

/** Over the due day, Tue, Dec 15, to the morning of Thu, Dec 17. */
const DAYS: Stretch = { from_on: '2026-12-15', from_time: '9:00', to_on: '2026-12-17', to_time: '8:00' }
/** From noon to closing of the due day. */
const TO_CLOSING: Stretch = { from_on: '2026-12-15', from_time: '12:00', to_on: '2026-12-15', to_time: '21:00' }

/** Declares it. @returns what the page had said it touches, and what the desk says then */
async function declare(desk: TestDesk, stretch: Stretch, is_extending = false) {
  const { snapshot } = await desk.ok('outage.look', stretch)
  const call = snapshot.page?.enter?.call.input as { from_ms: number; to_ms: number }
  const touched = snapshot.page?.sections[0]
  const facts = touched?.kind === 'facts' ? touched.facts.map((one) => one.text) : []
  const asked = { commandId: desk.id(), ...call, reason: 'power-cut', is_extending } as const
  const { snapshot: after } = await desk.ok('outage.declare', asked)
  return { facts, says: after.band?.sentence ?? '' }
}

/** The book that Dana had, back two days late: $0.50. */
async function broughtBack(policy: Policy = {}, after_days = 23): Promise<TestDesk> {
  const desk = await moneyDesk(policy)
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, after_days)
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.mode', { mode: 'out' })
  return desk
}

/** The same desk, standing in another branch from now on. */
async function movedTo(desk: TestDesk, branch_code: string): Promise<TestDesk> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  keepOwn(store.db, { [OWN_BRANCH]: branch_code })
  store.close()
  const there = await openDesk(desk.folder, {}, desk.clock)
  await rosaAt(there)
  return there
}

describe('touches what it explains', () => {
  test('down to closing on the day it was due: the loans of that day, and their fines', async () => {
    const desk = await broughtBack({}, 22)
    const { facts, says } = await declare(desk, TO_CLOSING)
    expect(facts.slice(0, 2)).toEqual(['0', '1, $0.25 less'])
    expect(says).toContain('$0.25 of 1 fine is canceled.')
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 0 }])
  })

  test('and the loans that are still out get the next open day', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 22)
    const { facts, says } = await declare(desk, TO_CLOSING, true)
    expect(facts[0]).toBe('1')
    expect(says).toContain('1 loan has more time.')
    await desk.scan(CARDS.dana)
    expect(tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]).toBe('Wed, Dec 16')
  })

  test('a fine of what was recalled is counted again as of a recall', async () => {
    const desk = withHolds(await moneyDesk({ fine: { recall_amount_cents: 200 } }))
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.placed(CARDS.omar, TITLES.warmth)
    await desk.ok('desk.recall', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    days(desk, 16)
    await desk.takeBack(ITEMS.warmth)
    const { says } = await declare(desk, { ...DAYS, from_on: '2026-12-08', to_on: '2026-12-10' })
    expect(says).toContain('$4.00 of 1 fine is canceled.')
    expect(await chargesOnFile(desk)).toMatchObject([{ amount_cents: 400, owed_cents: 0 }])
  })

  test('a fine that was paid is less too: what was paid goes back', async () => {
    const unpaid = await broughtBack()
    const desk = await pay(unpaid, 'overdue', 50)
    const { facts, says } = await declare(desk, DAYS)
    expect(facts.slice(1, 3)).toEqual(['1, $0.50 less', '$0.50'])
    expect(says).toContain('$0.50 of 1 fine is canceled. $0.50 of it was paid and is to be refunded.')
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 0, refund_due_cents: 50 }])
  })

  test('a lateness charged in two parts is less once', async () => {
    const desk = await moneyDesk({ lost: { is_overdue_kept: 1, is_overdue_counted_anew: 1 } })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    days(desk, 1)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    // Three days, then a fourth; the outage explains the first two.
    const { facts } = await declare(desk, DAYS)
    expect(facts[1]).toBe('2, $0.50 less')
    const fines = (await chargesOnFile(desk)).filter((one) => one.kind === 'overdue')
    expect(new Map(fines.map((one) => [one.amount_cents, one.owed_cents]))).toEqual(
      new Map([
        [75, 50],
        [25, 0],
      ]),
    )
  })
})

describe('leaves alone', () => {
  test('a fine that stopped at a claim, though the item came back in the outage', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.scan(CARDS.dana)
    const claim = { item_barcode: ITEMS.warmth, claim: 'returned', claimed_on: '2026-12-16' } as const
    await desk.ok('claim.make', { commandId: desk.id(), ...claim })
    days(desk, 3)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'tasks', about: '' } })
    const asked = snapshot.page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : []))
    const question_ref = asked?.find((one) => one.row_id.startsWith('question '))?.row_id.slice(9) ?? ''
    const answer = { question_ref, found: 'brought', charge: null, receipt: null } as const
    await desk.ok('return.answer', { commandId: desk.id(), ...answer })
    days(desk, 1)
    // It came back in the first one, days after what was charged for; the second one explains that it was late.
    const back = { from_on: '2026-12-18', from_time: '9:00', to_on: '2026-12-21', to_time: '23:00' }
    expect((await declare(desk, back)).says).toContain('No fine was charged for it.')
    const due = { from_on: '2026-12-15', from_time: '12:00', to_on: '2026-12-16', to_time: '12:00' }
    expect((await declare(desk, due)).says).toContain('$0.25 of 1 fine is canceled.')
    expect(await chargesOnFile(desk)).toMatchObject([{ amount_cents: 25, owed_cents: 0 }])
  })

  test('a fine of another time, though the rule that made it costs less by now', async () => {
    const desk = await broughtBack()
    const { rows } = await desk.ok('policy.get', { table: 'fine_rule' })
    const after = { ...rows[0]?.values, amount_cents: 5 }
    const change = { table: 'fine_rule', key: 'BOOKS', after } as const
    await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
    const early = { from_on: '2026-12-01', from_time: '9:00', to_on: '2026-12-02', to_time: '9:00' }
    expect((await declare(desk, early)).says).toContain('No fine was charged for it.')
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 50 }])
  })

  test('a fine by the rules of another branch, though the book came back here', async () => {
    const maple = `INSERT INTO fine_rule SELECT 'MAPLE', 'MAPLE', '*', '*', 100, per_count, per_unit,
      is_partial_unit_charged, is_closed_counted, grace_count, grace_unit, grace_kind, fine_cents_max, 0,
      NULL, NULL, 1, 0, NULL FROM fine_rule`
    const lent = await moneyDesk({ also: [maple] })
    await lend(lent, CARDS.dana, ITEMS.warmth)
    days(lent, 23)
    const desk = await movedTo(lent, 'NORTH')
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain('Fine $2.00')
    const { facts, says } = await declare(desk, DAYS)
    expect(facts.slice(0, 2)).toEqual(['0', 'none'])
    expect(says).toContain('No fine was charged for it.')
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 200 }])
  })

  test('loans lent at another branch get no more time', async () => {
    const lent = await moneyDesk()
    await lend(lent, CARDS.dana, ITEMS.warmth)
    days(lent, 23)
    const desk = await movedTo(lent, 'NORTH')
    expect((await declare(desk, DAYS, true)).facts[0]).toBe('0')
    expect(await recorded(desk, 'due-date-set')).toEqual([])
  })
})

test('each branch lists its own and those of all, never another’s', async () => {
  const row = (ref: string, branch: string, day: number): string =>
    `INSERT INTO outage (outage_ref, branch_code, from_at_ms, to_at_ms, reason)
      VALUES ('${ref}', '${branch}', ${day} * 86400000, ${day} * 86400000 + 3600000, '${ref}')`
  const desk = await moneyDesk({
    also: [row('flood', 'MAPLE', 20000), row('all', '*', 20001), row('snow', 'NORTH', 20002)],
  })
  const reasons = async (at: TestDesk) => tableOf(await pageOf(at, 'outage'), 'declared').map((cells) => cells[2])
  expect(await reasons(desk)).toEqual(['all', 'flood'])
  expect(await reasons(await movedTo(desk, 'NORTH'))).toEqual(['snow', 'all'])
})

describe('withdrawn', () => {
  const declaredOutage = async (desk: TestDesk): Promise<string> => {
    const page = await pageOf(desk, 'outage')
    const declared = page.sections.find((one) => one.section_id === 'declared')
    const act = declared?.kind === 'table' ? declared.rows[0]?.acts.find((one) => one.key === 'W') : undefined
    return String(act?.call.input['outage_ref'])
  }
  const withdraw = async (desk: TestDesk): ReturnType<TestDesk['call']> => {
    return desk.call('outage.withdraw', { commandId: desk.id(), outage_ref: await declaredOutage(desk) })
  }

  test('the fine is owed again, the loan has its old date, and later returns are charged', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 3)
    await lend(desk, CARDS.omar, ITEMS.educated)
    days(desk, 20)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.mode', { mode: 'out' })
    days(desk, 2)
    const stretch = { ...DAYS, to_on: '2026-12-18' }
    expect((await declare(desk, { ...stretch, to_time: '21:00' }, true)).says).toContain('1 loan has more time.')
    const page = await pageOf(desk, 'outage')
    // The form above is for times, which are typed freely: a made-up text is none.
    expect(pageFaults(page).filter((fault) => !fault.startsWith(ENGLISH.words.pages.this_desk.outage.look))).toEqual([])
    expect(tableOf(page, 'declared')).toEqual([
      ['Tue, Dec 15, 9:00 AM', 'Fri, Dec 18, 9:00 PM', ENGLISH.words.outcomes.money.outage.reasons['power-cut']],
    ])
    expect(await withdraw(desk)).toMatchObject({ kind: 'ok' })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.band?.sentence).toContain('2 fines and loans are as before.')
    expect(snapshot.page?.sections).toEqual([])
    await desk.scan(CARDS.omar)
    expect(tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]).toBe(overdue('2026-12-18', 25))
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 50, refund_due_cents: 0 }])
  })

  test('what a person waived right after it stays waived', async () => {
    const desk = await broughtBack()
    await declare(desk, { from_on: '2026-12-01', from_time: '9:00', to_on: '2026-12-02', to_time: '9:00' })
    desk.clock.pass(60_000)
    await desk.scan(CARDS.dana)
    const section = (await pageOf(desk, 'account')).sections.find((one) => one.section_id === 'charges')
    const charge_ref = (section?.kind === 'table' ? section.rows[0]?.row_id : '')?.replace('charge ', '') ?? ''
    await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: 20, reason: 'first-time' })
    await desk.ok('desk.finish', {})
    expect(await withdraw(desk)).toMatchObject({ kind: 'ok' })
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 30 }])
  })

  test('what was paid stays paid', async () => {
    const desk = await pay(await broughtBack(), 'overdue', 50)
    await declare(desk, DAYS)
    expect(await withdraw(desk)).toMatchObject({ kind: 'ok' })
    expect(await chargesOnFile(desk)).toMatchObject([{ owed_cents: 0, refund_due_cents: 0 }])
  })

  test('what was changed again since stays, and is told', async () => {
    const desk = await moneyDesk()
    for (const item of [ITEMS.warmth, ITEMS.educated]) await lend(desk, CARDS.dana, item)
    days(desk, 24)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await declare(desk, DAYS, true)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.educated)
    expect(await withdraw(desk)).toMatchObject({ kind: 'ok' })
    expect((await desk.ok('desk.snapshot', {})).snapshot.band?.sentence).toContain(
      '1 fine or loan is as before. 1 stays: changed again since.',
    )
    const charges = await chargesOnFile(desk)
    // The one that came back keeps the time that it was given then: a day late, not three.
    expect(charges.map((one) => one.owed_cents).toSorted((one, other) => one - other)).toEqual([25, 75])
    expect(charges.map((one) => one.refund_due_cents)).toEqual([0, 0])
  })

  test('once; and it stays withdrawn when the desk starts again', async () => {
    const desk = await broughtBack()
    await declare(desk, DAYS)
    const outage_ref = await declaredOutage(desk)
    expect(await withdraw(desk)).toMatchObject({ kind: 'ok' })
    const again = await desk.reopen()
    await rosaAt(again)
    expect((await pageOf(again, 'outage')).sections).toEqual([])
    const twice = { commandId: again.id(), outage_ref }
    expect(await again.call('outage.withdraw', twice)).toMatchObject({ code: 'outage-unknown' })
    expect(await recorded(again, 'outage-withdrawn')).toMatchObject([{ outage_ref }])
  })
})
