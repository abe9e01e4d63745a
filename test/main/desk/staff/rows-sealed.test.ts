/**
 * A row of the staff that was changed in the files, by somebody with their key: told at the next start, and it signs
 * nobody in until a manager sets a new PIN. The chain of entries stays whole meanwhile.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { JOURNAL_FILE } from '../../../../main/store/files/file-names.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import { hashPin } from '../../../../main/library/pin.ts'
import { elsewhere, rosaAt, workingDesk, type TestDesk } from '../../support/desk.ts'
import { KEY, QUICK_PIN_COST, seededRandom } from '../../support/fakes.ts'
import { BEN, enterRosa, recorded, signInAs, staffRow, WEI } from '../../support/staff.ts'

const ROSA = { initials: 'RO', pin: '471108' }
const THIEF = '864209'
const { pin: _pin, ...WEI_AS_IS } = WEI

type Content = Record<string, unknown>

/** Rosa and Wei have entries, as everybody has whom the set-up, a page or a folder brought here. */
async function sealedDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await enterRosa(desk)
  await desk.ok('staff.add', { commandId: desk.id(), ...WEI })
  return desk
}

/** Changes what the files hold of a person, beside the entries and as the desk shows it; the entries stay. */
async function changedInFiles(desk: TestDesk, staff_code: string, change: Content): Promise<TestDesk> {
  await desk.station.close()
  const db = openFile(join(desk.folder, JOURNAL_FILE), KEY)
  const json = JSON.stringify(change)
  const ofThem = `table_name = 'staff' AND row_key = ?`
  const { changes } = db
    .prepare(`UPDATE overlay_row SET content = json_patch(content, ?) WHERE ${ofThem}`)
    .run(json, staff_code)
  db.prepare(
    `UPDATE personal SET text = json_patch(text, ?) WHERE (epoch, seq) IN
      (SELECT epoch, seq FROM event WHERE json_extract(content, '$.body.staff') = ?)
      AND json_valid(text)`,
  ).run(json, staff_code)
  db.close()
  expect(changes).toBe(1)
  return desk.reopen()
}

function pinOfThief(): Content {
  const { salt, hash } = hashPin(THIEF, seededRandom(5), QUICK_PIN_COST)
  return { pin_salt: Buffer.from(salt).toString('hex'), pin_hash: Buffer.from(hash).toString('hex') }
}

const trouble = async (desk: TestDesk): Promise<string> => (await desk.ok('desk.snapshot', {})).snapshot.strip.trouble
const signIn = (desk: TestDesk, who: { readonly initials: string; readonly pin: string }) =>
  desk.call('staff.sign-in', { commandId: desk.id(), initials: who.initials, pin: who.pin })

describe('a row that is as its entry says', () => {
  test('signs in after a restart, and nothing is told', async () => {
    const desk = await sealedDesk()
    const again = await desk.reopen()
    expect(await trouble(again)).toBe('')
    await signInAs(again, WEI)
    await signInAs(again, ROSA)
  })

  test('after each kind of change: edited, PIN, closed, reopened, one’s own PIN', async () => {
    const desk = await sealedDesk()
    const of = { commandId: desk.id(), staff_code: 'WZ-1' }
    await desk.ok('staff.edit', { ...WEI_AS_IS, ...of, name: 'Wei Zhao' })
    await desk.ok('staff.set-pin', { ...of, commandId: desk.id(), new_pin: '864213' })
    await desk.ok('staff.close', { ...of, commandId: desk.id() })
    await desk.ok('staff.reopen', { ...of, commandId: desk.id() })
    const again = await desk.reopen()
    await signInAs(again, { initials: 'WZ', pin: '864213' })
    await again.ok('staff.set-own-pin', { commandId: again.id(), pin: '864213', new_pin: '753198' })
    const third = await again.reopen()
    await signInAs(third, { initials: 'WZ', pin: '753198' })
    expect(await trouble(third)).toBe('')
  })
})

describe('a row that was changed in the files', () => {
  test.each<readonly [what: string, pin: string, change: () => Content]>([
    ['the PIN of another', THIEF, pinOfThief],
    ['a role above', WEI.pin, () => ({ role: 'manager' })],
    ['another badge', WEI.pin, () => ({ badge_barcode: '29999000000777' })],
  ])('%s: told, and signs nobody in, until a manager sets a new PIN', async (_what, pin, change) => {
    const desk = await changedInFiles(await sealedDesk(), 'WZ-1', change())
    expect(await trouble(desk)).toContain('WZ')
    expect(await signIn(desk, { initials: 'WZ', pin })).toMatchObject({ kind: 'refused', code: 'sign-in-failed' })
    const badge = (change()['badge_barcode'] ?? WEI.badge_barcode) as string
    expect((await desk.scan(badge)).staff).toBeNull()
    await rosaAt(desk)
    expect((await desk.ok('system.status', {})).changed_staff).toEqual(['WZ-1'])
    const edit = { ...WEI_AS_IS, staff_code: 'WZ-1', commandId: desk.id() }
    expect(await desk.call('staff.edit', edit), 'an edit alone').toMatchObject({ code: 'pin-needed' })
    await desk.ok('staff.edit', { ...edit, commandId: desk.id(), new_pin: '753198' })
    expect(await trouble(desk)).toBe('')
    expect((await desk.ok('system.status', {})).changed_staff).toEqual([])
    await signInAs(desk, { initials: 'WZ', pin: '753198' })
  })

  test('a former PIN that was put back does not sign in', async () => {
    const desk = await sealedDesk()
    const { salt, hash } = hashPin(WEI.pin, seededRandom(5), QUICK_PIN_COST)
    await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'WZ-1', new_pin: '753198' })
    const before = { pin_salt: Buffer.from(salt).toString('hex'), pin_hash: Buffer.from(hash).toString('hex') }
    const again = await changedInFiles(desk, 'WZ-1', before)
    expect(await signIn(again, WEI)).toMatchObject({ kind: 'refused', code: 'sign-in-failed' })
  })

  test('a person whom no entry knows, put into the library’s file', async () => {
    const desk = await sealedDesk()
    await desk.station.close()
    elsewhere(desk, staffRow(BEN))
    const again = await desk.reopen()
    expect(await trouble(again)).toContain('BC')
    expect((await again.scan(BEN.badge_barcode)).staff).toBeNull()
    expect(await signIn(again, BEN)).toMatchObject({ kind: 'refused', code: 'sign-in-failed' })
  })
})

test('the entry holds a hash that neither the PIN nor its row gives, and another for each change', async () => {
  const desk = await sealedDesk()
  await desk.ok('staff.edit', { ...WEI_AS_IS, staff_code: 'WZ-1', commandId: desk.id(), name: 'Wei Zhao' })
  const seals = (await recorded(desk, 'staff-changed')).map((one) => String(Reflect.get(one, 'row_seal')))
  expect(seals.every((one) => /^[0-9a-f]{64}$/.test(one))).toBe(true)
  expect(new Set(seals).size).toBe(seals.length)
})
