/** May they have a hold, and which "no" is told: one line a situation. */
import { expect, test } from 'vitest'
import { decideHold, type HoldAsk } from '../../shared/circulation/holds/hold-place.ts'
import { cents } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { PATRON } from '../support/case-policy.ts'

/** One copy of two may be lent to them and is out; they have four holds of five. */
const ASK: HoldAsk = {
  patron: PATRON,
  today: localDate('2026-11-24'),
  settings: { holds_count_max: 5, is_hold_on_shelf_allowed: false },
  holds_count: 4,
  is_on_hold: false,
  has_it_out: false,
  items_count: 2,
  lendable_count: 1,
  on_shelf_here: null,
  overridden: [],
}
const HERE = 'Adult, 304.809 WIL'
const OWING = { ...PATRON, owed: cents(2000), owed_max: cents(1000) }
const ANY_NUMBER = { holds_count_max: null, is_hold_on_shelf_allowed: false }
const FROM_THE_SHELF = { holds_count_max: 5, is_hold_on_shelf_allowed: true }

test.each<[string, Partial<HoldAsk>, string[]]>([
  ['one more of five', {}, ['placed']],
  ['the sixth of five', { holds_count: 5 }, ['holds-too-many']],
  ['no holds at all', { holds_count: 0, settings: { ...ANY_NUMBER, holds_count_max: 0 } }, ['holds-too-many']],
  ['as many as they like', { holds_count: 500, settings: ANY_NUMBER }, ['placed']],
  ['they wait for it already', { is_on_hold: true }, ['hold-twice']],
  ['they have it out', { has_it_out: true }, ['hold-has-it']],
  ['no copy is left', { items_count: 0, lendable_count: 0 }, ['hold-no-copies']],
  ['copies, and none that they may have', { lendable_count: 0 }, ['hold-not-holdable']],
  ['it stands on the shelf here', { on_shelf_here: HERE }, ['hold-on-shelf']],
  ['the same, where that may be', { on_shelf_here: HERE, settings: FROM_THE_SHELF }, ['placed']],
  ['they owe too much', { patron: OWING }, ['owes-too-much']],
  ['the same, and a person let it pass', { patron: OWING, overridden: ['owes-too-much'] }, ['placed']],
  ['two reasons, one let pass', { patron: OWING, is_on_hold: true, overridden: ['owes-too-much'] }, ['hold-twice']],
  [
    'all of them, the patron’s first',
    { patron: OWING, has_it_out: true, holds_count: 9, lendable_count: 0 },
    ['owes-too-much', 'hold-has-it', 'holds-too-many', 'hold-not-holdable'],
  ],
])('%s', (_, change, wanted) => {
  const decision = decideHold({ ...ASK, ...change })
  expect(decision.kind === 'refused' ? decision.refusals.map((one) => one.code) : ['placed']).toEqual(wanted)
})
