/** What is another library's: lent to us and sent back in time, or only left at this desk. On a real desk. */
import { describe, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../../../shared/desk/screen.ts'
import { layoutText } from '../../../support/layout-text.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { holdDesk, TITLES } from '../../support/hold-desk.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'
import { localDate } from '../../../../shared/kernel/time.ts'

const ILL = '38881000000012'
const OTHERS = '31999000000014'
const textOf = ({ papers }: DeskSnapshot): string => papers.flatMap((paper) => layoutText(paper, 42)).join('\n')

type Lender = { readonly lender_name?: string; readonly lender_due_on?: string | null }

/** Says of a book of ours that another library lent it, as the page of the item does. */
async function lentToUs(desk: TestDesk, item_barcode: string, lender: Lender): Promise<DeskSnapshot> {
  const own = { item_type_code: 'BOOK', home_branch: 'MAPLE', call_number: 'B WESTOVER', location: 'Adult' }
  const edit = { item_barcode, ...own, price_cents: 2000, note: '', ...lender }
  return (await desk.ok('item.edit', { commandId: desk.id(), ...edit })).snapshot
}

async function takeBack(desk: TestDesk, barcode: string): Promise<DeskSnapshot> {
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'in' })
  return desk.scan(barcode)
}

const SPRINGFIELD = { lender_name: 'Springfield City Library', lender_due_on: '2026-12-10' }

describe('an interlibrary loan', () => {
  test('made at the desk, lent no longer than its lender allows, sent back with a slip, never shelved', async () => {
    const desk = await workingDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ILL)
    const made = {
      item_barcode: ILL,
      title_id: null,
      title: 'The Left Hand of Darkness',
      author: 'Le Guin',
      isbn: '',
      item_type_code: 'BOOK',
      call_number: '',
      location: '',
      price_cents: null,
      ...SPRINGFIELD,
    }
    const lent = (await desk.ok('item.make', { commandId: desk.id(), ...made })).snapshot
    // Three days before Thu, Dec 10.
    expect(lent.band).toMatchObject({ outcome: 'done', fact: { label: 'due', text: 'Mon, Dec 7' } })
    expect(lent.band?.sentence).toContain('It goes back to the lending library: shortened to Mon, Dec 7.')
    const back = await takeBack(desk, ILL)
    expect(back.band).toMatchObject({
      outcome: 'route',
      kind: 'lender',
      sentence: 'Interlibrary loan: send back to Springfield City Library by Thu, Dec 10.',
      fact: { label: 'send back to', text: 'Springfield City Library' },
    })
    expect(textOf(back)).toMatch(
      /SEND TO ANOTHER LIBRARY[^]*Springfield City\s+Library[^]*Due back there by Thu, Dec 10/,
    )
    expect((await desk.ok('item.get', { item_barcode: ILL })).status).toBe('sent-back')
    expect(JSON.stringify(await pageOf(desk, 'item', ILL))).toContain('Sent back to the lending library')
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  })

  test('is captured for no hold here, even if a patron waits for the title', async () => {
    const desk = await holdDesk()
    await lentToUs(desk, ITEMS.educated, SPRINGFIELD)
    await desk.placed(CARDS.dana, TITLES.educated)
    const back = await desk.takeBack(ITEMS.educated)
    expect(back.band).toMatchObject({ outcome: 'route', kind: 'lender' })
    expect((await desk.holdsOf(CARDS.dana))[0]?.status).toBe('waiting')
  })

  test('that must be back too soon is asked about, and then due today', async () => {
    const desk = await workingDesk()
    await lentToUs(desk, ITEMS.educated, { ...SPRINGFIELD, lender_due_on: '2026-11-25' })
    await desk.scan(CARDS.dana)
    const asked = await desk.scan(ITEMS.educated)
    expect(asked.band).toMatchObject({ outcome: 'decide' })
    expect(asked.band?.sentence).toContain(
      says('lender-waits', { lender: 'Springfield City Library', due: localDate('2026-11-25') }),
    )
    const row_id = asked.rows[0]?.row_id ?? ''
    const lent = (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })).snapshot
    expect(lent.band?.fact).toEqual({ label: 'due', text: 'Tue, Nov 24' })
  })

  test('stands on the page of the item, is undone with it, and is ours again when the name is taken out', async () => {
    const desk = await workingDesk()
    await lentToUs(desk, ITEMS.educated, SPRINGFIELD)
    const page = await pageOf(desk, 'item', ITEMS.educated)
    expect(pageFaults(page)).toEqual([])
    expect(JSON.stringify(page)).toContain('Springfield City Library')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(JSON.stringify(await pageOf(desk, 'item', ITEMS.educated))).not.toContain('Springfield')
    await lentToUs(desk, ITEMS.educated, SPRINGFIELD)
    // What says nothing of a lender leaves it as it is.
    const kept = await lentToUs(desk, ITEMS.educated, {}).catch(() => null)
    expect(kept).toBeNull()
    await lentToUs(desk, ITEMS.educated, { lender_name: '', lender_due_on: null })
    expect((await takeBack(desk, ITEMS.educated)).band).toMatchObject({ outcome: 'done', kind: 'not-out' })
  })

  test('is said again as it was, when the desk died before it was shown', async () => {
    const desk = await workingDesk()
    await lentToUs(desk, ITEMS.educated, SPRINGFIELD)
    await desk.ok('desk.mode', { mode: 'in' })
    const asked = { commandId: desk.id(), text: ITEMS.educated, source: 'scan' } as const
    const resume = desk.station.sessionState()
    await desk.ok('desk.scan', asked)
    const again = await desk.reopen({ resume })
    expect((await again.ok('desk.scan', asked)).snapshot.band).toMatchObject({ outcome: 'route', kind: 'lender' })
  })
})

describe('a book of another library, of which nothing is known here', () => {
  const told = (prefixes: string): Promise<TestDesk> => moneyDesk({ settings: { own_item_prefixes: prefixes } })

  test('goes to the courier with a slip, and is no unknown item', async () => {
    const desk = await told('["31234"]')
    const back = await takeBack(desk, OTHERS)
    expect(back.band).toMatchObject({
      outcome: 'route',
      kind: 'not-ours',
      heading: OTHERS,
    })
    expect(back.band?.spoken).toContain('Another library’s. Not ours: another library’s item (31999).')
    expect(back.band?.sentence).toContain('Nothing recorded.')
    expect(back.rows[0]).toMatchObject({ outcome: 'route', kind: 'not-ours', happened: 'To the courier' })
    expect(textOf(back)).toMatch(/SEND TO ANOTHER LIBRARY[^]*Library[^]*31999…[^]*return\s+it\s+to\s+the/)
    const row_id = back.rows[0]?.row_id ?? ''
    const offered = (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })).snapshot
    expect(offered.page?.ref.place).toBe('item-new')
  })

  test('beside an open account it may be lent: a record is offered as always', async () => {
    const desk = await told('["31234"]')
    await desk.scan(CARDS.dana)
    expect((await desk.scan(OTHERS)).band).toMatchObject({ outcome: 'stop', kind: 'unknown' })
  })

  test('is only unknown where the library has not said how its own numbers begin', async () => {
    const desk = await told('[]')
    expect((await takeBack(desk, OTHERS)).band).toMatchObject({ outcome: 'stop', kind: 'unknown' })
  })
})
