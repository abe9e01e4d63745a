/** What lies beside an entry about a patron, as the text that is recorded: checked by its shape. */
import { patronWords, type PatronWords } from '../../shared/journal/events/patrons.ts'

/** Puts nothing. */
export const NOTHING: PatronWords = {
  v: 1,
  fields: {},
  address: null,
  cards: [],
  proof_codes: [],
  registered_on: null,
  also: [],
}

export function wordsText(words: PatronWords): string {
  return JSON.stringify(patronWords.parse(words))
}
