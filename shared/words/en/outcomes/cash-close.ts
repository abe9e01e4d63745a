/** English for closing a drawer and what follows from it. Never names a patron. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const CASH_CLOSE = {
  closed: 'Drawer closed',
  z: (number: string) => `Z report ${number}`,
  agrees: 'The count agrees.',
  over: (amount: string) => `${amount} over`,
  short: (amount: string) => `${amount} short`,
  differs: 'The drawer differs',
  is_over: 'Over',
  is_short: 'Short',
  is_off_in: (tender: string, isOver: boolean) => `${tender} ${isOver ? 'over' : 'short'}`,
  off_in: (tender: string, amount: string, isOver: boolean) => `${tender} ${amount} ${isOver ? 'over' : 'short'}`,
  unread: (amount: string) => `Nobody read the card total of ${amount} off the terminal.`,
  float_by: (amount: string, isMore: boolean) => `${amount} ${isMore ? 'more' : 'less'} than the standard float.`,
  left: (amount: string) => `${amount} stays in the drawer`,
  bag: (amount: string) => `${amount} goes to the bank`,
  review_needed: 'Another staff member has to review this close.',
  reviewed: 'Close reviewed',
  review_open: 'It stays on the list until another staff member agrees, or what was found is recorded.',
  close_others: (drawer: string) => `Close the drawer of another person: ${drawer}`,
  sign_off: (drawer: string, amount: string) => `Sign off a difference of ${amount}: ${drawer}`,
  handed_over: 'Drawer taken over',
  banked: 'Deposit confirmed',
  settled: 'Card settlement confirmed',
  matched: (count: number) => `${n(count, 'payment matches', 'payments match')} the file.`,
  missing: (receipt: string, amount: string) => `Not in the file: ${receipt}, ${amount}.`,
  extra: (card: string, amount: string) => `In the file without a receipt: ${card === '' ? '' : `${card}, `}${amount}.`,
  copied: 'Copy printed',
  copy: (count: number) => `Copy ${count}`,
}
