/**
 * Which language the papers of a patron are in, from the language field: codes of MARC, ISO and people. Papers in a
 * language without a catalog are in the library's.
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

/** "spa", "es-MX", "es_US", "Spanish" and "Español" are Spanish. Null: no paper is in that language. */
export function printedIn(code: string): Language | null {
  return LANGUAGES.get(fold(code).split(' ')[0] ?? '') ?? null
}

export function wordsIn(language: Language): Words {
  return CATALOGS[language]
}
