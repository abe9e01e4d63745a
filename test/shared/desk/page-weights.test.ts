/** Which acts are in sight: a table of acts as a builder gives them, and as the screen has them. */
import { expect, it } from 'vitest'
import { weighed } from '../../../shared/desk/page-weights.ts'
import type { Act } from '../../../shared/desk/page.ts'

/** "!" for a grave act, "-" for one that its builder put under "More". */
function acts(given: string): readonly Act[] {
  return given.split(' ').map((text) => ({
    act_id: text,
    key: text.slice(-1),
    label: text,
    call: { method: 'desk.clear', input: {} },
    asks: [],
    says: '',
    preview: null,
    is_grave: text.startsWith('!'),
    weight: text.startsWith('-') ? 'more' : 'main',
  }))
}

function said(all: readonly Act[]): string {
  const keys = (weight: Act['weight']): string =>
    all.flatMap((one) => (one.weight === weight ? [one.key] : [])).join('')
  return `${keys('main')}|${keys('more')}`
}

it.each([
  ['A', 3, 'A|'],
  ['A B C', 3, 'ABC|'],
  ['A B C D', 3, 'ABC|D'],
  ['A B C D', 2, 'AB|CD'],
  ['-A B C D', 3, 'BCD|A'],
  ['!A B C', 3, 'BCA|'],
  ['!A B C D', 3, 'BCD|A'],
  ['!A B !C -D E F', 3, 'BEF|DAC'],
])('%s with room for %i: %s', (given, room_count, expected) => {
  expect(said(weighed(acts(given), room_count))).toBe(expected)
})
