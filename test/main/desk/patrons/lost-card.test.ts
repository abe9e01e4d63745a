/** A lost card at check-out: the refusal says what is next, both of its ways lead to a new card, and the item goes. */
import { expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const LOST = `UPDATE card SET status = 'lost' WHERE patron_id = 1`
const { card } = en.pages.patrons

async function account(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const page = must(snapshot.page, 'the account')
  expect(pageFaults(page)).toEqual([])
  return page
}

async function replaceAct(desk: TestDesk) {
  return must(
    (await account(desk)).acts.find(({ label }) => label === card.replace),
    'another card',
  )
}

test('the refusal says: ask for ID, then a new card; scanned, 1 gives it and the item goes out', async () => {
  const desk = await cardDesk(false, [LOST])
  const { band } = await desk.scan(CARDS.dana)
  expect(band?.sentence).toContain('If there is none, give one: scan it and press 1, or {key:account}, then G.')
  const stopped = must((await desk.scan(ITEMS.warmth)).rows[0], 'a row')
  expect(stopped.happened).toBe(en.refusals['card-lost'].short)
  const offer = must((await desk.scan(NEW_CARD)).rows[0], 'a row')
  await desk.ok('desk.answer', { commandId: desk.id(), row_id: offer.row_id, key: '1' })
  expect((await desk.scan(ITEMS.educated)).rows[0]?.happened).toBe(en.outcomes.loan.out)
})

test('G is in sight on the account and gives the new card for the lost one', async () => {
  const desk = await cardDesk(false, [LOST])
  await desk.scan(CARDS.dana)
  const give = await replaceAct(desk)
  expect([give.key, give.weight, give.asks[0]?.value]).toEqual(['G', 'main', 'lost'])
  await desk.ok('card.replace', { commandId: desk.id(), reason: 'lost', which: '', barcode: NEW_CARD })
  expect((await replaceAct(desk)).weight).toBe('more')
  expect((await desk.scan(ITEMS.educated)).rows[0]?.happened).toBe(en.outcomes.loan.out)
})

test('with a card in use as well, nothing is chosen: the lost one may be the one that was found', async () => {
  const desk = await cardDesk(false, [`INSERT INTO card VALUES ('${NEW_CARD}', 1, 'lost')`])
  await desk.scan(NEW_CARD)
  const give = await replaceAct(desk)
  expect([give.key, give.asks[0]?.value]).toEqual(['G', ''])
})

test('a card that works: another one is given under More', async () => {
  const desk = await cardDesk()
  await desk.scan(CARDS.dana)
  const give = await replaceAct(desk)
  expect([give.key, give.weight]).toEqual(['', 'more'])
})

test('a grown-up whose guardian is still linked: G is one of the two', async () => {
  const desk = await cardDesk(false, [LOST, `UPDATE patron SET guardian = 'Ana' WHERE patron_id = 1`])
  await desk.scan(CARDS.dana)
  const letters = (await account(desk)).acts.filter(({ key }) => key === 'G').map(({ label }) => label)
  expect(letters).toEqual([card.replace])
})
