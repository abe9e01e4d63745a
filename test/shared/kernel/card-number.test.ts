/** Numbers of payment cards are told however they are written; what a desk writes beside money is not one. */
import { expect, test } from 'vitest'
import { CHECK_NUMBER, holdsCardNumber, isAuthorization } from '../../../shared/kernel/card-number.ts'

test.each(['4242424242424242', '4242 4242 4242 4242', '5019-7170-1010', 'no. 378282246310005 Exp', '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢'])(
  '%s could be a card',
  (text) => {
    expect(holdsCardNumber(text)).toBe(true)
    expect(isAuthorization(text)).toBe(false)
    expect(CHECK_NUMBER.test(text)).toBe(false)
  },
)

test.each(['08812A', 'AX-01 2345', '1', '12345678901'])('%s is an authorization', (text) => {
  expect(holdsCardNumber(text)).toBe(false)
  expect(isAuthorization(text)).toBe(true)
})

test.each(['', ' 1', '-1', 'A'.repeat(21), '1\n2', '<b>'])('%j is none', (text) => {
  expect(isAuthorization(text)).toBe(false)
})
