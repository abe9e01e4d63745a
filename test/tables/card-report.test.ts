/**
 * Cards by category, branch and month on Tuesday, November 24, 2026: what each patron counts for, and what is told of
 * few people: no line has a figure of one to four of them.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../shared/kernel/time.ts'
import {
  CARD_FIGURES,
  cardLines,
  CardSums,
  TOLD_COUNT_MIN,
  type CardFact,
  type CardFigures,
  type CardGroup,
} from '../../shared/reports/card-sums.ts'

const TODAY = localDate('2026-11-24')
const ADULT: CardFact = {
  category_code: 'ADULT',
  branch_code: 'MAPLE',
  registered_on: null,
  expires_on: '2028-01-01',
  is_active: 1,
}
const NONE: CardFigures = { active: 0, given: 0, renewed: 0, expired: 0 }

const TABLE: readonly (readonly [string, Partial<CardFact>, Partial<CardFigures>, string])[] = [
  ['a card in use', {}, { active: 1 }, ''],
  ['one without expiration', { expires_on: null }, { active: 1 }, ''],
  ['one that ends today', { expires_on: '2026-11-24' }, { active: 1 }, ''],
  ['one that ended yesterday', { expires_on: '2026-11-23' }, { expired: 1 }, '2026-11'],
  ['one that ended a year ago', { expires_on: '2025-11-30' }, { expired: 1 }, '2025-11'],
  ['one that ended before that', { expires_on: '2025-10-31' }, {}, ''],
  ['one given this month', { registered_on: '2026-11-02' }, { active: 1, given: 1 }, '2026-11'],
  ['one given and closed since', { registered_on: '2026-09-02', is_active: 0 }, { given: 1 }, '2026-09'],
  ['one that is to be given tomorrow, by a wrong clock', { registered_on: '2026-11-25' }, { active: 1 }, ''],
  ['a closed account', { is_active: 0 }, {}, ''],
]

test.each(TABLE)('%s counts for this', (_name, fact, figures, month) => {
  const sums = new CardSums(TODAY)
  sums.add({ ...ADULT, ...fact })
  const { months, groups } = sums.report()
  const { category_code: _category, branch_code: _branch, ...of } = groups[0] ?? { ...ADULT, ...NONE }
  expect({ ...NONE, active: of.active, given: of.given, renewed: of.renewed, expired: of.expired }).toEqual({
    ...NONE,
    ...figures,
  })
  const counted = months.filter((one) => one.given + one.expired > 0).map((one) => one.month)
  expect(counted).toEqual(month === '' ? [] : [month])
  expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([13, '2025-11', '2026-11'])
})

test('a renewal of somebody nobody knows any more counts for its month alone', () => {
  const sums = new CardSums(TODAY)
  sums.renewed({ on: localDate('2026-10-05'), of: null })
  sums.renewed({ on: localDate('2026-10-06'), of: { category_code: 'ADULT', branch_code: 'MAPLE' } })
  const { months, groups } = sums.report()
  expect(months.find(({ month }) => month === '2026-10')?.renewed).toBe(2)
  expect(groups).toEqual([{ ...NONE, category_code: 'ADULT', branch_code: 'MAPLE', renewed: 1 }])
})

const group = (category_code: string, active: number, figures: Partial<CardFigures> = {}): CardGroup => ({
  ...NONE,
  ...figures,
  category_code,
  branch_code: 'MAPLE',
  active,
})

test('small categories are told together, with the next larger one where they are still few', () => {
  const groups = [group('ADULT', 900), group('CHILD', 40, { renewed: 6 }), group('STAFF', 7), group('HOME', 2)]
  expect(cardLines(groups, 'category_code')).toEqual([
    { ...NONE, code: 'ADULT', active: 900 },
    { ...NONE, code: 'CHILD', active: 40, renewed: 6 },
    { ...NONE, code: null, active: 9 },
  ])
  const few = [group('ADULT', 900), group('CHILD', 40, { renewed: 3 })]
  expect(cardLines(few, 'category_code')).toEqual([{ ...NONE, code: null, active: 940, renewed: 3 }])
  expect(cardLines([], 'branch_code')).toEqual([])
})

const figure = fc.integer({ min: 0, max: 12 })
const anyGroup = fc.record({
  category_code: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  branch_code: fc.constantFrom('X', 'Y', 'Z'),
  active: figure,
  given: figure,
  renewed: figure,
  expired: figure,
})

test('no line of several tells of one to four people, and the lines come to the whole', () => {
  fc.assert(
    fc.property(fc.array(anyGroup), fc.constantFrom('category_code', 'branch_code'), (groups, by) => {
      const lines = cardLines(groups, by)
      for (const one of CARD_FIGURES) {
        const whole = groups.reduce((sum, each) => sum + each[one], 0)
        expect(lines.reduce((sum, each) => sum + each[one], 0)).toBe(whole)
        if (lines.length < 2) continue
        for (const line of lines) expect(line[one] === 0 || line[one] >= TOLD_COUNT_MIN).toBe(true)
      }
    }),
  )
})
