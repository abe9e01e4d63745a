/** Read my shelf: the fewest moves that put a shelf right, and what does not belong there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { shelfKey } from '../../../../shared/catalog/call-number/call-number.ts'
import { longestRising } from '../../../../shared/catalog/shelf/longest-rising.ts'
import { readShelf, type Move, type ShelvedItem } from '../../../../shared/catalog/shelf/read-shelf.ts'

const HERE = { branch_code: 'MAIN', location: 'Nonfiction' }

function shelved(barcode: string, call_number: string, more: Partial<ShelvedItem> = {}): ShelvedItem {
  return {
    barcode,
    call_number,
    profile: 'dewey',
    location: 'Nonfiction',
    branch_code: 'MAIN',
    status: 'available',
    is_known: true,
    is_out: false,
    is_on_hold: false,
    ...more,
  }
}

/** "take c (3rd), put it after a", as a clerk would read it. */
const say = ({ item, stood_number, after }: Move<ShelvedItem>): string =>
  `take ${item.barcode} (${stood_number}), put it ${after ? `after ${after.barcode}` : 'at the start'}`

/** Does what the moves say, one after the other. */
function carriedOut(shelf: readonly ShelvedItem[], moves: readonly Move<ShelvedItem>[]): ShelvedItem[] {
  const now = [...shelf]
  for (const { item, after } of moves) {
    now.splice(now.indexOf(item), 1)
    now.splice(after ? now.indexOf(after) + 1 : 0, 0, item)
  }
  return now
}

const numbers = (...list: readonly string[]): ShelvedItem[] =>
  list.map((call_number, at) => shelved('abcdefghij'[at] ?? '', call_number))

describe('moves', () => {
  test.each<[string, ShelvedItem[], string[]]>([
    ['in order already', numbers('641', '642', '642', '643'), []],
    ['one too far right', numbers('642', '643', '644', '641'), ['take d (4), put it at the start']],
    ['one too far left', numbers('644', '641', '642', '643'), ['take a (1), put it after d']],
    [
      'two astray',
      numbers('641', '645', '642', '643', '640'),
      ['take e (5), put it at the start', 'take b (2), put it after d'],
    ],
    ['turned round', numbers('643', '642', '641'), ['take b (2), put it after c', 'take a (1), put it after b']],
    ['copies in any order', numbers('641 CHI', '641 CHI', '641 BIT'), ['take c (3), put it at the start']],
    ['a prime is no other number', numbers('641.5/92', '641.592', "641.5'92"), []],
  ])('%s', (_, shelf, moves) => {
    const reading = readShelf(shelf, HERE)
    expect(reading.moves.map(say)).toEqual(moves)
    expect(carriedOut(shelf, reading.moves)).toEqual(reading.order)
    expect(reading.strays).toEqual([])
  })

  test('on a shelf of Dewey the titles of one number stand as they like, unless the library orders them', () => {
    const shelf = [
      shelved('a', '641.5 CHI', { author: 'Child, Julia' }),
      shelved('b', '641.5 CHI', { author: 'Chiarello, Michael' }),
    ]
    expect(readShelf(shelf, HERE).moves).toEqual([])
    expect(readShelf(shelf, HERE, { ties: 'author-and-title' }).moves).toHaveLength(1)
  })

  test('on a shelf of fiction they stand by author and title', () => {
    const fiction = { profile: null, location: 'Fiction', author: 'Rowling, J. K.' } as const
    const shelf = [
      shelved('a', 'FIC ROW', { ...fiction, title: 'The Ickabog' }),
      shelved('b', 'FIC ROW', { ...fiction, title: 'The Casual Vacancy' }),
    ]
    expect(readShelf(shelf, { ...HERE, location: 'Fiction' }).moves).toHaveLength(1)
  })
})

