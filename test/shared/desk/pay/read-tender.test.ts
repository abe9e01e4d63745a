/** What is typed into the payment part, and the tender that it is. */
import { describe, expect, it } from 'vitest'
import {
  creditFault,
  faultWhileTyped,
  NO_TEXTS,
  readAmount,
  readTender,
} from '../../../../shared/desk/pay/read-tender.ts'
import { cents } from '../../../../shared/kernel/money.ts'

describe('an amount', () => {
  it.each([
    ['1050', 1050],
    ['10.5', 1050],
    ['10.50', 1050],
    ['10.', 1000],
    ['.5', 50],
    ['05', 5],
    ['$5.00', 500],
    [' 500 ', 500],
    ['99999', 99_999],
    ['0', 0],
  ])('“%s” is %i cents', (text, amount_cents) => {
    expect(readAmount(text)).toEqual({ amount_cents })
  })

  it.each([
    ['31234000000099', 'too_long'],
    ['100000', 'too_long'],
    ['1000000.50', 'too_long'],
    ['B123', 'letters'],
    ['5o0', 'letters'],
    ['1,000', 'letters'],
    ['-5', 'letters'],
    ['5', 'digit'],
    ['2.505', 'amount'],
    ['1.2.3', 'amount'],
    ['.', 'amount'],
  ])('“%s” is none: %s', (text, reason) => {
    expect(readAmount(text)).toMatchObject({ fault: { at: 'amount', reason } })
  })

  it('says while it is typed only what no further key can mend', () => {
    const while_typed = (amount: string): string => faultWhileTyped({ ...NO_TEXTS, amount })?.reason ?? 'none'
    expect(['', '5', '2.', '5o', '123456'].map(while_typed)).toEqual(['none', 'none', 'none', 'letters', 'too_long'])
  })
})

describe('a tender', () => {
  const texts = { amount: '500', check_number: ' 1042 ', authorization: 'a1k9', last_four: '4242' }

  it('is cash when only an amount is typed, and none when nothing is', () => {
    expect(readTender(null, NO_TEXTS)).toBeNull()
    expect(readTender(null, texts)).toEqual({ tender: { tender: 'cash', tendered_cents: 500 } })
    expect(readTender('cash', NO_TEXTS)).toMatchObject({ fault: { at: 'amount' } })
  })

  it('has what its kind asks for', () => {
    expect(readTender('check', texts)).toEqual({ tender: { tender: 'check', amount_cents: 500, check_number: '1042' } })
    const card = { tender: 'card', amount_cents: 500, authorization: 'A1K9', last_four: '4242' }
    expect(readTender('card', texts)).toEqual({ tender: card })
    expect(readTender('credit', texts)).toEqual({ tender: { tender: 'credit', amount_cents: 500 } })
  })

  it.each([
    ['check', { check_number: '' }, 'check_number'],
    ['check', { check_number: '10a' }, 'check_number'],
    ['check', { check_number: '424242424242' }, 'check_number'],
    ['card', { authorization: '' }, 'authorization'],
    ['card', { authorization: '424242424242' }, 'authorization'],
    ['card', { last_four: '424' }, 'last_four'],
    ['card', { last_four: '31234000000099' }, 'last_four'],
  ] as const)('%s with %j is none', (tender, part, at) => {
    expect(readTender(tender, { ...texts, ...part })).toMatchObject({ fault: { at, reason: at } })
  })

  it('of credit is no more than there is', () => {
    const credit = { tender: 'credit', amount_cents: cents(200) } as const
    expect(creditFault([credit], 200)).toBeNull()
    expect(creditFault([credit, credit], 399)).toEqual({ at: 'amount', reason: 'too_much_credit', most_cents: 399 })
  })
})
