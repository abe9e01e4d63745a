/**
 * The reference file is gone or damaged. The desk says so, goes on once a manager agrees, takes the library's files in
 * anew, and shows the same as before: its loans, holds, money, notes, claims, items, rules, staff and PINs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BASE, folderOf } from '../data-in/importing.ts'
import { iso2709 } from '../data-in/made-marc.ts'
import { openDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { expectRebuilt, forgotten, rebuilt, removeReference, settled, start } from '../support/reference-files.ts'

const CARD = '21234000000017'
const [DUNE, EMMA, THIRD] = ['31234000000015', '31234000000023', '31234000000031']

const LIBRARY = {
  ...BASE,
  'hours.csv': `branch_code,weekday,opens,closes\n${['mon', 'tue', 'wed', 'thu', 'fri', 'sat']
    .map((day) => `MAIN,${day},9:00,21:00`)
    .join('\n')}\n`,
  'loan_rules.csv': 'rule_code,period_count,renewals_count_max\nALL,21,2\n',
  'cards.csv': `barcode,patron_id\n${CARD},1\n`,
  'titles.csv': 'title_id,title\nt1,Dune\nt2,Emma\nt3,Persuasion\n',
  'items.csv': `barcode,title_id,item_type_code,home_branch_code\n${[DUNE, EMMA, THIRD]
    .map((barcode, index) => `${barcode},t${index + 1},BOOK,MAIN`)
    .join('\n')}\n`,
  'loans.csv': `item_barcode,patron_id,branch_code,out_at,due_at\n${THIRD},2,MAIN,2026-11-20 10:00,2026-12-11\n`,
  'holds.csv': 'hold_id,patron_id,title_id,pickup_branch_code,placed_at\nh1,2,t2,MAIN,2026-11-12 09:00\n',
  'charges.csv': 'charge_id,patron_id,kind,charged_at,amount\nC001,1,overdue,2026-11-01 10:00-06:00,1.75\n',
}

/** Takes a folder in; what is odd in it is meant. `take_rules`: which rules hold over those of a desk that worked. */
async function takeIn(desk: TestDesk, folder: string, take_rules: readonly string[] | null = null): Promise<void> {
  const take = async (accept_findings: readonly string[]) => {
    const asked = { folder, accept_findings: [...accept_findings], take_rules: [...(take_rules ?? [])] }
    await desk.ok('import.start', { commandId: desk.id(), ...asked })
    await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
    return desk.ok('import.status', {})
  }
  const first = await take([])
  const { files } = first.findings.length > 0 ? await take(first.findings.map((one) => one.name)) : first
  const isLeftOut = (count: number): boolean => take_rules === null && count > 0
  expect(files.filter((file) => file.state !== 'taken' || isLeftOut(file.rejected_count))).toEqual([])
}

/** A desk that was set up on the library's files. */
async function deskOf(folder: string): Promise<TestDesk> {
  const desk = await openDesk(testFolder())
  await takeIn(desk, folder)
  const who = { staff_name: 'Rosa Ortiz', initials: 'RO', pin: '471108' }
  await desk.ok('desk.set-up', { commandId: desk.id(), branch_code: 'MAIN', desk_name: 'Desk 2', ...who })
  await desk.ok('desk.clear', {})
  return desk
}

async function shownNote(desk: TestDesk, text: string) {
  const row = (await start(desk))['notes']?.find((one) => one.includes(text)) ?? '{}'
  return JSON.parse(row) as { readonly note_ref: string }
}

