/** The field of a form that a refusal is about, so that it is said there. Pure. A refusal of no field is said above. */
const ABOUT: readonly (readonly [code: RegExp, kind: string])[] = [
  [/^(amount-missing|more-than-owed|price-unknown)$/, 'money'],
  [/^(due-date|hold-date)-/, 'date'],
  [/^(pins?-|own-pin-needed$)/, 'pin'],
]

/** The name of the first field of the kind that this refusal is about; null when the form has none. */
export function refusedField(
  code: string,
  asks: readonly { readonly name: string; readonly kind: string }[],
): string | null {
  const kind = ABOUT.find(([about]) => about.test(code))?.[1]
  return kind === undefined ? null : (asks.find((one) => one.kind === kind)?.name ?? null)
}
