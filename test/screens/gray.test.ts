/**
 * Without color: the band of each class of outcome is drawn by the real desk, turned to gray and measured. Any two
 * classes differ by the shape of their sign, the lightness of their fill and their word. Pictures go to PICTURES_TO.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { OutcomeClass } from '../../shared/desk/screen.ts'
import { must } from '../../shared/kernel/assert.ts'
import * as eyes from './support/eyes.ts'
import { contrast, grayOf, groundOf, inkOf, lightness, unlikeness, type Gray } from './support/gray.ts'
import { CARDS, danasBook, omarsBook, shelfBook } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

/** Of the ink of two signs so much is not common, wherever they are laid over each other. */
const SHAPES_UNLIKE_MIN = 0.5
/** Two fills side by side, in steps of CIE lightness. */
const FILLS_APART_MIN = 8
/** Sign and words on their fill. */
const INK_CONTRAST_MIN = 4.5

type Drawn = { readonly outcome: OutcomeClass; readonly word: string; readonly sign: Gray }

const drawn = new Map<string, readonly Drawn[]>()

/** An act for each class, and for the kinds that have a mark of their own in the frame of their class. */
const ACTS: readonly (readonly [string, OutcomeClass, () => Promise<void>])[] = [
  ['stop', 'stop', () => tooShort()],
  ['done', 'done', () => lent()],
  ['decide', 'decide', () => hands.scan(danasBook(1))],
  ['stop-unknown', 'stop', () => inCart(() => hands.scan('31234000099999'))],
  ['route-transit', 'route', () => inCart(() => hands.scan(omarsBook(3)))],
  ['route-hold', 'route', () => inCart(() => hands.scan(omarsBook(2)))],
]

/** Typed by hand: two digits at a scanner's pace are no scan, and nothing is done. */
async function tooShort(): Promise<void> {
  await hands.type('12')
  await hands.hitsStandStill()
  await hands.press('Enter')
}

/** An opened account fills no band: the first item does. */
async function lent(): Promise<void> {
  await hands.scan(CARDS.omar)
  await hands.scan(shelfBook(1))
  await hands.until((now) => now.totals.out_count === 1)
}

async function inCart(scan: () => Promise<void>): Promise<void> {
  const { mode, totals } = await hands.snapshot()
  if (totals.undecided_count > 0) await hands.press('Escape')
  await hands.until((now) => now.totals.undecided_count === 0)
  if (mode !== 'in') await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await scan()
}

async function draw(look: string, name: string): Promise<Drawn> {
  await eyes.wear(desk.page, must(eyes.LOOKS[look], 'a look'))
  const band = desk.page.locator('[data-part="band"]')
  await grayOf(band, `gray-${look}-${name}`)
  const sign = await grayOf(band.locator('svg'), `gray-${look}-${name}-sign`)
  const outcome = (await band.getAttribute('data-outcome')) as OutcomeClass
  return { outcome, word: await band.locator('p > b').first().innerText(), sign }
}

const { desk, hands } = oneDesk()
beforeAll(async () => {
  for (const [name, outcome, act] of ACTS) {
    const before = (await hands.snapshot()).band?.number ?? 0
    await act()
    await hands.until((now) => (now.band?.number ?? 0) > before && now.band?.outcome === outcome)
    await desk.page.locator(`[data-part="band"][data-outcome="${outcome}"]`).waitFor()
    for (const look of LOOKS) drawn.set(look, [...(drawn.get(look) ?? []), await draw(look, name)])
  }
})

const LOOKS = ['light', 'dark', 'contrast', 'forced-colors'] as const
const CLASSES: readonly OutcomeClass[] = ['done', 'route', 'decide', 'stop']

/** Every two drawings of different classes. */
function pairs(look: string): readonly (readonly [Drawn, Drawn])[] {
  const all = drawn.get(look) ?? []
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => (one.outcome === other.outcome ? [] : [[one, other] as const])),
  )
}

describe.each(LOOKS)('in gray, with the look %s', (look) => {
  test('all four classes were drawn, and every two of them are compared', () => {
    const seen = new Set((drawn.get(look) ?? []).map((one) => one.outcome))
    expect([...seen].sort()).toEqual([...CLASSES].sort())
    expect(pairs(look)).toHaveLength(13)
  })

  test('no two classes have signs of one shape', () => {
    for (const [one, other] of pairs(look)) {
      expect(unlikeness(one.sign, other.sign), `${one.word} and ${other.word}`).toBeGreaterThan(SHAPES_UNLIKE_MIN)
    }
  })

  test('each has its word, and sign and words stand out from their fill', () => {
    const words = new Map((drawn.get(look) ?? []).map((one) => [one.outcome, one.word]))
    expect(new Set(words.values()).size).toBe(CLASSES.length)
    for (const { sign, word } of drawn.get(look) ?? []) {
      expect(contrast(groundOf(sign), inkOf(sign)), word).toBeGreaterThanOrEqual(INK_CONTRAST_MIN)
    }
  })
})

describe.each(['light', 'dark', 'contrast'] as const)('in gray, with the look %s', (look) => {
  test('no two classes have fills of one lightness', () => {
    for (const [one, other] of pairs(look)) {
      const apart = Math.abs(lightness(groundOf(one.sign)) - lightness(groundOf(other.sign)))
      expect(apart, `${one.word} and ${other.word}`).toBeGreaterThanOrEqual(FILLS_APART_MIN)
    }
  })
})

test('the measure tells a sign from another and not from itself', () => {
  const [first, second] = must(drawn.get('light'), 'drawn in light')
  const [one, other] = [must(first, 'the first').sign, must(second, 'the second').sign]
  expect(unlikeness(one, one)).toBe(0)
  expect(unlikeness(one, { ...one, levels: one.levels.map((level) => 1 - level) })).toBe(0)
  expect(unlikeness(one, { ...one, levels: [groundOf(one), ...one.levels.slice(0, -1)] })).toBeLessThan(0.1)
  expect(unlikeness(one, other)).toBeGreaterThan(SHAPES_UNLIKE_MIN)
})
