/** When a cause tells what happened: it has to be called so, and to be of that receipt, entry, product or piece. */
import type { Happened } from './day.ts'

type Told = {
  readonly code: string
  readonly receipts: readonly string[]
  readonly event_refs: readonly string[]
  readonly product_code?: string
  readonly piece_cents?: number
  readonly or_pieces?: readonly { readonly piece_cents: number }[]
}

/** What a cause has to be called to tell a person what happened. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  'entered and never put in': ['not-taken'],
  'entered twice': ['entered-twice'],
  'refund entered and not handed out': ['not-handed-over'],
  'tenth or tenfold of a price typed': ['decimal-slip'],
  'digits of a typed price swapped': ['mistyped'],
  'change not given': ['change-not-given'],
  'change given twice': ['change-given-twice'],
  'sale not entered': ['sale-not-entered'],
  'payment not entered': ['payment-not-entered'],
  'piece left out of the count': ['pieces-miscounted'],
  'piece counted twice': ['pieces-miscounted'],
  'roll left out of the count': ['pieces-miscounted'],
  'change as for a larger bill': ['wrong-note'],
  'card or check keyed as cash': ['other-tender'],
  'cash keyed as card': ['other-tender'],
  'void entered and not given back': ['void-not-given-back'],
  'one of two things left out of a receipt': ['sale-not-entered'],
  'drop entered and not taken out': ['not-handed-over'],
  'paid out handed out twice': ['handed-over-twice'],
  'tenth of an amount paid out typed': ['decimal-slip'],
  'coin for another as change': ['change-wrong-note'],
  'two bills stuck together in change': ['pieces-miscounted'],
  'refund entered as cash and given to the card': ['other-tender', 'not-handed-over'],
  'neighbor key in a typed price': ['mistyped', 'decimal-slip'],
  'one more of a sale entered than paid': ['quantity-mistyped'],
  'another product entered': ['other-product'],
  'digit of a typed price twice': ['mistyped', 'decimal-slip'],
  'half by card, all keyed as cash': ['part-by-other'],
  'count entered in the field of the next piece': ['pieces-miscounted'],
  'another receipt voided than given back': ['other-voided'],
  'refund handed out twice': ['handed-over-twice'],
  'change as for a smaller bill': ['wrong-note'],
  'change of a purchase not brought back': ['change-not-back'],
  'bill too few in the change': ['pieces-miscounted'],
  'neighbor key in a part of a charge': ['mistyped'],
  'change of a whole dollar for its coins': ['rounded-by-hand'],
  'coins of the change kept': ['change-in-part'],
  'bills of the change not given': ['change-in-part'],
  'roll counted twice': ['pieces-miscounted'],
  'part in cash, all keyed as check': ['part-by-other'],
  'tenfold of a drop typed': ['decimal-slip'],
  'drop handed over twice': ['handed-over-twice'],
  'three of a piece counted too many': ['pieces-miscounted'],
  'void entered of what was paid out again': ['other-way'],
  'two of a piece left out': ['pieces-miscounted'],
  'stack of bills counted twice': ['pieces-miscounted'],
  'neighbor key in a count': ['pieces-miscounted'],
  'digit of a quantity twice': ['quantity-mistyped'],
  'neighbor key in a refund': ['mistyped'],
  'two products not entered': ['sale-not-entered'],
  'tax not taken': ['tax-not-taken'],
  'paid out that was paid in': ['other-way'],
  'a dollar too much as change': ['pieces-miscounted', 'change-wrong-note'],
  'drop of one bill less than entered': ['pieces-miscounted', 'not-handed-over'],
  'roll of one coin counted as of another': ['pieces-miscounted'],
  'change from the safe not entered': ['move-not-entered'],
  'drop not entered': ['move-not-entered'],
  'paid out and not entered': ['move-not-entered'],
  'digits of the float swapped': ['mistyped'],
  'digits of the counted total swapped': ['mistyped'],
  'in cash and by card, paid by card': ['not-taken', 'entered-twice'],
  'odd cents let off': ['rounded-by-hand'],
  'counterfeit bill taken out': ['pieces-miscounted'],
  'rung as exact, change not given': ['change-not-given'],
  'digits of the change swapped': ['other-change'],
  'refund entered to the card and given in cash': ['other-tender'],
  'copies paid back and not entered': ['refund-not-entered'],
  'change kept on the account and given': ['line-not-taken'],
  'twice as many entered as paid': ['quantity-mistyped'],
  'dollars typed for how many': ['pieces-miscounted'],
  'coins in the next place': ['pieces-miscounted'],
  'bill in the next place': ['pieces-miscounted'],
  'odd cents added after the entry': ['change-not-given', 'wrong-note'],
  'money of a receipt of another drawer': ['sale-not-entered', 'payment-not-entered'],
  'paid back in cash and not entered': ['not-taken'],
  'half of a fine let off': ['rounded-by-hand'],
  'whole dollars lent': ['move-not-entered'],
  'few coins miscounted': ['pieces-miscounted'],
  'coin too many or too few as change': ['pieces-miscounted'],
  'dollars typed as cents': ['decimal-slip'],
  'pennies of the change not given': ['rounded-by-hand'],
  'bill of the float counted twice': ['pieces-miscounted'],
  'cash back on a card': ['part-by-other'],
}

export function isTold(kind: string, { truth }: Happened, cause: Told): boolean {
  if (CALLED[kind]?.includes(cause.code) !== true) return false
  if (truth.product !== undefined) return cause.product_code === truth.product
  if (truth.piece !== undefined) {
    return [cause, ...(cause.or_pieces ?? [])].some(({ piece_cents }) => piece_cents === truth.piece)
  }
  const number = String(truth.number)
  return truth.number === undefined || cause.receipts.includes(number) || cause.event_refs.includes(`D.1.${number}`)
}
