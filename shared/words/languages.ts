/** The languages that patrons read, by their names: those a form offers, and any code that the library's data has. */
import type { Language } from '../kernel/language.ts'

/** First those that this desk prints in; then what is most spoken at home in North America. */
const PRINTED = ['en', 'es'] as const satisfies readonly Language[]
const OTHERS = [
  'ar',
  'bn',
  'de',
  'fa',
  'fr',
  'hi',
  'ht',
  'it',
  'ja',
  'ko',
  'pa',
  'pl',
  'pt',
  'ru',
  'so',
  'tl',
  'uk',
  'vi',
  'zh',
]

const namesIn = (language: Language) => new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = { en: namesIn('en'), es: namesIn('es') }

function nameOf(reader: Language, code: string): string | null {
  try {
    return NAMES[reader].of(code) ?? null
  } catch {
    // Text of a library's data that is no code.
    return null
  }
}

/** "Spanish"; of a code that a form does not offer with the code itself, "Spanish (spa)"; other text as it is. */
export function languageText(reader: Language, code: string): string {
  const name = nameOf(reader, code)
  if (name === null) return code
  return [...PRINTED, ...OTHERS].includes(code) ? name : `${name} (${code})`
}

/** @param now what the record has, which stays a choice */
export function languageOptions(
  reader: Language,
  now: string,
): readonly { readonly value: string; readonly label: string }[] {
  const option = (value: string) => ({ value, label: languageText(reader, value) })
  const others = OTHERS.map(option).toSorted((one, other) => one.label.localeCompare(other.label, reader))
  const known = [...PRINTED.map(option), ...others]
  return now === '' || known.some(({ value }) => value === now) ? known : [...known, option(now)]
}
