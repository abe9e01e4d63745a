/** kill -9 at every statement of every transaction of a plain shift: lending, renewing, taking back, undoing. */
import { test } from 'vitest'
import { makeFiles, type TestDesk } from '../main/support/desk.ts'
import { testFolder } from '../main/support/folders.ts'
import { BADGE, CARDS, ITEMS } from '../main/support/small-library.ts'
import { commandsOf, killedEverywhere } from './killed.ts'

const { command, scan } = commandsOf(42)

const SHIFT = [
  scan(BADGE),
  scan(CARDS.dana),
  scan(ITEMS.warmth),
  scan(ITEMS.educated),
  command('desk.undo'),
  command('desk.renew-all'),
  scan(CARDS.omar),
  command('loan.check-out', { card_barcode: CARDS.omar, item_barcode: ITEMS.becoming }),
  command('loan.check-in', { item_barcode: ITEMS.warmth }),
  command('loan.check-in', { item_barcode: ITEMS.becoming }),
]

function files(): string {
  const folder = testFolder()
  makeFiles(folder)
  return folder
}

async function state(desk: TestDesk): Promise<unknown> {
  const people = []
  for (const card of [CARDS.dana, CARDS.omar]) {
    const { loans } = await desk.ok('patron.get', { card_barcode: card })
    people.push(loans.map(({ barcode, due_text, renewals }) => ({ barcode, due_text, renewals })))
  }
  const items = []
  for (const barcode of [ITEMS.warmth, ITEMS.educated, ITEMS.becoming]) {
    const { is_out, status } = await desk.ok('item.get', { item_barcode: barcode })
    items.push({ barcode, is_out, status })
  }
  return { people, items }
}

test('killed before and after every statement of a shift', async () => {
  const kinds = ['item-checked-out', 'item-checked-in', 'loan-renewed', 'check-out-undone']
  await killedEverywhere({ files, commands: SHIFT, state, kinds })
}, 1_800_000)
