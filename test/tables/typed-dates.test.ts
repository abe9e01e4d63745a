/** What a date of figures means, by the language of the clerk and the place. Today is November 24, 2026. */
import { describe, expect, it } from 'vitest'
import { doubtOf } from '../../shared/desk/typed/ask-again.ts'
import type { Field } from '../../shared/desk/page.ts'
import { initialText, readField } from '../../shared/desk/read-field.ts'
import { dateOrder } from '../../shared/kernel/date-order.ts'
import type { Language, Locale } from '../../shared/kernel/language.ts'
import { localDate } from '../../shared/kernel/time.ts'

const today = localDate('2026-11-24')
type Where = readonly [Language, Locale]
const CHICAGO: Where = ['en', 'en-US']
const SPANISH: Where = ['es', 'en-US']
const SPANISH_TOO: Where = ['es', 'es-US']
const TORONTO: Where = ['en', 'en-CA']
const LONDON: Where = ['en', 'en-GB']

const fieldOf = (kind: 'date' | 'birth-date', value = ''): Field & { readonly kind: typeof kind } => ({
  name: 'x',
  label: 'It',
  kind,
  value,
  is_required: false,
  hint: '',
  options: [],
  is_beside: false,
  only_with: '',
  group: '',
})

/** The date; "ask …" where Enter has to be pressed again; "no" where it is refused at the field. */
function means(kind: 'date' | 'birth-date', [language, locale]: Where, text: string): string {
  const reading = { today, order: dateOrder(language, locale) }
  const read = readField(fieldOf(kind), text, reading)
  if ('fault' in read) return 'no'
  const doubt = doubtOf(fieldOf(kind), text, [], reading)
  if (doubt?.fault.reason !== 'which_date') return typeof read.value === 'string' ? read.value : 'none'
  return `ask ${doubt.fault.on}, not ${doubt.fault.other}`
}

describe('a birth date', () => {
  it.each<readonly [Where, string, string]>([
    [CHICAGO, '6/15/1985', '1985-06-15'],
    [CHICAGO, '15/6/1985', '1985-06-15'],
    [CHICAGO, '3/6/1985', '1985-03-06'],
    [SPANISH, '15/6/1985', '1985-06-15'],
    [SPANISH, '15.6.85', '1985-06-15'],
    [SPANISH_TOO, '15-6-1985', '1985-06-15'],
    [SPANISH, '6/15/1985', '1985-06-15'],
    [SPANISH, '3/6/1985', 'ask 1985-06-03, not 1985-03-06'],
    [SPANISH_TOO, '3/6/85', 'ask 1985-06-03, not 1985-03-06'],
    [SPANISH, '6/6/1985', '1985-06-06'],
    [SPANISH, '3 jun 1985', '1985-06-03'],
    [SPANISH, '3 de junio de 1985', '1985-06-03'],
    [SPANISH, '1º de mayo de 1985', '1985-05-01'],
    [SPANISH, '1985-06-03', '1985-06-03'],
    [SPANISH, '29/2/2024', '2024-02-29'],
    [SPANISH, '29/2/2023', 'no'],
    [SPANISH, '31/4/1985', 'no'],
    [TORONTO, '3/6/1985', 'ask 1985-03-06, not 1985-06-03'],
    [LONDON, '3/6/1985', '1985-06-03'],
    // Nobody is born in a year to come, or without a year.
    [CHICAGO, '6/15/30', '1930-06-15'],
    [CHICAGO, '11/24/26', '2026-11-24'],
    [CHICAGO, '11/25/26', '1926-11-25'],
    [CHICAGO, '6/15', 'no'],
    [CHICAGO, '+7', 'no'],
    [CHICAGO, 'today', 'no'],
    [SPANISH, '15 jun', 'no'],
  ])('%s “%s” is %s', (where, text, on) => {
    expect(means('birth-date', where, text)).toBe(on)
  })
})

describe('any other date', () => {
  it.each<readonly [Where, string, string]>([
    [CHICAGO, '12/15', '2026-12-15'],
    [CHICAGO, '1/5', '2027-01-05'],
    [CHICAGO, '15/12', '2026-12-15'],
    [SPANISH, '15/12', '2026-12-15'],
    [SPANISH, '12/15', '2026-12-15'],
    [SPANISH, '15/12/27', '2027-12-15'],
    [SPANISH, '5/1', 'ask 2027-01-05, not 2027-05-01'],
    [SPANISH, '+7', '2026-12-01'],
    [SPANISH, '15 de diciembre', '2026-12-15'],
    [LONDON, '5/1', '2027-01-05'],
    [CHICAGO, '13/13', 'no'],
  ])('%s “%s” is %s', (where, text, on) => {
    expect(means('date', where, text)).toBe(on)
  })
})

describe('a date that is there already', () => {
  it.each<readonly [Where, string]>([
    [CHICAGO, '06/03/1985'],
    [SPANISH, '03/06/1985'],
    [LONDON, '03/06/1985'],
  ])('%s is shown as it would be typed, and left as it is without a question', ([language, locale], text) => {
    const reading = { today, order: dateOrder(language, locale) }
    const field = fieldOf('birth-date', '1985-06-03')
    expect(initialText(field, reading.order)).toBe(text)
    expect(readField(field, text, reading)).toEqual({ value: '1985-06-03' })
    expect(doubtOf(field, text, [], reading)).toBeNull()
  })

  it('that is left empty is no date, and no birth date is the empty text of the record', () => {
    const reading = { today, order: dateOrder('en', 'en-US') }
    expect(readField(fieldOf('date'), '', reading)).toEqual({ value: null })
    expect(readField(fieldOf('birth-date'), '', reading)).toEqual({ value: '' })
  })

  it('is asked about once', () => {
    const reading = { today, order: dateOrder('es', 'en-US') }
    const doubt = doubtOf(fieldOf('date'), '5/1', [], reading)
    expect(doubtOf(fieldOf('date'), ' 5/1 ', [doubt?.asked ?? ''], reading)).toBeNull()
    expect(doubtOf(fieldOf('date'), '5/2', [doubt?.asked ?? ''], reading)).not.toBeNull()
  })
})
