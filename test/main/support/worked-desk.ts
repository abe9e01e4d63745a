/** A desk that has worked a morning on a library whose data was taken in, and goes on. */
import { expect } from 'vitest'
import { folderOf } from '../data-in/importing.ts'
import type { TestDesk } from './desk.ts'
import { moneyDesk } from './money-desk.ts'
import { CARDS, ITEMS, PIN } from './small-library.ts'

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

export async function signedIn(desk: TestDesk, pin = PIN): Promise<TestDesk> {
  const again = await desk.reopen()
  await again.ok('staff.sign-in', { commandId: again.id(), initials: 'RO', pin })
  return again
}

/** A desk of a library whose data was taken in, before it has done anything itself. */
export async function freshDesk(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await desk.ok('import.start', { commandId: desk.id(), folder: folderOf(EXPORT), accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk
}

/** A morning: loans, renewals and returns of the library's own loans, holds, money, notes, a claim. */
export async function work(desk: TestDesk): Promise<void> {
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
export async function goOn(desk: TestDesk): Promise<TestDesk> {
  const again = await signedIn(desk, '864209')
  await again.scan(CARDS.dana)
  const part = { charge_ref: 'C001', amount_cents: 25, reason: 'first-time' } as const
  await again.ok('charge.waive', { commandId: again.id(), ...part })
  await again.ok('loan.check-in', { commandId: again.id(), item_barcode: ITEMS.warmth })
  return again
}
