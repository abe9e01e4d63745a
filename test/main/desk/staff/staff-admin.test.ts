/**
 * Staff and roles changed at the desk, on real files: who may, what is refused, what is recorded, what holds at once.
 */
import { describe, expect, test } from 'vitest'
import { elsewhere, workingDesk, type TestDesk } from '../../support/desk.ts'
import { BADGE, CARDS, ITEMS } from '../../support/small-library.ts'
import { askedFor, BEN, benAtDesk, comes, recorded, signInAs, WEI } from '../../support/staff.ts'
import { ENGLISH } from '../../../support/said.ts'
import { en } from '../../../../shared/words/en/en.ts'

const ROSA = { initials: 'RO', pin: '471108' }

async function withStaff(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  return desk
}

const edit = (desk: TestDesk, staff_code: string, change: object): ReturnType<TestDesk['call']> =>
  desk.call('staff.edit', {
    commandId: desk.id(),
    staff_code,
    name: 'Ben Cole',
    initials: 'BC',
    role: 'staff',
    badge_barcode: '',
    ...change,
  })

describe('a manager', () => {
  test('adds somebody, who signs in right away by PIN and by badge', async () => {
    const desk = await withStaff()
    const { staff } = await desk.ok('staff.list', {})
    expect(staff.map((one) => [one.name, one.role, one.is_active])).toEqual([
      ['Ben Cole', 'staff', true],
      ['Rosa Ortiz', 'manager', true],
      ['Wei Zhang', 'supervisor', true],
    ])
    expect((await comes(desk, WEI)).staff?.name).toBe('Wei Zhang')
  })

  test('adds, edits, sets a PIN, closes and opens again; each is recorded, no PIN is', async () => {
    const desk = await workingDesk()
    for (const person of [BEN, WEI]) await desk.ok('staff.add', { commandId: desk.id(), ...person })
    expect(await edit(desk, 'BC-1', { name: 'Ben Kohl', role: 'supervisor' })).toMatchObject({ kind: 'ok' })
    await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'BC-1', new_pin: '8642' })
    await desk.ok('staff.close', { commandId: desk.id(), staff_code: 'BC-1' })
    const closed = { commandId: desk.id(), initials: 'BC', pin: '8642' }
    expect(await desk.call('staff.sign-in', closed)).toMatchObject({ code: 'sign-in-failed' })
    await desk.ok('staff.reopen', { commandId: desk.id(), staff_code: 'BC-1' })
    await signInAs(desk, { initials: 'BC', pin: '8642' })
    expect((await desk.ok('desk.snapshot', {})).snapshot.staff).toMatchObject({ name: 'Ben Kohl', role: 'supervisor' })
    const entries = await recorded(desk, 'staff-changed')
    expect(entries).toMatchObject([
      { what: 'reopened', staff: 'BC-1' },
      { what: 'closed' },
      { what: 'pin-set' },
      { what: 'edited', role: 'supervisor' },
      { what: 'added', staff: 'WZ-1' },
      { what: 'added', staff: 'BC-1' },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/8642|2580/)
  })

  test('gives a new badge number, drawn once for a command; the badge before opens nothing', async () => {
    const desk = await withStaff()
    const asked = { commandId: desk.id(), staff_code: 'WZ-1' }
    const badge = async (): Promise<string> => {
      await desk.ok('staff.new-badge', asked)
      const { staff } = await desk.ok('staff.list', {})
      return staff.find((one) => one.staff_code === 'WZ-1')?.badge_barcode ?? ''
    }
    const drawn = await badge()
    expect(drawn).toMatch(/^\d{14}$/)
    expect(await badge()).toBe(drawn)
    expect((await desk.scan(WEI.badge_barcode)).staff?.initials).toBe('RO')
    expect((await comes(desk, WEI, drawn)).staff?.initials).toBe('WZ')
    expect(await recorded(desk, 'staff-changed')).toMatchObject([{ what: 'edited', staff: 'WZ-1' }])
  })

  test('sees a change to themselves right away', async () => {
    const desk = await withStaff()
    const change = { name: 'Rosa Ortiz-Vega', initials: 'ROV', role: 'manager', badge_barcode: BADGE }
    expect(await edit(desk, 'rortiz', change)).toMatchObject({ kind: 'ok' })
    expect((await desk.ok('desk.snapshot', {})).snapshot.staff?.initials).toBe('ROV')
  })
})

