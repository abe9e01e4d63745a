/** English for what could explain a drawer that is over or short, and what would prove it. Never names a patron. */
export const VARIANCE = {
  /** `more_count`: of which the numbers are not said. */
  receipts: (numbers: readonly string[], more_count: number) => {
    const more = more_count > 0 ? ` or ${more_count} more` : ''
    return numbers.length > 1 ? `one of ${numbers.join(', ')}${more}` : `receipt ${numbers.join('')}`
  },
  entry: (ref: string) => `entry ${ref}`,
  says: {
    'moved-otherwise': (of: string) => `Cash was moved, and who received or gave it counted another amount: ${of}.`,
    'other-tender': (of: string) => `It was entered under one tender and paid by another: ${of}.`,
    'printed-only': (of: string) => `It was paid and is on paper, and this desk does not have it: ${of}.`,
    'entered-twice': (of: string) => `It was paid once and entered twice: ${of}.`,
    'void-not-given-back': (of: string) => `It was voided, and the money was not given back: ${of}.`,
    'not-taken': (of: string) =>
      `It was entered, and the money is not in the drawer, or was given back without an entry: ${of}.`,
    'wrong-note': (of: string, note: string) => `${note} was handed over, and another amount entered: ${of}.`,
    'change-wrong-note': (of: string, given: string, meant: string) =>
      `${given} was given as change in place of ${meant}: ${of}.`,
    typed: (of: string, typed: string, meant: string) => `${typed} was typed for ${meant}: ${of}.`,
    mistyped: (of: string) => `A digit of the amount was typed wrong: ${of}.`,
    'decimal-slip': (of: string) => `The decimal point of the amount was in the wrong place: ${of}.`,
    'quantity-mistyped': (of: string, count: number, name: string) =>
      count < 0
        ? `${-count} × ${name} too many were entered: ${of}.`
        : `${count} × ${name} too few were entered: ${of}.`,
    'other-product': (of: string, name: string) => `${name} was sold, and another product was entered: ${of}.`,
    'line-not-taken': (of: string) => `One line of several was entered and not paid: ${of}.`,
    'tax-not-taken': (of: string) => `The tax was entered and not paid: ${of}.`,
    'other-way': (of: string) => `It was paid in and entered as paid out, or the reverse: ${of}.`,
    'change-not-back': (of: string, note: string) =>
      `A ${note} bill went out for a purchase, and its change did not come back: ${of}.`,
    'part-by-other': (of: string) => `A part was paid otherwise than it was entered, in cash or not: ${of}.`,
    'other-voided': (of: string, voided: string, back: string) =>
      `A receipt of ${voided} was voided, and ${back} given back, which another receipt came to: ${of}.`,
    'change-in-part': (of: string) => `Only the bills or only the coins of the change were given: ${of}.`,
    'rounded-by-hand': (of: string) =>
      `The amount or its change was rounded, or a part of it let off, and not entered: ${of}.`,
    'all-rounded': (count: number) =>
      `${count} receipts were each rounded to the nearest five cents by hand, and it was not entered.`,
    'other-change': (of: string, given: string, meant: string) =>
      `The change was ${meant}, and ${given} was given: ${of}.`,
    'not-handed-over': (of: string) => `It was entered, and the money was not handed over: ${of}.`,
    'handed-over-twice': (of: string) => `It was entered once, and the money was handed over twice: ${of}.`,
    'change-not-given': (of: string) => `The change was not given, or was given as if no coins had been added: ${of}.`,
    'change-given-twice': (of: string) => `The change was given twice: ${of}.`,
    'sale-not-entered': (count: number, name: string) => `A sale was not entered: ${count} × ${name}.`,
    'payment-not-entered': (count: number) =>
      count === 1
        ? 'A payment was not entered: exactly this amount is owed on one charge.'
        : `A payment was not entered: exactly this amount is owed on ${count} charges.`,
    'let-off-and-paid': (of: string) => `It was let off in the books, and was perhaps paid in cash: ${of}.`,
    'refund-not-entered': (count: number, name: string) => `Money was given back and not entered: ${count} × ${name}.`,
    'move-not-entered':
      'Whole dollars or a roll went in or out without an entry: a drop, change from the safe, a donation.',
    'swap-wrong': 'Bills were changed, and too much or too little was given.',
    'counted-less': (what: readonly string[]) => `Too little was counted: ${what.join(', or ')}.`,
    'counted-more': (what: readonly string[]) => `Too much was counted: ${what.join(', or ')}.`,
  },
  pieces: (count: number, piece: string) => `${count} × ${piece}`,
  roll: (amount: string, coins: string) => `a ${amount} roll of ${coins}`,
  as: (what: string, piece: string) => `${what} counted as ${piece}`,
  coins: { 25: 'quarters', 10: 'dimes', 5: 'nickels', 1: 'pennies' },
  followed: (number: string) => `Receipt ${number} followed it.`,
  proof: {
    'moved-otherwise': 'Count the safe or the bag again, with the other person.',
    'other-tender': 'Look for a check or a card slip of that amount.',
    'printed-only': 'See the paper, and key the receipt in.',
    'entered-twice': 'Ask who paid whether they have one receipt or two, and whether they paid twice.',
    'void-not-given-back': 'Ask who paid whether they got the money back before it was entered again.',
    'not-taken': 'Look beside and under the drawer, and ask who was at the desk.',
    'wrong-note': 'Ask who paid what they gave. Count the bills of both values again.',
    'change-wrong-note': 'Ask who got the change. Count the pieces of both values again.',
    'not-handed-over': 'Ask who should have got the money, or look where it should have gone.',
    'handed-over-twice': 'Ask who got the money how much they got.',
    'change-not-given': 'Ask who paid whether they got their change.',
    'change-given-twice': 'Ask who paid how much change they got.',
    'sale-not-entered': 'Ask who was at the desk what was sold last.',
    'payment-not-entered': 'Ask who was at the desk who paid. Enter it when someone shows that they paid.',
    'let-off-and-paid': 'Ask who let it off whether it was paid, and who owed it what they paid.',
    'refund-not-entered': 'Ask who was at the desk whether someone got their money back.',
    'move-not-entered': 'Look at the slips of the safe and the bag, and ask who was at the desk.',
    'decimal-slip': 'Compare the amount with the paper or price that it was typed from.',
    mistyped: 'Compare the amount with the paper that it was typed from.',
    'quantity-mistyped': 'Ask who bought it how many they got.',
    'other-product': 'Ask who was at the desk what was sold, and count what is left of both.',
    'line-not-taken': 'Ask who paid what they paid for.',
    'tax-not-taken': 'Ask who paid how much they handed over.',
    'other-way': 'Look at the paper of the entry.',
    'change-not-back': 'Ask who made the purchase for the change, and compare the paper of the store.',
    'part-by-other': 'Look for a check or a card slip of that amount.',
    'other-voided': 'Compare the voided receipt with the paper that was handed back.',
    'change-in-part': 'Ask who paid how much change they got.',
    'rounded-by-hand': 'Ask who was at the desk whether something was let off.',
    'other-change': 'Ask who paid how much change they got.',
    'swap-wrong': 'Ask who changed the bills. Count the bills again.',
    'pieces-miscounted':
      'Count these again, and look for a roll in and under the drawer. Perhaps one too many or too few was given ' +
      'out, or the float was counted so.',
  },
}
