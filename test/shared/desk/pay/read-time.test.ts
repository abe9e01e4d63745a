/** Times of a day as they are written on paper. */
import { expect, test } from 'vitest'
import { readTime } from '../../../../shared/desk/pay/read-time.ts'

test.each([
  ['2:15 PM', 855],
  ['2:15pm', 855],
  ['2:15 p.m.', 855],
  ['2:15 p. m.', 855],
  ['2 pm', 840],
  ['12:05 AM', 5],
  ['12 pm', 720],
  ['14:15', 855],
  ['9:05', 545],
  ['0:00', 0],
  ['23:59', 1439],
  ['24:00', null],
  ['25:10', null],
  ['13 pm', null],
  ['0:30 am', null],
  ['2:75 PM', null],
  ['215', null],
  ['2', null],
  ['', null],
  ['noonish', null],
])('%j is minute %s', (text, minute) => {
  expect(readTime(text)).toBe(minute)
})
