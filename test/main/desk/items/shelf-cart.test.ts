/**
 * Sort my cart, from outside: what is scanned, the order to shelve, what is set aside, and that nothing is recorded.
 */
import { describe, expect, test } from 'vitest'
import type { PageView } from '../../../../shared/desk/page.ts'
import { openDesk, rosaAt } from '../../support/desk.ts'
import { factsOf, FICTION, rowsOf, shelfDesk, withShelves, type ShelfDesk } from '../../support/shelf-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { PAGES } from '../../../support/said.ts'

const WORDS = PAGES.shelves

const { adichie, atkinson, mantel, morrison, morrisonJazz, zola, lost, missing, elsewhere, history } = FICTION

const numbersAt = async (desk: ShelfDesk, place: string): Promise<readonly string[]> =>
  rowsOf(await desk.page(), `place ${place}`).map((cells) => `${cells[0]} ${cells[1]} ${cells[2]}`)

/** The next stop, as it is drawn above the walk. */
function nextOf({ sections }: PageView): string | null {
  const next = sections.find((one) => one.kind === 'walk')?.next
  return next ? `${next.place}: ${next.call_number}, ${next.title}` : null
}

describe('a cart', () => {
  test('comes out place by place in the order of the shelves, the next one first', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    const before = await desk.eventsCount()
    const page = await desk.scanAll([zola, history, morrisonJazz, ITEMS.warmth, adichie, morrison])
    expect(page.sections.map((one) => one.heading).filter(Boolean)).toEqual(['Adult, 1', 'Fiction, 4', 'History, 1'])
    expect(rowsOf(page, 'place Fiction').map((cells) => cells.slice(0, 5))).toEqual([
      ['2', 'F ADI', 'Americanah', 'Adichie', ''],
      ['3', 'F MOR', 'Beloved', 'Morrison', ''],
      ['4', 'F MOR', 'Jazz', 'Morrison', 'same number'],
      ['5', 'F ZOL', 'Germinal', 'Zola', ''],
    ])
    expect(nextOf(page)).toBe('Adult: 304.809 WIL, The Warmth of Other Suns')
    expect(factsOf(page)).toMatchObject({ Shelved: '0 of 6' })
    expect(await desk.eventsCount()).toBe(before)
  })

  test('says at each scan where the item goes among the others', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    await desk.scanAll([adichie, zola])
    expect((await desk.scan(mantel.barcode)).band).toMatchObject({
      outcome: 'done',
      heading: 'Wolf Hall',
      sentence: `${WORDS.cart.place_after(2, 3, 'F ADI')}.`,
      fact: { label: 'Fiction', text: 'F MAN' },
    })
    const again = await desk.scan(mantel.barcode)
    expect(again.band?.sentence).toBe(`${WORDS.cart.again}.`)
    expect(await numbersAt(desk, 'Fiction')).toHaveLength(3)
  })

  test('is shelved one after the other by Enter, which says what comes next', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    const page = await desk.scanAll([zola, atkinson, adichie])
    expect(page.enter?.call).toEqual({ method: 'cart.shelved', input: { item_barcode: adichie.barcode } })
    const { snapshot } = await desk.ok('cart.shelved', { item_barcode: adichie.barcode })
    expect(snapshot.band?.sentence).toBe(`${WORDS.cart.shelve}. ${WORDS.cart.now_next('F ATK')}.`)
    const after = await desk.page()
    expect(nextOf(after)).toBe('Fiction: F ATK, Case Histories')
    expect(factsOf(after)).toMatchObject({ Shelved: '1 of 3' })
    await desk.ok('cart.shelved', { item_barcode: adichie.barcode })
    expect(await numbersAt(desk, 'Fiction')).toEqual(['2 F ATK Case Histories', '3 F ZOL Germinal'])
    await desk.ok('cart.shelved', { item_barcode: atkinson.barcode })
    const last = await desk.ok('cart.shelved', { item_barcode: zola.barcode })
    expect(last.snapshot.band?.sentence).toBe(`${WORDS.cart.shelve}. ${WORDS.cart.last}.`)
    const done = await desk.page()
    expect([done.enter, nextOf(done)]).toEqual([null, null])
  })

  test('one item without a call number stands last in its place, and says so', async () => {
    const bare = { ...adichie, barcode: '31234000002990', title: 'Unlabelled', call: '' }
    const desk = await shelfDesk([bare])
    await desk.go('cart')
    const page = await desk.scanAll([bare, zola])
    expect(rowsOf(page, 'place Fiction').map((cells) => cells[1])).toEqual(['F ZOL', WORDS.cart.no_number])
  })
})

