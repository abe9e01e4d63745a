/** Search as you type on real files: any order, accents and case folded, and nothing about who has a copy. */
import { describe, expect, test } from 'vitest'
import { readPeople } from '../../../../shared/catalog/read-people.ts'
import { dateOrder } from '../../../../shared/kernel/date-order.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { workingDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

describe('people', () => {
  test.each([
    ['mil', ['Dana Miller']],
    ['MIL DA', ['Dana Miller']],
    ['dana mil', ['Dana Miller']],
    ['nunez', ['Omar Núñez']],
    ['Núñ', ['Omar Núñez']],
    ['ed', ['Ed Barr', 'Ed Stale']],
    ['ed barr', ['Ed Barr']],
    ['miller 4/12/80', ['Dana Miller']],
    ['1980-04-12 flora', ['Flora Owen']],
    ['miller 4/13/80', []],
    ['212340000000', ['Dana Miller', 'Omar Núñez', 'Ed Stale', 'Ed Barr', 'Flora Owen']],
    ['', []],
    ['zz', []],
    ["o'; DROP TABLE patron", []],
  ])('%s', async (text, names) => {
    const desk = await workingDesk()
    const { hits } = await desk.ok('search.patrons', { text, limit: 12 })
    expect(hits.map((hit) => hit.name)).toEqual(names)
  })

  test('says that there are more', async () => {
    const desk = await workingDesk()
    expect(await desk.ok('search.patrons', { text: 'ed', limit: 1 })).toMatchObject({ has_more: true })
  })

  test('a hit opens the account, as a card does', async () => {
    const desk = await workingDesk()
    const { hits } = await desk.ok('search.patrons', { text: 'miller', limit: 2 })
    const { snapshot } = await desk.ok('desk.open-patron', { patron_id: hits[0]?.patron_id ?? 0 })
    expect(snapshot.patron?.card_barcode).toBe(CARDS.dana)
  })

  test.each([
    ['4/12/80', '1980-04-12'],
    ['4/12/2012', '2012-04-12'],
    ['04-12-12', '2012-04-12'],
    ['2/30/80', null],
  ])('the date %s is read as %s', (text, born_on) => {
    expect(readPeople(text, { today: localDate('2026-11-24'), order: dateOrder('en', 'en-US') }).born_on).toBe(born_on)
  })
})

describe('titles', () => {
  test.each([
    ['warmth other', ['The Warmth of Other Suns']],
    ['suns war', ['The Warmth of Other Suns']],
    ['obama', ['Becoming']],
    ['b', ['Becoming', 'Goodnight Moon']],
    ['"*" OR title', []],
    ['   ', []],
  ])('%s', async (text, titles) => {
    const desk = await workingDesk()
    const { hits } = await desk.ok('search.titles', { text, limit: 12 })
    expect(hits.map((hit) => hit.title)).toEqual(titles)
  })

  test('says what is in and where, as of now', async () => {
    const desk = await workingDesk()
    const ask = async (): Promise<unknown> => (await desk.ok('search.titles', { text: 'warmth', limit: 1 })).hits[0]
    expect(await ask()).toMatchObject({ availability: '1 of 1 in at Maple Street', in_count: 1 })
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    expect(await ask()).toMatchObject({ availability: '0 of 1 in at Maple Street', in_count: 0 })
  })
})

test('settings: what is not named stays, what is wrong is refused, and a restart keeps them', async () => {
  const desk = await workingDesk()
  await desk.ok('settings.set', { settings: { theme: 'dark', item_prefix: '31234' } })
  expect((await desk.ok('settings.set', { settings: { text_scale: '150' } })).settings).toMatchObject({
    theme: 'dark',
    text_scale: '150',
    sound_volume: 70,
  })
  const bad = await desk.station.handle({ id: 1, method: 'settings.set', input: { settings: { theme: 'pink' } } })
  expect(bad.result.kind).toBe('bad-input')
  const again = await desk.reopen()
  expect((await again.ok('settings.get', {})).settings).toMatchObject({ theme: 'dark', text_scale: '150' })
})

test('a typed tail is completed with the library’s own prefix', async () => {
  const desk = await workingDesk()
  await desk.ok('settings.set', { settings: { item_prefix: '312340000' } })
  await desk.scan(CARDS.dana)
  const { snapshot } = await desk.ok('desk.scan', {
    commandId: desk.id(),
    text: ITEMS.warmth.slice(9),
    source: 'typed',
  })
  expect(snapshot.rows[0]).toMatchObject({ title: 'The Warmth of Other Suns', happened: 'Out' })
})

test('a number typed in groups, as it is printed, is the card and the item', async () => {
  const desk = await workingDesk()
  const groups = (number: string): string => number.replace(/^(.)(.{4})(.{5})/, '$1 $2 $3 ')
  const type = async (text: string): Promise<unknown> =>
    (await desk.ok('desk.scan', { commandId: desk.id(), text, source: 'typed' })).snapshot
  expect(await type(groups(CARDS.dana))).toMatchObject({ patron: { name: 'Dana Miller' } })
  expect(await type(groups(ITEMS.warmth))).toMatchObject({ rows: [{ happened: 'Out' }] })
})
