/** English for holds. */
import type { HOLD_REFUSALS } from '../../../refusals/hold.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const HOLD: WordsFor<typeof HOLD_REFUSALS> = {
  'hold-gone': { short: 'Hold is closed', says: 'That hold is closed.', way_out: 'Look at the account again.' },
  'hold-of-nobody': {
    short: 'Patron removed',
    says: 'It is on the hold shelf for a patron who was removed from the library’s data.',
    way_out: '{key:check-in}, then scan it again to close the hold and see where it goes.',
  },
  'hold-not-over': {
    short: 'Not expired',
    says: ({ until }) => (until === '' ? 'This hold has no last day.' : `This hold is kept until ${until}.`),
    way_out: 'If the patron no longer wants it, cancel it on the account.',
  },
  'hold-not-on-shelf': {
    short: 'Not on hold shelf',
    says: 'It is not on the hold shelf.',
    way_out: 'Look at the list again.',
  },
  'hold-copy-unnamed': {
    short: 'Which item?',
    says: 'No item was chosen.',
    way_out: 'Scan it, or choose it on the page of its title.',
  },
  'hold-twice': {
    short: 'On hold already',
    says: 'This patron already has a hold on it.',
    way_out: 'The hold is on the account.',
  },
  'hold-has-it': {
    short: 'Patron has it',
    says: 'This patron has it checked out.',
    way_out: '1 = place the hold anyway; or renew the loan.',
  },
  'holds-too-many': {
    short: 'Too many holds',
    says: ({ count, limit }) => `${n(count, 'hold', 'holds')} (limit ${limit}).`,
    way_out: 'Cancel a hold or request an override.',
  },
  'hold-no-copies': {
    short: 'No items',
    says: 'The library has no item of this title.',
    way_out: 'Suggest another edition or an interlibrary loan.',
  },
  'hold-not-holdable': {
    short: 'Not for loan',
    says: 'No item of this title circulates.',
    way_out: 'It can be used in the library.',
  },
  'hold-on-shelf': {
    short: 'On the shelf',
    says: ({ where }) => `It is on the shelf: ${where}.`,
    way_out: 'Get it from the shelf; or 1 = place the hold anyway.',
  },
  'hold-captured': {
    short: 'Set aside already',
    says: 'An item is already set aside for this hold.',
    way_out: 'Check it out, or cancel the hold.',
  },
  'hold-not-suspended': {
    short: 'Not suspended',
    says: 'This hold is not suspended.',
    way_out: 'There is nothing to do.',
  },
  'hold-date-past': { short: 'Date has passed', says: ({ on }) => `${on} has passed.`, way_out: 'Choose a later day.' },
  'hold-date-too-far': {
    short: 'Too far off',
    says: ({ limit }) => `A hold can be suspended until ${limit} at the latest.`,
    way_out: 'Choose an earlier day, or cancel the hold.',
  },
  'item-not-in': {
    short: 'Not on the shelf',
    says: 'The system does not show this item on the shelf.',
    way_out: 'Make a new list.',
  },
}