describe('what is set aside', () => {
  test('is told with the reason, and nothing is lent or taken back by the scan', async () => {
    const desk = await shelfDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('hold.place-for', {
      commandId: desk.id(),
      card_barcode: CARDS.omar,
      title_id: 3,
      item_barcode: null,
      pickup_branch: 'MAPLE',
    })
    await desk.ok('desk.finish', {})
    await desk.go('cart')
    const before = await desk.eventsCount()
    const page = await desk.scanAll([ITEMS.warmth, ITEMS.becoming, lost, missing, elsewhere, '31234000777777', zola])
    expect(rowsOf(page, 'aside').map((cells) => `${cells[0]}: ${cells[3]}`)).toEqual([
      `The Warmth of Other Suns: ${WORDS.stray['checked-out']}`,
      `Becoming: ${WORDS.stray['on-hold']}`,
      `Nausea: ${WORDS.stray.lost}`,
      `The Plague: ${WORDS.stray.missing}`,
      `Emma: ${WORDS.belongs_at('North Branch')}`,
      `${WORDS.unknown('31234000777777')}: ${WORDS.stray['no-record']}`,
    ])
    expect(factsOf(page)).toMatchObject({ 'Set aside': '6', Shelved: '0 of 1' })
    expect(JSON.stringify(page)).not.toMatch(/Dana|Omar|Miller|Núñez/)
    expect(await desk.eventsCount()).toBe(before)
    expect((await desk.snapshot()).band).toMatchObject({ outcome: 'done', heading: 'Germinal' })
    expect((await desk.scan(lost.barcode)).band?.heading).toBe('Nausea')
  })

  test('I checks it in without leaving the page, and then it is shelved with the others', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    await desk.scanAll([lost, zola])
    const asked = { commandId: desk.id(), item_barcode: lost.barcode }
    const { snapshot } = await desk.ok('shelf.check-in', asked)
    expect(snapshot.band?.heading).toBe('Nausea')
    expect(snapshot.page?.ref.place).toBe('cart')
    await desk.ok('shelf.check-in', asked)
    expect(await numbersAt(desk, 'Fiction')).toEqual(['1 F SAR Nausea', '2 F ZOL Germinal'])
    expect(rowsOf(await desk.page(), 'aside')).toEqual([])
  })
})

describe('taking back', () => {
  const undo = (desk: ShelfDesk) => desk.ok('desk.undo', { commandId: desk.id() })

  test('Ctrl+Z takes back the last step at the cart: a shelving, then a scan, then what was before', async () => {
    const desk = await shelfDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.educated)
    await desk.go('cart')
    await desk.scanAll([zola, adichie])
    await desk.ok('cart.shelved', { item_barcode: adichie.barcode })
    expect((await undo(desk)).snapshot.band?.sentence).toBe(`${WORDS.cart.unshelved}.`)
    expect(await numbersAt(desk, 'Fiction')).toHaveLength(2)
    await undo(desk)
    expect(await numbersAt(desk, 'Fiction')).toEqual(['1 F ZOL Germinal'])
    await undo(desk)
    const last = await undo(desk)
    expect(last.snapshot.band).toMatchObject({ heading: en.outcomes.undo.heading('Educated') })
  })

  test('Ctrl+Z after a check-in at the cart undoes that first, and the item stands apart again', async () => {
    const desk = await shelfDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(zola.barcode)
    await desk.ok('desk.finish', {})
    await desk.go('cart')
    await desk.scanAll([adichie, zola])
    await desk.ok('shelf.check-in', { commandId: desk.id(), item_barcode: zola.barcode })
    expect(rowsOf(await desk.page(), 'aside')).toEqual([])
    expect((await undo(desk)).snapshot.band?.heading).toBe(en.outcomes.undo.heading(zola.title))
    expect(rowsOf(await desk.page(), 'aside').map((cells) => cells[0])).toEqual(['Germinal'])
    expect((await undo(desk)).snapshot.band?.sentence).toBe(`${WORDS.cart.taken_off}.`)
    expect((await desk.scan(CARDS.dana)).patron?.out_count).toBe(1)
  })

  test('U takes the last scan off, C clears the cart after asking', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    const page = await desk.scanAll([zola, adichie])
    const off = page.acts.find((one) => one.key === 'U')
    expect(off?.call.input).toEqual({ item_barcode: adichie.barcode })
    await desk.ok('cart.take-off', { item_barcode: adichie.barcode })
    await desk.ok('cart.take-off', { item_barcode: adichie.barcode })
    expect(await numbersAt(desk, 'Fiction')).toEqual(['1 F ZOL Germinal'])
    expect(page.acts.find((one) => one.key === 'C')?.says).toBe(WORDS.clear_says(2))
    await desk.ok('cart.clear', {})
    // Nothing is on it: the page draws how to begin, and nothing else.
    expect((await desk.page()).sections).toMatchObject([{ kind: 'steps', section_id: 'begin' }])
  })
})

describe('the cart stays', () => {
  test('while somebody is served, over a sign-out, and over a restart of the station', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    await desk.scanAll([zola, adichie])
    await desk.ok('cart.shelved', { item_barcode: adichie.barcode })
    expect((await desk.scan(CARDS.dana)).page).toBeNull()
    expect((await desk.scan(ITEMS.warmth)).totals.out_count).toBe(1)
    await desk.ok('desk.finish', {})
    await desk.go('cart')
    expect(await numbersAt(desk, 'Fiction')).toEqual(['2 F ZOL Germinal'])
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    const resume = desk.station.sessionState()
    expect(resume).not.toMatch(/Dana|Miller/)
    await desk.station.close()
    const next = withShelves(await openDesk(desk.folder, { resume }, desk.clock))
    await rosaAt(next)
    await next.go('cart')
    expect(await numbersAt(next, 'Fiction')).toEqual(['2 F ZOL Germinal'])
  })

  test('one scan sent twice, as after a crash, is on it once', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    const asked = { commandId: desk.id(), text: zola.barcode, source: 'scan' } as const
    await desk.ok('desk.scan', asked)
    const { snapshot } = await desk.ok('desk.scan', asked)
    expect(snapshot.band?.sentence).toBe(`${WORDS.cart.first}.`)
    expect(await numbersAt(desk, 'Fiction')).toHaveLength(1)
  })
})

