/** Which PINs a patron may choose, as a librarian reads it. Hers are card 21234000012580 and 847-555-0134. */
import { expect, test } from 'vitest'
import { patronPinFault } from '../../shared/patron/patron-pin.ts'

const PATRON = { card_barcodes: ['21234000012580', '21234000099617'], phone: '847-555-0134', born_on: '1975-03-17' }

test.each([
  ['four digits', '7305', 4, null],
  ['six digits, where the library asks for six', '730518', 6, null],
  ['four digits, where the library asks for six', '7305', 6, 'short'],
  ['a run', '4567', 4, 'easy'],
  ['a run down', '9876', 4, 'easy'],
  ['one digit over and over', '0000', 4, 'easy'],
  ['a year', '1988', 4, 'easy'],
  ['a date with a year in it', '03061988', 4, 'easy'],
  ['the end of the card', '2580', 4, 'easy'],
  ['the end of the former card', '9617', 4, 'easy'],
  ['the end of the phone number', '0134', 4, 'easy'],
  ['the birthday, month first', '0317', 4, 'easy'],
  ['the birthday, day first', '1703', 4, 'easy'],
  ['the birthday with its year', '031775', 4, 'easy'],
  ['digits out of the middle of the phone number', '5550', 4, null],
] as const)('%s', (_what, pin, digits_count, reason) => {
  expect(patronPinFault(pin, PATRON, digits_count)?.reason ?? null).toBe(reason)
})

test('where no phone is known, nothing ends with its digits', () => {
  expect(patronPinFault('7305', { card_barcodes: [], phone: '', born_on: null }, 4)).toBe(null)
})
