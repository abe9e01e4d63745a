/** An ISBN that is scanned, on a real desk: the title, a choice of titles, or what to press when there is none. */
import { describe, expect, test } from 'vitest'
import { moneyDesk } from '../../support/money-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'

const EDUCATED = '9780399590504'
const NOBODYS = '9780306406157'

function withIsbns(...title_ids: readonly number[]): Promise<TestDesk> {
  return moneyDesk({
    also: title_ids.map((id) => `INSERT INTO title_isbn (isbn, title_id) VALUES ('${EDUCATED}', ${id})`),
  })
}

describe('an ISBN of the library', () => {
  test.each(['out', 'in'] as const)('shows its title, in mode %s, and changes nothing', async (mode) => {
    const desk = await withIsbns(2)
    if (mode === 'in') await desk.ok('desk.mode', { mode })
    const { page, band, rows_count } = await desk.scan(EDUCATED)
    expect(page?.ref).toEqual({ place: 'title', about: '2' })
    expect(band).toMatchObject({ outcome: 'done', heading: 'Educated' })
    expect(band?.sentence).toContain('Shown, nothing changed.')
    expect(rows_count).toBe(0)
  })

  test('leaves the open account open, and the copy’s own barcode lends it', async () => {
    const desk = await withIsbns(2)
    await desk.scan(CARDS.dana)
    expect((await desk.scan(EDUCATED)).patron?.name).toBe('Dana Miller')
    expect((await desk.scan(ITEMS.educated)).band?.fact?.label).toBe('due')
  })

  test('of several titles offers each by a digit, and holds nothing back', async () => {
    const desk = await withIsbns(2, 3)
    const asked = await desk.scan(EDUCATED)
    expect(asked.band).toMatchObject({ outcome: 'decide', heading: '2 titles have this ISBN' })
    expect(asked.rows[0]?.choices.map((choice) => choice.label)).toEqual(['Educated', 'Becoming'])
    expect(asked.totals.undecided_count).toBe(0)
    const row_id = asked.rows[0]?.row_id ?? ''
    const shown = (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '2' })).snapshot
    expect(shown.page?.ref).toEqual({ place: 'title', about: '3' })
    expect(shown.band?.heading).toBe('Becoming')
  })
})

test('an ISBN of no title here says so, with the key that finds by title', async () => {
  const desk = await withIsbns(2)
  const { band, page } = await desk.scan(NOBODYS)
  expect(band).toMatchObject({ outcome: 'stop', heading: says('isbn-unknown', { isbn: NOBODYS }) })
  expect(band?.sentence).toContain('{key:find-title}')
  expect(page).toBeNull()
})