async function work(desk: TestDesk): Promise<void> {
  await desk.scan(CARD)
  await desk.scan(DUNE)
  const on = { item_barcode: null, pickup_branch: 'MAIN', expires_on: null, overridden: [] }
  // The first library that a desk takes in has the numbers 1, 2, 3.
  await desk.ok('hold.place', { commandId: desk.id(), title_id: 2, ...on })
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 100, note: '' })
  const part = { charge_ref: 'C001', amount_cents: 50, reason: 'first-time' } as const
  await desk.ok('charge.waive', { commandId: desk.id(), ...part })
  await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text: 'Asks for large print', until_on: null })
  const claim = { claim: 'returned', item_barcode: DUNE, claimed_on: null } as const
  await desk.ok('claim.make', { commandId: desk.id(), ...claim })
  await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: THIRD })
  const after = { name: 'hold_shelf_days_count', value: '9' }
  const change = { table: 'library_setting', key: 'hold_shelf_days_count', after } as const
  await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
  const made = { item_barcode: '31234000999990', title_id: null, title: 'Found in a box', author: '', isbn: '' }
  const record = { item_type_code: 'BOOK', call_number: 'F BOX', location: 'Adult', price_cents: null }
  await desk.ok('item.make', { commandId: desk.id(), ...made, ...record, lender_name: '', lender_due_on: null })
  const ben = { name: 'Ben Cho', initials: 'BC', role: 'staff', badge_barcode: '' } as const
  await desk.ok('staff.add', { commandId: desk.id(), ...ben, pin: '2580' })
  await desk.ok('staff.set-own-pin', { commandId: desk.id(), pin: '471108', new_pin: '864209' })
}

/** Overwrites a page in the middle of the library's data, as a failing disk does. */
function damageReference({ folder }: TestDesk): void {
  const path = join(folder, 'reference.db')
  const bytes = readFileSync(path)
  const at = 4096 * Math.round(bytes.length / 4096 / 2)
  writeFileSync(path, bytes.fill(0x5a, at, at + 4096))
}

test.each([
  ['gone', removeReference],
  ['damaged', damageReference],
] as const)(
  '%s: rescue, a manager goes on, and all of its own is there once the files are in again',
  async (_, lose) => {
    const folder = folderOf(LIBRARY)
    const desk = await deskOf(folder)
    await work(desk)
    expect(await settled(desk)).toBeGreaterThan(5)
    const later = await desk.reopen()
    await later.ok('staff.sign-in', { commandId: later.id(), initials: 'RO', pin: '864209' })
    await later.scan(CARD)
    const part = { charge_ref: 'C001', amount_cents: 25, reason: 'first-time' } as const
    await later.ok('charge.waive', { commandId: later.id(), ...part })
    const before = await start(later)
    lose(later)
    const gone = await later.reopen()
    const { snapshot } = await gone.ok('desk.snapshot', {})
    expect(snapshot).toMatchObject({ stage: 'rescue', rescue: { can_restore: true } })
    expect(snapshot.rescue?.go_on).not.toBe('')
    expect(await gone.call('rescue.go-on', { initials: 'BC', pin: '2580' })).toMatchObject({ code: 'not-permitted' })
    expect(await gone.call('rescue.go-on', { initials: 'RO', pin: '471108' })).toMatchObject({ code: 'sign-in-failed' })
    const { snapshot: went } = await gone.ok('rescue.go-on', { initials: 'RO', pin: '864209' })
    expect(went).toMatchObject({ stage: 'set-up', staff: { initials: 'RO' } })
    await takeIn(gone, folder)
    expect(await start(gone)).toEqual(before)
    expect(await settled(gone)).toBeGreaterThan(5)
    expect(await start(gone)).toEqual(before)
    const again = await gone.reopen()
    await again.ok('staff.sign-in', { commandId: again.id(), initials: 'BC', pin: '2580' })
    expect((await again.ok('patron.get', { card_barcode: CARD })).loans.map((loan) => loan.barcode)).toContain(DUNE)
  },
)

