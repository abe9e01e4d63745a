/** How the open patron wants receipts, and the whole account on paper. */
import type { Act } from '../../../../shared/desk/page.ts'
import { languageSchema } from '../../../../shared/kernel/language.ts'
import { printedIn } from '../../../../shared/receipt/paper-language.ts'
import { readerOf } from '../../../papers/facts-for-paper.ts'
import { preferenceWords } from '../../papers/set-preference.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, field } from '../make.ts'

const CHOICES = ['print', 'email', 'none'] as const

export function receiptFact({ desk, speech, account }: AccountNow): string {
  const { preference, printed_in } = readerOf(desk.library, account.row.patron_id)
  return preferenceWords(speech.words.outcomes, preference.choice, preference.large, printed_in)
}

export function receiptActs({ desk, speech, account }: AccountNow): readonly Act[] {
  const { preference, language, printed_in } = readerOf(desk.library, account.row.patron_id)
  const words = speech.words.pages.account.receipts
  const choices = CHOICES.map((value) => ({ value, label: words.choices[value] }))
  const known = languageSchema.options.map((value) => ({ value, label: speech.words.outcomes.patron.languages[value] }))
  // A code this desk has no words for is kept until a clerk chooses another.
  const isKept = printedIn(language) === null
  const label = words.printed_in(speech.language(language), speech.words.outcomes.patron.language[printed_in])
  const kept = isKept ? [{ value: language, label }] : []
  return [
    act({ key: 'S', label: words.statement, call: callOf('paper.make', { what: 'statement' }) }),
    act({ key: 'W', label: words.welcome, call: callOf('paper.make', { what: 'welcome' }), weight: 'more' }),
    act({ label: words.registration, call: callOf('paper.make', { what: 'registration' }), weight: 'more' }),
    act({
      key: 'T',
      label: words.preference,
      says: words.says,
      call: callOf('patron.set-preference', {}),
      asks: [
        field('receipt', words.receipt, 'choice', { value: preference.choice, options: choices, is_required: true }),
        field('is_large_print', words.large, 'tick', { value: preference.large ? 'yes' : '' }),
        field('language', words.language, 'choice', {
          value: isKept ? language : printed_in,
          options: [...known, ...kept],
          is_required: true,
        }),
      ],
    }),
  ]
}
