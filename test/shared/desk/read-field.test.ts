/** What a clerk types into a form, and what is made of it. Today is Tuesday November 24, 2026. */
import { describe, expect, it } from 'vitest'
import type { Act } from '../../../shared/desk/page.ts'
import { cutMoney, readMoney } from '../../../shared/desk/pay/read-money.ts'
import { readDate } from '../../../shared/desk/typed/read-date.ts'
import {
  fillIn,
  fillPreview,
  readField,
  readNamed,
  understood,
  type TextField,
} from '../../../shared/desk/read-field.ts'
import { dateOrder } from '../../../shared/kernel/date-order.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { datesIn } from '../../../shared/words/dates.ts'
import { moneyIn } from '../../../shared/words/money.ts'

const TODAY = localDate('2026-11-24')
const READING = { today: TODAY, order: dateOrder('en', 'en-US') }

describe('a total', () => {
  it.each([
    ['10448', 10_448],
    ['1234567', 1_234_567],
    ['9999999', 9_999_999],
    ['99999.99', 9_999_999],
    ['1234.5', 123_450],
    ['12345678', null],
    ['123456.00', null],
  ])('“%s” is %s cents', (typed, amount) => {
    expect(readMoney(typed, 'total')).toBe(amount)
  })

  it('has seven digits, and nothing of a barcode', () => {
    expect([cutMoney('1234567', 'total'), cutMoney('12345.678', 'total')]).toEqual(['1234567', '12345.67'])
    expect(cutMoney('31234000000099', 'total')).toBe('')
  })

  it('an amount at the desk still has five', () => {
    expect([readMoney('123456'), readMoney('1234.50'), cutMoney('123456')]).toEqual([null, null, '12345'])
  })
})

describe('a date', () => {
  it.each([
    ['today', '2026-11-24'],
    ['Tomorrow', '2026-11-25'],
    ['yesterday', '2026-11-23'],
    ['Mañana', '2026-11-25'],
    ['15 dic', '2026-12-15'],
    ['ene 5', '2027-01-05'],
    ['1 septiembre', '2026-09-01'],
    ['+7', '2026-12-01'],
    ['-3', '2026-11-21'],
    ['12/15', '2026-12-15'],
    ['1/5', '2027-01-05'],
    ['8/1', '2026-08-01'],
    ['12/15/27', '2027-12-15'],
    ['6/15/85', '1985-06-15'],
    ['12/15/2027', '2027-12-15'],
    ['12-15', '2026-12-15'],
    ['15 dec', '2026-12-15'],
    ['15dec', '2026-12-15'],
    ['Dec 15', '2026-12-15'],
    ['december 15, 2027', '2027-12-15'],
    ['2 sept', '2026-09-02'],
    ['2026-12-15', '2026-12-15'],
    ['2/29/28', '2028-02-29'],
    [' 12/15 ', '2026-12-15'],
  ])('%s is %s', (text, on) => {
    expect(readDate(text, READING)).toBe(on)
  })

  it.each([
    '',
    '15',
    '13/40',
    '2/30',
    '2026-02-30',
    '15 foo',
    '15 de foo',
    '15 de',
    'soon',
    '+',
    '+99999',
    '12/15/2',
    '31234000000015',
  ])('“%s” is none', (text) => {
    expect(readDate(text, READING)).toBeNull()
  })
})

describe('an amount', () => {
  it.each([
    ['250', 250],
    ['05', 5],
    ['.05', 5],
    ['0', 0],
    ['99999', 99_999],
    ['2.5', 250],
    ['2.50', 250],
    ['2.', 200],
    ['.5', 50],
    ['$2.50', 250],
  ])('%s is %i cents', (text, amount) => {
    expect(readMoney(text)).toBe(amount)
  })

  it.each(['', '.', '-5', '2.505', '123456', '1,000', '2.5.0', 'two', '1', '9'])('“%s” is none', (text) => {
    expect(readMoney(text)).toBeNull()
  })

  it.each([
    ['31234000000015', ''],
    ['12345678', ''],
    ['1234567', '12345'],
    ['B1234567', ''],
    ['1050', '1050'],
    ['10.5', '10.5'],
    ['12a3', '123'],
    ['2.505', '2.50'],
    ['1.2.3', '1.23'],
    ['12345.', '12345'],
    ['$3.75', '3.75'],
  ])('of “%s” there stands %s', (typed, stands) => {
    expect(cutMoney(typed)).toBe(stands)
  })
})

