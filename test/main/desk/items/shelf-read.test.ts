/** Read my shelf, from outside: the fewest moves, what does not belong, and the one command that records anything. */
import { describe, expect, test } from 'vitest'
import { medianYards } from '../../../support/processor-time.ts'
import { openDesk, rosaAt } from '../../support/desk.ts'
import {
  factsOf,
  FICTION,
  longShelf,
  rowsOf,
  shelfDesk,
  withShelves,
  type ShelfDesk,
} from '../../support/shelf-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { PAGES } from '../../../support/said.ts'

const WORDS = PAGES.shelves

const { adichie, atkinson, mantel, morrison, morrisonJazz, zola, lost, missing, elsewhere, history } = FICTION

const undo = (desk: ShelfDesk) => desk.call('desk.undo', { commandId: desk.id() })
const note = (desk: ShelfDesk, commandId = desk.id()) => desk.call('shelf.note-seen', { commandId })

async function statusOf(desk: ShelfDesk, barcode: string): Promise<string> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'item', about: barcode } })
  const facts = snapshot.page?.sections.flatMap((one) => (one.kind === 'facts' ? one.facts : [])) ?? []
  await desk.ok('desk.back', {})
  return facts.find((one) => one.label === PAGES.items.item.facts.status)?.text ?? ''
}

describe('a shelf', () => {
  test('in order needs nothing, and nothing is recorded', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    const before = await desk.eventsCount()
    const page = await desk.scanAll([adichie, atkinson, mantel, morrison, morrisonJazz, zola])
    expect(factsOf(page)).toEqual({
      Shelf: `Fiction: ${WORDS.shelf.detected(WORDS.profile.fiction)}`,
      Scanned: '6',
      Order: 'All in order',
    })
    expect(await desk.eventsCount()).toBe(before)
  })

  test('out of order is put right by the fewest moves', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    const page = await desk.scanAll([zola, adichie, mantel, atkinson, morrison])
    expect(rowsOf(page, 'moves')).toEqual([
      ['3', 'F MAN', 'Wolf Hall', 'F ATK', 'Case Histories'],
      ['1', 'F ZOL', 'Germinal', 'F MOR', 'Beloved'],
    ])
    expect((await desk.snapshot()).band).toMatchObject({
      sentence: `${WORDS.shelf.count(5)}. ${WORDS.shelf.moves(2)}.`,
    })
  })

  test('on paper: what is taken off, then the moves in their order', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    await desk.scanAll([history, zola, adichie, mantel, atkinson, morrison])
    const paper = (await desk.go('receipt', 'list moves')).sections.find((one) => one.kind === 'paper')
    const blocks = paper?.kind === 'paper' ? paper.document.blocks : []
    const tables = blocks.flatMap((one) => (one.block === 'table' ? [one.rows.map((row) => row.cells)] : []))
    expect(tables.map((rows) => rows.map((cells) => cells.at(-1)))).toEqual([['SPQR'], ['Wolf Hall', 'Germinal']])
    expect(JSON.stringify(blocks)).toContain('goes right after F ATK Case Histories')
  })

  test('what does not belong is told first, each with what to do; it is in no move', async () => {
    const desk = await shelfDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(atkinson.barcode)
    await desk.ok('desk.finish', {})
    await desk.go('shelf')
    const all = [adichie, atkinson, history, lost, missing, elsewhere, morrison, '31234000777777', zola]
    const page = await desk.scanAll(all)
    expect(rowsOf(page, 'strays').map((cells) => `${cells[0]} ${cells[2]}: ${cells[4]}`)).toEqual([
      `2 Case Histories: ${WORDS.stray['checked-out']}`,
      '3 SPQR: Belongs in History',
      `4 Nausea: ${WORDS.stray.lost}`,
      `5 The Plague: ${WORDS.stray.missing}`,
      `6 Emma: ${WORDS.belongs_at('North Branch')}`,
      `8 ${WORDS.unknown('31234000777777')}: ${WORDS.stray['no-record']}`,
    ])
    expect(rowsOf(page, 'moves')).toEqual([])
    expect(JSON.stringify(page)).not.toMatch(/Dana|Miller/)
  })

  test('a scan says right away that an item must go, and Ctrl+Z takes that scan back', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    await desk.scanAll([adichie, mantel])
    expect((await desk.scan(history.barcode)).band).toMatchObject({ outcome: 'route', heading: 'SPQR' })
    await undo(desk)
    expect(factsOf(await desk.page())).toMatchObject({ Scanned: '2', Order: 'All in order' })
    const again = await desk.scan(mantel.barcode)
    expect(again.band?.sentence).toBe(`${WORDS.shelf.again}.`)
    await desk.ok('shelf.clear', {})
    expect(factsOf(await desk.page())).toEqual({})
  })

  test('its place and its order can be said; the order is kept at this desk', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    await desk.scanAll([adichie, history])
    await desk.ok('shelf.about', { location: 'History', profile: 'title' })
    const page = await desk.page()
    expect(factsOf(page)).toMatchObject({ Shelf: `History: ${WORDS.profile.title}` })
    expect(rowsOf(page, 'strays').map((cells) => cells[4])).toEqual(['Belongs in Fiction'])
    const next = withShelves(await desk.reopen())
    await rosaAt(next)
    await next.go('shelf')
    expect(factsOf(await next.scanAll([history]))).toMatchObject({ Shelf: `History: ${WORDS.profile.title}` })
    await next.ok('shelf.about', { location: '', profile: '' })
    expect(factsOf(await next.page())).toMatchObject({ Shelf: `History: ${WORDS.shelf.detected(WORDS.profile.dewey)}` })
  })
})

