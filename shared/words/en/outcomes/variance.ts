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
    'other-tender': (of: string) => `It was entered as cash, and paid by check or card: ${of}.`,
    'printed-only': (of: string) => `It was paid and is on paper, and this desk does not have it: ${of}.`,
    'entered-twice': (of: string) => `It was paid once and entered twice: ${of}.`,
    'void-not-given-back': (of: string) => `It was voided, and the money was not given back: ${of}.`,
    'not-taken': (of: string) => `It was entered, and the money is not in the drawer: ${of}.`,
    'wrong-note': (of: string, note: string) => `A ${note} bill was handed over, and another one entered: ${of}.`,
    'change-wrong-note': (of: string, given: string, meant: string) =>
      `A ${given} bill was given as change for a ${meant} one: ${of}.`,
    'digits-swapped': (of: string) => `Two digits of the amount changed places: ${of}.`,
    'swap-wrong': 'Bills were changed, and too much or too little was given.',
    'not-counted': (count: number, piece: string) => `${count} × ${piece} were not counted.`,
    'counted-too-often': (count: number, piece: string) => `${count} × ${piece} were counted that are not there.`,
    'roll-not-counted': (amount: string, coins: string) => `A ${amount} roll of ${coins} was not counted.`,
    'roll-counted-too-often': (amount: string, coins: string) => `A ${amount} roll of ${coins} was counted twice.`,
  },
  coins: { 25: 'quarters', 10: 'dimes', 5: 'nickels', 1: 'pennies' },
  followed: (number: string) => `Receipt ${number} followed it.`,
  proof: {
    'moved-otherwise': 'Count the safe or the bag again, with the other person.',
    'other-tender': 'Look for a check or a card slip of that amount.',
    'printed-only': 'See the paper, and key the receipt in.',
    'entered-twice': 'Ask who paid whether they have one receipt or two, and whether they paid twice.',
    'void-not-given-back': 'Ask who paid whether they got the money back before it was entered again.',
    'not-taken': 'Look beside and under the drawer, and ask who was at the desk.',
    'wrong-note': 'Ask who paid which bill they gave. Count the bills of both values again.',
    'change-wrong-note': 'Ask who got the change. Count the bills of both values again.',
    'digits-swapped': 'Compare the amount with the paper that it was typed from.',
    'swap-wrong': 'Ask who changed the bills. Count the bills again.',
    'pieces-miscounted': 'Count these again. Look for a roll in and under the drawer.',
  },
}
