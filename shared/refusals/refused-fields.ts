/**
 * What a form does with a refusal: the field that it is about, so that it is said there (one of no field is said
 * above), and what says that the clerk means it, where it only asks again. Pure.
 */
const ABOUT: readonly (readonly [code: RegExp, kinds_or_names: readonly string[]])[] = [
  [/^(amount-missing|more-than-owed|price-unknown)$/, ['money']],
  [/^(due-date|hold-date)-/, ['date']],
  [/^(pins?-|patron-pin-|own-pin-needed$)/, ['pin']],
  [/^deposit-differs$/, ['total']],
  [/^(drawer|safe)-holds-less$/, ['total', 'money']],
  [/^banked-ahead$/, ['date']],
  [/^bag-number-/, ['bag_number']],
  [/^receiver-(missing|same)$/, ['receiver_code']],
  [/^receipt-unknown$/, ['receipt']],
  [/^patron-likely-known$/, ['another_because']],
  [/^paper-number-/, ['paper_number']],
  [/^paper-day-/, ['date']],
  [/^paper-time-/, ['time']],
]

/** The name of the first field of the kind, or of the name, that this refusal is about; null when there is none. */
export function refusedField(
  code: string,
  asks: readonly { readonly name: string; readonly kind: string }[],
): string | null {
  const wanted = ABOUT.find(([about]) => about.test(code))?.[1] ?? []
  return asks.find(({ kind, name }) => wanted.includes(kind) || wanted.includes(name))?.name ?? null
}

/** The refusals that ask again: the same, sent once more, is meant. */
const MEANT_BY: Readonly<Record<string, string>> = {
  'deposit-differs': 'is_difference_meant',
  'amount-unusual': 'is_large_meant',
  'check-number-again': 'is_check_meant',
}

/** The property of the input that says so; null: it does not ask again. */
export function meantBy(code: string): string | null {
  return MEANT_BY[code] ?? null
}
