/**
 * What a form does with a refusal: the field that it is about, so that it is said there (one of no field is said
 * above), and what says that the clerk means it, where it only asks again. Pure.
 */
import type { Refusal } from './refusals.ts'

const ABOUT: readonly (readonly [code: RegExp, kinds_or_names: readonly string[]])[] = [
  [/^(amount-missing|more-than-owed|price-unknown)$/, ['money']],
  [/^(due-date|hold-date)-/, ['date']],
  [/^(pins?-|patron-pin-|own-pin-needed$)/, ['pin']],
  [/^deposit-differs$/, ['total']],
  [/^meter-before-/, ['meter.before_count']],
  [/^meter-other/, ['meter.before_count', 'meter.price_cents']],
  [/^meter-price-/, ['meter.price_cents']],
  [/^meter-turned-/, ['meter.after_count']],
  [/^settlement-(file-none|file-not|columns|line|none)-?/, ['file']],
  [/^leave-over-counted$/, ['leave_cents']],
  [/^(drawer|safe)-holds-less$/, ['total', 'money']],
  [/^banked-(ahead|before-bag)$/, ['date']],
  [/^bag-number-/, ['bag_number']],
  [/^receiver-(missing|same)$/, ['receiver_code']],
  [/^receipt-unknown$/, ['receipt']],
  [/^patron-likely-known$/, ['another_because']],
  [/^name-proof-missing$/, ['name_proof']],
  [/^card-category-missing$/, ['category_code']],
  [/^proofs-missing$/, ['tick']],
  [/^fee-unknown household$/, ['household_count']],
  [/^fee-unknown basis$/, ['basis_cents']],
  [/^(card-over|home-card-undated)$/, ['home_expires_on']],
  [/^address-unchecked$/, ['is_address_checked']],
  [/^card-(given|not-ours|other-desk|number-missing|range-used-up|range-unsure)$/, ['barcode']],
  [/^card-unclear$/, ['which']],
  [/^(guardian|pickup)-unfit$/, ['card']],
  [/^paper-number-/, ['paper_number']],
  [/^paper-day-/, ['date']],
  [/^paper-time-/, ['time']],
  [/^family-unfit$/, ['card']],
]

type Asked = readonly { readonly name: string; readonly kind: string }[]

/** Which field or figure a refusal is about, as its facts say it; null: its code says all. */
export function refusedAbout({ facts }: Refusal): string | null {
  const about = facts['field'] ?? facts['asks']
  return typeof about === 'string' ? about : null
}

/** The field that the refusal itself names. */
function namedBy(code: string, about: string): readonly string[] | null {
  if (code === 'patron-field-wrong') return [`typed.${about}`]
  return code === 'family-address-unchecked' ? [about] : null
}

/** The name of the first field of the kind, or of the name, that this refusal is about; null when there is none. */
export function refusedField(
  { code, about = '' }: { readonly code: string; readonly about?: string | undefined },
  asks: Asked,
): string | null {
  const told = about === '' ? code : `${code} ${about}`
  const wanted = namedBy(code, about) ?? ABOUT.find(([one]) => one.test(told))?.[1]
  return asks.find(({ kind, name }) => wanted?.includes(kind) || wanted?.includes(name))?.name ?? null
}

/** The fields that say which card fits, when nobody has chosen its category. */
const CARD_GOES_BY = /^typed\.(born_on|postal_code|city|street)$/

/**
 * Whether what was wrong with a field may be right once another one was typed in: any proof that is marked, and what
 * the category goes by.
 */
export function isMendedBy(wrong: string, typed: string): boolean {
  if (wrong === typed) return true
  if (wrong === 'category_code') return CARD_GOES_BY.test(typed)
  return wrong.startsWith('proofs.') && typed.startsWith('proofs.')
}

/** The refusals that ask again: the same, sent once more, is meant. */
const MEANT_BY: Readonly<Record<string, string>> = {
  'deposit-differs': 'is_difference_meant',
  'amount-unusual': 'is_large_meant',
  'check-number-again': 'is_check_meant',
  'card-code-again': 'is_check_meant',
  'meter-other': 'is_other_meant',
  'merge-cardless': 'is_cardless_meant',
  'guardian-needed': 'is_unguarded_meant',
  'home-card-undated': 'is_undated_meant',
}

/** What differs is kept and shown, and the page asks next why: the form that was sent is done with. */
const ASKS_ON_PAGE: readonly string[] = ['float-reason-needed', 'settlement-differs', 'settlement-file-differs']

export function asksOnPage(code: string): boolean {
  return ASKS_ON_PAGE.includes(code)
}

/** The property of the input that says so; null: it does not ask again. */
export function meantBy(code: string): string | null {
  return MEANT_BY[code] ?? null
}
