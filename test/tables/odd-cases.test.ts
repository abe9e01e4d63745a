/**
 * What the desk says when the records and the world differ: scanned twice, scanned the wrong way round, merged or
 * deleted elsewhere, withdrawn, nameless. Each line is an outcome a clerk reads; none may be a fault.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PageRow } from '../../shared/desk/page.ts'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { MS_PER_DAY, localDate } from '../../shared/kernel/time.ts'
import { elsewhere, workingDesk, type TestDesk } from '../main/support/desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { PAGES, says, told, wayOut } from '../support/said.ts'
import { must } from '../../shared/kernel/assert.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'

const SECOND_CARD = '21234000000066'

/** "Educated" for somebody who is not in the data: on the hold shelf here, or waited for. */
const GONE_READY =
  `SQL UPDATE item SET status = 'hold-shelf' WHERE item_id = 2; INSERT INTO hold VALUES ('gone-1', 99, '', 2, 2, ` +
  `0, 'MAPLE', 0, NULL, 'ready', NULL, '2026-12-05', 'JON-4471')`
const GONE_WAITING = `SQL INSERT INTO hold VALUES ('gone-1', 99, '', 2, NULL, 0, 'MAPLE', 0, NULL, 'waiting',
    NULL, NULL, '')`

type Case = {
  readonly name: string
  /** Scanned in this order; the last one is the case. "F2" is the key for check-in, "SQL …" happens elsewhere. */
  readonly steps: readonly string[]
  readonly outcome: string
  readonly heading: string
  readonly sentence: string
  readonly patron?: string | null
}

const OUT = { due: endOfDay(localDate('2026-12-15'), must(parseZoneName('America/Chicago'), 'a zone')) }

