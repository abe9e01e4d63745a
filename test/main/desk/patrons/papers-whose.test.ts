/** A receipt belongs to its patron: where it lies, and what F9 shows while somebody else is open. */
import { describe, expect, test } from 'vitest'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

/** Dana has left with a book; her receipt lies beside the work. */
async function danaLeft(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.educated)
  const { snapshot } = await desk.ok('desk.finish', {})
  expect(snapshot.papers).toHaveLength(1)
  return desk
}

const last = { paper_id: '' }

describe('the receipt of the patron who left', () => {
  test.each(['cart', 'shelf', 'recent', 'tasks', 'pull-list'] as const)(
    'goes when the page %s is opened',
    async (place) => {
      const desk = await danaLeft()
      const { snapshot } = await desk.ok('desk.go', { page: { place, about: '' } })
      expect(snapshot.page?.ref.place).toBe(place)
      expect(snapshot.papers).toEqual([])
      expect((await desk.ok('desk.back', {})).snapshot.papers).toEqual([])
      expect((await desk.ok('paper.again', last)).snapshot.page?.lead).toMatch(/^For the patron who left at /)
    },
  )

  test.each([
    ['an item', ITEMS.becoming],
    ['a number that is nobody’s', '31234000009999'],
    ['words that are no barcode', 'what is this'],
    ['the next card', CARDS.omar],
  ])('goes with the next scan: %s', async (_what, text) => {
    const desk = await danaLeft()
    const { papers } = await desk.scan(text)
    expect(papers).toEqual([])
  })

  test('goes with the next way of scanning', async () => {
    const desk = await danaLeft()
    const { snapshot } = await desk.ok('desk.mode', { mode: 'in', is_toggling: true })
    expect(snapshot.papers).toEqual([])
  })

  test('is not what F9 shows while another patron is open', async () => {
    const desk = await danaLeft()
    await desk.scan(CARDS.omar)
    for (const code of [ITEMS.warmth, ITEMS.becoming]) {
      const { page } = (await desk.ok('paper.again', last)).snapshot
      expect(page?.sections.map(({ kind }) => kind)).toEqual(['table'])
      expect(JSON.stringify(page)).not.toMatch(/Educated|0017|Dana/)
      const asked = (await desk.ok('paper.again', { paper_id: String(page?.enter?.call.input['paper_id']) })).snapshot
        .page
      expect(asked?.lead).toMatch(/^For the patron who left at /)
      await desk.scan(code)
    }
    expect((await desk.ok('paper.make', { what: 'now' })).snapshot.page?.ref.place).toBe('receipt')
    await desk.ok('desk.back', {})
    const { page } = (await desk.ok('paper.again', last)).snapshot
    expect(page?.sections.filter((section) => section.kind === 'paper').length).toBe(1)
    expect(page?.lead).not.toMatch(/left/)
    expect(JSON.stringify(page?.sections[0])).not.toContain('Educated')
    await desk.ok('desk.clear', {})
    expect((await desk.ok('paper.again', last)).snapshot.page?.ref.place).toBe('receipt')
  })

  test('is theirs again, and is what F9 shows, when the same patron comes back', async () => {
    const desk = await danaLeft()
    const { patron } = await desk.scan(CARDS.dana)
    const { page } = (await desk.ok('paper.again', last)).snapshot
    expect(page?.sections.filter((section) => section.kind === 'paper').length).toBe(1)
    expect(page?.lead).not.toMatch(/left/)
    expect(JSON.stringify(page?.sections[0])).toContain('Educated')
    // Before anything of this visit: whose it is and of when, so that nobody takes it for today's second.
    expect(page?.lead).toContain(String(patron?.name))
    expect(page?.lead).toMatch(/earlier visit.* \d+:\d\d/)
  })

  test('is not called earlier where it is of this visit, and is told from that in the list', async () => {
    const desk = await danaLeft()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.becoming)
    await desk.ok('paper.make', { what: 'now' })
    await desk.ok('desk.back', {})
    const { page } = (await desk.ok('paper.again', last)).snapshot
    expect(page?.lead).not.toMatch(/earlier|left/)
    const listed = page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : []))
    expect(listed?.map(({ cells }) => cells[0]?.text.includes('earlier visit'))).toEqual([true])
  })
})
