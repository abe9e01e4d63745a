/** "1 item", "2 items": a count with the word that goes with it, by the rules of each language. */
import type { Language } from '../kernel/language.ts'

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  es: new Intl.PluralRules('es'),
}
/** As the United States write figures, in either language: 1,204. */
const FIGURES: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en-US'),
  es: new Intl.NumberFormat('es-US'),
}

export type Counted = (count: number, one: string, other: string) => string

export function numberIn(language: Language): (count: number) => string {
  return (count) => FIGURES[language].format(count)
}

/** A number with its word. A verb stands in the word where it must agree: "1 item needs", "2 items need". */
export function countedIn(language: Language): Counted {
  return (count, one, other) =>
    `${FIGURES[language].format(count)} ${RULES[language].select(count) === 'one' ? one : other}`
}
