/** Weak PINs are refused wherever one is chosen, and how slow they are is the desk's own (S3-1). */
import { describe, expect, test } from 'vitest'
import { hashPin, measuredPinCost, whoHasPin } from '../../../../main/library/pin.ts'
import { freshDesk, workingDesk, type TestDesk } from '../../support/desk.ts'
import { seededRandom } from '../../support/fakes.ts'
import { BEN, benAtDesk, recorded, signInAs } from '../../support/staff.ts'

const ROSA = { initials: 'RO', pin: '471108' }

async function atDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  return desk
}

const NEW = { name: 'Lee Park', initials: 'LP', badge_barcode: '' }

describe('an easy or a short PIN is refused', () => {
  test('at the first start', async () => {
    const desk = await freshDesk()
    const place = { branch_code: 'MAPLE', desk_name: 'Desk 1', staff_name: 'Ada Park', initials: 'AP' }
    const setUp = (pin: string) => desk.call('desk.set-up', { commandId: desk.id(), ...place, pin })
    expect(await setUp('4711')).toMatchObject({ code: 'pin-short' })
    expect(await setUp('123456')).toMatchObject({ code: 'pin-easy' })
    expect(await setUp('471108')).toMatchObject({ kind: 'ok' })
  })

  test('for a new manager, who needs six digits, and for a new clerk, who needs four', async () => {
    const desk = await atDesk()
    const add = (role: string, pin: string) => desk.call('staff.add', { commandId: desk.id(), ...NEW, role, pin })
    expect(await add('manager', '2580')).toMatchObject({ code: 'pin-short' })
    expect(await add('staff', '1111')).toMatchObject({ code: 'pin-easy' })
    expect(await add('staff', '2580')).toMatchObject({ kind: 'ok' })
  })

  test('when one is set, and when one sets one’s own', async () => {
    const desk = await atDesk()
    const set = (staff_code: string, new_pin: string) =>
      desk.call('staff.set-pin', { commandId: desk.id(), staff_code, new_pin })
    const own = (new_pin: string) => desk.call('staff.set-own-pin', { commandId: desk.id(), pin: ROSA.pin, new_pin })
    expect(await set('BC-1', '4321')).toMatchObject({ code: 'pin-easy' })
    expect(await set('rortiz', '4863')).toMatchObject({ code: 'pin-short' })
    expect(await own('198704')).toMatchObject({ code: 'pin-easy' })
    expect(await own('863054')).toMatchObject({ kind: 'ok' })
  })
})

test('who becomes a manager gets a longer PIN in the same act', async () => {
  const desk = await atDesk()
  const ben = { name: BEN.name, initials: BEN.initials, badge_barcode: '', role: 'manager' }
  const edit = (new_pin?: string) =>
    desk.call('staff.edit', { commandId: desk.id(), staff_code: 'BC-1', ...ben, ...(new_pin ? { new_pin } : {}) })
  expect(await edit()).toMatchObject({ code: 'pin-needed' })
  expect(await edit('2580')).toMatchObject({ code: 'pin-short' })
  expect(await edit('863054')).toMatchObject({ kind: 'ok' })
  await signInAs(desk, { initials: 'BC', pin: '863054' })
  // The new PIN is an entry of its own, so that nobody's PIN changes unseen.
  expect(await recorded(desk, 'staff-changed')).toMatchObject([{ what: 'pin-set' }, { what: 'edited' }])
})

describe('a role that is given more', () => {
  const grant = (desk: TestDesk, name: 'look-after-desk' | 'edit-staff' | 'recall') =>
    desk.call('role.set', {
      commandId: desk.id(),
      role: 'staff',
      grant: name,
      is_granted: true,
      amount_cents_max: null,
      days_count_max: null,
    })
  const newPin = (desk: TestDesk, new_pin: string) =>
    desk.call('staff.set-pin', { commandId: desk.id(), staff_code: 'BC-1', new_pin })

  test.each(['look-after-desk', 'edit-staff'] as const)(
    '%s waits until everyone in it has six digits',
    async (more) => {
      const desk = await atDesk()
      const refused = await grant(desk, more)
      expect(refused).toMatchObject({ code: 'pins-short' })
      expect('says' in refused ? refused.says : '').toContain('Ben Cole')
      expect(await grant(desk, 'recall')).toMatchObject({ kind: 'ok' })
      expect(await newPin(desk, '863054')).toMatchObject({ kind: 'ok' })
      expect(await grant(desk, more)).toMatchObject({ kind: 'ok' })
      expect(await newPin(desk, '2580')).toMatchObject({ code: 'pin-short' })
    },
  )

  test('takes nobody back with a short PIN who had left before', async () => {
    const desk = await atDesk()
    await desk.ok('staff.close', { commandId: desk.id(), staff_code: 'BC-1' })
    expect(await grant(desk, 'look-after-desk')).toMatchObject({ kind: 'ok' })
    const back = { commandId: desk.id(), staff_code: 'BC-1' }
    expect(await desk.call('staff.reopen', back)).toMatchObject({ code: 'pin-needed' })
  })

  test('a clerk whose PIN is long enough becomes a manager with it', async () => {
    const desk = await atDesk()
    await newPin(desk, '863054')
    const { name, initials } = BEN
    const edit = { commandId: desk.id(), staff_code: 'BC-1', name, initials, badge_barcode: '', role: 'manager' }
    expect(await desk.call('staff.edit', edit)).toMatchObject({ kind: 'ok' })
    await signInAs(desk, { initials: 'BC', pin: '863054' })
  })
})

describe('the hash of a PIN', () => {
  test.each([
    [1, 17],
    [100, 16],
    [150, 15],
    [5_000, 15],
  ])('that takes %i ms at its quickest is made with 2^%i', (took_ms, cost_log2) => {
    let now_ms = 0
    expect(measuredPinCost(() => (now_ms += took_ms))).toBe(cost_log2)
  })

  test('is found again whatever its cost was, and none is tried that no desk makes', () => {
    const person = (cost_log2: number) => {
      const { salt, hash } = hashPin('471108', seededRandom(cost_log2), cost_log2)
      return { cost_log2, pin_salt: salt, pin_hash: hash }
    }
    const people = [6, 10].map(person)
    expect(whoHasPin(people, '471108', 10)?.cost_log2).toBe(6)
    expect(whoHasPin(people.slice(1), '471108', 6)?.cost_log2).toBe(10)
    expect(whoHasPin(people, '471109', 10)).toBeUndefined()
    const damaged = person(6)
    damaged.pin_hash[0] = 30 | 0x80
    expect(whoHasPin([damaged], '471108', 6)).toBeUndefined()
  })
})
