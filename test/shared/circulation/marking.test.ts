/** What an item may be marked, and when it may not: whoever has it, whoever waits for it, what it is already. */
import { expect, test } from 'vitest'
import { decideMark, MARKS } from '../../../shared/circulation/loans/marking.ts'
import { ENGLISH, SPANISH } from '../../support/said.ts'

test.each([
  ['on its shelf', 'available', false, false, 'missing', 'mark'],
  ['missing, and here it is', 'missing', false, false, 'available', 'mark'],
  ['withdrawn by mistake', 'withdrawn', false, false, 'available', 'mark'],
  ['missing already', 'missing', false, false, 'missing', 'marked-already'],
  ['out', 'available', true, false, 'missing', 'item-is-out'],
  ['out', 'available', true, false, 'withdrawn', 'item-is-out'],
  ['out, a part is told to be missing', 'available', true, false, 'damaged', 'note-only'],
  ['on the hold shelf for somebody', 'hold-shelf', false, true, 'available', 'item-is-held'],
  ['on the hold shelf for somebody, and cannot be fetched', 'hold-shelf', false, true, 'damaged', 'mark'],
  ['on its way for somebody, and never arrived', 'in-transit', false, true, 'missing', 'mark'],
  ['on its way home', 'in-transit', false, false, 'missing', 'mark'],
] as const)('%s (%s), marked %5$s: %6$s', (_name, status_before, is_out, is_held, wanted, expected) => {
  const decision = decideMark({ status_before, is_out, is_held, wanted })
  expect('code' in decision ? decision.code : decision.kind).toBe(expected)
})

test('every mark has words of its own, for the choice and for what was done', () => {
  for (const { marks } of [ENGLISH.words.outcomes, SPANISH.words.outcomes]) {
    expect(new Set(MARKS.map((mark) => marks[mark].says)).size).toBe(MARKS.length)
    expect(new Set(MARKS.map((mark) => marks[mark].label)).size).toBe(MARKS.length)
  }
  expect(MARKS.length).toBeLessThanOrEqual(9)
})