const field = (kind: TextField['kind'], part: Partial<TextField> = {}): TextField => {
  return {
    name: 'x',
    label: 'It',
    kind,
    value: '',
    is_required: false,
    hint: '',
    options: [],
    is_beside: false,
    only_with: '',
    group: '',
    ...part,
  }
}

describe('a field', () => {
  it.each([
    ['an amount that is left as it is', field('money', { value: '375' }), '3.75', 375],
    ['even one that nobody could type', field('money', { value: '123456' }), '1234.56', 123_456],
    ['a date that is left as it is', field('date', { value: '2026-12-15' }), '12/15/2026', '2026-12-15'],
    ['an amount that was taken away', field('money', { value: '375' }), '', null],
    ['a date that was taken away', field('date', { value: '2026-12-15' }), ' ', null],
    ['a number that was taken away', field('number', { value: '7' }), '', null],
    ['an amount that is not offered and not needed is null', field('money'), '', null],
    ['a lone - takes the offered amount away', field('money', { value: '375' }), '-', null],
    ['the offered date too', field('date', { value: '2026-12-15' }), ' - ', null],
    ['and the offered number', field('number', { value: '7' }), '-', null],
    ['a number', field('number'), '12', 12],
    ['a tick', field('tick'), 'yes', true],
    ['no tick', field('tick', { value: 'yes' }), '', false],
    ['a text without the spaces around it', field('text'), '  a b ', 'a b'],
    ['a text that was taken away', field('text', { value: 'before' }), '', ''],
    ['a PIN as it is', field('pin'), ' 47', ' 47'],
  ])('%s', (_name, one, text, value) => {
    expect(readField(one, text, READING)).toEqual({ value })
  })

  it.each([
    [field('date'), 'soon', { reason: 'date', label: 'It' }],
    [field('date'), '12/31/9999', { reason: 'too_late', label: 'It', bound: '2199-12-31' }],
    [field('date'), '1753-01-01', { reason: 'too_early', label: 'It', bound: '1900-01-01' }],
    [field('date', { value: '2026-12-15', is_required: true }), '', { reason: 'fill_in', label: 'It' }],
    [field('money'), 'much', { reason: 'money', label: 'It' }],
    [field('money', { value: '375' }), '1', { reason: 'money_digit', label: 'It', digit: '1' }],
    [field('number'), '1.5', { reason: 'number', label: 'It' }],
    [field('number'), '-1', { reason: 'number', label: 'It' }],
    [field('number', { is_required: true, value: '7' }), '-', { reason: 'number', label: 'It' }],
    [field('text', { is_required: true }), ' ', { reason: 'fill_in', label: 'It' }],
    [field('choice', { is_required: true }), '', { reason: 'choose', label: 'It' }],
  ])('what cannot be read is told with the reason', (one, text, fault) => {
    expect(readField(one, text, READING)).toEqual({ fault })
  })

  it('says what it understood', () => {
    const say = {
      date: (on: LocalDate) => datesIn('en', 'en-US').date(on, TODAY),
      money: moneyIn('en-US'),
      none: 'none',
    }
    expect(understood(field('date'), '+7', READING, say)).toBe('Tue, Dec 1')
    expect(understood(field('date'), '12/15/2026', READING, say)).toBe('Tue, Dec 15')
    expect(understood(field('money'), '2.50', READING, say)).toBe('')
    expect(understood(field('money'), '250', READING, say)).toBe('$2.50')
    expect(understood(field('money', { value: '375' }), '-', READING, say)).toBe('none')
    expect(cutMoney('-')).toBe('-')
    expect(understood(field('date'), 'soon', READING, say)).toBe('')
    expect(understood(field('text'), 'anything', READING, say)).toBe('')
  })
})

