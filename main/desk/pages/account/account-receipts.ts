/** How the open patron wants receipts, and the whole account on paper. */
import type { Act } from '../../../../shared/desk/page.ts'
import { languageSchema } from '../../../../shared/kernel/language.ts'
import { languageFor } from '../../../../shared/receipt/paper-language.ts'
import { readerOf } from '../../../papers/facts-for-paper.ts'
import { LANGUAGE_WORDS, preferenceWords } from '../../papers/set-preference.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, field } from '../make.ts'

const CHOICES = [
  { value: 'print', label: 'On paper' },
  { value: 'email', label: 'By e-mail (on paper until the central server is there)' },
  { value: 'none', label: 'None' },
]

export function receiptFact({ desk, account }: AccountNow): string {
  const { preference, language } = readerOf(desk.library, account.row.patron_id)
  return preferenceWords(preference.choice, preference.large, language)
}

export function receiptActs({ desk, account }: AccountNow): readonly Act[] {
  const { preference, language } = readerOf(desk.library, account.row.patron_id)
  const known = languageSchema.options.map((value) => ({ value, label: LANGUAGE_WORDS[value] }))
  // A code this desk has no words for is kept unless somebody chooses otherwise.
  const isKept = language !== '' && languageFor(language) === 'en' && !/^en/i.test(language)
  const kept = isKept ? [{ value: language, label: `${language}: receipts in English` }] : []
  return [
    act({ key: 'S', label: 'Statement on paper', call: callOf('paper.make', { what: 'statement' }) }),
    act({
      key: 'T',
      label: 'Receipts',
      says: 'How they want their receipts from now on.',
      call: callOf('patron.set-preference', {}),
      asks: [
        field('receipt', 'Receipts', 'choice', { value: preference.choice, options: CHOICES, is_required: true }),
        field('is_large_print', 'Large print', 'tick', { value: preference.large ? 'yes' : '' }),
        field('language', 'Language', 'choice', {
          value: isKept ? language : languageFor(language),
          options: [...known, ...kept],
          is_required: true,
        }),
      ],
    }),
  ]
}
