/**
 * Which language a patron reads, from the language field: codes of MARC, ISO and people. Never fails: a language
 * without a catalog is English.
 */
import { fold } from '../catalog/fold.ts'
import type { Language } from '../kernel/language.ts'
import { en, type Words } from './words/en.ts'
import { es } from './words/es.ts'

const CATALOGS: Readonly<Record<Language, Words>> = { en, es }

/** The first word of the field, folded. ISO 639-1, 639-2 and MARC codes, and the name in either language. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ...['en', 'eng', 'english', 'ingles'].map((code) => [code, 'en'] as const),
  ...['es', 'spa', 'spanish', 'espanol', 'castellano'].map((code) => [code, 'es'] as const),
])

/** "spa", "es-MX", "es_US", "Spanish" and "Español" are Spanish; anything unknown or empty is English. */
export function languageFor(code: string): Language {
  return LANGUAGES.get(fold(code).split(' ')[0] ?? '') ?? 'en'
}

export function wordsIn(language: Language): Words {
  return CATALOGS[language]
}
