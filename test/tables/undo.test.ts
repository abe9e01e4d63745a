/**
 * What a clerk does at the desk × whether it can be undone × what that does to money. Each act is undone right away,
 * after Finish, after locking the desk, and after a crash: the account is to the cent what it was before.
 */
import { describe, expect, test } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import type { ActName } from '../../shared/journal/undo-acts.ts'
import { openDesk, rosaAt, type TestDesk } from '../main/support/desk.ts'
import { days, lend, moneyDesk, pageOf, tableOf } from '../main/support/money-desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'

const { undo } = en.outcomes

async function account(desk: TestDesk) {
  const { patron } = await desk.scan(CARDS.dana)
  const page = await pageOf(desk, 'account')
  const charges = page.sections.some((one) => one.section_id === 'charges') ? tableOf(page, 'charges') : []
  const loans = tableOf(page, 'loans')
  await desk.ok('desk.finish', {})
  const { owed_cents, out_count, holds_ready_count, notices } = patron ?? {}
  return { owed_cents, out_count, holds_ready_count, notices, loans, charges }
}

/** The charge that Waive offers first. */
async function newestCharge(desk: TestDesk): Promise<string> {
  const page = await pageOf(desk, 'waive')
  return String(page.enter?.call.input['charge_ref'])
}

type Case = {
  readonly before?: (desk: TestDesk) => Promise<unknown>
  readonly act: (desk: TestDesk) => Promise<unknown>
  /** Null: it cannot be undone. */
  readonly name: ActName | null
  /** What the act did to what is owed. */
  readonly cents: number
}

const overdue = async (desk: TestDesk): Promise<void> => {
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 24)
}
const owing = async (desk: TestDesk): Promise<void> => {
  await desk.scan(CARDS.dana)
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 700, note: '' })
  await desk.ok('desk.finish', {})
}
const open = (work: (desk: TestDesk) => Promise<unknown>) => async (desk: TestDesk) => {
  await desk.scan(CARDS.dana)
  await work(desk)
}
const item_barcode = ITEMS.warmth

const CASES: Readonly<Record<string, Case>> = {
  'a check-out': { act: open((desk) => desk.scan(ITEMS.educated)), name: 'check-out', cents: 0 },
  'a late check-in: its fine goes': {
    before: overdue,
    act: async (desk) => {
      await desk.ok('desk.mode', { mode: 'in' })
      await desk.scan(ITEMS.warmth)
    },
    name: 'check-in',
    cents: 75,
  },
  'a check-in from one and out to another': {
    before: (desk) => lend(desk, CARDS.omar, ITEMS.warmth),
    act: open(async (desk) => {
      const { rows } = await desk.scan(ITEMS.warmth)
      await desk.ok('desk.answer', { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', key: '1' })
    }),
    name: 'check-in-out',
    cents: 0,
  },
  'a late renewal: its fine goes': {
    before: overdue,
    act: open((desk) => desk.ok('desk.renew', { commandId: desk.id(), item_barcode })),
    name: 'renewal',
    cents: 75,
  },
  'a due date by hand': {
    before: (desk) => lend(desk, CARDS.dana, ITEMS.warmth),
    act: open((desk) => desk.ok('desk.set-due', { commandId: desk.id(), item_barcode, due_on: '2026-12-22' })),
    name: 'due-date',
    cents: 0,
  },
  'a lost item: price and fee go': {
    before: (desk) => lend(desk, CARDS.dana, ITEMS.warmth),
    act: open((desk) => desk.ok('loan.lost', { commandId: desk.id(), item_barcode, price_cents: 2000 })),
    name: 'lost',
    cents: 2300,
  },
  'a claim that it was returned': {
    before: (desk) => lend(desk, CARDS.dana, ITEMS.warmth),
    act: open((desk) =>
      desk.ok('claim.make', { commandId: desk.id(), item_barcode, claim: 'returned', claimed_on: '2026-11-24' }),
    ),
    name: 'claim',
    cents: 0,
  },
  'a charge by hand': {
    act: open((desk) => desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 450, note: '' })),
    name: 'charge',
    cents: 450,
  },
  'a waive: it is owed again': {
    before: owing,
    act: open(async (desk) => {
      const charge_ref = await newestCharge(desk)
      await desk.ok('charge.waive', { commandId: desk.id(), charge_ref, amount_cents: 500, reason: 'hardship' })
    }),
    name: 'waive',
    cents: -500,
  },
  'a void: it is owed again': {
    before: owing,
    act: open(async (desk) => {
      const charge_ref = await newestCharge(desk)
      await desk.ok('charge.void', { commandId: desk.id(), charge_ref, reason: 'hardship' })
    }),
    name: 'void',
    cents: -700,
  },
  'a note': {
    act: open((desk) =>
      desk.ok('note.write', { commandId: desk.id(), text: 'Call her', kind: 'note', until_on: null }),
    ),
    name: 'note',
    cents: 0,
  },
  'in-library use': {
    act: async (desk) => {
      await desk.ok('desk.mode', { mode: 'in-house' })
      await desk.scan(ITEMS.educated)
    },
    name: 'use',
    cents: 0,
  },
  'a receipt preference: it cannot be undone': {
    act: open((desk) =>
      desk.ok('patron.set-preference', {
        commandId: desk.id(),
        receipt: 'none',
        is_large_print: false,
        language: 'en',
      }),
    ),
    name: null,
    cents: 0,
  },
}

const WHEN: Readonly<Record<string, (desk: TestDesk) => Promise<TestDesk>>> = {
  'right away': async (desk) => desk,
  'after Finish': async (desk) => {
    await desk.ok('desk.finish', {})
    return desk
  },
  'after the lock': async (desk) => {
    await desk.ok('desk.lock', {})
    await rosaAt(desk)
    return desk
  },
  'after a crash': async (desk) => {
    const again = await openDesk(desk.folder, {}, desk.clock)
    await rosaAt(again)
    return again
  },
}

describe.each(Object.entries(CASES))('%s', (_, { before, act, name, cents }) => {
  test.each(Object.entries(WHEN))('%s', async (when, then) => {
    let desk = await moneyDesk()
    await before?.(desk)
    const was = await account(desk)
    await act(desk)
    if (when === 'after a crash') await desk.station.close()
    desk = await then(desk)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.undo_label).toBe(name === null ? '' : undo.offer(name))
    const did = await account(desk)
    expect((did.owed_cents ?? 0) - (was.owed_cents ?? 0)).toBe(cents)
    const { band } = (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot
    expect(await account(desk)).toEqual(name === null ? did : was)
    const figure = /\$(\d+\.\d\d)/.exec(name === null ? '' : (band?.sentence ?? ''))?.[1] ?? '0'
    expect(Math.round(Number(figure) * 100)).toBe(name === 'lost' ? 2000 : Math.abs(cents))
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })
})