test('what a person gave up for the folder’s stays given up, and the library’s notes are the same', async () => {
  const days = 'library_setting | hold_shelf_days_count'
  const notes = ['Prefers the phone', 'Prefers the phone', 'Has moved', 'To be asked'].map(
    (text) => `1,2026-11-02,LS,${text}`,
  )
  const folder = folderOf({
    ...LIBRARY,
    'settings.csv': 'name,value\nhold_shelf_days_count,7\n',
    'notes.csv': `patron_id,written_on,initials,text\n${notes.join('\n')}\n`,
    'staff.csv': 'staff_code,name,initials,role,pin\nzed,Zed Young,ZY,staff,1357\n',
  })
  const desk = await deskOf(folder)
  await work(desk)
  await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'zed', new_pin: '9753' })
  await takeIn(desk, folder, [days, 'staff | zed'])
  const { note_ref } = await shownNote(desk, 'Has moved')
  const later = await desk.reopen()
  await later.ok('staff.sign-in', { commandId: later.id(), initials: 'RO', pin: '864209' })
  await later.scan(CARD)
  await later.ok('note.remove', { commandId: later.id(), note_ref })
  expect(await settled(later)).toBeGreaterThan(0)
  const before = await start(later)
  expect(before['settings']).toContain('{"name":"hold_shelf_days_count","value":"7"}')
  expect(before['notes']).toHaveLength(4)
  removeReference(later)
  const gone = await later.reopen()
  await gone.ok('rescue.go-on', { initials: 'RO', pin: '864209' })
  await takeIn(gone, folder)
  const after = await start(gone)
  const { staff: _pins, ...same } = before
  expect(after).toMatchObject(same)
  const again = await gone.reopen()
  await again.ok('staff.sign-in', { commandId: again.id(), initials: 'ZY', pin: '1357' })
  // Once more into the file that is there now: the note that was taken off here stays off.
  await again.ok('staff.sign-in', { commandId: again.id(), initials: 'RO', pin: '864209' })
  await takeIn(again, folder, [])
  expect((await start(again))['notes']).toEqual(before['notes'])
})

test('records that were numbered by a place that a person chose get the same numbers again', async () => {
  const records = ['Emma', 'Kim'].map((title, index) =>
    iso2709([
      ['035', `  $a(OCoLC)${index}`],
      ['245', `10$a${title}`],
    ]),
  )
  const marc = { 'more.mrc': Buffer.concat(records) }
  const desk = await deskOf(folderOf(LIBRARY))
  const chosen = { folder: folderOf(marc), accept_findings: [], number_from: '035a' }
  await desk.ok('import.start', { commandId: desk.id(), ...chosen })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const before = await start(desk)
  expect(before['titles']).toContainEqual(expect.stringContaining('(OCoLC)1'))
  removeReference(desk)
  const gone = await desk.reopen()
  await gone.ok('rescue.go-on', { initials: 'RO', pin: '471108' })
  await takeIn(gone, folderOf({ ...LIBRARY, ...marc }))
  expect((await start(gone))['titles']).toEqual(before['titles'])
})

test('nothing was settled yet: what the desk did with loans and holds of the files stands on them again', async () => {
  const folder = folderOf(LIBRARY)
  const desk = await deskOf(folder)
  await work(desk)
  await desk.ok('hold.suspend', { commandId: desk.id(), hold_ref: 'h1', until_on: null })
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'in' })
  await desk.scan(THIRD)
  await desk.ok('desk.undo', { commandId: desk.id() })
  const before = await start(desk)
  removeReference(desk)
  const gone = await desk.reopen()
  await gone.ok('rescue.go-on', { initials: 'RO', pin: '864209' })
  await takeIn(gone, folder)
  expect(await start(gone)).toEqual(before)
  await expectRebuilt(gone)
  expect(await settled(gone)).toBeGreaterThan(5)
  expect(await start(gone)).toEqual(before)
})