describe('noting all as seen', () => {
  test('is one command with an entry each; missing is in again, lost stays lost until it is checked in', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    await desk.scanAll([adichie, missing, lost, '31234000777777'])
    const before = await desk.eventsCount()
    const commandId = desk.id()
    expect(await note(desk, commandId)).toMatchObject({ kind: 'ok' })
    expect(await note(desk, commandId)).toMatchObject({ kind: 'ok' })
    expect(await desk.eventsCount()).toBe(before + 3)
    expect((await desk.snapshot()).band).toMatchObject({
      heading: WORDS.shelf.seen_count(3),
      sentence: `${WORDS.shelf.found(1)}. ${WORDS.shelf.undo}.`,
    })
    const page = await desk.page()
    expect(page.lead).toContain('inventoried')
    expect(page.acts.map((one) => one.key)).not.toContain('N')
    expect(await statusOf(desk, missing.barcode)).toBe('Available')
    expect(await statusOf(desk, lost.barcode)).toBe('Lost')
  })

  test('Ctrl+Z takes all of it back, and the scans stay; once more takes back the last scan', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    await desk.scanAll([adichie, missing])
    await note(desk)
    await undo(desk)
    expect(await statusOf(desk, missing.barcode)).toBe('Missing')
    const page = await desk.page()
    expect(factsOf(page)).toMatchObject({ Scanned: WORDS.shelf.scanned_count(2, 1) })
    expect(page.lead).toContain('Nothing is recorded')
    await undo(desk)
    expect(factsOf(await desk.page())).toMatchObject({ Scanned: '1' })
  })

  test('a check-in after it is undone first, then the noting', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    await desk.scanAll([adichie, missing, lost])
    await note(desk)
    await desk.ok('shelf.check-in', { commandId: desk.id(), item_barcode: lost.barcode })
    expect(await statusOf(desk, lost.barcode)).toBe('Available')
    await undo(desk)
    expect(await statusOf(desk, lost.barcode)).toBe('Lost')
    expect(await statusOf(desk, missing.barcode)).toBe('Available')
    await undo(desk)
    expect(await statusOf(desk, missing.barcode)).toBe('Missing')
    expect(factsOf(await desk.page())).toMatchObject({ Scanned: WORDS.shelf.scanned_count(3, 2) })
  })

  test('leaves a lent book lent, and is refused while nothing known is scanned', async () => {
    const desk = await shelfDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.finish', {})
    await desk.go('shelf')
    expect(await note(desk)).toMatchObject({ code: 'nothing-scanned' })
    await desk.scanAll([ITEMS.warmth])
    await note(desk)
    expect((await desk.scan(CARDS.dana)).patron?.out_count).toBe(1)
  })

  test('sent again after a crash that came between the record and the answer, it is noted once and shown', async () => {
    const desk = await shelfDesk()
    await desk.go('shelf')
    await desk.scanAll([adichie, missing])
    const resume = desk.station.sessionState()
    const commandId = desk.id()
    await note(desk, commandId)
    const recorded = await desk.eventsCount()
    await desk.station.close()
    const next = withShelves(await openDesk(desk.folder, { resume }, desk.clock))
    expect(await note(next, commandId)).toMatchObject({ kind: 'ok' })
    expect(await next.eventsCount()).toBe(recorded)
    expect((await next.page()).lead).toContain('inventoried')
  })
})

test('three hundred items: a scan is answered right away, on the shelf and on the cart', async () => {
  const books = longShelf(300)
  const desk = await shelfDesk(books)
  for (const place of ['shelf', 'cart'] as const) {
    await desk.go(place)
    const scans = books.toReversed().map(
      ({ barcode }) =>
        () =>
          desk.scan(barcode),
    )
    for (const scan of scans.slice(0, -30)) await scan()
    expect(await medianYards(scans.slice(-30))).toBeLessThan(30)
    expect(JSON.stringify(await desk.page())).toContain('Long shelf 299')
  }
})
