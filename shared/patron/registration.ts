/**
 * The fields of a registration: how much each matters for a category, and what is wrong with what was typed. Pure; a
 * problem is a code for the field. A name is kept as it was typed, in any script.
 */
import { readOutsideDate } from '../kernel/date-bounds.ts'
import type { LocalDate } from '../kernel/time.ts'
import { PATRON_CHOICES, PATRON_FIELDS, type FieldFault, type PatronField } from '../kernel/patron-field.ts'
import { FIELD_NEEDS, type FieldNeed, type FieldRule } from '../policy/card-facts.ts'

export type Typed = Readonly<Record<PatronField, string>>

export type FieldProblem =
  { readonly code: Exclude<FieldFault, 'too-long'> } | { readonly code: 'too-long'; readonly most: number }

/** Without rules of the library. */
const USUAL: Readonly<Record<PatronField, FieldNeed>> = {
  surname: 'required',
  given: 'suggested',
  preferred_given: 'offered',
  born_on: 'suggested',
  postal_code: 'suggested',
  city: 'suggested',
  region: 'offered',
  street: 'suggested',
  phone: 'suggested',
  email: 'suggested',
  guardian: 'offered',
  language: 'offered',
  notice_kind: 'offered',
  history_consent_kind: 'offered',
  news_consent_kind: 'offered',
}

/** Nobody is older: a year before it was typed wrong. */
const AGE_YEARS_MAX = 120

export const LENGTHS_MAX: Readonly<Record<PatronField, number>> = {
  surname: 100,
  given: 100,
  preferred_given: 100,
  born_on: 20,
  postal_code: 20,
  city: 100,
  region: 60,
  street: 200,
  phone: 40,
  email: 200,
  guardian: 200,
  language: 35,
  notice_kind: 10,
  history_consent_kind: 10,
  news_consent_kind: 10,
}

/** How much a field matters for a category: its own rule before one for all, that before the usual. */
export function needOf(rules: readonly FieldRule[], field: PatronField, category_code: string): FieldNeed {
  const named = rules.filter((rule) => rule.field_name === field)
  const own = named.find((rule) => rule.category_code === category_code)
  return (own ?? named.find((rule) => rule.category_code === '*'))?.need_kind ?? USUAL[field]
}

/** Every field with its need, in the order of the form; those left out are not in it. */
export function fieldsOf(rules: readonly FieldRule[], category_code: string) {
  return PATRON_FIELDS.map((field) => ({ field, need: needOf(rules, field, category_code) })).filter(
    ({ need }) => need !== FIELD_NEEDS[3],
  )
}

function bornProblem(text: string, today: LocalDate): FieldProblem | null {
  const read = readOutsideDate(text)
  if ('wrong' in read) return { code: read.wrong === 'too-late' ? 'in-future' : read.wrong }
  if (read.on > today) return { code: 'in-future' }
  return Number(today.slice(0, 4)) - Number(text.slice(0, 4)) > AGE_YEARS_MAX ? { code: 'too-early' } : null
}

/** Digits, and the signs between them; an extension after an x. */
const PHONE = /^\+?[\d\s().-]*\d[\d\s().-]*(?:(?:x|ext\.?)\s*\d{1,6})?$/i

const digitsOf = (text: string): number => text.replace(/\D/g, '').length
const PHONE_DIGITS_MIN = 7
/** Of any country (ITU-T E.164). */
const PHONE_DIGITS_MAX = 15

/** Of what a patron is reached by; null: it can be one. */
export function phoneProblem(text: string): FieldProblem | null {
  const numbers = text.split(/[^\d\s().+-]+/).filter((part) => digitsOf(part) >= PHONE_DIGITS_MIN)
  if (numbers.length > 1 || numbers.some((one) => digitsOf(one) > PHONE_DIGITS_MAX)) return { code: 'two-phones' }
  return PHONE.test(text) && digitsOf(text) >= PHONE_DIGITS_MIN ? null : { code: 'not-phone' }
}

export function emailProblem(text: string): FieldProblem | null {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) ? null : { code: 'not-email' }
}

function ownProblem(field: PatronField, text: string, today: LocalDate): FieldProblem | null {
  switch (field) {
    case 'born_on':
      return bornProblem(text, today)
    case 'phone':
      return phoneProblem(text)
    case 'email':
      return emailProblem(text)
    case 'notice_kind':
    case 'history_consent_kind':
    case 'news_consent_kind':
      return (PATRON_CHOICES[field] as readonly string[]).includes(text) ? null : { code: 'not-listed' }
    case 'surname':
    case 'given':
    case 'preferred_given':
    case 'postal_code':
    case 'city':
    case 'region':
    case 'street':
    case 'guardian':
    case 'language':
      return /[\n\r]/.test(text) ? { code: 'one-line' } : null
  }
}

/** What is wrong with one field. @param need of the category that the card will have */
export function fieldProblem(field: PatronField, typed: string, need: FieldNeed, today: LocalDate) {
  const text = typed.trim()
  if (text === '') return need === 'required' ? ({ code: 'required' } as const) : null
  const most = LENGTHS_MAX[field]
  return Array.from(text).length > most ? ({ code: 'too-long', most } as const) : ownProblem(field, text, today)
}

/**
 * What is wrong with a whole form, by field, in the order of the form. What is typed in a field that the category
 * leaves out is checked as well: it is recorded too.
 */
export function formProblems(rules: readonly FieldRule[], typed: Typed, category_code: string, today: LocalDate) {
  return PATRON_FIELDS.flatMap((field) => {
    const problem = fieldProblem(field, typed[field], needOf(rules, field, category_code), today)
    return problem === null ? [] : [{ field, problem }]
  })
}
