/** English for what the check of the rules of cash finds. */
import type { FindingWords } from '../../policy-words.ts'

const and = (names: readonly string[]): string => names.join(' and ')

export const CASH_CHECKS = {
  'value-missing': ({ row }) => `${row} counts by the piece or hour: say what one is worth.`,
  'value-idle': ({ row }) => `${row} is asked at the desk: leave its worth empty.`,
  'pays-nothing': ({ row }) => `${row} pays no kind of charge.`,
  'payee-missing': ({ row }) => `${row} is held for another: name the payee.`,
  'payee-idle': ({ row }) => `${row} has a payee, but its money is the library’s own.`,
  'tax-idle': ({ row }) => `${row} has a sales tax, but is not a sale.`,
  'fund-idle': ({ row }) => `${row} has a fund, but moves no money of one: leave it blank.`,
  'letter-double': ({ rows, letter }) => `${and(rows)} have the same key, ${letter}.`,
  'letter-of-payment': ({ row, letter }) =>
    `${row} has the key ${letter}, which means something else in a payment: ` +
    'choose a letter other than A, D, G, K, V and X.',
  'tier-double': ({ rows, from_cents }, say) => `${and(rows)} both begin at ${say.money(from_cents)}.`,
  'tier-idle': ({ row, by }) => `${row} needs no more than ${by}, which begins at a lower amount.`,
  'float-over': ({ recipe_cents, total_cents }, say) =>
    `The pieces of the float come to ${say.money(recipe_cents)}, more than the float of ${say.money(total_cents)}: ` +
    'all of them stay in the drawer.',
} satisfies Partial<FindingWords>