describe('refused', () => {
  test('initials and badges that are somebody’s, or a card’s or an item’s', async () => {
    const desk = await withStaff()
    expect(await edit(desk, 'BC-1', { initials: 'ro' })).toMatchObject({ code: 'initials-taken' })
    for (const badge_barcode of [BADGE, CARDS.dana, ITEMS.warmth]) {
      expect(await edit(desk, 'BC-1', { badge_barcode })).toMatchObject({ code: 'badge-taken' })
    }
    expect(await edit(desk, 'BC-1', { badge_barcode: BEN.badge_barcode })).toMatchObject({ kind: 'ok' })
  })

  test.each([
    ['initials-taken', { initials: 'BC' }],
    ['badge-given-on', { badge_barcode: BEN.badge_barcode }],
  ])('letting somebody back whose initials or badge another has by now: %s', async (code, taken) => {
    const desk = await withStaff()
    await desk.ok('staff.close', { commandId: desk.id(), staff_code: 'BC-1' })
    // An import from the library’s own system gave it on.
    const sets = Object.entries(taken).map(([name, value]) => `${name} = '${value}'`)
    elsewhere(desk, `UPDATE staff SET badge_barcode = NULL WHERE staff_code = 'BC-1'`)
    elsewhere(desk, `UPDATE staff SET ${sets.join(', ')} WHERE staff_code = 'WZ-1'`)
    const result = await desk.call('staff.reopen', { commandId: desk.id(), staff_code: 'BC-1' })
    expect(result).toMatchObject({ kind: 'refused', code })
  })

  test('closing or demoting the last manager, and closing oneself', async () => {
    const desk = await withStaff()
    const close = (staff_code: string): ReturnType<TestDesk['call']> =>
      desk.call('staff.close', { commandId: desk.id(), staff_code })
    const rosa = { name: 'Rosa Ortiz', initials: 'RO', badge_barcode: BADGE }
    expect(await edit(desk, 'rortiz', { ...rosa, role: 'supervisor' })).toMatchObject({ code: 'last-manager' })
    expect(await close('rortiz')).toMatchObject({ code: 'staff-is-you' })
    expect(await close('nobody')).toMatchObject({ code: 'staff-unknown' })
    expect(await edit(desk, 'BC-1', { role: 'manager' })).toMatchObject({ code: 'pin-needed' })
    await edit(desk, 'BC-1', { role: 'manager', new_pin: '258014' })
    expect(await edit(desk, 'rortiz', { ...rosa, role: 'supervisor' })).toMatchObject({ kind: 'ok' })
    expect(await edit(desk, 'BC-1', {})).toMatchObject({ code: 'not-permitted' })
  })

  test('everybody without the grant, which is recorded', async () => {
    const desk = await withStaff()
    await signInAs(desk, WEI)
    expect(await desk.call('staff.list', {})).toMatchObject({ code: 'not-permitted' })
    const add = { commandId: desk.id(), ...BEN, initials: 'XX', badge_barcode: '' }
    expect(await desk.call('staff.add', add)).toMatchObject({ code: 'not-permitted' })
    expect((await recorded(desk, 'act-refused'))[0]).toMatchObject({
      act: 'staff.add',
      refusals: ['not-permitted'],
      staff: 'WZ-1',
    })
  })

  test('a PIN of too few digits, before anything is recorded', async () => {
    const desk = await withStaff()
    const short = { commandId: desk.id(), staff_code: 'BC-1', new_pin: '12' }
    expect(await desk.call('staff.set-pin', short)).toMatchObject({ kind: 'bad-input' })
  })
})

describe('one’s own PIN', () => {
  test('is changed by a person who knows the one before', async () => {
    const desk = await withStaff()
    await signInAs(desk, BEN)
    const wrong = { commandId: desk.id(), pin: '0000', new_pin: '8642' }
    expect(await desk.call('staff.set-own-pin', wrong)).toMatchObject({ code: 'sign-in-failed' })
    await desk.ok('staff.set-own-pin', { commandId: desk.id(), pin: BEN.pin, new_pin: '8642' })
    await signInAs(desk, WEI)
    await signInAs(desk, { initials: 'BC', pin: '8642' })
  })
})

describe('a change that was cut off', () => {
  test('after the record is written by the same command, once', async () => {
    const desk = await withStaff()
    const input = { commandId: desk.id(), ...BEN, name: 'Ann Lee', initials: 'AL', badge_barcode: '' }
    const before = desk.station.sessionState()
    await desk.ok('staff.add', input)
    // The station that recorded it never told: another takes up the session of before.
    const again = await desk.reopen({ resume: before })
    await again.ok('staff.add', input)
    const people = (await again.ok('staff.list', {})).staff.filter((one) => one.initials === 'AL')
    expect(people).toHaveLength(1)
    expect(await recorded(again, 'staff-changed')).toHaveLength(1)
  })
})

