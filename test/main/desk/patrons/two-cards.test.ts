/** A patron with two cards in use: the one that is lost or worn stops, the other one still works. */
import { describe, expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import { readClosed } from '../../support/closed-files.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const EXTRA = cardNumber('2123400050002', 'mod-10')
const THIRD = cardNumber('2123400050003', 'mod-10')
const { card } = en.pages.patrons
const { out } = en.outcomes.loan

const twoCards = () => cardDesk(false, [`INSERT INTO card VALUES ('${EXTRA}', 1, 'current')`])

async function actNamed(desk: TestDesk, label: string) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  expect(pageFaults(page)).toEqual([])
  return must(
    page.acts.find((one) => one.label === label),
    label,
  )
}

async function statuses(desk: TestDesk): Promise<Readonly<Record<string, unknown>>> {
  const rows = await readClosed(desk, (all) => all('SELECT barcode, status FROM card WHERE patron_id = 1'))
  return Object.fromEntries(rows.map((row) => [String(row['barcode']), row['status']]))
}

const answer = async (desk: TestDesk, row_id: string | undefined, key: string) =>
  (await desk.ok('desk.answer', { commandId: desk.id(), row_id: row_id ?? '', key })).snapshot

const told = ({ value, options }: { value: string; options: readonly { value: string }[] }) => [
  value,
  options.map((one) => one.value),
]

describe('a lost card', () => {
  test.each([
    ['the first', CARDS.dana, 'lost', 'current'],
    ['the extra one', EXTRA, 'current', 'lost'],
    ['all of them', 'all', 'lost', 'lost'],
  ])('stopped, %s', async (_what, which, first, extra) => {
    const desk = await twoCards()
    await desk.scan(CARDS.dana)
    await desk.ok('card.lose', { commandId: desk.id(), which })
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: first, [EXTRA]: extra })
  })

  test('the other one lends, and undo gives back the lost one', async () => {
    const desk = await twoCards()
    await desk.scan(CARDS.dana)
    await desk.ok('card.lose', { commandId: desk.id(), which: CARDS.dana })
    const stopped = await desk.scan(ITEMS.warmth)
    expect(stopped.rows[0]?.happened).toBe(en.refusals['card-lost'].short)
    await answer(desk, stopped.rows[0]?.row_id, '0')
    await desk.ok('desk.finish', {})
    await desk.scan(EXTRA)
    expect((await desk.scan(ITEMS.warmth)).rows[0]?.happened).toBe(out)
    await desk.ok('desk.finish', {})
    await desk.scan(EXTRA)
    await desk.ok('card.lose', { commandId: desk.id(), which: EXTRA })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect((await desk.scan(ITEMS.educated)).rows[0]?.happened).toBe(out)
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: 'lost', [EXTRA]: 'current' })
  })

  test('replaced: the other one stays in use beside the new one', async () => {
    const desk = await twoCards()
    await desk.scan(EXTRA)
    await desk.ok('card.replace', { commandId: desk.id(), reason: 'lost', which: CARDS.dana, barcode: NEW_CARD })
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: 'lost', [EXTRA]: 'current', [NEW_CARD]: 'current' })
  })

  test('a worn one: the other one stays in use', async () => {
    const desk = await twoCards()
    await desk.scan(EXTRA)
    await desk.ok('card.replace', { commandId: desk.id(), reason: 'worn', which: EXTRA, barcode: NEW_CARD })
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: 'current', [EXTRA]: 'former', [NEW_CARD]: 'current' })
  })

  test.each([
    ['none is named', ''],
    ['a former one is named', CARDS.danaFormer],
    ['a card of somebody else is named', CARDS.expired],
  ])('where %s, nothing is recorded', async (_what, which) => {
    const desk = await twoCards()
    await desk.scan(CARDS.dana)
    expect(await desk.call('card.lose', { commandId: desk.id(), which })).toMatchObject({ code: 'card-unclear' })
    const input = { commandId: desk.id(), reason: 'lost', which, barcode: NEW_CARD } as const
    expect(await desk.call('card.replace', input)).toMatchObject({ code: 'card-unclear' })
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: 'current', [EXTRA]: 'current' })
  })

  test('an extra card asks for none of them', async () => {
    const desk = await twoCards()
    await desk.scan(CARDS.dana)
    await desk.ok('card.replace', { commandId: desk.id(), reason: 'extra', which: '', barcode: NEW_CARD })
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: 'current', [EXTRA]: 'current', [NEW_CARD]: 'current' })
  })
})

