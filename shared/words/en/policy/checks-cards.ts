/** English for what the check of the rules of library cards finds. */
import type { FindingWords } from '../../policy-words.ts'

export const CARD_CHECKS = {
  'house-order': ({ row }) => `${row}: the last house number is lower than the first.`,
  'house-idle': ({ row }) => `${row} has house numbers or a side, but no street.`,
  'library-idle': ({ row }) => `${row} is for residents, and names another library.`,
  'age-order': ({ row }) => `${row} ends at a lower age than it begins.`,
  'fee-missing': ({ row }) => `${row} has a fee: say how much.`,
  'fee-idle': ({ row }) => `${row} has an amount or a share that its kind of fee does not use.`,
  'range-digits': ({ row }) => `${row}: card numbers are digits alone, the first and the last of one length.`,
  'range-order': ({ row }) => `${row}: the last card number is lower than the first.`,
  'range-overlap': ({ rows }) =>
    `${rows.join(' and ')} have card numbers in common: two desks could give the same card.`,
} satisfies Partial<FindingWords>
