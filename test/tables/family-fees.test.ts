/** What each of a family is charged where their cards are renewed together, as a librarian would put it. */
import { describe, expect, test } from 'vitest'
import { cents } from '../../shared/kernel/money.ts'
import { familyFees } from '../../shared/patron/family-fees.ts'

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