test('a hold that ended and is forgotten is missed by nobody', async () => {
  const folder = folderOf(LIBRARY)
  const desk = await deskOf(folder)
  await work(desk)
  const { holds } = await desk.ok('hold.of-patron', { card_barcode: CARD })
  await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref: holds[0]?.hold_ref ?? '' })
  expect(await forgotten(desk)).toBeGreaterThan(0)
  removeReference(desk)
  const gone = await desk.reopen()
  await gone.ok('rescue.go-on', { initials: 'RO', pin: '864209' })
  await takeIn(gone, folder)
  expect((await start(gone))['holds']).toEqual([expect.stringContaining('"h1"')])
})

test('rebuilt before the files are in again, it has what waits for them once they are', async () => {
  const folder = folderOf(LIBRARY)
  const desk = await deskOf(folder)
  await work(desk)
  await settled(desk)
  const later = await desk.reopen()
  await later.ok('staff.sign-in', { commandId: later.id(), initials: 'RO', pin: '864209' })
  await later.scan(CARD)
  const part = { charge_ref: 'C001', amount_cents: 25, reason: 'first-time' } as const
  await later.ok('charge.waive', { commandId: later.id(), ...part })
  const before = await start(later)
  removeReference(later)
  const gone = await later.reopen()
  await gone.ok('rescue.go-on', { initials: 'RO', pin: '864209' })
  await rebuilt(gone)
  const again = await gone.reopen()
  await again.ok('staff.sign-in', { commandId: again.id(), initials: 'RO', pin: '864209' })
  await takeIn(again, folder)
  expect(await start(again)).toEqual(before)
})

test('until the files are in again nobody sets the desk up, and whoever imports them looks after it', async () => {
  const folder = folderOf(LIBRARY)
  const desk = await deskOf(folder)
  await work(desk)
  await settled(desk)
  removeReference(desk)
  const gone = await desk.reopen()
  await gone.ok('rescue.go-on', { initials: 'RO', pin: '864209' })
  const later = await gone.reopen()
  expect((await later.ok('desk.snapshot', {})).snapshot.stage).toBe('sign-in')
  const taking = () => later.call('import.start', { commandId: later.id(), folder, accept_findings: [] })
  expect(await taking()).toMatchObject({ code: 'not-permitted' })
  const who = { staff_name: 'Eve', initials: 'EV', pin: '471108' }
  const setUp = { commandId: later.id(), branch_code: 'MAIN', desk_name: 'Desk 9', ...who }
  expect(await later.call('desk.set-up', setUp)).toMatchObject({ code: 'already-set-up' })
  await later.ok('staff.sign-in', { commandId: later.id(), initials: 'BC', pin: '2580' })
  expect(await taking()).toMatchObject({ code: 'not-permitted' })
  await later.ok('staff.sign-in', { commandId: later.id(), initials: 'RO', pin: '864209' })
  await takeIn(later, folder)
  expect((await later.ok('desk.snapshot', {})).snapshot).toMatchObject({ stage: 'desk', staff: { initials: 'RO' } })
})

test('a debt that the library’s system knows to be smaller by now is owed no less than nothing', async () => {
  const desk = await deskOf(folderOf(LIBRARY))
  await work(desk)
  expect(await settled(desk)).toBeGreaterThan(5)
  removeReference(desk)
  const gone = await desk.reopen()
  await gone.ok('rescue.go-on', { initials: 'RO', pin: '864209' })
  const charges = 'charge_id,patron_id,kind,charged_at,amount,owed\nC001,1,overdue,2026-11-01 10:00-06:00,1.75,0.25\n'
  await takeIn(gone, folderOf({ ...LIBRARY, 'charges.csv': charges }))
  const shown = (await start(gone))['charges']?.find((one) => one.includes('C001')) ?? '{}'
  expect(JSON.parse(shown)).toMatchObject({ owed_cents: 0, refund_due_cents: 0 })
  expect(await settled(gone)).toBeGreaterThan(5)
  const again = await gone.reopen()
  await again.ok('staff.sign-in', { commandId: again.id(), initials: 'RO', pin: '864209' })
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
})
