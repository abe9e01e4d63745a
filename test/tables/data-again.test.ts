/**
 * The library's data is taken in again at a desk that has worked since. A librarian can read it: what the data said
 * first, what the desk made of it, what the data says now, and which of the two holds.
 */
import { describe, expect, test } from 'vitest'
import { heldValue, isLoanOvertaken, itemAfter, type ItemChanged } from '../../shared/import/changed-here.ts'

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

const item = (at_ms: number): ItemChanged => ({ at_ms, status: null, at_branch: null })
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
