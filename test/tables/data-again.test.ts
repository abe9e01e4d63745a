/**
 * The library's data is taken in again at a desk that has worked since. A librarian can read it: what the data said
 * first, what the desk made of it, what the data says now, and which of the two holds.
 */
import { describe, expect, test } from 'vitest'
import { heldValue, isLoanOvertaken, itemAfter, itemTexts, type ItemChanged } from '../../shared/import/changed-here.ts'
import { AS_IT_STANDS, ruleAfter, ruleVerdict, type RuleChanged, type RuleRow } from '../../shared/import/rules-here.ts'

// what the data said first | what the desk made of it | what stands now | what the data says now | what holds
const STATUSES: readonly (readonly [string | null, string | null, string, string, string])[] = [
  // The desk never touched it: the data is right.
  [null, null, 'available', 'missing', 'missing'],
  // The data says again what it said before the desk marked it: the mark stays.
  ['available', 'missing', 'missing', 'available', 'missing'],
  ['missing', 'available', 'available', 'missing', 'available'],
  // The data says something else than it ever did: somebody changed it there since.
  ['available', 'missing', 'missing', 'withdrawn', 'withdrawn'],
  // Both say the same.
  ['available', 'missing', 'missing', 'missing', 'missing'],
  // The data has changed it since the desk did, and goes on saying so.
  ['available', 'missing', 'withdrawn', 'available', 'available'],
  // What the data said before is not known: the desk's word stays.
  [null, 'lost', 'lost', 'available', 'lost'],
]

test.each(STATUSES)('first %s, marked %s here, stands as %s, data says %s: %s', (base, now, stands, says, holds) => {
  expect(heldValue(now === null ? null : { base, now }, stands, says)).toBe(holds)
})

const item = (at_ms: number): ItemChanged => ({ at_ms, status: null, at_branch: null, fields: {} })
const NINE = 9
const TEN = 10

// the desk closed or changed this very loan | when it last had to do with the item | the loan of the file began | over
const LOANS: readonly (readonly [boolean, number | null, number, boolean])[] = [
  [false, null, NINE, false],
  [true, TEN, NINE, true],
  // The item was in the desk's hands after that loan began.
  [false, TEN, NINE, true],
  // It went out again later, at another desk.
  [false, NINE, TEN, false],
  // The clock of this computer is behind, and yet it was this loan that came back here.
  [true, NINE, TEN, true],
]

test.each(LOANS)(
  'loan changed here: %s, item handled at %s, loan of %s: over is %s',
  (isChanged, at, out_at, isOver) => {
    expect(isLoanOvertaken(isChanged, at === null ? null : item(at), out_at)).toBe(isOver)
  },
)

describe('an item marked more than once', () => {
  const mark = (known: ItemChanged | null, before: string, status: string): ItemChanged => {
    const placed = { status, at_branch: 'MAPLE', before: { status: before, at_branch: 'MAPLE' } }
    return itemAfter(known, { scope: 'item', item_barcode: '1', at_ms: NINE, placed })
  }

  test('what the data said first is remembered', () => {
    expect(mark(mark(null, 'available', 'missing'), 'missing', 'withdrawn').status).toEqual({
      base: 'available',
      now: 'withdrawn',
    })
  })

  test('data that spoke in between is what was changed last', () => {
    expect(mark(mark(null, 'available', 'missing'), 'damaged', 'available').status).toEqual({
      base: 'damaged',
      now: 'available',
    })
  })

  test('lending it leaves where and how it stands', () => {
    const marked = mark(null, 'available', 'missing')
    const lent = itemAfter(marked, { scope: 'item', item_barcode: '1', at_ms: TEN, placed: null })
    expect(lent).toEqual({ ...marked, at_ms: TEN })
  })
})

