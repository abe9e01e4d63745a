/** The languages the desk, its papers and the cards of its patrons speak, and the places whose customs it follows. */
import { z } from 'zod'

export const languageSchema = z.enum(['en', 'es'])
export type Language = z.infer<typeof languageSchema>

/** How a library writes dates, times and money, and the language of its desks until a clerk chooses another. */
export const localeSchema = z.enum(['en-US', 'es-US', 'en-CA', 'en-GB'])
export type Locale = z.infer<typeof localeSchema>

export type Tongue = { readonly language: Language; readonly locale: Locale }

/** @param tag as a computer names its own language: "es-MX", "en-US" */
export function tongueOfComputer(tag: string): Tongue {
  return tag.startsWith('es') ? { language: 'es', locale: 'es-US' } : { language: 'en', locale: 'en-US' }
}

export function languageOf(locale: Locale): Language {
  return locale === 'es-US' ? 'es' : 'en'
}

/** The customs of that place in that language: "es-CA" for a clerk in Toronto who reads Spanish. */
export function tagOf(language: Language, locale: Locale): string {
  return `${language}-${locale.slice(-2)}`
}
