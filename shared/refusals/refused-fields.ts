/** The field of a form that a refusal is about, so that it is said there. Pure. A refusal of no field is said above. */
const ABOUT: readonly (readonly [code: RegExp, kind_or_name: string])[] = [
  [/^(amount-missing|more-than-owed|price-unknown)$/, 'money'],
  [/^(due-date|hold-date)-/, 'date'],
  [/^(pins?-|own-pin-needed$)/, 'pin'],
  [/^paper-number-/, 'paper_number'],
  [/^paper-day-/, 'date'],
  [/^paper-time-/, 'time'],
]

/** The name of the first field of the kind, or of the name, that this refusal is about; null when there is none. */
export function refusedField(
  code: string,
  asks: readonly { readonly name: string; readonly kind: string }[],
): string | null {
  const wanted = ABOUT.find(([about]) => about.test(code))?.[1]
  return asks.find(({ kind, name }) => kind === wanted || name === wanted)?.name ?? null
}
