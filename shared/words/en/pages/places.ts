/** English for the safe and the change fund: when each was counted, and counting one. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const PLACES_PAGE = {
  heading: 'Safe and change fund',
  lead: 'Enter on one counts it.',
  of: { safe: 'Safe', 'change-fund': 'Change fund' },
  count: { safe: 'Count the safe', 'change-fund': 'Count the change fund' },
  columns: {
    place: 'Where',
    expected: 'Should hold',
    counted: 'Last counted',
    by: 'By',
    off: 'Over or short',
  },
  never: 'Never',
  when: (at: string, days: number) => (days === 0 ? at : `${at}, ${n(days, 'day', 'days')} ago`),
  is_open: 'The last count differs, and nobody has said why.',
  count_lead: 'Count all cash that is in it. What it should hold is shown afterwards.',
  count_says: 'Type how many of each there are. Every count is kept, even if you count again.',
  move_says: {
    'safe-to-bag': 'Count what goes into the bag. It waits until the bank has it.',
    'safe-to-fund': 'Count what goes to the change fund.',
    'fund-to-safe': 'Count what goes to the safe.',
  },
  keep: 'Save count',
  again: 'Count again',
  again_says: 'This is one more count. The first one is kept.',
  last: 'The last count',
  counted: 'Counted',
  done: 'Count saved. It matches.',
  differs: 'Count saved. It differs: count again, or choose the reason.',
  first_lead:
    'This is the first count. What is more than the entries was there before: Enter keeps it as what it starts with.',
  settle: 'Start with this count',
  settle_says: 'From then on it holds what you counted.',
  sign_off_says: (amount: string) => `A difference of ${amount}: another person has to sign it off.`,
}
