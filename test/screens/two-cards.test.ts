/** Two cards in use on the screen: the lost one is chosen; a merge that would leave no card is asked for twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeAbout, readMergeAbout } from '../../shared/patron/merge/merge-about.ts'
import { en } from '../../shared/words/en/en.ts'
import { says } from '../support/said.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'

const EXTRA = '21234000777771'
const THIRD = '21234000777789'

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

const looks = (name: string) => eyes.faultsInEveryLook(desk.page, name)

async function choose(words: string): Promise<void> {
  await hands.press('F7')
  await hands.atPage('account')
  await hands.command(words)
}

test('the form asks which card is lost; the other one stays in use', async () => {
  await hands.scan(CARDS.dana)
  await hands.until((now) => now.patron !== null)
  await hands.call('card.replace', { reason: 'extra', which: '', barcode: EXTRA })
  await choose('lost card')
  await hands.asks('which')
  expect(await looks('lose-which-card')).toEqual([])
  // None is chosen yet: a blind Enter stops no card.
  await hands.press('Enter')
  await hands.asks('which')
  await hands.press('2')
  await hands.press('Enter')
  await hands.until((now) => now.band?.sentence.includes(en.outcomes.patron.card.lost) === true)
  await hands.clear()
  await hands.scan(CARDS.dana)
  const { patron } = await hands.until((now) => now.patron !== null)
  expect(patron?.card_barcode).toBe(CARDS.dana)
})

test('for an extra card the question is passed over, which a lost one is asked', async () => {
  await hands.call('card.replace', { reason: 'extra', which: '', barcode: THIRD })
  await choose('replace card')
  await hands.asks('reason')
  await hands.press('1')
  await hands.asks('which')
  expect(await looks('replace-which-card')).toEqual([])
  await hands.press('Escape')
  await choose('replace card')
  await hands.asks('reason')
  await hands.press('3')
  await hands.asks('barcode')
  await hands.press('Escape')
  await hands.call('card.lose', { which: THIRD })
})

test('a merge that leaves no card says so, and is done once it is sent again', async () => {
  await hands.call('card.lose', { which: '' })
  outputOf(await desk.call('patron.compare', { patron_id: null, barcode: CARDS.omar }), 'snapshot')
  const { page } = await hands.until((now) => now.page?.ref.place === 'patron-merge')
  const { other } = readMergeAbout(page?.ref.about ?? '')
  const about = mergeAbout({ other, turned: new Set(['card']) })
  outputOf(await desk.call('desk.go', { page: { place: 'patron-merge', about } }), 'snapshot')
  await hands.until((now) => now.page?.ref.about === about)
  await hands.press('m')
  await desk.page.locator('[data-form]').getByText(en.pages.patrons.merge.cardless).waitFor()
  expect(await looks('merge-cardless')).toEqual([])
  await hands.press('Ctrl+Enter')
  await desk.page.getByText(says('merge-cardless')).first().waitFor()
  expect(await looks('merge-cardless-asked')).toEqual([])
  await hands.press('Ctrl+Enter')
  const { patron } = await hands.until((now) => now.page?.ref.place === 'account')
  expect(patron?.out_count).toBe(25)
})