describe('on paper', () => {
  test('what is left stands in its order, and a scan over the paper is one more for the cart', async () => {
    const desk = await shelfDesk()
    await desk.go('cart')
    await desk.scanAll([zola, history, adichie])
    await desk.ok('cart.shelved', { item_barcode: adichie.barcode })
    const paper = (await desk.go('receipt', 'list sorted')).sections.find((one) => one.kind === 'paper')
    expect(paper?.kind === 'paper' && paper.document.kind).toBe('cart-order')
    const blocks = paper?.kind === 'paper' ? paper.document.blocks : []
    const rows = blocks.flatMap((one) => (one.block === 'table' ? one.rows.map((row) => row.cells) : []))
    expect(rows).toEqual([
      ['1', 'F ZOL', 'Germinal'],
      ['2', '937 BEA', 'SPQR'],
    ])
    const after = await desk.scan(mantel.barcode)
    expect(after.page?.ref.place).toBe('cart')
    expect(await numbersAt(desk, 'Fiction')).toEqual(['2 F MAN Wolf Hall', '3 F ZOL Germinal'])
  })
})

test('where to find it is said on the pages of item and title, as the sign over its shelf has it', async () => {
  const desk = await shelfDesk()
  const sign = { sign_code: 'fic', branch_code: 'MAPLE', location: 'Fiction', words: 'Aisle 4, right side' }
  const after = { ...sign, from_number: 'F A', to_number: 'F M' }
  await desk.ok('policy.change', { commandId: desk.id(), table: 'shelf_sign', key: 'fic', after, accept_findings: [] })
  expect(factsOf(await desk.go('item', adichie.barcode))).toMatchObject({
    [PAGES.items.item.facts.find]: 'Aisle 4, right side',
  })
  expect(factsOf(await desk.go('item', zola.barcode))).not.toHaveProperty([PAGES.items.item.facts.find])
  expect(factsOf(await desk.go('title', '100'))).toMatchObject({
    [PAGES.items.title.find]: 'Fiction, Aisle 4, right side',
  })
  const half = { ...after, to_number: '' }
  const refused = { commandId: desk.id(), table: 'shelf_sign', key: 'fic', after: half, accept_findings: [] } as const
  expect(await desk.call('policy.change', { ...refused, accept_findings: [] })).toMatchObject({ kind: 'refused' })
})

describe('the library’s own order', () => {
  const REFERENCE = { barcode: '31234000002880', title: 'Guide', author: 'A', call: 'REF 937 A', location: 'History' }
  const setTo = (desk: ShelfDesk, key: string, value: string) => {
    const change = { table: 'library_setting', key, after: { value } } as const
    return desk.ok('policy.change', { commandId: desk.id(), ...change, accept_findings: [] })
  }

  test('the walk through the building and the order of prefixes hold for the cart', async () => {
    const desk = await shelfDesk([REFERENCE])
    await setTo(desk, 'shelf_walk', 'History, Fiction')
    await setTo(desk, 'shelf_prefixes', 'REF, none')
    await desk.go('cart')
    const page = await desk.scanAll([zola, history, REFERENCE, ITEMS.warmth])
    expect(page.sections.map((one) => one.heading).filter(Boolean)).toEqual(['History, 2', 'Fiction, 1', 'Adult, 1'])
    expect(rowsOf(page, 'place History').map((cells) => cells[1])).toEqual(['REF 937 A', '937 BEA'])
  })

  test('as it was said at the shelf, a place stands on the paper of what came back, too', async () => {
    const desk = await shelfDesk([{ ...REFERENCE, barcode: '31234000002872', title: 'Annals', call: '999 TAC' }])
    await desk.go('shelf')
    await desk.scanAll([history])
    await desk.ok('shelf.about', { location: 'History', profile: 'title' })
    await desk.ok('desk.mode', { mode: 'in' })
    for (const barcode of [history.barcode, '31234000002872']) await desk.scan(barcode)
    const paper = (await desk.go('receipt', 'list cart')).sections.find((one) => one.kind === 'paper')
    expect(JSON.stringify(paper)).toMatch(/Annals.*SPQR/)
  })
})

test('words and an ISBN are the desk’s own matter, and no item of the cart', async () => {
  const desk = await shelfDesk()
  await desk.go('cart')
  await desk.ok('desk.scan', { commandId: desk.id(), text: 'miller', source: 'typed' })
  await desk.scan('9780306406157')
  expect(factsOf(await desk.page())).toEqual({})
})
