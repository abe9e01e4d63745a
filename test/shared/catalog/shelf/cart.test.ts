/** Sort my cart: the order in which to shelve what was scanned, location by location. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortCart } from '../../../../shared/catalog/shelf/cart.ts'
import type { ShelfItem } from '../../../../shared/catalog/shelf/shelf-item.ts'

let made = 0
function book(location: string, call_number: string, author = '', title = ''): ShelfItem {
  made += 1
  return { barcode: String(31000044000000 + made), location, call_number, profile: null, author, title }
}

const ROWLING = ['Rowling, J. K.', 'Harry Potter'] as const

test('a cart, as it is shelved', () => {
  const cart = [
    book('Nonfiction', '641.5 CHI', 'Child, Julia', 'Mastering the Art'),
    book('Fiction', 'FIC ROW', ...ROWLING),
    book('Nonfiction', 'LABEL LOST'),
    book('', ''),
    book('Nonfiction', '005.13/3 KER', 'Kernighan, Brian', 'The C Programming Language'),
    book('Children', 'J 567.9 DIN'),
    book('Fiction', 'FIC KIN', 'Kingsolver, Barbara', 'Prodigal Summer'),
    book('Nonfiction', '641.5 BIT', 'Bittman, Mark', 'How to Cook Everything'),
    book('Fiction', 'FIC ROW', ...ROWLING),
    book('Nonfiction', '641.5 CHI', 'Chiarello, Michael', 'Bottega'),
  ]
  const { groups, scanned_again } = sortCart(cart, { locations: ['Children', 'Nonfiction'] })
  const lines = groups.flatMap(({ location, stops }) =>
    stops.map(({ number, item, relation, is_readable }) =>
      [location, number, item.call_number, item.author, relation, is_readable ? '' : 'look at the label'].join(' | '),
    ),
  )
  expect(lines).toEqual([
    'Children | 1 | J 567.9 DIN |  | first | ',
    'Nonfiction | 1 | 005.13/3 KER | Kernighan, Brian | first | ',
    'Nonfiction | 2 | 641.5 BIT | Bittman, Mark | further | ',
    'Nonfiction | 3 | 641.5 CHI | Chiarello, Michael | same-class | ',
    'Nonfiction | 4 | 641.5 CHI | Child, Julia | same-number | ',
    'Nonfiction | 5 | LABEL LOST |  | further | look at the label',
    'Fiction | 1 | FIC KIN | Kingsolver, Barbara | first | ',
    'Fiction | 2 | FIC ROW | Rowling, J. K. | further | ',
    'Fiction | 3 | FIC ROW | Rowling, J. K. | same-title | ',
    ' | 1 |  |  | first | look at the label',
  ])
  expect(scanned_again).toEqual([])
})

test('a book scanned twice is one book, and is told', () => {
  const [one, other] = [book('Fiction', 'FIC ROW'), book('Fiction', 'FIC KIN')]
  const { groups, scanned_again } = sortCart([one, other, one, one])
  expect(groups.map(({ stops }) => stops.map(({ item }) => item))).toEqual([[other, one]])
  expect(scanned_again).toEqual([one.barcode])
})

test('an empty cart has no order', () => {
  expect(sortCart([])).toEqual({ groups: [], scanned_again: [] })
})

const anyBook = fc.record({
  barcode: fc.integer({ min: 1, max: 40 }).map(String),
  location: fc.constantFrom('Fiction', 'Nonfiction', 'Children', ''),
  call_number: fc.constantFrom('FIC ROW', 'FIC KIN', '813 ROW', '641.5 CHI', 'QA76 .C15', '', '?', 'B LIN', 'v.2'),
  profile: fc.constantFrom(null, 'dewey' as const, 'fiction' as const),
  author: fc.constantFrom('', 'Rowling, J. K.'),
  title: fc.constantFrom('', 'The 39 Steps'),
})

test('nothing is lost, nothing changes its location, and sorting a sorted cart changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyBook, { maxLength: 40 }), (cart) => {
      const { groups } = sortCart(cart)
      const order = groups.flatMap(({ stops }) => stops.map(({ item }) => item))
      expect(order.map(({ barcode }) => barcode).toSorted()).toEqual(
        [...new Set(cart.map((one) => one.barcode))].toSorted(),
      )
      for (const { location, stops } of groups) {
        expect(stops.every(({ item }) => item.location === location)).toBe(true)
        expect(stops.map(({ number }) => number)).toEqual(stops.map((_, index) => index + 1))
        expect(stops.filter(({ relation }) => relation === 'first')).toEqual(stops.slice(0, 1))
      }
      expect(sortCart(order).groups).toEqual(groups)
    }),
    { numRuns: 1000 },
  )
})