describe('an act', () => {
  const act: Act = {
    act_id: 'a',
    key: 'A',
    label: 'A',
    call: { method: 'settings.set', input: { values: { kept: 1 }, item_barcode: '3' } },
    asks: [field('money', { name: 'values.fine_cents' }), field('text', { name: 'note' })],
    says: '',
    preview: null,
    is_grave: false,
    weight: 'main' as const,
  }

  it('is filled in around what it knows, also inside a property', () => {
    expect(fillIn(act, { 'values.fine_cents': '25', note: 'n' }, READING)).toEqual({
      input: { values: { kept: 1, fine_cents: 25 }, item_barcode: '3', note: 'n' },
    })
  })

  it('names the first field that cannot be read', () => {
    expect(fillIn(act, { 'values.fine_cents': 'x' }, READING)).toMatchObject({ name: 'values.fine_cents' })
  })
})

describe('a preview', () => {
  const act = {
    act_id: 'a',
    key: '',
    label: 'A',
    call: { method: 'charge.waive', input: {} },
    preview: { method: 'charge.waive-preview', input: { charge_ref: null, amount_cents: null } },
    asks: [
      field('choice', { name: 'charge_ref', is_required: true, options: [{ value: 'c1', label: 'First' }] }),
      field('money', { name: 'amount_cents' }),
      field('pin', { name: 'pin' }),
    ],
    says: '',
    is_grave: false,
    weight: 'main' as const,
  } satisfies Act
  const asked = (texts: Readonly<Record<string, string>>): unknown => fillPreview(act, texts, READING)?.input ?? null

  it.each<[string, Readonly<Record<string, string>>, unknown]>([
    ['nothing filled in', {}, { charge_ref: null, amount_cents: null }],
    ['one of two', { charge_ref: 'c1' }, { charge_ref: 'c1', amount_cents: null }],
    [
      'both, and what it does not name',
      { charge_ref: 'c1', amount_cents: '250', pin: '471108' },
      { charge_ref: 'c1', amount_cents: 250 },
    ],
    ['an amount of which a digit is typed', { charge_ref: 'c1', amount_cents: '2' }, null],
  ])('with %s', (_, texts, input) => expect(asked(texts)).toEqual(input))

  it('is asked of no act without one', () => {
    expect(fillPreview({ ...act, preview: null }, {}, READING)).toBeNull()
  })
})

describe('a count of cash', () => {
  const options = [
    { value: '2000', label: '$20 bills' },
    { value: '25', label: 'Quarters' },
  ]
  const pieces = { name: 'pieces', label: 'Counted', kind: 'count', value: '', hint: '', options } as const
  const act = {
    act_id: 'c',
    key: 'C',
    label: 'Count',
    call: { method: 'settings.set', input: {} },
    asks: [{ ...pieces, options, is_required: true, is_beside: false, only_with: '', group: '' }],
    says: '',
    preview: { method: 'settings.get', input: { pieces: null } },
    is_grave: false,
    weight: 'main' as const,
  } satisfies Act
  const sent = (bills: number, quarters: number): unknown => [
    { denomination_cents: 2000, pieces_count: bills },
    { denomination_cents: 25, pieces_count: quarters },
  ]

  it.each<[string, Readonly<Record<string, string>>, number, number]>([
    ['every denomination', { 'pieces.2000': '3', 'pieces.25': '41' }, 3, 41],
    ['one left empty', { 'pieces.2000': '', 'pieces.25': ' 7 ' }, 0, 7],
    ['an empty drawer, said with a zero', { 'pieces.2000': '0' }, 0, 0],
  ])('sends the pieces of %s', (_, texts, bills, quarters) => {
    expect(fillIn(act, texts, READING)).toEqual({ input: { pieces: sent(bills, quarters) } })
    expect(fillPreview(act, texts, READING)?.input).toEqual({ pieces: sent(bills, quarters) })
  })

  it.each(['12a', '-1', '1.5', '31234000000099'])('takes no pieces from “%s”', (text) => {
    const fault = { reason: 'number', label: 'Quarters' }
    expect(fillIn(act, { 'pieces.2000': '1', 'pieces.25': text }, READING)).toEqual({ fault, name: 'pieces.25' })
    expect(readNamed(act, 'pieces.25', text, READING)).toEqual({ fault })
    expect(fillPreview(act, { 'pieces.25': text }, READING)).toBeNull()
  })

  it('is not an empty drawer when nothing was typed', () => {
    expect(fillIn(act, {}, READING)).toEqual({ fault: { reason: 'fill_in', label: 'Counted' }, name: 'pieces.2000' })
  })
})
