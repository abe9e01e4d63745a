/**
 * Overrides at the row, on real files: whose role is enough, a second person in place, the reason, what is recorded.
 */
import { describe, expect, test } from 'vitest'
import { elsewhere, rosaComes, workingDesk, type TestDesk } from '../../support/desk.ts'
import { moneyDesk } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, badgeApproves, BEN, benAtDesk, recorded, signInAs, WEI } from '../../support/staff.ts'
import { says } from '../../../support/said.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { EVERYTHING } from '../../../../shared/circulation/loans/limits.ts'
import { en } from '../../../../shared/words/en/en.ts'

/** Looks like a card of this library; nobody has it. */
const UNKNOWN_CARD = '21234000999996'
const ROSA = { initials: 'RO', pin: '471108' }

async function withBen(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  return desk
}

describe('whose own role is enough', () => {
  test('one key and a reason; the entry says what and why', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.owing)
    const asked = await desk.scan(ITEMS.warmth)
    expect(asked.band).toMatchObject({ outcome: 'decide', heading: 'The Warmth of Other Suns' })
    expect(asked.band?.sentence).toContain(
      `${says('owes-too-much', { owed: cents(1200), limit: cents(1000) })} Nothing recorded.`,
    )
    expect(asked.rows[0]?.choices).toEqual([{ key: '1', label: en.outcomes.answer.does.lend }])
    const reason = await answer(desk, '1')
    expect(reason.band?.sentence).toContain('Why?')
    expect(reason.rows[0]?.choices.map((choice) => choice.label)).toContain(en.outcomes.reasons.promised)
    const done = await answer(desk, '2')
    expect([done.band?.outcome, done.patron?.out_count]).toEqual(['done', 1])
    expect((await recorded(desk, 'item-checked-out'))[0]).toMatchObject({
      overridden: ['owes-too-much'],
      approvals: [{ approved_by: '', reason: 'promised' }],
      staff: 'rortiz',
    })
  })

  test('a clerk answers an expired card alone, with a reason', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.expired)
    expect((await desk.scan(ITEMS.warmth)).rows[0]?.choices[0]?.label).toBe(en.outcomes.answer.does.lend)
    await answer(desk, '1')
    expect((await answer(desk, '5')).band?.outcome).toBe('done')
  })
})

test('a reason that one’s own role may give has no end', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.owing)
  await desk.scan(ITEMS.warmth)
  await answer(desk, '1')
  desk.clock.pass(600_000)
  expect((await answer(desk, '2')).patron?.out_count).toBe(1)
})