describe('an item whose record was written here', () => {
  const fields = { item_type_code: 'BOOK', home_branch: 'MAPLE', call_number: 'A', location: 'Fiction', note: '' }
  const own = { lender_name: '', lender_due_on: null }
  const record = (price_cents: number | null, note: string) => itemTexts({ ...fields, ...own, price_cents, note })
  const write = (known: ItemChanged | null, before: [number | null, string], after: [number | null, string]) =>
    itemAfter(known, {
      scope: 'item-record',
      item_barcode: '1',
      before: record(...before),
      after: record(...after),
    })

  test('what was written is known, with what the data said before', () => {
    expect(write(null, [2000, ''], [1250, 'torn']).fields).toEqual({
      price_cents: { base: '20.00', now: '12.50' },
      note: { base: '', now: 'torn' },
    })
  })

  test('an empty price is no price, and what was not written is not held', () => {
    expect(write(null, [2000, 'x'], [null, 'x']).fields).toEqual({ price_cents: { base: '20.00', now: '' } })
  })

  test('writing its record is not having it in hands: a loan that began before is no less news', () => {
    expect(isLoanOvertaken(false, write(null, [2000, ''], [1250, '']), NINE)).toBe(false)
  })
})

const FINE: RuleRow = { rule_code: 'late', amount_cents: 25 }
const OURS: RuleRow = { rule_code: 'late', amount_cents: 50 }
const NEWER: RuleRow = { rule_code: 'late', amount_cents: 75 }
const changed = (declined: RuleChanged['declined'] = null): RuleChanged => {
  return { at_ms: NINE, base: FINE, now: OURS, declined }
}

// what the desk made of the rule | what stands now | what the folder says | what a person said this time | what holds
const RULES: readonly (readonly [string, RuleChanged | null, RuleRow, RuleRow, 'kept' | 'imported' | null, string])[] =
  [
    ['never changed here: the folder is right', null, FINE, NEWER, null, 'same'],
    ['changed here, and the folder says what it said before', changed(), OURS, FINE, null, 'ask'],
    ['changed here, and changed in the folder too', changed(), OURS, NEWER, null, 'ask'],
    ['both say the same by now', changed(), OURS, OURS, null, 'same'],
    ['a person lets ours hold', changed(), OURS, FINE, 'kept', 'kept'],
    ['a person takes the folder’s', changed(), OURS, FINE, 'imported', 'imported'],
    ['the same was declined before: nobody is asked again', changed({ row: FINE }), OURS, FINE, null, 'kept'],
    ['something else was declined before', changed({ row: FINE }), OURS, NEWER, null, 'ask'],
    ['declined before, and taken now after all', changed({ row: FINE }), OURS, FINE, 'imported', 'imported'],
    ['the data had its way since', changed(), NEWER, FINE, null, 'same'],
    ['changed here and changed back', { ...changed(), now: FINE }, FINE, NEWER, null, 'same'],
    ['a member of staff changed here', { ...changed(), now: AS_IT_STANDS }, null, null, null, 'ask'],
    ['a member of staff kept before', { ...changed({ row: null }), now: AS_IT_STANDS }, null, null, null, 'kept'],
    [
      'a member of staff taken after all',
      { ...changed({ row: null }), now: AS_IT_STANDS },
      null,
      null,
      'imported',
      'imported',
    ],
    ['dropped here', { ...changed(), now: null }, null, FINE, null, 'ask'],
    ['made here, and not in the folder', { ...changed(), base: null }, OURS, null, null, 'ask'],
    ['an older entry knows a column less', changed(), { ...OURS, is_new: 0 }, { ...OURS, is_new: 1 }, null, 'ask'],
  ]

test.each(RULES)('%s', (_, desk, stands, says, answer, holds) => {
  expect(ruleVerdict(desk, stands, says, answer)).toBe(holds)
})

describe('a rule changed more than once', () => {
  const key = { table: 'fine_rule', key: 'late' }
  const change = (known: RuleChanged | null, before: RuleRow, after: RuleRow, at_ms = NINE): RuleChanged | null =>
    ruleAfter(known, { ...key, kind: 'changed', at_ms, before, after })

  test('what the data had made of it is remembered', () => {
    expect(change(change(null, FINE, OURS), OURS, NEWER, TEN)).toEqual({ ...changed(), now: NEWER, at_ms: TEN })
  })

  test('data that spoke in between is what was changed last', () => {
    expect(change(change(null, FINE, OURS), NEWER, OURS)).toMatchObject({ base: NEWER })
  })

  test('what was declined stays declined; once the folder’s was taken, it is the data’s again', () => {
    const kept = ruleAfter(changed(), { ...key, kind: 'kept', says: FINE })
    expect(change(kept, OURS, NEWER)).toMatchObject({ declined: { row: FINE } })
    expect(ruleAfter(kept, { ...key, kind: 'imported', says: FINE })).toBeNull()
  })
})
