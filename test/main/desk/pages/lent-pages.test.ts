/**
 * Pages that a role may not open, opened once by a second person's approval in place: who may approve, why, what is
 * recorded, what may be done there, and that leaving takes it back. On real files.
 */
import { describe, expect, test } from 'vitest'
import type { PageRef } from '../../../../shared/desk/page.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { CARDS } from '../../support/small-library.ts'
import { answer, approve, askedFor, benAtDesk, recorded, WEI } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'

const ROSA = { initials: 'RO', pin: '471108' }
const page = (place: PageRef['place'], about = ''): PageRef => ({ place, about })
const OUTAGE = page('outage')
const STRETCH = { from_ms: Date.UTC(2026, 10, 20), to_ms: Date.UTC(2026, 10, 21) }
const DECLARED = { ...STRETCH, reason: 'power-cut', is_extending: false } as const

async function withBen(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  return desk
}

/** Ben asks for a page, somebody approves, and says why by the digit. */
async function opened(desk: TestDesk, to: PageRef, by: { initials: string; pin: string }, digit = '3') {
  await askedFor(desk, to)
  await answer(desk, '1')
  await approve(desk, by)
  return answer(desk, digit)
}

const placeNow = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot.page?.ref.place ?? null

describe('a closed page', () => {
  test('asked for twice waits in one row, another page in another; what was left can be asked for again', async () => {
    const desk = await withBen()
    await askedFor(desk, OUTAGE)
    await askedFor(desk, OUTAGE)
    const waiting = async () => (await desk.ok('desk.snapshot', {})).snapshot.totals.undecided_count
    expect(await waiting()).toBe(1)
    await answer(desk, '1')
    await askedFor(desk, OUTAGE)
    expect(await waiting(), 'while the second person is on the way').toBe(1)
    await askedFor(desk, page('staff'))
    expect(await waiting()).toBe(2)
    await answer(desk, '0')
    await answer(desk, '0')
    expect(await waiting()).toBe(0)
    await askedFor(desk, OUTAGE)
    expect(await waiting()).toBe(1)
  })

  test('opens once a second person has approved and said why; who asked, who approved and why are kept', async () => {
    const desk = await withBen()
    const asked = await askedFor(desk, OUTAGE)
    expect(asked).toEqual({ page: null, asks: 'Open outages: Request an override' })
    await answer(desk, '1')
    await approve(desk, WEI)
    const reason = (await desk.ok('desk.snapshot', {})).snapshot
    expect([reason.page, reason.rows[0]?.choices.map((one) => one.label)]).toEqual([
      null,
      [
        'A patron asks for it',
        en.outcomes.reasons['put-right'],
        'I was asked to do it',
        en.outcomes.reasons.training,
        'Another reason',
      ],
    ])
    const open = await answer(desk, '3')
    expect([open.page?.ref.place, open.staff?.initials, open.totals.undecided_count]).toEqual(['outage', 'BC', 0])
    expect(open.band?.sentence).toBe('Approved by Wei Zhang. It stays open until you leave it.')
    const { entries } = await desk.ok('work-log.list', { limit: 1 })
    expect(entries[0]).toMatchObject({
      initials: 'BC',
      kind: 'act-approved',
      notes: 'approved by Wei Zhang; I was asked to do it',
    })
    expect(await recorded(desk, 'act-approved')).toMatchObject([
      { staff: 'BC-1', act: 'desk.go', grant: 'declare-outage', approver: 'WZ-1', reason: 'handed-over' },
    ])
    expect(await recorded(desk, 'act-refused')).toEqual([])
  })

  test('is opened by nobody whose own role may not, nor by the clerk', async () => {
    const desk = await withBen()
    await askedFor(desk, page('this-desk'))
    await answer(desk, '1')
    expect(await approve(desk, WEI)).toMatchObject({ code: 'approver-not-permitted' })
    expect(await approve(desk, { initials: 'BC', pin: '2580' })).toMatchObject({ code: 'approver-same' })
    expect(await placeNow(desk)).toBeNull()
  })

  test('that was approved waits two minutes for its reason; then another approval is needed', async () => {
    const desk = await withBen()
    await askedFor(desk, OUTAGE)
    await answer(desk, '1')
    await approve(desk, WEI)
    desk.clock.pass(119_000)
    expect((await desk.ok('desk.snapshot', {})).snapshot.asked_row_id).not.toBeNull()
    desk.clock.pass(1_000)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect([snapshot.asked_row_id, snapshot.band, snapshot.rows[0]?.happened, snapshot.rows[0]?.choices]).toEqual([
      null,
      null,
      en.outcomes.answer.no_reason,
      [{ key: '1', label: en.outcomes.answer.ask }],
    ])
    await answer(desk, '1')
    expect(await placeNow(desk)).toBeNull()
    await approve(desk, WEI)
    expect((await answer(desk, '3')).page?.ref.place).toBe('outage')
  })

  test('that nobody approves stays closed, and is kept as refused', async () => {
    const desk = await withBen()
    await askedFor(desk, OUTAGE)
    await answer(desk, '0')
    expect(await placeNow(desk)).toBeNull()
    expect(await recorded(desk, 'act-refused')).toMatchObject([{ act: 'desk.go', refusals: ['not-permitted'] }])
  })
})