describe('what roles may do', () => {
  /** A role that looks after desk or staff needs longer PINs. */
  const WEI_LONGER = { ...WEI, pin: '863054' }
  const longer = (desk: TestDesk) =>
    desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'WZ-1', new_pin: WEI_LONGER.pin })

  test('is changed right away, and taken away again', async () => {
    const desk = await withStaff()
    const set = (is_granted: boolean): ReturnType<TestDesk['call']> =>
      desk.call('role.set', {
        commandId: desk.id(),
        role: 'staff',
        grant: 'override-debt',
        is_granted,
        amount_cents_max: null,
        days_count_max: null,
      })
    const label = async (): Promise<string> => {
      await signInAs(desk, BEN)
      await desk.scan(CARDS.owing)
      const { rows } = await desk.scan(ITEMS.warmth)
      await desk.ok('desk.answer', { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', key: '0' })
      await signInAs(desk, ROSA)
      return rows[0]?.choices[0]?.label ?? ''
    }
    expect(await label()).toBe(en.outcomes.answer.ask)
    expect(await set(true)).toMatchObject({ kind: 'ok' })
    expect(await label()).toBe(en.outcomes.answer.does.lend)
    await set(false)
    expect(await label()).toBe(en.outcomes.answer.ask)
    expect(await recorded(desk, 'policy-changed')).toMatchObject([
      { table: 'role_grant', key: 'staff override-debt', after: { is_granted: 0 } },
      { before: null, after: { is_granted: 1 } },
    ])
  })

  test('a person who may change staff counts as one who looks after it, whatever their role is called', async () => {
    const desk = await withStaff()
    const set = (is_granted: boolean): ReturnType<TestDesk['call']> => {
      const change = { role: 'supervisor', grant: 'edit-staff', is_granted } as const
      return desk.call('role.set', { commandId: desk.id(), ...change, amount_cents_max: null, days_count_max: null })
    }
    await longer(desk)
    await set(true)
    await signInAs(desk, WEI_LONGER)
    const close = await desk.call('staff.close', { commandId: desk.id(), staff_code: 'rortiz' })
    expect(close).toMatchObject({ kind: 'ok' })
    expect(await set(false)).toMatchObject({ code: 'last-manager' })
  })

  test('looking after the desk is a grant: a supervisor who has it says where the desk stands', async () => {
    const desk = await withStaff()
    const change = { role: 'supervisor', grant: 'look-after-desk', is_granted: true } as const
    const move = (): ReturnType<TestDesk['call']> =>
      desk.call('desk.branch', { branch_code: 'MAPLE', desk_name: 'Desk 3' })
    await signInAs(desk, WEI)
    expect(await move()).toMatchObject({ code: 'not-permitted' })
    await signInAs(desk, ROSA)
    await longer(desk)
    await desk.ok('role.set', { commandId: desk.id(), ...change, amount_cents_max: null, days_count_max: null })
    await signInAs(desk, WEI_LONGER)
    expect(await move()).toMatchObject({ kind: 'ok' })
  })

  test('managers always may change staff', async () => {
    const desk = await withStaff()
    const shut = { role: 'manager', grant: 'edit-staff', is_granted: false } as const
    const input = { commandId: desk.id(), ...shut, amount_cents_max: null, days_count_max: null }
    expect(await desk.call('role.set', input)).toMatchObject({ code: 'last-manager' })
  })
})

describe('the work log', () => {
  test('has who did what, newest first, refused acts too, and never a patron', async () => {
    const desk = await withStaff()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await signInAs(desk, WEI)
    await desk.call('staff.list', {})
    const { entries } = await desk.ok('work-log.list', { limit: 50 })
    expect(entries.slice(0, 4).map((entry) => [entry.initials, entry.kind, entry.item])).toEqual([
      ['WZ', 'act-refused', ''],
      ['WZ', 'staff-signed-in', ''],
      ['RO', 'staff-signed-out', ''],
      ['RO', 'item-checked-out', 'The Warmth of Other Suns'],
    ])
    expect(JSON.stringify(entries)).not.toMatch(/Dana|Miller|2123400000/)
  })

  test('names a title while the loan is open, and not once it is back and the hour is over', async () => {
    const desk = await withStaff()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    desk.clock.pass(3 * 3_600_000)
    const titles = async (): Promise<string[]> =>
      (await desk.ok('work-log.list', { limit: 50 })).entries.map((entry) => entry.item).filter((item) => item !== '')
    expect(await titles()).toEqual(['The Warmth of Other Suns'])
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(await titles()).toEqual(['The Warmth of Other Suns'])
    desk.clock.pass(2 * 3_600_000)
    expect(await titles()).toEqual([])
  })
})

describe('pages', () => {
  test('of staff and roles open for a manager, and for nobody else', async () => {
    const desk = await withStaff()
    const go = (about: string): ReturnType<TestDesk['call']> =>
      desk.call('desk.go', { page: { place: 'staff', about } })
    expect(await go('')).toMatchObject({ kind: 'ok', output: { snapshot: { page: { heading: 'Staff' } } } })
    expect(await go('roles')).toMatchObject({
      output: { snapshot: { page: { heading: 'Roles' } } },
    })
    await signInAs(desk, BEN)
    const asked = await askedFor(desk, { place: 'staff', about: '' })
    expect(asked).toEqual({ page: null, asks: 'Open staff and roles: Request an override' })
    const log = await desk.ok('desk.go', { page: { place: 'work-log', about: '' } })
    expect(log.snapshot.page?.heading).toBe(ENGLISH.words.pages.staff.log.heading)
  })
})
