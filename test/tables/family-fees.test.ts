/** What each of a family is charged, renewed together or registered one after another, as a librarian would put it. */
import { describe, expect, test } from 'vitest'
import { cents } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { familyFees, householdPaid } from '../../shared/patron/family-fees.ts'

type Kind = Parameters<typeof familyFees>[0][number]['fee_kind']
const of = (house: string, fee_kind: Kind, amount: number | null) => ({
  house,
  fee_kind,
  fee_cents: amount === null ? null : cents(amount),
})

describe('what each is charged', () => {
  test.each([
    ['residents pay nothing', [of('Elm', 'none', 0), of('Elm', 'none', 0)], [0, 0]],
    ['a fixed fee is each one’s own', [of('Elm', 'fixed', 500), of('Elm', 'fixed', 500)], [500, 500]],
    ['the household pays once', [of('Elm', 'household', 10000), of('Elm', 'household', 10000)], [10000, 0]],
    ['by the tax bill, once', [of('Elm', 'tax-bill', 9000), of('Elm', 'tax-bill', 9000)], [9000, 0]],
    ['two houses pay twice', [of('Elm', 'household', 5000), of('Oak', 'household', 5000)], [5000, 5000]],
    ['a child who is free pays for nobody', [of('Elm', 'household', 0), of('Elm', 'household', 7500)], [0, 7500]],
    ['not known is asked for once', [of('Elm', 'household', null), of('Elm', 'household', null)], [null, 0]],
    ['a resident beside them', [of('Elm', 'household', 5000), of('Elm', 'none', 0)], [5000, 0]],
  ])('%s', (_what, members, fees) => {
    expect(familyFees(members)).toEqual(fees)
  })
})

describe('the next of a household, at Elm, today May 4, 2027', () => {
  const member = (house: string, fee_kind: Kind, expires_on: string | null, isFree = false) => ({
    house,
    fee_kind,
    isFree,
    expires_on: expires_on === null ? null : localDate(expires_on),
  })
  const NOBODY = 'pays'
  test.each([
    ['nobody before them', [], 'household', NOBODY],
    ['a parent paid, whose card is valid', [member('Elm', 'household', '2028-05-04')], 'household', '2028-05-04'],
    ['a card that ends today is valid', [member('Elm', 'household', '2027-05-04')], 'household', '2027-05-04'],
    ['one that ended paid for its own year', [member('Elm', 'household', '2027-05-03')], 'household', NOBODY],
    [
      'of two who paid, the later',
      [member('Elm', 'household', '2027-06-01'), member('Elm', 'household', '2028-01-01')],
      'household',
      '2028-01-01',
    ],
    ['a card without limit', [member('Elm', 'tax-bill', null)], 'tax-bill', null],
    ['a parent at another address', [member('Oak', 'household', '2028-05-04')], 'household', NOBODY],
    ['a child who was free paid nothing', [member('Elm', 'household', '2028-05-04', true)], 'household', NOBODY],
    ['a fee of another kind', [member('Elm', 'tax-bill', '2028-05-04')], 'household', NOBODY],
    ['a fixed fee is each one’s own', [member('Elm', 'fixed', '2028-05-04')], 'fixed', NOBODY],
  ] as const)('%s', (_what, family, fee_kind, until) => {
    const paid = householdPaid(family, { house: 'Elm', fee_kind }, localDate('2027-05-04'))
    expect(paid === null ? NOBODY : paid.until).toBe(until)
  })

  test('whoever has no address pays', () => {
    const family = [member('', 'household', '2028-05-04')]
    expect(householdPaid(family, { house: '', fee_kind: 'household' }, localDate('2027-05-04'))).toBeNull()
  })
})