describe('a second person', () => {
  test('approves by badge while scans go on; the entry has both, and the chain holds', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    expect((await desk.scan(ITEMS.warmth)).rows[0]?.choices).toEqual([{ key: '1', label: en.outcomes.answer.ask }])
    const waiting = await answer(desk, '1')
    expect(waiting.rows[0]).toMatchObject({
      happened: en.outcomes.answer.waits,
      approval: { until_ms: desk.clock.now() + 120_000 },
    })
    expect((await desk.scan(UNKNOWN_CARD)).band?.outcome).toBe('stop')
    const approved = await badgeApproves(desk, WEI)
    expect(approved.staff?.name).toBe('Ben Cole')
    expect(approved.band?.sentence).toContain('Approved. Why?')
    const done = await answer(desk, '4')
    expect([done.band?.outcome, done.patron?.out_count]).toEqual(['done', 1])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    const [entry] = await recorded(desk, 'item-checked-out')
    expect(entry).toMatchObject({
      overridden: ['owes-too-much'],
      approvals: [{ approved_by: 'WZ-1', reason: 'hardship' }],
      staff: 'BC-1',
    })
  })

  test('approves by initials and PIN; a wrong PIN leaves the row waiting', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.barred)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    expect(await approve(desk, { ...WEI, pin: '0000' })).toMatchObject({ code: 'sign-in-failed' })
    expect((await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.approval).not.toBeNull()
    expect(await approve(desk, WEI)).toMatchObject({ kind: 'ok' })
    expect((await answer(desk, '3')).band?.outcome).toBe('done')
  })

  test('whose badge’s number is typed is asked for the PIN; numbers that are tried pause the badges', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.barred)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    const typed = (text: string) => desk.ok('desk.scan', { commandId: desk.id(), text, source: 'typed' })
    expect((await typed(WEI.badge_barcode)).snapshot.band?.heading).toBe(says('badge-typed'))
    for (let tried = 1; tried < 15; tried += 1) await typed(`299990000001${tried + 10}`)
    const paused = await desk.scan(WEI.badge_barcode)
    expect(paused.band?.heading).toContain('Badges are not read until')
    expect(paused.rows.find((row) => row.approval !== null)?.title).toBe('The Warmth of Other Suns')
    expect(await approve(desk, { initials: WEI.badge_barcode, pin: '0000' })).toMatchObject({ code: 'sign-in-failed' })
    expect(await approve(desk, { initials: WEI.badge_barcode, pin: WEI.pin })).toMatchObject({ kind: 'ok' })
    expect((await answer(desk, '3')).band?.outcome).toBe('done')
    expect(await recorded(desk, 'act-refused')).toMatchObject([{ act: 'badge', staff: 'BC-1' }])
  })

  test('must be another than who asked, and hold the grant; who was turned away is recorded', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.barred)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    expect(await approve(desk, BEN)).toMatchObject({ code: 'approver-same' })
    expect((await desk.scan(BEN.badge_barcode)).band?.heading).toBe(says('approver-same'))
    await signInAsRosa(desk)
    await desk.ok('staff.add', { commandId: desk.id(), ...BEN, name: 'Ann Lee', initials: 'AL', badge_barcode: '' })
    await signInAs(desk, BEN)
    await desk.scan(CARDS.barred)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    expect(await approve(desk, { initials: 'AL', pin: BEN.pin })).toMatchObject({ code: 'approver-not-permitted' })
    expect((await recorded(desk, 'act-refused'))[0]).toMatchObject({
      act: 'lend',
      refusals: ['patron-barred'],
      approver: 'AL-1',
      staff: 'BC-1',
    })
    expect(await recorded(desk, 'item-checked-out')).toEqual([])
  })

  test('has two minutes; then the row can be asked again, and a late PIN does nothing', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    const { rows } = await answer(desk, '1')
    desk.clock.pass(119_000)
    expect((await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.approval).not.toBeNull()
    desk.clock.pass(1_000)
    const over = (await desk.ok('desk.snapshot', {})).snapshot.rows[0]
    expect(over).toMatchObject({
      happened: 'Not approved in time',
      approval: null,
      choices: [{ label: en.outcomes.answer.ask }],
    })
    const late = { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', initials: 'WZ', pin: WEI.pin }
    expect(await desk.call('approval.give', late)).toMatchObject({ code: 'approval-over' })
    await answer(desk, '1')
    expect((await badgeApproves(desk, WEI)).band?.sentence).toContain('Approved')
  })

  test('answers everything its role covers right away, and the row lists it', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    const { rows } = await desk.scan(ITEMS.reference)
    expect(rows[0]?.notes).toEqual([
      says('owes-too-much', { owed: cents(1200), limit: cents(1000) }),
      says('item-not-for-loan'),
    ])
    await answer(desk, '1')
    await badgeApproves(desk, WEI)
    expect((await answer(desk, '1')).band?.outcome).toBe('done')
    expect((await recorded(desk, 'item-checked-out'))[0]).toMatchObject({
      overridden: ['owes-too-much', 'item-not-for-loan'],
      approvals: [{ approved_by: 'WZ-1' }],
    })
  })
})

