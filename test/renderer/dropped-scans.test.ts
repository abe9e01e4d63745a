/** Scans that were not taken while the page was drawn again: said once, and listed until they are scanned again. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { EMPTY, FIVE_OUT, row, SIGN_IN } from './support/scenes.ts'

const [CARD, BOOK, BADGE] = ['21234000000011', '31234000000011', '29999000000018'] as const
const { heading } = en.screen.rescue.notice.not_taken

let desk: Mounted
const part = (name: string): string => document.querySelector(`[data-part="${name}"]`)?.textContent ?? ''

afterEach(() => desk.unmount())

async function dropped(texts: readonly string[], scans_count = texts.length): Promise<void> {
  act(() => desk.wire.push({ topic: 'scans-dropped', scans_count, texts: [...texts] }))
  await desk.settle()
}

it('says how many in place of the band, lists which, and sends none of them', async () => {
  desk = await mountScene(FIVE_OUT)
  await dropped([CARD, BOOK])
  expect(document.querySelector('[data-part="band"]')?.getAttribute('data-outcome')).toBe('stop')
  expect(part('band')).toContain(heading(2))
  expect(part('unrecorded')).toContain(`${CARD}, ${BOOK}.`)
  expect(desk.calls('desk.scan')).toEqual([])
})

it('lists what is left when one of them is scanned again, and says the number no more', async () => {
  desk = await mountScene(FIVE_OUT)
  await dropped([CARD, BOOK])
  const snapshot = { ...FIVE_OUT, version: 90, rows: [row('r90', 'Circe', { barcode: BOOK }), ...FIVE_OUT.rows] }
  desk.wire.intercept(({ method }) => (method === 'desk.scan' ? { kind: 'ok', output: { snapshot } } : null))
  await desk.scan(BOOK)
  expect(part('unrecorded')).toContain(CARD)
  expect(part('unrecorded')).not.toContain(BOOK)
  expect(part('band')).not.toContain(heading(2))
})

it('lists no more than fit, and says how many there were', async () => {
  desk = await mountScene(EMPTY)
  const texts = Array.from({ length: 1_000 }, (_, n) => `3${String(n).padStart(13, '0')}`)
  await dropped(texts, 1_234)
  expect(part('band')).toContain(heading(1_234))
  expect(part('unrecorded').match(/\d{14}/g)).toEqual(texts.slice(0, 40))
})

it('names a badge among them, and shows no number that a PIN alone is missing to', async () => {
  desk = await mountScene(FIVE_OUT)
  await dropped([CARD, BADGE])
  expect(part('unrecorded')).toContain(`${CARD}, ${en.screen.banner.badge}.`)
  expect(desk.text()).not.toContain(BADGE)
})

it('shows no number of them at a desk that is locked or left', async () => {
  desk = await mountScene(SIGN_IN)
  await dropped([CARD])
  expect(desk.text()).toContain(heading(1))
  expect(desk.text()).not.toContain(CARD)
})
