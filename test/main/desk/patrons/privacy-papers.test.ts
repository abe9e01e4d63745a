/**
 * What goes out of the patron's own hands: slips in books, lists to walk with, papers of a return, the log of
 * disclosures. None says whose it is unless the library asks for it, and none tells a third party a title.
 */
import { describe, expect, test } from 'vitest'
import { ITEMS } from '../../support/small-library.ts'
import { privateDesk, ZENOBIA, type PrivateDesk } from '../../support/private-desk.ts'

const WHO = [ZENOBIA.surname, ZENOBIA.given, ZENOBIA.card, ZENOBIA.card.slice(-4), ZENOBIA.phone, ZENOBIA.email]

/** The words that a text must not have, and has. */
function told(value: unknown, words: readonly string[] = WHO): readonly string[] {
  const text = JSON.stringify(value).toLowerCase()
  return words.filter((word) => text.includes(word.toLowerCase()))
}

async function heldFor(desk: PrivateDesk, pickup_branch: string): Promise<void> {
  const hold = { card_barcode: ZENOBIA.card, title_id: 2, item_barcode: null, pickup_branch }
  await desk.ok('hold.place-for', { commandId: desk.id(), ...hold })
  await desk.ok('desk.mode', { mode: 'in' })
}

describe('slips', () => {
  test.each([
    ['for the hold shelf', 'MAPLE', 'hold-slip'],
    ['for the van', 'NORTH', 'transit-slip'],
  ])('%s: a code and a title, and never whose', async (_name, pickup_branch, kind) => {
    const desk = await privateDesk()
    await heldFor(desk, pickup_branch)
    const { papers } = await desk.scan(ITEMS.educated)
    expect(papers.map((paper) => paper.kind)).toContain(kind)
    expect(JSON.stringify(papers)).toContain('Educated')
    expect(told(papers)).toEqual([])
  })

  test('with the name only where the library wants it there', async () => {
    const desk = await privateDesk({ hold_slip_shows: 'code-and-name' })
    await heldFor(desk, 'MAPLE')
    const { papers } = await desk.scan(ITEMS.educated)
    expect(told(papers)).toContain(ZENOBIA.surname)
    expect(told(papers, [ZENOBIA.card, ZENOBIA.phone, ZENOBIA.email])).toEqual([])
  })
})

test('no list to walk with says who somebody is', async () => {
  const desk = await privateDesk({}, [
    `INSERT INTO hold (external_id, patron_id, title_id, pickup_branch_code, placed_at_ms, status)
      VALUES ('h9', ${ZENOBIA.patron_id}, 3, 'MAPLE', 0, 'waiting')`,
  ])
  await heldFor(desk, 'MAPLE')
  await desk.scan(ITEMS.educated)
  for (const name of ['pull', 'shelf', 'over', 'cart', 'tasks']) {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'receipt', about: `list ${name}` } })
    expect([name, told(snapshot.page)]).toEqual([name, []])
  }
})

test('a patron who brings back another’s book is told nothing of them', async () => {
  const desk = await privateDesk()
  await desk.scan(ZENOBIA.card)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await desk.ok('desk.mode', { mode: 'in' })
  const returned = await desk.scan(ITEMS.warmth)
  const { snapshot } = await desk.ok('paper.make', { what: 'now' })
  // The paper goes to whoever stands there: not even the title, which was somebody else’s reading.
  expect(JSON.stringify(snapshot.page)).toContain('Item …0015')
  expect(told(snapshot.page, ['Warmth', 'Wilkerson'])).toEqual([])
  expect([told(returned), told(snapshot.page)]).toEqual([[], []])
})

test('the log of disclosures holds no title, on screen or on paper; nor does what an officer is told', async () => {
  const desk = await privateDesk()
  await desk.scan(ZENOBIA.card)
  await desk.scan(ITEMS.warmth)
  const officer = { basis: 'emergency', what: 'identity', to_whom: 'Officer Hale, Springfield PD' } as const
  await desk.ok('privacy.disclose', { commandId: desk.id(), ...officer })
  const shown = async (page: { place: 'privacy' | 'receipt'; about: string }): Promise<unknown> =>
    (await desk.ok('desk.go', { page })).snapshot.page
  const pages = [
    await shown({ place: 'privacy', about: '' }),
    await shown({ place: 'privacy', about: 'log' }),
    await shown({ place: 'receipt', about: 'list disclosures' }),
  ]
  for (const page of pages) {
    expect(JSON.stringify(page)).toContain('Officer Hale')
    expect(told(page, ['Warmth', 'Wilkerson', ITEMS.warmth, '304.809'])).toEqual([])
  }
})