describe('asked once for a patron', () => {
  test('what was overridden holds for the items that follow, and each entry lists it', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    await answer(desk, '2')
    expect((await desk.scan(ITEMS.educated)).band?.outcome).toBe('done')
    const held = { overridden: ['owes-too-much'], approvals: [{ approved_by: '', reason: 'promised' }] }
    expect(await recorded(desk, 'item-checked-out')).toMatchObject([held, held])
  })

  test('two people approved for two reasons: the entry lists who gave which, and the work log names both', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    await badgeApproves(desk, WEI)
    await answer(desk, '4')
    await desk.scan(ITEMS.reference)
    await answer(desk, '1')
    await approve(desk, ROSA)
    expect((await answer(desk, '5')).band?.outcome).toBe('done')
    const { entries } = await desk.ok('work-log.list', { limit: 20 })
    const newest = entries.find(({ kind }) => kind === 'item-checked-out')
    const { log, outcomes } = en
    expect(newest?.notes).toContain(log.approved_by('Wei Zhang, Rosa Ortiz'))
    expect(newest?.notes).toContain(`${outcomes.reasons.hardship}, ${outcomes.reasons['one-time']}`)
    expect((await recorded(desk, 'item-checked-out'))[0]).toMatchObject({
      overridden: ['owes-too-much', 'item-not-for-loan'],
      approvals: [
        { approved_by: 'WZ-1', reason: 'hardship' },
        { approved_by: 'rortiz', reason: 'one-time' },
      ],
    })
  })

  test('rows that waited for the same answer are done by it; a question about a thing still waits', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    for (const item of [ITEMS.warmth, ITEMS.educated, ITEMS.reference]) await desk.scan(item)
    const first = (await desk.ok('desk.snapshot', {})).snapshot.rows.at(-1)?.row_id ?? ''
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: first, key: '1' })
    await badgeApproves(desk, WEI)
    const { snapshot } = await desk.ok('desk.answer', { commandId: desk.id(), row_id: first, key: '2' })
    expect([snapshot.patron?.out_count, snapshot.totals.undecided_count]).toEqual([2, 1])
    expect(snapshot.rows.find((row) => row.choices.length > 0)?.title).toBe('Atlas')
  })

  test('left by Esc, the others that asked the same are left too, and nothing is recorded', async () => {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    for (const item of [ITEMS.warmth, ITEMS.educated]) await desk.scan(item)
    const left = await answer(desk, '0')
    expect(left.rows.map((row) => row.happened)).toEqual([en.outcomes.answer.left, en.outcomes.answer.left])
    expect((await desk.scan(CARDS.dana)).patron?.name).toBe('Dana Miller')
    expect(await recorded(desk, 'item-checked-out')).toEqual([])
  })

  test('the next patron is asked again, and so is this one when they come back', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    await answer(desk, '2')
    await desk.scan(CARDS.barred)
    expect((await desk.scan(ITEMS.educated)).band?.outcome).toBe('decide')
    await answer(desk, '0')
    await desk.scan(CARDS.owing)
    expect((await desk.scan(ITEMS.educated)).band?.outcome).toBe('decide')
  })

  test('an alert about the person is told once, when the account opens, and not with the first item', async () => {
    const desk = await workingDesk()
    expect((await desk.scan(CARDS.danaFormer)).band?.sentence).toContain(says('card-replaced'))
    const notes = async (item: string): Promise<string> => (await desk.scan(item)).rows[0]?.notes.join(' ') ?? ''
    expect(await notes(ITEMS.warmth)).not.toContain(says('card-replaced'))
    expect(await notes(ITEMS.educated)).not.toContain(says('card-replaced'))
  })
})

test('what no one may override stops every clerk', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.owing)
  const { rows, band } = await desk.scan(UNKNOWN_CARD)
  expect([band?.outcome, rows[0]?.choices]).toEqual(['stop', []])
})

test('the same answer twice is one check-out, also after a restart', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.owing)
  await desk.scan(ITEMS.warmth)
  const { rows } = await answer(desk, '1')
  const input = { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', key: '2' }
  await desk.ok('desk.answer', input)
  await desk.ok('desk.answer', input)
  const again = await desk.reopen({ resume: desk.station.sessionState() })
  expect((await again.ok('desk.answer', input)).snapshot.patron?.out_count).toBe(1)
  expect(await recorded(again, 'item-checked-out')).toHaveLength(1)
})