describe('what does not belong here', () => {
  test.each<[string, Partial<ShelvedItem>, string[]]>([
    ['an item as it should be', {}, []],
    ['for use in the library', { status: 'reference' }, []],
    ['out by the records', { is_out: true }, ['checked-out']],
    ['a lost book, found', { status: 'lost', is_out: true }, ['checked-out', 'lost']],
    ['lost, not out', { status: 'lost' }, ['lost']],
    ['a missing book, found', { status: 'missing' }, ['missing']],
    ['one that is being looked for, found', { status: 'trace' }, ['looked-for']],
    ['on its way elsewhere', { status: 'in-transit' }, ['in-transit']],
    ['of the hold shelf', { status: 'hold-shelf', is_on_hold: true }, ['on-hold']],
    ['waited for', { is_on_hold: true }, ['on-hold']],
    ['withdrawn', { status: 'withdrawn' }, ['withdrawn']],
    ['damaged', { status: 'damaged' }, ['damaged']],
    ['not yet received', { status: 'on-order' }, ['not-ready']],
    ['of another branch', { branch_code: 'WEST', location: 'Fiction' }, ['other-branch']],
    ['of another location', { location: 'Fiction' }, ['other-location']],
    ['without a call number', { call_number: ' ' }, ['no-call-number']],
    ['with a label that nobody can read', { call_number: '??' }, ['number-unreadable']],
    ['of no record', { is_known: false, location: '', branch_code: '', call_number: '' }, ['no-record']],
  ])('%s', (_, more, reasons) => {
    const item = shelved('b', '642', more)
    const { strays, moves, order } = readShelf([shelved('a', '641'), item, shelved('c', '643')], HERE)
    expect(strays.flatMap((stray) => stray.reasons)).toEqual(reasons)
    expect(strays.map((stray) => [stray.item, stray.stood_number])).toEqual(reasons.length > 0 ? [[item, 2]] : [])
    expect(moves).toEqual([])
    expect(order).toHaveLength(reasons.length > 0 ? 2 : 3)
  })

  test('a move never names what was taken off', () => {
    const shelf = [shelved('a', '643'), shelved('b', '641', { status: 'lost' }), shelved('c', '642')]
    expect(readShelf(shelf, HERE).moves.map(say)).toEqual(['take a (1), put it after c'])
  })

  test('anywhere in the branch, when no location is said', () => {
    const shelf = [shelved('a', '641', { location: 'Fiction' }), shelved('b', '642')]
    expect(readShelf(shelf, { ...HERE, location: null }).strays).toEqual([])
  })
})

test('a book scanned twice stands where it was first', () => {
  const [a, b, c] = [shelved('a', '641'), shelved('b', '642'), shelved('c', '643')]
  const reading = readShelf([a, a, b, c, a], HERE)
  expect([reading.moves, reading.scanned_again]).toEqual([[], ['a']])
})

/** The longest run whose keys never fall, by trying the one before each: slow and plain. */
function longestRun(keys: readonly string[]): number {
  const best: number[] = []
  for (const [at, key] of keys.entries()) {
    best.push(1 + Math.max(0, ...best.slice(0, at).filter((_, before) => (keys[before] ?? '') <= key)))
  }
  return Math.max(0, ...best)
}

describe('any shelf', () => {
  const item = fc.record({
    call_number: fc.constantFrom(
      '641',
      '641.5',
      '641.5 CHI',
      '641.5/92',
      '641.592',
      '642',
      '7',
      '070',
      'J 5',
      'REF 031 v.10',
    ),
    author: fc.constantFrom('', 'Child, Julia', 'Avi'),
  })
  const shelf = fc
    .array(item, { maxLength: 25 })
    .map((list) => list.map(({ call_number, author }, at) => shelved(String(at), call_number, { author })))
  const ties = fc.constantFrom('any-order' as const, 'author-and-title' as const)

  test('the moves correct it, there are no fewer that could, and equal ones keep their order', () => {
    fc.assert(
      fc.property(shelf, ties, (items, tie) => {
        const { moves, order, strays } = readShelf(items, HERE, { ties: tie })
        const keys = items.map((item) => shelfKey(item, { ties: tie }))
        expect(strays).toEqual([])
        const after = carriedOut(items, moves)
        const sorted = items
          .map((one, at) => ({ one, key: must(keys[at], 'a key') }))
          .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
        expect(after).toEqual(sorted.map(({ one }) => one))
        expect(order).toEqual(after)
        expect(moves).toHaveLength(items.length - longestRun(keys))
        expect(readShelf(after, HERE, { ties: tie }).moves).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('a longest rising run rises, and none is longer', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 30 }), (values) => {
        const run = longestRising(values)
        const padded = values.map((value) => String(value + 3e9).padStart(12, '0'))
        expect(run).toHaveLength(longestRun(padded))
        expect(run).toEqual(run.toSorted((one, other) => one - other))
        const picked = run.map((at) => must(values[at], 'a value'))
        expect(picked).toEqual([...new Set(picked)].toSorted((one, other) => one - other))
      }),
      { numRuns: 2000 },
    )
  })

  test('a long shelf is read right away', () => {
    const long = Array.from({ length: 3000 }, (_, at) => shelved(String(at), `${(at * 7919) % 1000}.${at % 97}`))
    const { moves, order } = readShelf(long, HERE)
    expect(carriedOut(long, moves)).toEqual(order)
  })
})
