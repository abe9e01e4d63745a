/** What every paper of this desk is given: which library, when, how large, and in whose language. Reads only. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { PaperSize } from '../../shared/receipt/document.ts'
import { languageOf, type Language } from '../../shared/kernel/language.ts'
import { printedIn, wordsIn } from '../../shared/receipt/paper-language.ts'
import type { PaperFacts } from '../../shared/receipt/paper-facts.ts'
import { RECEIPT_PREFERENCE, receiptPreferenceSchema, type ReceiptPreference } from '../../shared/receipt/preference.ts'
import type { Words } from '../../shared/receipt/words/en.ts'
import { readerOfPapers } from '../store/privacy/paper-rows.ts'
import { bouncedOn } from '../store/patrons/came-back-rows.ts'
import { currentCard } from '../store/patrons/patron-rows.ts'
import type { Account } from '../circulation/accounts/account.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'

export function paperFacts(library: Library, size: PaperSize = 'normal'): PaperFacts {
  const { branch, now } = here(library)
  const { settings } = library.policy()
  return {
    library_name: library.name ?? branch.name,
    branch_name: branch.name,
    contact_lines: settings.paper_contact_lines,
    foot_lines: settings.paper_foot_lines,
    web_address: settings.paper_web_address,
    printed_at: now,
    zone: branch.zone,
    locale: settings.locale,
    size,
    symbology: settings.slip_symbology,
  }
}

/** Slips are for the staff, whatever the patron's language. */
export function slipWordsIn(library: Library): Words {
  return wordsIn(library.policy().settings.slip_language)
}

/** Of papers for a patron of whom no language is known. */
export function libraryLanguage(library: Library): Language {
  return languageOf(library.policy().settings.locale)
}

/** How a patron wants papers. */
export type Reader = {
  readonly preference: ReceiptPreference
  /** As stored with the patron: any code. The library's where none is. */
  readonly language: string
  /** In which papers are: the library's where there are none in the patron's. */
  readonly printed_in: Language
  readonly words: Words
  /** There is an address, and what was sent to it did not come back. */
  readonly has_email: boolean
}

export function readerOf(library: Library, patron_id: PatronId): Reader {
  const row = library.db.get(readerOfPapers, { patron_id })
  const asked = { choice: row?.receipt_kind, large: row?.is_large_print === 1 }
  const kept = row?.language ?? ''
  const language = kept === '' ? libraryLanguage(library) : kept
  const printed_in = printedIn(language) ?? libraryLanguage(library)
  return {
    preference: receiptPreferenceSchema.safeParse(asked).data ?? RECEIPT_PREFERENCE,
    language,
    printed_in,
    words: wordsIn(printed_in),
    has_email: (row?.email ?? '') !== '' && library.db.get(bouncedOn, { patron_id }) === null,
  }
}

export function cardOf(library: Library, account: Account): string {
  return library.db.get(currentCard, { patron_id: account.row.patron_id })?.barcode ?? ''
}

/** The facts of a paper for this reader. */
export function factsFor(library: Library, reader: Reader): PaperFacts {
  return paperFacts(library, reader.preference.large ? 'large' : 'normal')
}
