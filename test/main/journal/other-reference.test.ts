/**
 * The reference file is exchanged under a desk that has worked: by an older copy, by a newer one. The desk shows the
 * same as before, and its journal adds up. One of another library is refused.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { folderOf } from '../data-in/importing.ts'
import { elsewhere, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { copyOf, exchange, forgotten, settled, start } from '../support/reference-files.ts'
import { CARDS, ITEMS, PIN } from '../support/small-library.ts'

const EXPORT = {
  'loans.csv': `item_barcode,patron_id,branch_code,out_at,due_at,renewals_count
${ITEMS.spirited},p2,MAPLE,2026-11-20 10:00,2026-11-27,0
${ITEMS.becoming},p2,MAPLE,2026-11-20 10:00,2026-12-11,0
`,
  'holds.csv': `hold_id,patron_id,title_id,pickup_branch_code,placed_at,status
h1,p2,t1,MAPLE,2026-11-12 09:00,waiting
`,
  'charges.csv': 'charge_id,patron_id,kind,charged_at,amount,owed\nC001,p1,overdue,2026-11-01 10:00-06:00,1.75,1.75\n',
}

async function signedIn(desk: TestDesk, pin = PIN): Promise<TestDesk> {
  const again = await desk.reopen()
  await again.ok('staff.sign-in', { commandId: again.id(), initials: 'RO', pin })
  return again
}

async function shownRow(desk: TestDesk, table: string, part: string) {
  const row = (await start(desk))[table]?.find((one) => one.includes(part)) ?? '{}'
  return JSON.parse(row) as { readonly charge_ref: string; readonly question_ref: string }
}

/** A desk of a library whose data was taken in, before it has done anything itself. */
async function freshDesk(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await desk.ok('import.start', { commandId: desk.id(), folder: folderOf(EXPORT), accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk
}

/** A morning: loans, renewals and returns of the library's own loans, holds, money, notes, a claim. */
async function work(desk: TestDesk): Promise<void> {
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.scan(ITEMS.educated)
  const on = { title_id: 3, item_barcode: null, pickup_branch: 'MAPLE', expires_on: null, overridden: [] }
  await desk.ok('hold.place', { commandId: desk.id(), ...on })
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 100, note: '' })
  const part = { charge_ref: 'C001', amount_cents: 50, reason: 'first-time' } as const
  await desk.ok('charge.waive', { commandId: desk.id(), ...part })
  await desk.ok('note.write', { commandId: desk.id(), kind: 'note', text: 'Asks for large print', until_on: null })
  const claim = { claim: 'returned', item_barcode: ITEMS.educated, claimed_on: null } as const
  await desk.ok('claim.make', { commandId: desk.id(), ...claim })
  await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.spirited })
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.becoming })
  const after = { name: 'hold_shelf_days_count', value: '9' }
  const change = { table: 'library_setting', key: 'hold_shelf_days_count', after } as const
  await desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
  const made = { item_barcode: '31234000999990', title_id: null, title: 'Found in a box', author: '', isbn: '' }
  const record = { item_type_code: 'BOOK', call_number: 'F BOX', location: 'Adult', price_cents: null }
  await desk.ok('item.make', { commandId: desk.id(), ...made, ...record, lender_name: '', lender_due_on: null })
  await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'rortiz', new_pin: '864209' })
}

/** The desk goes on after its changes were settled: the same charge moves again, a book comes back. */
async function goOn(desk: TestDesk): Promise<TestDesk> {
  const again = await signedIn(desk, '864209')
  await again.scan(CARDS.dana)
  const part = { charge_ref: 'C001', amount_cents: 25, reason: 'first-time' } as const
  await again.ok('charge.waive', { commandId: again.id(), ...part })
  await again.ok('loan.check-in', { commandId: again.id(), item_barcode: ITEMS.warmth })
  return again
}

test('an older copy: what was settled since is shown as before, and settling again keeps it', async () => {
  const desk = await freshDesk()
  const older = await copyOf(desk)
  const again = await signedIn(desk)
  await work(again)
  expect(await settled(again)).toBeGreaterThan(5)
  const later = await goOn(again)
  const before = await start(later)
  exchange(later, older)
  expect(await start(later)).toEqual(before)
  // Started twice, nothing is added twice.
  expect(await start(later)).toEqual(before)
  expect(await settled(later)).toBeGreaterThan(5)
  expect(await start(later)).toEqual(before)
  const signed = await signedIn(later, '864209')
  expect((await signed.ok('item.get', { item_barcode: ITEMS.educated })).is_out).toBe(true)
})

test('a copy from between, then the newest again: each start shows the same', async () => {
  const desk = await freshDesk()
  const first = await copyOf(desk)
  const again = await signedIn(desk)
  await work(again)
  await settled(again)
  const middle = await copyOf(again)
  const later = await goOn(again)
  await settled(later)
  const newest = await copyOf(later)
  const before = await start(later)
  for (const copy of [middle, newest, first, newest, middle]) {
    exchange(later, copy)
    expect(await start(later)).toEqual(before)
  }
})

test('what was forgotten since a copy was made stays forgotten: sums, counts and choices are as before', async () => {
  const desk = await freshDesk()
  const first = await copyOf(desk)
  const again = await signedIn(desk)
  await again.scan(CARDS.dana)
  await again.scan(ITEMS.educated)
  const wish = { receipt: 'none', is_large_print: true, language: 'es' } as const
  await again.ok('patron.set-preference', { commandId: again.id(), ...wish })
  await again.ok('charge.add', { commandId: again.id(), fee_code: '', amount_cents: 100, note: 'Copies' })
  const claim = { claim: 'never-had', item_barcode: ITEMS.educated, claimed_on: null } as const
  await again.ok('claim.make', { commandId: again.id(), ...claim })
  await settled(again)
  const open = await copyOf(again)
  const { charge_ref } = await shownRow(again, 'charges', '"owed_cents":100')
  const later = await signedIn(again)
  await later.scan(CARDS.dana)
  const all = { charge_ref, amount_cents: null, reason: 'first-time' } as const
  await later.ok('charge.waive', { commandId: later.id(), ...all })
  await later.ok('loan.check-in', { commandId: later.id(), item_barcode: ITEMS.educated })
  const { question_ref } = await shownRow(later, 'questions', '')
  const last = await signedIn(later)
  const brought = { question_ref, found: 'brought', charge: null, receipt: null } as const
  await last.ok('return.answer', { commandId: last.id(), ...brought })
  await settled(last)
  const over = await copyOf(later)
  expect(await forgotten(later)).toBeGreaterThan(2)
  const before = await start(later)
  expect(before['sums']).toHaveLength(1)
  expect(before['counts']).toHaveLength(1)
  expect(before['claims']).toEqual([])
  const newest = await copyOf(later)
  for (const copy of [over, open, first, newest, open]) {
    exchange(later, copy)
    expect(await start(later)).toEqual(before)
    await forgotten(later)
    expect(await start(later)).toEqual(before)
  }
})

test('the reference file of another library is refused, and nothing is changed', async () => {
  const desk = await freshDesk()
  await work(desk)
  const own = await copyOf(desk)
  const before = await start(desk)
  const other = join(testFolder(), REFERENCE_FILE)
  copyFileSync(own, other)
  exchange(desk, other)
  elsewhere(desk, `UPDATE meta SET value = 'ZZZZZZ' WHERE name = 'numbers_of'`)
  await expect(start(desk)).rejects.toMatchObject({ code: 'other-library' })
  exchange(desk, own)
  expect(await start(desk)).toEqual(before)
})
