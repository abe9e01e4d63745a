/** Who pays or is paid back, as far as the library says it on paper: initials, in their language and their size. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import type { CashPaperFacts } from '../../shared/receipt/cash/cash-facts.ts'
import { cashNamesOf } from '../../shared/receipt/cash/cash-names.ts'
import type { Words } from '../../shared/receipt/words/en.ts'
import { wordsOf } from '../../shared/words/speech.ts'
import { cashRulesNamedAt } from '../cash/cash-rules.ts'
import type { Library } from '../library/library.ts'
import { isForPractice } from '../library/sample.ts'
import { patronById } from '../store/patrons/patron-rows.ts'
import { factsFor, paperFacts, readerOf, slipWordsIn } from './facts-for-paper.ts'

/** "K. M." */
function initialsOf(library: Library, patron_id: PatronId): string {
  const row = library.db.get(patronById, { patron_id })
  const names = [row?.preferred_given || row?.given, row?.surname].map((name) => name?.trim() ?? '')
  const letters = names.filter((name) => name !== '').map((name) => String.fromCodePoint(name.codePointAt(0) ?? 63))
  return letters.map((letter) => `${letter.toUpperCase()}.`).join(' ')
}

type OfPayer = Omit<CashPaperFacts, 'copy_number'> & { readonly words: Words; readonly payor_initials: string }

/**
 * @param patron_id null: nobody's account, or that of more than one
 * @param made_at what was sold and why is called as it was then
 */
export function paperOfPayer(library: Library, patron_id: PatronId | null, made_at: Instant): OfPayer {
  const reader = patron_id === null ? null : readerOf(library, patron_id)
  const words = reader?.words ?? slipWordsIn(library)
  return {
    ...(reader === null ? paperFacts(library) : factsFor(library, reader)),
    is_practice: isForPractice(library),
    names: cashNamesOf(cashRulesNamedAt(library, made_at), wordsOf(words.language)),
    words,
    payor_initials: patron_id === null ? '' : initialsOf(library, patron_id),
  }
}
