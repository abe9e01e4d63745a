/**
 * The reference file is exchanged under a desk that has worked: by an older copy, by a newer one. The desk shows the
 * same as before, and its journal adds up. One of another library is refused.
 */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { elsewhere, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { copyOf, exchange, forgotten, settled, start } from '../support/reference-files.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { freshDesk, goOn, signedIn, work } from '../support/worked-desk.ts'
import { enterRosa } from '../support/staff.ts'

async function shownRow(desk: TestDesk, table: string, part: string) {
  const row = (await start(desk))[table]?.find((one) => one.includes(part)) ?? '{}'
  return JSON.parse(row) as { readonly charge_ref: string; readonly question_ref: string }
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

test('a note of a clerk whose account was closed since stays, and so does what they signed', async () => {
  const desk = await freshDesk()
  const older = await copyOf(desk)
  const rosa = await signedIn(desk)
  await enterRosa(rosa)
  const ben = { name: 'Ben Cho', initials: 'BC', role: 'staff', badge_barcode: '' } as const
  await rosa.ok('staff.add', { commandId: rosa.id(), ...ben, pin: '2580' })
  await rosa.ok('staff.sign-in', { commandId: rosa.id(), initials: 'BC', pin: '2580' })
  await rosa.scan(CARDS.dana)
  await rosa.ok('note.write', { commandId: rosa.id(), kind: 'note', text: 'Asks for large print', until_on: null })
  await settled(rosa)
  // Closed after the note was settled, and not settled itself.
  const later = await signedIn(rosa)
  const { staff } = await later.ok('staff.list', {})
  const { staff_code = '' } = staff.find((one) => one.initials === 'BC') ?? {}
  await later.ok('staff.close', { commandId: later.id(), staff_code })
  const before = await start(later)
  expect(before['notes']).toEqual([expect.stringContaining('"initials":"BC"')])
  exchange(later, older)
  expect(await start(later)).toEqual(before)
  // Nothing waits for the library's data: the desk settles again.
  expect(await settled(later)).toBeGreaterThan(0)
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
