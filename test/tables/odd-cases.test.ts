/**
 * What the desk says when the records and the world differ: scanned twice, scanned the wrong way round, merged or
 * deleted elsewhere, withdrawn, nameless. Each line is an outcome a clerk reads; none may be a fault.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../main/store/files.ts'
import { openFile } from '../../main/store/open-edge.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { workingDesk, type TestDesk } from '../main/support/desk.ts'
import { KEY } from '../main/support/fakes.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'

/** What another program did to the library's data meanwhile. */
function elsewhere(desk: TestDesk, sql: string): void {
  const db = openFile(join(desk.folder, REFERENCE_FILE), KEY)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

const SECOND_CARD = '21234000000066'

type Case = {
  readonly name: string
  /** Scanned in this order; the last one is the case. "F2" is the key for check-in, "SQL …" happens elsewhere. */
  readonly steps: readonly string[]
  readonly outcome: string
  readonly heading: string
  readonly sentence: string
  readonly patron?: string | null
}

const CASES: readonly Case[] = [
  {
    name: 'an item scanned twice to one patron',
    steps: [CARDS.dana, ITEMS.warmth, ITEMS.warmth],
    outcome: 'decide',
    heading: 'The Warmth of Other Suns',
    sentence: 'DECIDE. Already out to this patron, due Tue 15 Dec. Nothing recorded. 1 to renew it; Esc to leave it.',
    patron: 'Dana Miller',
  },
  {
    name: 'an item taken back twice',
    steps: ['F2', ITEMS.warmth, ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: 'DONE. Reshelve. It was not checked out.',
  },
  {
    name: 'a card scanned as an item, in the middle of returns',
    steps: ['F2', ITEMS.warmth, CARDS.dana],
    outcome: 'done',
    heading: 'Dana Miller',
    sentence: 'DONE. Account open.',
    patron: 'Dana Miller',
  },
  {
    name: 'a card scanned as an item, while another patron is open',
    steps: [CARDS.omar, CARDS.dana],
    outcome: 'done',
    heading: 'Dana Miller',
    sentence: 'DONE. Account open. The patron before is finished.',
    patron: 'Dana Miller',
  },
  {
    name: 'an item scanned as a card',
    steps: [ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: 'DONE. In. Adult, Maple Street. Scan a card to lend it.',
    patron: null,
  },
  {
    name: 'two cards for one person: both open the same account',
    steps: [`SQL INSERT INTO card VALUES ('${SECOND_CARD}', 1, 'current')`, CARDS.dana, SECOND_CARD],
    outcome: 'done',
    heading: 'Dana Miller',
    sentence: 'DONE. Open already.',
    patron: 'Dana Miller',
  },
  {
    name: 'a patron deleted elsewhere while open at the desk',
    steps: [CARDS.dana, 'SQL DELETE FROM patron WHERE patron_id = 1', ITEMS.warmth],
    outcome: 'stop',
    heading: 'This account is not in the library’s data any more.',
    sentence: 'STOP. Nothing recorded. Find the person with F4: two accounts may have become one.',
    patron: null,
  },
  {
    name: 'a patron merged elsewhere into another: the card opens the one that is left',
    steps: [
      CARDS.dana,
      'SQL UPDATE card SET patron_id = 2 WHERE patron_id = 1; DELETE FROM patron WHERE patron_id = 1',
      CARDS.dana,
    ],
    outcome: 'done',
    heading: 'Omar Núñez',
    sentence: 'DONE. Account open. The patron before is finished.',
    patron: 'Omar Núñez',
  },
  {
    name: 'a book of a patron who was deleted elsewhere comes back',
    steps: [CARDS.dana, ITEMS.warmth, 'SQL DELETE FROM patron WHERE patron_id = 1', 'F2', ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: 'DONE. Reshelve. Whoever had it is not in the library’s data any more: nothing is charged.',
  },
  {
    name: 'a book of a patron who was deleted elsewhere, for another patron',
    steps: [CARDS.dana, ITEMS.warmth, 'SQL DELETE FROM patron WHERE patron_id = 1', CARDS.omar, ITEMS.warmth],
    outcome: 'decide',
    heading: 'The Warmth of Other Suns',
    sentence:
      'DECIDE. This is out to somebody else, due Tue 15 Dec. Nothing recorded. ' +
      '1 to check it in and out again; Esc to leave it.',
    patron: 'Omar Núñez',
  },
  {
    name: 'a card whose patron was deleted elsewhere',
    steps: ['SQL DELETE FROM patron WHERE patron_id = 1', CARDS.dana],
    outcome: 'stop',
    heading: 'This account is not in the library’s data any more.',
    sentence: 'STOP. Nothing recorded. Find the person with F4: two accounts may have become one.',
    patron: null,
  },
  {
    name: 'a loan whose item was withdrawn meanwhile',
    steps: [CARDS.dana, ITEMS.warmth, "SQL UPDATE item SET status = 'withdrawn' WHERE item_id = 1", 'F2', ITEMS.warmth],
    outcome: 'route',
    heading: 'The Warmth of Other Suns',
    sentence: 'PUT IT THERE. Set it aside: it is marked withdrawn.',
  },
  {
    name: 'an item without a title',
    steps: ["SQL UPDATE title SET title = '' WHERE title_id = 1", CARDS.dana, ITEMS.warmth],
    outcome: 'done',
    heading: `No title, ${ITEMS.warmth}`,
    sentence: 'DONE. 21 days from Tue 24 Nov.',
    patron: 'Dana Miller',
  },
]

async function carryOut(desk: TestDesk, step: string): Promise<DeskSnapshot> {
  if (step === 'F2') return (await desk.ok('desk.mode', { mode: 'in' })).snapshot
  if (!step.startsWith('SQL ')) return desk.scan(step)
  elsewhere(desk, step.slice(4))
  return (await desk.ok('desk.snapshot', {})).snapshot
}

test.each(CASES)('$name', async ({ steps, outcome, heading, sentence, patron }) => {
  const desk = await workingDesk()
  let snapshot: DeskSnapshot | null = null
  for (const step of steps) snapshot = await carryOut(desk, step)
  expect(snapshot?.band).toMatchObject({ outcome, heading, sentence })
  if (patron !== undefined) expect(snapshot?.patron?.name ?? null).toBe(patron)
  expect(desk.log).toEqual([])
})

describe('what a patron who is gone leaves behind', () => {
  test('their loan is told, not renewed', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 1')
    const renewed = await desk.call('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(renewed).toMatchObject({ kind: 'refused', code: 'patron-gone' })
  })

  test('their loan is neither billed nor claimed, and the desk says why', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 1')
    const item_barcode = ITEMS.warmth
    const claim = { claim: 'returned', claimed_on: null } as const
    const refused = { kind: 'refused', code: 'borrower-gone' }
    expect(await desk.call('loan.lost', { commandId: desk.id(), item_barcode, price_cents: null })).toMatchObject(
      refused,
    )
    expect(await desk.call('claim.make', { commandId: desk.id(), item_barcode, ...claim })).toMatchObject(refused)
  })

  test('the screen shows nobody, and the key for the last patron opens nobody', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 1')
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron).toBeNull()
    await desk.ok('desk.finish', {})
    expect(await desk.call('desk.last-patron', {})).toMatchObject({ kind: 'refused', code: 'nobody-open' })
  })
})
