/**
 * A badge takes its owner's PIN too: to approve, and to sign in who looks after desk or staff (security review S2-1),
 * or signs off, gives back money in cash, exports or merges patrons (N15).
 */
import { describe, expect, test } from 'vitest'
import { workingDesk, rosaComes, type TestDesk } from '../../support/desk.ts'
import { BADGE, CARDS, ITEMS, PIN } from '../../support/small-library.ts'
import { answer, badgeApproves, benAtDesk, BEN, recorded, WEI } from '../../support/staff.ts'
import { says } from '../../../support/said.ts'

const shown = async (desk: TestDesk) => (await desk.ok('desk.snapshot', {})).snapshot

function pin(desk: TestDesk, typed: string): ReturnType<TestDesk['call']> {
  return desk.call('staff.sign-in', { commandId: desk.id(), initials: '', pin: typed })
}

async function signedOut(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  return desk
}

/** Ben asks for the barred patron's book; the row waits for a second person. */
async function waiting(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await desk.scan(CARDS.barred)
  await desk.scan(ITEMS.warmth)
  await answer(desk, '1')
  return desk
}

function turnOff(desk: TestDesk): ReturnType<TestDesk['call']> {
  const change = { table: 'library_setting', key: 'is_badge_pin_required', after: { value: 'no' } } as const
  return desk.call('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
}

async function settingOff(desk: TestDesk): Promise<void> {
  expect(await turnOff(desk)).toMatchObject({ kind: 'ok' })
}

describe('signing in', () => {
  test('a manager’s badge asks for the PIN, by name, and the PIN ends it', async () => {
    const desk = await signedOut()
    const asked = await desk.scan(BADGE)
    expect([asked.stage, asked.staff, asked.asked_pin]).toEqual([
      'sign-in',
      null,
      { for: 'sign-in', name: 'Rosa Ortiz', row_id: '' },
    ])
    expect(await pin(desk, '471109')).toMatchObject({ code: 'sign-in-failed' })
    expect(await pin(desk, PIN)).toMatchObject({ kind: 'ok' })
    expect(await shown(desk)).toMatchObject({ stage: 'desk', staff: { initials: 'RO' }, asked_pin: null })
    const [came] = await recorded(desk, 'staff-signed-in')
    expect(came).toMatchObject({ by: 'badge-and-pin', staff: 'rortiz' })
  })

  test('a clerk’s badge is enough; one that signs off differences takes the PIN', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    expect((await desk.scan(BEN.badge_barcode)).staff?.initials).toBe('BC')
    const asked = await desk.scan(WEI.badge_barcode)
    expect([asked.staff?.initials, asked.asked_pin?.name]).toEqual(['BC', 'Wei Zhang'])
    expect(await pin(desk, WEI.pin)).toMatchObject({ kind: 'ok' })
    expect((await shown(desk)).staff?.initials).toBe('WZ')
  })

  test('a PIN without a badge is nobody’s; Esc, another badge and a minute start over', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    expect(await pin(desk, PIN)).toMatchObject({ code: 'badge-over' })
    await desk.scan(BADGE)
    expect((await desk.ok('desk.drop-badge', {})).snapshot).toMatchObject({ asked_pin: null, band: null })
    expect(await pin(desk, PIN)).toMatchObject({ code: 'badge-over' })
    await desk.scan(BADGE)
    desk.clock.pass(60_000)
    expect(await pin(desk, PIN)).toMatchObject({ code: 'badge-over' })
    await desk.scan(BADGE)
    expect(await desk.scan(BEN.badge_barcode)).toMatchObject({ asked_pin: null, staff: { initials: 'BC' } })
  })

  test('waits over a restart of the station, and is counted over it too', async () => {
    const desk = await signedOut()
    await desk.scan(BADGE)
    for (let tried = 0; tried < 4; tried += 1) expect(await pin(desk, '999999')).toMatchObject({ kind: 'refused' })
    const again = await desk.reopen({ resume: desk.station.sessionState() })
    expect(await pin(again, '999999')).toMatchObject({ code: 'sign-in-paused' })
    expect(await pin(again, PIN)).toMatchObject({ code: 'sign-in-paused' })
    again.clock.pass(2 * 60_000)
    await rosaComes(again)
  })

  test('whoever guesses at initials keeps out no one who has the badge', async () => {
    const desk = await signedOut()
    for (let tried = 0; tried < 20; tried += 1) {
      await desk.call('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: '999999' })
    }
    const typed = { commandId: desk.id(), initials: 'RO', pin: PIN }
    expect(await desk.call('staff.sign-in', typed)).toMatchObject({ code: 'sign-in-paused' })
    expect((await rosaComes(desk)).staff?.initials).toBe('RO')
  })

  test('a card or a book scanned instead of the PIN is answered, and the PIN is still asked', async () => {
    const desk = await signedOut()
    await desk.scan(BADGE)
    const book = await desk.scan(ITEMS.warmth)
    expect(book.band?.heading).toBe(says('not-signed-in'))
    expect(book.asked_pin?.name).toBe('Rosa Ortiz')
  })

  test('the setting turned off, a badge is enough', async () => {
    const desk = await workingDesk()
    await settingOff(desk)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    expect((await desk.scan(BADGE)).staff?.initials).toBe('RO')
  })
})

