/** English for drawers and payments. */
import type { CASH_REFUSALS } from '../../../refusals/cash.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { theDrawer } from './drawer.ts'

const n = countedIn('en')

export const CASH: WordsFor<typeof CASH_REFUSALS> = {
  'drawer-unknown': {
    short: 'No such drawer',
    says: ({ drawer }) => `There is no drawer ${drawer}.`,
    way_out: 'Choose one of the library’s drawers.',
  },
  'drawer-elsewhere': {
    short: 'Drawer of another branch',
    says: ({ drawer, branch }) => `${drawer} is a drawer of ${branch}.`,
    way_out: 'Choose a drawer of this branch, or have its branch changed in the rules.',
  },
  'drawer-open-already': {
    short: 'Already open',
    says: ({ drawer }) => `${theDrawer(drawer)} is open already.`,
    way_out: 'Close it first, or use it as it is.',
  },
  'drawer-in-use': {
    short: 'Drawer in use',
    says: ({ drawer }) => `${theDrawer(drawer)} is open, or money was left in it.`,
    way_out: 'Close it with nothing left in it first.',
  },
  'drawer-not-open': {
    short: 'Drawer not open',
    says: 'No drawer is open here.',
    way_out: 'Open one with its counted float.',
  },
  'drawer-which': {
    short: 'Which drawer',
    says: ({ count }) => `${n(count, 'drawer is', 'drawers are')} open here.`,
    way_out: 'Name the drawer.',
  },
  'drawer-suspended': {
    short: 'Drawer suspended',
    says: ({ drawer }) => `${theDrawer(drawer)} is suspended.`,
    way_out: 'Resume it first.',
  },
  'count-wrong': {
    short: 'Count not usable',
    says: ({ piece }) => (piece === '' ? 'That is not a count.' : `The count of ${piece} is not usable.`),
    way_out: 'Count pieces of each value, or type one total.',
  },
  'nothing-to-pay': {
    short: 'Nothing to pay',
    says: 'Nothing was chosen to be paid.',
    way_out: 'Choose a charge or add a sale.',
  },
  'product-unknown': {
    short: 'Not sold here',
    says: ({ product }) => `Nothing that is sold here has the key or the code ${product}.`,
    way_out: 'Choose it under Sell, on the payment page.',
  },
  'price-needed': {
    short: 'Price missing',
    says: ({ product }) => `${product} has no set price.`,
    way_out: 'Press its key under Sell, on the payment page, and type the price.',
  },
  'price-fixed': {
    short: 'Price is set',
    says: ({ product, price }) => `${product} costs ${price}, as the library set it.`,
    way_out: 'Sell it at that price.',
  },
  'amount-too-large': {
    short: 'Too large an amount',
    says: ({ amount }) => `One payment comes to ${amount} at most.`,
    way_out: 'Check the number of pieces and the price.',
  },
  'left-to-pay': {
    short: 'Not enough',
    says: ({ amount }) => `${amount} is still to be paid.`,
    way_out: 'Take more, or pay part of the charges.',
  },
  'part-not-rounded': {
    short: 'Not rounded',
    says: ({ amount }) => `Part of a charge is not rounded: ${amount} in cash is paid to the cent.`,
    way_out: 'Take the exact amount, a part that needs no pennies, or another tender.',
  },
  'tender-over': {
    short: 'Too much',
    says: ({ amount }) => `Checks and cards come to ${amount} more than is to be paid.`,
    way_out: 'Change comes from cash only. Take the exact amount.',
  },
  'cash-not-needed': {
    short: 'Cash not needed',
    says: ({ amount }) => `Nothing is left to pay in cash: the ${amount} would go back whole.`,
    way_out: 'Leave the cash out, or take less by another tender.',
  },
  'credit-short': {
    short: 'Not that much credit',
    says: ({ amount }) => `The credit pays ${amount} of what was chosen.`,
    way_out: 'Use less credit, and another tender for the rest.',
  },
  'in-kind-unknown': {
    short: 'Not taken like that',
    says: ({ kind }) => `${kind} is not taken like that.`,
    way_out: 'Choose goods or work of the library’s list, once, and type how many.',
  },
  'in-kind-pays-nothing': {
    short: 'Pays none of these',
    says: ({ kind }) => `${kind} pays none of these charges, or the month’s limit is reached.`,
    way_out: 'Take another tender.',
  },
  'basket-full': {
    short: 'Too much at once',
    says: 'That is more than one payment takes.',
    way_out: 'Take this payment first, then sell the rest.',
  },
  'amount-unusual': {
    short: 'Unusual amount',
    says: ({ amount }) => `${amount} is more than the desk usually takes.`,
    way_out: 'Check the amount, then confirm it.',
  },
  'check-number-again': {
    short: 'Same check number',
    says: ({ at }) => `A check of this number was taken already: ${at}.`,
    way_out: 'Look at the number on the check. If it is another check, confirm it.',
  },
  'card-code-again': {
    short: 'Same card approval',
    says: ({ at }) => `This approval code was already entered for this card: ${at}.`,
    way_out: 'Check the code on the slip of the terminal. If it is right, confirm it.',
  },
  'paper-number-used': {
    short: 'Already entered',
    says: ({ number }) => `The paper receipt ${number} was entered before.`,
    way_out: 'Look at the number on the paper again.',
  },
  'paper-day-ahead': {
    short: 'Day not reached',
    says: ({ on }) => `${on} is in the future.`,
    way_out: 'Type the day that is on the paper.',
  },
  'paper-day-old': {
    short: 'Too old to key in',
    says: ({ on }) => `${on} is more than a month ago.`,
    way_out: 'Type the day that is on the paper. If it is that old, take the paper to the office.',
  },
  'paper-time-ahead': {
    short: 'Time not reached',
    says: ({ at }) => `${at} is in the future.`,
    way_out: 'Type the time that is on the paper, or leave it blank.',
  },
  'paper-time-unread': {
    short: 'Not a time',
    says: 'That is not a time of day.',
    way_out: 'Type it like 2:15 PM or 14:15, or leave it blank.',
  },
  'receipt-unknown': {
    short: 'No such receipt',
    says: 'This desk has no such receipt.',
    way_out: 'Type the number on the paper.',
  },
  'receipt-of-nobody': {
    short: 'No one patron',
    says: 'It is not of one patron: it is of a sale, of several, or of a patron whose record is gone.',
    way_out: 'Look at its lines.',
  },
  'receipt-voided-already': {
    short: 'Already voided',
    says: 'That receipt was voided before.',
    way_out: 'See it in the list of receipts.',
  },
  'receipt-of-closed': {
    short: 'Drawer closed since',
    says: 'The drawer of that receipt was closed.',
    way_out: 'Give a refund instead.',
  },
  'days-swapped': {
    short: 'Days swapped',
    says: 'The last day is before the first one.',
    way_out: 'Choose the days again.',
  },
}