describe('what it allows', () => {
  test('what is done on it names the clerk, and beside it the lender', async () => {
    const desk = await withBen()
    expect(await desk.call('outage.declare', { commandId: desk.id(), ...DECLARED })).toMatchObject({
      code: 'not-permitted',
    })
    await opened(desk, OUTAGE, WEI)
    expect(await desk.call('outage.declare', { commandId: desk.id(), ...DECLARED })).toMatchObject({
      code: 'approval-asked',
    })
    await answer(desk, '1')
    await approve(desk, ROSA)
    expect(await recorded(desk, 'outage-declared')).toMatchObject([{ staff: 'BC-1' }])
    expect(await recorded(desk, 'act-approved')).toMatchObject([
      { staff: 'BC-1', act: 'outage.declare', grant: 'declare-outage', approver: 'rortiz', reason: '' },
      { act: 'desk.go', approver: 'WZ-1', reason: 'handed-over' },
    ])
  })

  test('nothing that takes another grant', async () => {
    const desk = await withBen()
    await opened(desk, OUTAGE, ROSA)
    expect(await desk.call('policy.get', { table: 'fine_rule' })).toMatchObject({ code: 'not-permitted' })
    expect((await askedFor(desk, page('policy'))).asks).toBe('Open the library’s rules: Request an override')
  })

  test('of staff and roles, only looking: a right to change them would outlive the page', async () => {
    const desk = await withBen()
    const { page: staff } = await opened(desk, page('staff'), ROSA)
    expect([staff?.heading, staff?.acts.map((act) => act.call.method)]).toEqual(['Staff', ['desk.go']])
    const [people] = staff?.sections ?? []
    expect(people?.kind === 'table' ? people.rows.flatMap((row) => row.acts) : null).toEqual([])
    // From there to a role, which takes the same grant.
    const { snapshot } = await desk.ok('desk.go', { page: page('staff', 'role manager') })
    expect(snapshot.page?.heading).toBe('What Manager may do')
    const raise = { commandId: desk.id(), staff_code: 'BC-1', name: 'Ben Cole', initials: 'BC', badge_barcode: '' }
    expect(await desk.call('staff.edit', { ...raise, role: 'manager' })).toMatchObject({ code: 'not-permitted' })
  })
})

describe('leaving takes it back', () => {
  const WAYS: readonly (readonly [string, (desk: TestDesk) => Promise<unknown>])[] = [
    ['back to the rows', (desk) => desk.ok('desk.back', {})],
    ['closed', (desk) => desk.ok('desk.go', { page: null })],
    [
      'another page, and back',
      async (desk) => {
        await desk.ok('desk.go', { page: page('modes') })
        return desk.ok('desk.back', {})
      },
    ],
    ['the next patron', (desk) => desk.scan(CARDS.dana)],
    ['finished', (desk) => desk.ok('desk.finish', {})],
    [
      'locked, and unlocked',
      async (desk) => {
        await desk.ok('desk.lock', {})
        return desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'BC', pin: '2580' })
      },
    ],
    [
      'handed to somebody and back',
      async (desk) => {
        await desk.ok('staff.sign-in', { commandId: desk.id(), ...ROSA })
        return desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'BC', pin: '2580' })
      },
    ],
  ]
  test.each(WAYS)('%s', async (_, leave) => {
    const desk = await withBen()
    await opened(desk, OUTAGE, WEI)
    expect(await placeNow(desk)).toBe('outage')
    await leave(desk)
    expect(await placeNow(desk)).not.toBe('outage')
    expect(await desk.call('outage.declare', { commandId: desk.id(), ...DECLARED })).toMatchObject({
      code: 'not-permitted',
    })
    expect((await askedFor(desk, OUTAGE)).asks).toBe('Open outages: Request an override')
  })
})

test('a page that is lent is still open after the station died', async () => {
  const desk = await withBen()
  await opened(desk, OUTAGE, WEI)
  const again = await desk.reopen({ resume: desk.station.sessionState() })
  expect(await placeNow(again)).toBe('outage')
  await again.ok('desk.back', {})
  expect(await placeNow(again)).toBeNull()
})