const CASES: readonly Case[] = [
  {
    name: 'an item scanned to the patron who has it',
    steps: [CARDS.dana, ITEMS.warmth, 'a day later', ITEMS.warmth],
    outcome: 'decide',
    heading: 'The Warmth of Other Suns',
    sentence: `${says('out-to-same', OUT)} Nothing recorded. ${wayOut('out-to-same', OUT)}`,
    patron: 'Dana Miller',
  },
  {
    name: 'an item taken back twice',
    steps: ['F2', ITEMS.warmth, ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: 'Reshelve. Already scanned: it is checked in.',
  },
  {
    name: 'an item sent to another branch, scanned twice',
    steps: ['F2', ITEMS.north, ITEMS.north],
    outcome: 'route',
    heading: 'Goodnight Moon',
    sentence: 'Send it to North Branch: it belongs there. Already scanned: it is checked in.',
  },
  {
    name: 'an item taken back twice, and the first time undone: the desk forgets that scan',
    steps: ['F2', ITEMS.warmth, 'Ctrl+Z', ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: 'Reshelve. It was not checked out.',
  },
  {
    name: 'an item lent in between is not scanned twice',
    steps: ['F2', ITEMS.warmth, CARDS.dana, ITEMS.warmth, 'F2', ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: 'Reshelve.',
  },
  {
    name: 'a card scanned as an item, in the middle of returns',
    steps: ['F2', ITEMS.warmth, CARDS.dana],
    outcome: 'done',
    heading: 'Dana Miller',
    sentence: 'Account open. Now in Check out.',
    patron: 'Dana Miller',
  },
  {
    name: 'a card scanned as an item, while another patron is open',
    steps: [CARDS.omar, CARDS.dana],
    outcome: 'done',
    heading: 'Dana Miller',
    sentence: 'Account open. The previous patron’s checkout is complete.',
    patron: 'Dana Miller',
  },
  {
    name: 'an item scanned as a card',
    steps: [ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: 'Available. Adult, Maple Street. Scan a card to check it out.',
    patron: null,
  },
  {
    name: 'two cards for one person: both open the same account',
    steps: [`SQL INSERT INTO card VALUES ('${SECOND_CARD}', 1, 'current')`, CARDS.dana, SECOND_CARD],
    outcome: 'done',
    heading: 'Dana Miller',
    sentence: 'Already open.',
    patron: 'Dana Miller',
  },
  {
    name: 'a patron deleted elsewhere while open at the desk',
    steps: [CARDS.dana, 'SQL DELETE FROM patron WHERE patron_id = 1', ITEMS.warmth],
    outcome: 'stop',
    heading: says('patron-gone'),
    sentence: `Nothing recorded. ${wayOut('patron-gone')}`,
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
    sentence: 'Account open. The previous patron’s checkout is complete.',
    patron: 'Omar Núñez',
  },
  {
    name: 'a book of a patron who was deleted elsewhere comes back',
    steps: [CARDS.dana, ITEMS.warmth, 'SQL DELETE FROM patron WHERE patron_id = 1', 'F2', ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: `Reshelve. ${told({ code: 'last-patron-gone' })}`,
  },
  {
    name: 'a book of a patron who was deleted elsewhere, for another patron',
    steps: [CARDS.dana, ITEMS.warmth, 'SQL DELETE FROM patron WHERE patron_id = 1', CARDS.omar, ITEMS.warmth],
    outcome: 'decide',
    heading: 'The Warmth of Other Suns',
    sentence:
      `${says('out-to-other', { whom: 'gone', ...OUT })} Nothing recorded. ` +
      wayOut('out-to-other', { whom: 'gone', ...OUT }),
    patron: 'Omar Núñez',
  },
  {
    name: 'a card whose patron was deleted elsewhere',
    steps: ['SQL DELETE FROM patron WHERE patron_id = 1', CARDS.dana],
    outcome: 'stop',
    heading: says('patron-gone'),
    sentence: `Nothing recorded. ${wayOut('patron-gone')}`,
    patron: null,
  },
  {
    name: 'a copy on the hold shelf for a patron who was deleted elsewhere, scanned with nobody open',
    steps: [GONE_READY, ITEMS.educated],
    outcome: 'stop',
    heading: 'Educated',
    sentence: `${says('hold-of-nobody')} Nothing recorded. ${wayOut('hold-of-nobody')}`,
  },
  {
    name: 'the same copy, taken in',
    steps: [GONE_READY, 'F2', ITEMS.educated],
    outcome: 'done',
    heading: 'Educated',
    sentence: 'Reshelve. It was not checked out. That hold ended: its patron is no longer in the library’s data.',
  },
  {
    name: 'the same copy, borrowed by somebody else',
    steps: [GONE_READY, CARDS.omar, ITEMS.educated],
    outcome: 'done',
    heading: 'Educated',
    sentence: '21-day loan. That hold ended: its patron is no longer in the library’s data.',
    patron: 'Omar Núñez',
  },
  {
    name: 'a book that a patron who was deleted elsewhere waits for',
    steps: [GONE_WAITING, 'F2', ITEMS.educated],
    outcome: 'done',
    heading: 'Educated',
    sentence:
      'Reshelve. It was not checked out. A hold of a patron who is no longer in the library’s data was skipped: ' +
      'the hold shelf page lists it.',
  },
  {
    name: 'a loan whose item was withdrawn meanwhile',
    steps: [CARDS.dana, ITEMS.warmth, "SQL UPDATE item SET status = 'withdrawn' WHERE item_id = 1", 'F2', ITEMS.warmth],
    outcome: 'route',
    heading: 'The Warmth of Other Suns',
    sentence: 'Set it aside: it is marked withdrawn.',
  },
  {
    name: 'a loan whose item was withdrawn meanwhile, renewed',
    steps: [CARDS.dana, ITEMS.warmth, "SQL UPDATE item SET status = 'withdrawn' WHERE item_id = 1", 'renew it'],
    outcome: 'stop',
    heading: 'The Warmth of Other Suns',
    sentence: `${says('renewal-withdrawn', OUT)} Nothing recorded. ${wayOut('renewal-withdrawn', OUT)}`,
    patron: 'Dana Miller',
  },
  {
    name: 'the same, renewed with all the others',
    steps: [
      CARDS.dana,
      ITEMS.warmth,
      ITEMS.educated,
      "SQL UPDATE item SET status = 'withdrawn' WHERE item_id = 1",
      'a day later',
      'renew all',
    ],
    outcome: 'done',
    heading: '1 renewed until Wed, Dec 16',
    sentence: '1 not renewed: withdrawn.',
    patron: 'Dana Miller',
  },
  {
    name: 'a copy that is marked damaged is asked about',
    steps: ["SQL UPDATE item SET status = 'damaged' WHERE item_id = 1", CARDS.dana, ITEMS.warmth],
    outcome: 'decide',
    heading: 'The Warmth of Other Suns',
    sentence: `${says('item-damaged')} Nothing recorded. ${wayOut('item-damaged')}`,
  },
  ...['missing', 'trace'].map((status) => ({
    name: `a copy that is marked ${status} is lent, and said to be found`,
    steps: [`SQL UPDATE item SET status = '${status}' WHERE item_id = 1`, CARDS.dana, ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: `21-day loan. ${says('item-found')} ${wayOut('item-found')}`,
  })),
  ...['in-process', 'on-order'].map((status) => ({
    name: `a copy that is ${status} is lent, and said not to have been ready`,
    steps: [`SQL UPDATE item SET status = '${status}' WHERE item_id = 1`, CARDS.dana, ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: `21-day loan. ${says('item-not-ready')} ${wayOut('item-not-ready')}`,
  })),
  {
    name: 'a copy that is on its way between branches is lent, and said to have been',
    steps: ["SQL UPDATE item SET status = 'in-transit' WHERE item_id = 1", CARDS.dana, ITEMS.warmth],
    outcome: 'done',
    heading: 'The Warmth of Other Suns',
    sentence: `21-day loan. ${says('item-arrived')} ${wayOut('item-arrived')}`,
  },
  {
    name: 'an item without a title',
    steps: ["SQL UPDATE title SET title = '' WHERE title_id = 1", CARDS.dana, ITEMS.warmth],
    outcome: 'done',
    heading: ITEMS.warmth,
    sentence: '21-day loan.',
    patron: 'Dana Miller',
  },
]

async function carryOut(desk: TestDesk, step: string): Promise<DeskSnapshot> {
  if (step === 'F2') return (await desk.ok('desk.mode', { mode: 'in' })).snapshot
  if (step === 'Ctrl+Z') return (await desk.ok('desk.undo', { commandId: desk.id() })).snapshot
  if (step === 'renew all') return (await desk.ok('desk.renew-all', { commandId: desk.id() })).snapshot
  if (step === 'renew it') {
    return (await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })).snapshot
  }
  if (step === 'a day later') desk.clock.pass(MS_PER_DAY)
  else if (!step.startsWith('SQL ')) return desk.scan(step)
  else elsewhere(desk, step.slice(4))
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

const GONE = { kind: 'refused', code: 'patron-gone' } as const

/** Everything that is asked of the open account: it writes to nobody, and the desk says why. */
const ASKED_OF_THE_ACCOUNT: readonly [string, (desk: TestDesk) => Promise<unknown>][] = [
  [
    'a hold for them',
    (desk) => {
      const on = { title_id: 2, item_barcode: null, pickup_branch: 'MAPLE', expires_on: null, overridden: [] }
      return desk.call('hold.place', { commandId: desk.id(), ...on })
    },
  ],
  [
    'a note on them',
    (desk) => desk.call('note.write', { commandId: desk.id(), kind: 'note', text: 'Moved', until_on: null }),
  ],
  ['a note taken off', (desk) => desk.call('note.remove', { commandId: desk.id(), note_ref: 'n1' })],
  ['a message told', (desk) => desk.call('note.told', { commandId: desk.id(), note_ref: 'n1' })],
  [
    'a charge put on',
    (desk) => desk.call('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 100, note: '' }),
  ],
  [
    'a charge waived',
    (desk) =>
      desk.call('charge.waive', { commandId: desk.id(), charge_ref: 'c1', amount_cents: null, reason: 'illness' }),
  ],
  [
    'a charge voided',
    (desk) => desk.call('charge.void', { commandId: desk.id(), charge_ref: 'c1', reason: 'illness' }),
  ],
  ['credit that pays', (desk) => desk.call('charge.apply-credit', { commandId: desk.id() })],
  [
    'how they want receipts',
    (desk) => {
      const wanted = { receipt: 'none', is_large_print: false, language: 'en' } as const
      return desk.call('patron.set-preference', { commandId: desk.id(), ...wanted })
    },
  ],
  ['their statement', (desk) => desk.call('paper.make', { what: 'statement' })],
  ['their account', (desk) => desk.call('desk.go', { page: { place: 'account', about: '' } })],
  ['the page to place a hold', (desk) => desk.call('desk.go', { page: { place: 'hold-new', about: '2' } })],
  ['their account once more', (desk) => desk.call('desk.open-patron', { patron_id: 1 })],
  [
    'what was told of them',
    (desk) => {
      const told = { basis: 'court-order', what: 'account', to_whom: 'The court' } as const
      return desk.call('privacy.disclose', { commandId: desk.id(), ...told })
    },
  ],
  [
    'their data',
    (desk) => desk.call('privacy.export', { commandId: desk.id(), to_file: join(desk.folder, 'theirs.json') }),
  ],
  ['their erasure', (desk) => desk.call('privacy.erase', { commandId: desk.id(), card_tail: '0017' })],
  ['who looked at them', (desk) => desk.call('privacy.views', { staff_code: '', limit: 10 })],
]

describe('asked of an account that was merged or deleted elsewhere while it was open', () => {
  test.each(ASKED_OF_THE_ACCOUNT)('%s: refused in plain words, and nothing is recorded', async (_name, ask) => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 1')
    const { journal_events_count } = await desk.ok('system.status', {})
    expect(await ask(desk)).toMatchObject(GONE)
    expect((await desk.ok('system.status', {})).journal_events_count).toBe(journal_events_count)
    expect(desk.log).toEqual([])
  })

  test('renewing everything says so, and the desk is free for the next', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 1')
    const { snapshot } = await desk.ok('desk.renew-all', { commandId: desk.id() })
    const heading = says('patron-gone')
    expect(snapshot.band).toMatchObject({ outcome: 'stop', heading })
    expect(snapshot.patron).toBeNull()
  })

  test('a number that is a card and an item: the card that leads nowhere leaves the question standing', async () => {
    const desk = await workingDesk()
    elsewhere(desk, `INSERT INTO card VALUES ('${ITEMS.warmth}', 1, 'current')`)
    const asked = (await desk.scan(ITEMS.warmth)).rows[0]
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 1')
    const row_id = asked?.row_id ?? ''
    expect(await desk.call('desk.answer', { commandId: desk.id(), row_id, key: '1' })).toMatchObject(GONE)
    const { snapshot } = await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '2' })
    expect(snapshot.band).toMatchObject({ outcome: 'done', heading: 'The Warmth of Other Suns' })
  })
})

describe('what lending sets right in the record of a copy', () => {
  const statusOf = async (desk: TestDesk): Promise<string> =>
    (await desk.ok('item.get', { item_barcode: ITEMS.warmth })).status

  test.each(['missing', 'trace', 'in-process', 'on-order'])(
    '%s until it is lent; so again when that is undone',
    async (status) => {
      const desk = await workingDesk()
      elsewhere(desk, `UPDATE item SET status = '${status}' WHERE item_id = 1`)
      await desk.scan(CARDS.dana)
      await desk.scan(ITEMS.warmth)
      expect(await statusOf(desk)).toBe('available')
      await desk.ok('desk.undo', { commandId: desk.id() })
      expect(await statusOf(desk)).toBe(status)
      expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).is_out).toBe(false)
    },
  )

  test('damaged, lent by a person’s word: it stays so, and is set aside when it comes back', async () => {
    const desk = await workingDesk()
    elsewhere(desk, "UPDATE item SET status = 'damaged' WHERE item_id = 1")
    await desk.scan(CARDS.dana)
    const row_id = (await desk.scan(ITEMS.warmth)).rows[0]?.row_id ?? ''
    const { snapshot } = await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    expect(snapshot.band).toMatchObject({ outcome: 'done', fact: { label: 'due', text: 'Tue, Dec 15' } })
    expect(await statusOf(desk)).toBe('damaged')
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toBe('Set it aside: it is marked damaged.')
  })
})

describe('two accounts became one while something was out', () => {
  const MERGED = 'UPDATE card SET patron_id = 2 WHERE patron_id = 1; DELETE FROM patron WHERE patron_id = 1'
  const item = { page: { place: 'item', about: ITEMS.warmth } } as const

  test('a loan that the data carried over stands on the account that is left', async () => {
    const desk = await workingDesk()
    const columns = 'item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count'
    elsewhere(desk, `INSERT INTO loan (${columns}) VALUES (1, 'elsewhere.1', '', 1, 'NORTH', 0, 1800000000000, 0)`)
    elsewhere(desk, `UPDATE loan SET patron_id = 2; ${MERGED}`)
    const { patron } = await desk.scan(CARDS.dana)
    expect(patron?.name).toBe('Omar Núñez')
    expect(patron?.loans.map((loan) => loan.title)).toEqual(['The Warmth of Other Suns'])
  })

  test('a loan of this desk that it did not carry over is told at the item, and checked in', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    elsewhere(desk, MERGED)
    expect((await desk.scan(CARDS.dana)).patron?.out_count).toBe(0)
    const { snapshot } = await desk.ok('desk.go', item)
    expect(JSON.stringify(snapshot.page)).toContain(PAGES.items.item.patron_gone)
    await desk.ok('desk.mode', { mode: 'in' })
    const back = await desk.scan(ITEMS.warmth)
    expect(back.band?.sentence).toContain(`Reshelve. ${told({ code: 'last-patron-gone' })}`)
    const after = (await desk.ok('desk.go', item)).snapshot.page
    expect(JSON.stringify(after)).not.toContain('any more')
  })
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
    const refused = { kind: 'refused', code: 'patron-of-loan-gone' }
    expect(await desk.call('loan.lost', { commandId: desk.id(), item_barcode, price_cents: null })).toMatchObject(
      refused,
    )
    expect(await desk.call('claim.make', { commandId: desk.id(), item_barcode, ...claim })).toMatchObject(refused)
  })

  test.each([
    ['waits for a book', GONE_WAITING],
    ['has a copy on the hold shelf', GONE_READY],
  ])('their hold stands on the hold shelf’s page and ends by one key: one who %s', async (_what, sql) => {
    const desk = await workingDesk()
    elsewhere(desk, sql.slice(4))
    const listed = async (): Promise<readonly PageRow[]> => {
      const { snapshot } = await desk.ok('desk.go', { page: { place: 'hold-shelf', about: '' } })
      const found = snapshot.page?.sections.find((section) => section.section_id === 'unserved')
      return found?.kind === 'table' ? found.rows : []
    }
    const [row] = await listed()
    expect(row?.cells.map((cell) => cell.text)).toEqual([
      'Educated',
      'Maple Street',
      PAGES.holds.shelf.unserved.reason.gone,
    ])
    expect(row?.acts.map((act) => [act.key, act.call])).toEqual([
      ['X', { method: 'hold.cancel', input: { hold_ref: 'gone-1' } }],
    ])
    await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref: 'gone-1' })
    expect(await listed()).toEqual([])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await listed()).toHaveLength(1)
  })

  test('on the hold shelf the row of their copy offers no account to open', async () => {
    const desk = await workingDesk()
    const shelved = async (): Promise<readonly string[]> => {
      const { snapshot } = await desk.ok('desk.go', { page: { place: 'hold-shelf', about: '' } })
      const found = snapshot.page?.sections.find((section) => section.section_id === 'shelf')
      return found?.kind === 'table' ? (found.rows[0]?.acts.map((act) => act.key) ?? []) : []
    }
    elsewhere(desk, GONE_READY.slice(4).replace(', 99,', ', 1,'))
    expect(await shelved()).toEqual(['K', 'M', 'D', 'W', 'S'])
    elsewhere(desk, 'DELETE FROM patron WHERE patron_id = 1')
    expect(await shelved()).toEqual(['K', 'M', 'D', 'S'])
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
