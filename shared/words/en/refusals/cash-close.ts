/** English for closing a drawer and what follows from it. */
import type { CASH_CLOSE_REFUSALS } from '../../../refusals/cash-close.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

/** "Code 9999, card ending in 7777, " with what its file has. */
const cardNamed = (code: string, last_four: string): string =>
  (code === '' ? '' : `code ${code}, `) + (last_four === '' ? '' : `card ending in ${last_four}, `)

export const CASH_CLOSE: WordsFor<typeof CASH_CLOSE_REFUSALS> = {
  'session-unknown': {
    short: 'No such session',
    says: 'This desk has no such session of a drawer.',
    way_out: 'Choose one from the list.',
  },
  'session-open': {
    short: 'Not closed yet',
    says: 'This drawer is not closed yet.',
    way_out: 'Close it first.',
  },
  'session-closed': {
    short: 'Already closed',
    says: 'This drawer has been closed since this page was opened. Its close stays as it is.',
    way_out: '{key:drawer} shows how the drawer is now.',
  },
  'payment-half-entered': {
    short: 'Payment not finished',
    says: 'A payment is half entered at this desk.',
    way_out: 'Take the payment, or discard it on this page: Esc, then W. Then try again.',
  },
  'count-first': {
    short: 'Count first',
    says: 'The drawer has to be counted before it is closed.',
    way_out: 'Count it now. Take no more payments until it is closed.',
  },
  'count-own': {
    short: 'Count it yourself',
    says: 'Another person counted this drawer.',
    way_out: 'Count it yourself, then continue.',
  },
  'variance-reason-needed': {
    short: 'Reason needed',
    says: ({ amount }) => `The count differs by ${amount}.`,
    way_out: 'Recount, or choose a reason.',
  },
  'float-reason-needed': {
    short: 'Float differs',
    says: ({ amount }) => `This count differs by ${amount} from what was left in the drawer. It is kept.`,
    way_out: 'Count again, or choose a reason.',
  },
  'leave-reason-needed': {
    short: 'Float differs',
    says: ({ amount }) => `What stays differs from the standard float by ${amount}.`,
    way_out: 'Leave the standard float, or choose a reason.',
  },
  'variance-note-needed': {
    short: 'Note needed',
    says: ({ amount }) => `A difference of ${amount} needs a note.`,
    way_out: 'Write what is known about it.',
  },
  'leave-over-counted': {
    short: 'More than was counted',
    says: ({ counted, amount }) => `${amount} cannot stay: ${counted} was counted.`,
    way_out: 'Type what stays of it, or Esc and count the drawer again.',
  },
  'review-not-needed': {
    short: 'Nothing to review',
    says: 'This close waits for no review.',
    way_out: 'See its report.',
  },
  'review-by-closer': {
    short: 'Another person reviews',
    says: 'You closed this drawer yourself, or signed off its difference.',
    way_out: 'Ask another staff member to review it.',
  },
  'review-disagreed': {
    short: 'You did not agree',
    says: 'You looked at this close before, and did not agree.',
    way_out: 'Record what was found, or ask another staff member to review it.',
  },
  'hand-over-to-self': {
    short: 'Another person receives',
    says: 'You have this drawer, or counted it.',
    way_out: 'Let the person who takes it over sign in and count.',
  },
  'hand-over-seen': {
    short: 'Figures were seen',
    says: 'You have looked at the figures of this drawer since it was counted.',
    way_out: 'Let another person take it over, or close it and open it again.',
  },
  'place-agrees': {
    short: 'Nothing to settle',
    says: 'No count of it differs.',
    way_out: 'Count it, if you are not sure.',
  },
  'place-count-own': {
    short: 'Count it yourself',
    says: 'Another person counted it.',
    way_out: 'Count it yourself, then continue.',
  },
  'place-moved': {
    short: 'Count again',
    says: 'Money went in or out since it was counted.',
    way_out: 'Count it again.',
  },
  'deposit-none': {
    short: 'Nothing to bank',
    says: 'This put nothing into a bag for the bank.',
    way_out: 'Choose a bag from the list.',
  },
  'card-not-waiting': {
    short: 'Nothing waits',
    says: 'No card batch of this close is waiting.',
    way_out: 'Look at the list of closed drawers.',
  },
  'card-by-closer': {
    short: 'Another person',
    says: 'The person who had or closed the drawer does not confirm its cards.',
    way_out: 'Ask another staff member, or have the close reviewed first.',
  },
  'settlement-differs': {
    short: 'Total differs',
    says: ({ batch, amount }) => `The batch was ${batch}, and the processor settled ${amount}.`,
    way_out: 'Check the total on the statement, then choose the reason.',
  },
  'settlement-file-none': {
    short: 'File not found',
    says: ({ file }) => `${file} cannot be read.`,
    way_out: 'Type the whole path of the file that you saved from the processor.',
  },
  'settlement-file-not-csv': {
    short: 'Not a CSV file',
    says: ({ file }) => `${file} is not a CSV file, or is larger than 2 MB.`,
    way_out: 'Export it from the processor as CSV, for a few days.',
  },
  'settlement-columns-missing': {
    short: 'Columns missing',
    says: ({ found }) =>
      'The file needs one row that names its columns: an amount (such as Amount, Gross or Settled amount), and an ' +
      `approval code (Auth code) or the last four digits (Card last 4). It has: ${found}.`,
    way_out: 'Export the single transactions, not the totals, or rename the columns.',
  },
  'settlement-line-unread': {
    short: 'Amount not readable',
    says: ({ line, cell }) => `Line ${line} has no amount that can be read: ${cell}. Nothing of the file was used.`,
    way_out: 'Correct that line, or export the file again.',
  },
  'settlement-none-match': {
    short: 'Other batch',
    says: ({ lines }) => (lines === 0 ? 'The file has no payments.' : 'No payment in the file is one of this batch.'),
    way_out: 'Choose the file of that day. If the processor settled nothing of it, type the total instead.',
  },
  'settlement-file-differs': {
    short: 'File differs',
    says: ({ missing, receipts, extra, code, last_four, stray, batch, amount }) =>
      [
        ...(missing === 0 ? [] : [`${n(missing, 'receipt is', 'receipts are')} not in the file: ${receipts}.`]),
        ...(extra === 0 ? [] : [`${n(extra, 'payment in the file has', 'payments in the file have')} no receipt:`]),
        ...(extra === 0 ? [] : [`${cardNamed(code, last_four)}${stray}${extra > 1 ? ' …' : ''}.`]),
        `The batch was ${batch}, and the file comes to ${amount}.`,
      ].join(' '),
    way_out: 'Check the terminal’s slips, then choose the reason.',
  },
  'deposit-banked-already': {
    short: 'Already confirmed',
    says: 'This deposit was confirmed before.',
    way_out: 'See it in the list of deposits.',
  },
  'deposit-by-closer': {
    short: 'Another person confirms',
    says: 'You filled this bag yourself.',
    way_out: 'Ask another staff member to confirm it, or to review the close.',
  },
  'banked-ahead': {
    short: 'Day not reached',
    says: ({ on }) => `${on} is not here yet.`,
    way_out: 'Type the day on the bank’s receipt.',
  },
  'banked-before-bag': {
    short: 'Bag not filled then',
    says: ({ on, filled }) => `The bag was filled on ${filled}, after ${on}.`,
    way_out: 'Type the day on the bank’s receipt.',
  },
  'deposit-differs': {
    short: 'Not what is in the bag',
    says: ({ bag, amount }) => `The bag was filled with ${bag}, and this is ${amount}.`,
    way_out: 'Look at the bank’s receipt again. Send it once more if the amount is right.',
  },
}