describe('an act of a page that goes past the clerk’s role', () => {
  /** Ben may waive up to $5.00; Flora's charge is $12.00. */
  async function askToWaive(): Promise<TestDesk> {
    const desk = await withBen()
    await desk.scan(CARDS.owing)
    const waive = { commandId: desk.id(), charge_ref: 'c1', amount_cents: null, reason: 'hardship' }
    const { snapshot } = await desk.ok('charge.waive', waive)
    expect(snapshot.rows[0]?.choices).toEqual([{ key: '1', label: en.outcomes.answer.ask }])
    await answer(desk, '1')
    return desk
  }

  test('waits as a row, and is done once a second person approves; the entry has both', async () => {
    const desk = await askToWaive()
    expect((await badgeApproves(desk, WEI)).patron?.owed_cents).toBe(0)
    expect(await recorded(desk, 'charge-moved')).toMatchObject([
      { staff: 'BC-1', approved_by: 'WZ-1', reason: 'hardship' },
    ])
  })

  test('is done once, though the approval comes again after the station died', async () => {
    const desk = await askToWaive()
    const before = desk.station.sessionState()
    const row_id = (await desk.ok('desk.snapshot', {})).snapshot.rows[0]?.row_id ?? ''
    const give = { commandId: desk.id(), row_id, initials: WEI.initials, pin: WEI.pin }
    await desk.ok('approval.give', give)
    const again = await desk.reopen({ resume: before })
    await again.ok('approval.give', give)
    expect((await again.ok('desk.snapshot', {})).snapshot.totals.undecided_count).toBe(0)
    expect(await recorded(again, 'charge-moved')).toHaveLength(1)
  })

  test('reaches no further than what was approved', async () => {
    const desk = await askToWaive()
    await badgeApproves(desk, WEI)
    await desk.scan(CARDS.owing)
    expect(await desk.call('staff.list', {})).toMatchObject({ code: 'not-permitted' })
  })
})

async function signInAsRosa(desk: TestDesk): Promise<void> {
  const row = (await desk.ok('desk.snapshot', {})).snapshot.rows.find((one) => one.choices.length > 0)
  if (row) await answer(desk, '0')
  expect((await rosaComes(desk)).staff?.initials).toBe(ROSA.initials)
}

describe('limits', () => {
  const LIMITS = [
    'UPDATE patron_category SET loans_count_max = 1',
    `INSERT INTO limit_rule VALUES ('BOOKS', '*', '*', 'item-type', 'BOOK', 'patron', 'everywhere', 2)`,
  ]

  test('an approval covers the limits that were shown; one that was reached meanwhile is asked again', async () => {
    const desk = await moneyDesk({ also: LIMITS })
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    expect((await desk.scan(ITEMS.educated)).rows[0]?.notes).toEqual([
      says('limit-reached', { count: 1, limit: 1, ...EVERYTHING }),
    ])
    // Meanwhile another book of this patron's goes out at another desk, and this desk hears of it.
    elsewhere(
      desk,
      `INSERT INTO loan (item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count)
        VALUES (3, 'elsewhere.3', '', 1, 'MAPLE', 0, ${Date.parse('2027-01-01')}, 0)`,
    )
    await answer(desk, '1')
    await approve(desk, WEI)
    await answer(desk, '1')
    const { rows } = (await desk.ok('desk.snapshot', {})).snapshot
    expect(rows[0]).toMatchObject({
      outcome: 'decide',
      notes: [says('limit-reached', { count: 2, limit: 2, ...EVERYTHING, of: 'item-type', name: 'BOOK' })],
    })
    await answer(desk, '1')
    await approve(desk, WEI)
    expect((await answer(desk, '1')).band?.outcome).toBe('done')
    expect(await recorded(desk, 'item-checked-out')).toMatchObject([
      { item_barcode: ITEMS.educated, overridden: ['limit-reached'], approvals: [{ approved_by: 'WZ-1' }] },
      { item_barcode: ITEMS.warmth },
    ])
  })
})