describe('the form', () => {
  test('asks which, and none is chosen: the card at the head of the account is marked', async () => {
    const desk = await twoCards()
    const { patron } = await desk.scan(EXTRA)
    expect(patron?.card_barcode).toBe(EXTRA)
    for (const label of [card.lose, card.replace]) {
      const act = await actNamed(desk, label)
      const which = must(
        act.asks.find(({ name }) => name === 'which'),
        'which card',
      )
      expect(told(which)).toEqual(['', [CARDS.dana, EXTRA, 'all']])
      expect(which.options[1]?.label).toBe(card.which_shown(EXTRA))
      // An extra card stops none of them, so Enter passes over the question.
      expect(which.only_with).toBe(label === card.lose ? '' : 'reason=lost worn')
    }
  })

  test('with one card in use asks nothing more', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.dana)
    expect((await actNamed(desk, card.lose)).asks).toEqual([])
    expect((await actNamed(desk, card.replace)).asks.map(({ name }) => name)).toEqual(['reason', 'barcode'])
    await desk.ok('card.lose', { commandId: desk.id(), which: '' })
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: 'lost' })
  })
})

describe('a new card that is scanned', () => {
  test.each([
    ['lost', '1', '1', { [CARDS.dana]: 'lost', [EXTRA]: 'current' }],
    ['lost', '1', '2', { [CARDS.dana]: 'current', [EXTRA]: 'lost' }],
    ['lost', '1', '3', { [CARDS.dana]: 'lost', [EXTRA]: 'lost' }],
    ['worn', '2', '2', { [CARDS.dana]: 'current', [EXTRA]: 'former' }],
    ['extra', '3', null, { [CARDS.dana]: 'current', [EXTRA]: 'current' }],
  ])('for a %s one: the row asks which', async (_why, key, which, expected) => {
    const desk = await twoCards()
    await desk.scan(CARDS.dana)
    const offer = await desk.scan(NEW_CARD)
    const asked = await answer(desk, offer.rows[0]?.row_id, key)
    if (which !== null) {
      const row = must(
        asked.rows.find((one) => one.choices.length > 0),
        'a row that asks',
      )
      expect(row.choices).toHaveLength(3)
      await answer(desk, row.row_id, which)
    }
    expect(await statuses(desk)).toMatchObject({ ...expected, [NEW_CARD]: 'current' })
  })

  test('the question is left by 0 and by the next scan, and holds nothing back', async () => {
    const desk = await twoCards()
    await desk.scan(CARDS.dana)
    const offer = await desk.scan(NEW_CARD)
    await answer(desk, offer.rows[0]?.row_id, '1')
    expect((await desk.scan(ITEMS.warmth)).rows[0]?.happened).toBe(out)
    await answer(desk, offer.rows[0]?.row_id, '0')
    const found = await statuses(desk)
    expect(found).toMatchObject({ [CARDS.dana]: 'current', [EXTRA]: 'current' })
    expect(found[NEW_CARD]).toBeUndefined()
  })

  test('with one card in use, 1 gives it at once', async () => {
    const desk = await cardDesk()
    await desk.scan(CARDS.dana)
    const offer = await desk.scan(NEW_CARD)
    await answer(desk, offer.rows[0]?.row_id, '1')
    expect(await statuses(desk)).toMatchObject({ [CARDS.dana]: 'lost', [NEW_CARD]: 'current' })
  })
})

test('undoing the new card of somebody whose only card is lost: that one lends nothing', async () => {
  const desk = await cardDesk(false, [`UPDATE card SET status = 'lost' WHERE patron_id = 1`])
  await desk.scan(CARDS.dana)
  await desk.ok('card.replace', { commandId: desk.id(), reason: 'lost', which: '', barcode: THIRD })
  expect((await desk.scan(ITEMS.warmth)).rows[0]?.happened).toBe(out)
  await desk.ok('desk.undo', { commandId: desk.id() })
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect((await desk.scan(ITEMS.educated)).rows[0]?.happened).toBe(en.refusals['card-lost'].short)
})

test('the label and the welcome slip are of the card that is shown', async () => {
  const desk = await twoCards()
  await desk.scan(EXTRA)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'receipt', about: 'labels card - 1' } })
  expect(JSON.stringify(snapshot.page)).toContain(EXTRA)
  expect(JSON.stringify(snapshot.page)).not.toContain(CARDS.dana)
  await desk.ok('paper.make', { what: 'welcome' })
  const made = JSON.stringify((await desk.ok('desk.snapshot', {})).snapshot.page)
  expect(made).toContain(EXTRA)
  expect(made).not.toContain(CARDS.dana)
})
