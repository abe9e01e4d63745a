/** Items' records, from outside: marked, edited, made at the desk while a patron waits, listed for the catalogr. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PageView } from '../../../../shared/desk/page.ts'
import type { MARKS } from '../../../../shared/circulation/loans/marking.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { rosaAt, type TestDesk, workingDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS, PIN } from '../../support/small-library.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { PAGES, short } from '../../../support/said.ts'

const NEW = '31234000099991'

async function go(desk: TestDesk, place: PageView['ref']['place'], about = ''): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
  if (!snapshot.page) throw new Error(`no page ${place}`)
  expect(pageFaults(snapshot.page)).toEqual([])
  return snapshot.page
}

const { facts: labels } = PAGES.items.item

function fact(page: PageView, label: string): string {
  const facts = page.sections.flatMap((one) => (one.kind === 'facts' ? one.facts : []))
  return facts.find((one) => one.label === label)?.text ?? ''
}

const mark = (desk: TestDesk, status: (typeof MARKS)[number], item_barcode: string = ITEMS.warmth, note = '') =>
  desk.call('item.mark', { commandId: desk.id(), item_barcode, status, note })

describe('marked', () => {
  const marks = ['missing', 'trace', 'damaged', 'in-process', 'on-order', 'withdrawn'] as const
  test.each(marks)('%s: the page says so, and undoing says what it was', async (status) => {
    const desk = await workingDesk()
    expect(await mark(desk, status)).toMatchObject({ kind: 'ok' })
    expect(fact(await go(desk, 'item', ITEMS.warmth), labels.status)).toBe(PAGES.items.status[status])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(fact(await go(desk, 'item', ITEMS.warmth), labels.status)).toBe(PAGES.items.status.available)
  })

  test('not while somebody has it; that it is damaged is then a note', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    expect(await mark(desk, 'missing')).toMatchObject({ kind: 'refused', code: 'item-is-out' })
    expect(await mark(desk, 'damaged', ITEMS.warmth, 'Page 12 is torn')).toMatchObject({ kind: 'ok' })
    const page = await go(desk, 'item', ITEMS.warmth)
    expect(fact(page, labels.status)).toBe(PAGES.items.out('Tue, Dec 15'))
    expect(fact(page, labels.note)).toBe('Tue, Nov 24, 2026: Page 12 is torn')
  })

  test('not twice, and not what nobody knows', async () => {
    const desk = await workingDesk()
    await mark(desk, 'missing')
    expect(await mark(desk, 'missing')).toMatchObject({ code: 'marked-already' })
    expect(await mark(desk, 'missing', NEW)).toMatchObject({ code: 'item-unknown' })
  })
})

const EDIT = {
  item_barcode: ITEMS.warmth,
  item_type_code: 'BOOK',
  home_branch: 'NORTH',
  call_number: ' 304.8 WIL ',
  location: 'Adult',
  price_cents: 2599,
  note: '',
}

describe('lent while it was on its way', () => {
  async function lentOnItsWay(): Promise<TestDesk> {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.north)
    expect(fact(await go(desk, 'item', ITEMS.north), labels.status)).toBe(PAGES.items.status['in-transit'])
    expect((await go(desk, 'transits')).lead).toBe(PAGES.holds.transits.lead(0, 1, 'Maple Street'))
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.north)
    return desk
  }
  const status = async (desk: TestDesk): Promise<string> =>
    (await desk.ok('item.get', { item_barcode: ITEMS.north })).status

  test('it is on its way no more, and taken back it has not arrived from anywhere', async () => {
    const desk = await lentOnItsWay()
    expect(await status(desk)).toBe('available')
    expect(fact(await go(desk, 'item', ITEMS.north), labels.status)).toBe(PAGES.items.out('Tue, Dec 15'))
    expect((await go(desk, 'transits')).lead).toBe(PAGES.holds.transits.lead(0, 0, 'Maple Street'))
    await desk.ok('desk.mode', { mode: 'in' })
    const { band } = await desk.scan(ITEMS.north)
    expect(band?.sentence).not.toContain('arrived')
    expect((await go(desk, 'transits')).lead).toBe(PAGES.holds.transits.lead(0, 1, 'Maple Street'))
  })

  test('undone, it is on its way again', async () => {
    const desk = await lentOnItsWay()
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await status(desk)).toBe('in-transit')
    expect((await go(desk, 'transits')).lead).toBe(PAGES.holds.transits.lead(0, 1, 'Maple Street'))
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })
})

describe('edited', () => {
  test('says right away what it says now, and can be undone', async () => {
    const desk = await workingDesk()
    await desk.ok('item.edit', { commandId: desk.id(), ...EDIT })
    const page = await go(desk, 'item', ITEMS.warmth)
    expect([fact(page, labels.call_number), fact(page, labels.belongs), fact(page, labels.price)]).toEqual([
      '304.8 WIL',
      'Adult, North Branch',
      '$25.99',
    ])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(fact(await go(desk, 'item', ITEMS.warmth), labels.call_number)).toBe('304.809 WIL')
  })

  test('again with the same values: nothing is recorded', async () => {
    const desk = await workingDesk()
    await desk.ok('item.edit', { commandId: desk.id(), ...EDIT })
    expect(await desk.call('item.edit', { commandId: desk.id(), ...EDIT })).toMatchObject({ code: 'item-unchanged' })
  })

  test.each([
    ['item-type-unknown', { item_type_code: 'GLOVE' }],
    ['branch-unknown', { home_branch: 'MARS' }],
    ['item-unknown', { item_barcode: NEW }],
  ])('%s', async (code, change) => {
    const desk = await workingDesk()
    expect(await desk.call('item.edit', { commandId: desk.id(), ...EDIT, ...change })).toMatchObject({ code })
  })
})

const MADE: Omit<Input<'item.make'>, 'commandId'> = {
  item_barcode: NEW,
  title_id: null,
  title: 'The Overstory',
  author: 'Powers, Richard',
  isbn: '',
  item_type_code: 'BOOK',
  call_number: 'F POW',
  location: 'Adult',
  price_cents: null,
}

describe('made at the desk', () => {
  test('for the open patron: the offer, the form, and it is lent', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const offered = await desk.scan(NEW)
    expect(offered.rows[0]).toMatchObject({ outcome: 'stop', choices: [{ key: '1', label: en.outcomes.answer.make }] })
    expect(offered.totals.undecided_count).toBe(0)
    const row_id = offered.rows[0]?.row_id ?? ''
    const { snapshot } = await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    expect(snapshot.page?.ref).toEqual({ place: 'item-new', about: NEW })
    expect(snapshot.band).toMatchObject({ outcome: 'decide', heading: NEW })
    expect(pageFaults(snapshot.page as PageView)).toEqual([])
    const made = (await desk.ok('item.make', { commandId: desk.id(), ...MADE })).snapshot
    expect(made.page).toBeNull()
    expect(made.rows.slice(0, 2).map((row) => row.happened)).toEqual(['Out', en.outcomes.item.made])
    expect(made.patron?.loans.map((loan) => loan.title)).toEqual(['The Overstory'])
    expect((await desk.ok('search.titles', { text: 'overstory', limit: 5 })).hits[0]).toMatchObject({ items_count: 1 })
  })

  test('of a title the library has: the title taken from the list belongs to the barcode', async () => {
    const desk = await workingDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    const offered = await desk.scan(NEW)
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: offered.rows[0]?.row_id ?? '', key: '1' })
    const page = await go(desk, 'item-new', '2')
    expect(fact(page, 'Title')).toBe('Educated')
    expect(page.enter?.call.input).toMatchObject({ item_barcode: NEW, title_id: 2 })
    expect(page.enter?.asks.map((field) => [field.name, field.value])).toEqual([
      ['item_type_code', 'BOOK'],
      ['call_number', 'B WESTOVER'],
      ['location', 'Adult'],
      ['price_cents', '2000'],
      ['lender_name', ''],
      ['lender_due_on', ''],
    ])
    const { snapshot } = await desk.ok('item.make', {
      commandId: desk.id(),
      ...MADE,
      title_id: 2,
      title: '',
      author: '',
    })
    expect(snapshot.rows[0]).toMatchObject({ title: 'Educated', happened: 'Reshelve, Adult' })
    expect(fact(await go(desk, 'title', '2'), PAGES.items.title.copies_in)).toBe('2 of 2')
  })

  test('is not offered where nothing would become of it', async () => {
    const desk = await workingDesk()
    expect((await desk.scan(NEW)).rows[0]?.choices).toEqual([])
    await desk.ok('desk.mode', { mode: 'inventory' })
    expect((await desk.scan(NEW)).rows[0]?.choices).toEqual([])
  })

  test('leaving the offer records nothing, and finishing does not wait for it', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const { rows } = await desk.scan(NEW)
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: rows[0]?.row_id ?? '', key: '0' })
    await desk.scan('31234000099983')
    // Nothing waits for an answer: Finish only names once what was not found.
    expect((await desk.ok('desk.finish', {})).snapshot.totals.undecided_count).toBe(0)
    expect((await desk.ok('desk.finish', {})).snapshot.patron).toBeNull()
  })

  test.each([
    ['title-missing', { title: ' ' }],
    ['title-unknown', { title_id: 999 }],
    ['item-known', { item_barcode: ITEMS.warmth }],
    ['card-of-somebody', { item_barcode: CARDS.omar }],
    ['item-type-unknown', { item_type_code: 'GLOVE' }],
  ])('refused: %s', async (code, change) => {
    const desk = await workingDesk()
    expect(await desk.call('item.make', { commandId: desk.id(), ...MADE, ...change })).toMatchObject({ code })
  })

  test('the same command again makes no second record', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    const commandId = desk.id()
    await desk.ok('item.make', { commandId, ...MADE })
    const again = (await desk.ok('item.make', { commandId, ...MADE })).snapshot
    expect(again.patron?.loans).toHaveLength(1)
    expect(again.rows.filter((row) => row.happened === en.outcomes.item.made)).toHaveLength(1)
  })

  test('stands in the list for the catalogr, on the screen and on paper', async () => {
    const desk = await workingDesk()
    await desk.ok('item.make', { commandId: desk.id(), ...MADE })
    const page = await go(desk, 'items-made')
    const [table] = page.sections
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['The Overstory', 'Powers, Richard', NEW, 'Book', 'RO', '11:07 AM'],
    ])
    expect((await go(desk, 'receipt', 'list made')).ref.about).toBe('list made')
  })

  test('a clerk asks a supervisor, and then it is lent', async () => {
    const desk = await workingDesk()
    await desk.ok('staff.add', {
      commandId: desk.id(),
      name: 'Kim Lee',
      initials: 'KL',
      role: 'staff',
      badge_barcode: '',
      pin: '5812',
    })
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    await desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'KL', pin: '5812' })
    await desk.scan(CARDS.dana)
    const asked = (await desk.ok('item.make', { commandId: desk.id(), ...MADE })).snapshot
    expect(asked.rows[0]).toMatchObject({ outcome: 'decide', title: 'The Overstory', happened: short('not-permitted') })
    const row_id = asked.rows[0]?.row_id ?? ''
    await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    const given = await desk.ok('approval.give', { commandId: desk.id(), row_id, initials: 'RO', pin: PIN })
    expect(given.snapshot.patron?.loans.map((loan) => loan.title)).toEqual(['The Overstory'])
  })

  test('outlives a restart', async () => {
    const desk = await workingDesk()
    await desk.ok('item.make', { commandId: desk.id(), ...MADE })
    const again = await desk.reopen()
    await rosaAt(again)
    expect((await go(again, 'item', NEW)).heading).toBe('The Overstory')
  })
})

test('while data is taken in, records wait', async () => {
  const desk = await workingDesk()
  const folder = testFolder()
  writeFileSync(join(folder, 'branches.csv'), 'branch_code,name,zone_name\nHILL,Hill Branch,America/Chicago\n')
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  expect(await desk.call('item.make', { commandId: desk.id(), ...MADE })).toMatchObject({ code: 'import-running' })
  expect(await mark(desk, 'missing')).toMatchObject({ code: 'import-running' })
})