describe('a locked desk', () => {
  test('asks by name only for the person who locked it; the PIN brings everything back', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.ok('desk.lock', {})
    expect((await desk.scan(BADGE)).asked_pin?.name).toBe('Rosa Ortiz')
    expect(await pin(desk, PIN)).toMatchObject({ kind: 'ok' })
    expect((await shown(desk)).patron?.name).toBe('Dana Miller')
    await benAtDesk(desk)
    await desk.ok('desk.lock', {})
    const asked = await desk.scan(BADGE)
    expect([asked.stage, asked.asked_pin?.name]).toEqual(['locked', ''])
    expect(JSON.stringify(asked)).not.toContain('Rosa')
  })
})

describe('a desk where another is at work', () => {
  test('goes on with the work when a book is scanned instead of the PIN', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    expect((await desk.scan(BADGE)).asked_pin?.for).toBe('sign-in')
    const lent = await desk.scan(ITEMS.warmth)
    expect([lent.patron?.out_count, lent.staff?.initials, lent.asked_pin]).toEqual([1, 'BC', null])
    expect(await pin(desk, PIN)).toMatchObject({ code: 'badge-over' })
  })
})

describe('an approval', () => {
  test('takes the PIN of every approver, while scans go on', async () => {
    const desk = await waiting()
    const asked = await desk.scan(WEI.badge_barcode)
    const row_id = asked.rows.find((row) => row.approval !== null)?.row_id ?? ''
    expect(asked.asked_pin).toEqual({ for: 'approval', name: 'Wei Zhang', row_id })
    expect((await desk.scan('21234000999996')).asked_pin?.for).toBe('approval')
    const input = { row_id, initials: '' }
    const wrong = await desk.call('approval.give', { commandId: desk.id(), ...input, pin: '9999' })
    expect(wrong).toMatchObject({ code: 'sign-in-failed' })
    expect(await recorded(desk, 'item-checked-out')).toEqual([])
  })

  test('is given by badge and PIN', async () => {
    const desk = await waiting()
    expect((await badgeApproves(desk, WEI)).asked_pin).toBeNull()
    await answer(desk, '1')
    expect((await recorded(desk, 'item-checked-out'))[0]).toMatchObject({
      staff: 'BC-1',
      approvals: [{ approved_by: 'WZ-1', reason: 'settled-at-desk' }],
    })
  })

  test('of nobody who asked themselves, without any PIN', async () => {
    const desk = await waiting()
    const own = await desk.scan(BEN.badge_barcode)
    expect([own.band?.heading, own.asked_pin]).toEqual([says('approver-same'), null])
  })

  test('a PIN for another row than the badge was scanned for gives none', async () => {
    const desk = await waiting()
    await desk.scan(WEI.badge_barcode)
    await desk.scan(ITEMS.educated)
    const { rows } = await answer(desk, '1')
    const other = { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', initials: '', pin: WEI.pin }
    expect(await desk.call('approval.give', other)).toMatchObject({ code: 'badge-over' })
  })

  test('the setting turned off, a badge is enough', async () => {
    const desk = await workingDesk()
    await settingOff(desk)
    await benAtDesk(desk)
    await desk.scan(CARDS.barred)
    await desk.scan(ITEMS.warmth)
    await answer(desk, '1')
    expect((await desk.scan(WEI.badge_barcode)).band?.sentence).toContain('Approved')
  })
})

test('while a row waits, a badge is answered in the band, and its number is nowhere', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await desk.scan(CARDS.barred)
  await desk.scan(ITEMS.warmth)
  const before = await shown(desk)
  expect(before.totals.undecided_count).toBe(1)
  for (const badge of [BEN.badge_barcode, WEI.badge_barcode]) {
    const after = await desk.scan(badge)
    expect([after.band?.outcome, after.rows_count, after.totals.undecided_count]).toEqual([
      'stop',
      before.rows_count,
      1,
    ])
    expect(JSON.stringify(after)).not.toContain(badge)
  }
})

describe('the setting', () => {
  test('is turned off by no role that only edits the rules, nor undone by it', async () => {
    const desk = await workingDesk()
    const given = { role: 'staff', is_granted: true, amount_cents_max: null, days_count_max: null } as const
    await desk.ok('role.set', { commandId: desk.id(), ...given, grant: 'edit-policy' })
    await settingOff(desk)
    await benAtDesk(desk)
    expect(await turnOff(desk)).toMatchObject({ code: 'not-permitted' })
    expect(await desk.call('policy.undo-last', { commandId: desk.id() })).toMatchObject({ code: 'not-permitted' })
  })

  test('turned off, is told to those who look after staff', async () => {
    const desk = await workingDesk()
    await settingOff(desk)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    const { snapshot } = await desk.ok('desk.scan', { commandId: desk.id(), text: BADGE, source: 'scan' })
    expect(snapshot.page?.ref.place).toBe('news')
  })
})
