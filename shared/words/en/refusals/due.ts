/** English for a due date set by hand. */
import type { DUE_DATE_REFUSALS } from '../../../refusals/due.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const DUE_DATE: WordsFor<typeof DUE_DATE_REFUSALS> = {
  'due-date-stands': {
    short: 'Lost or claimed',
    says: 'It is billed as lost, or claimed: its due date does not change.',
    way_out: 'Check it in, or resolve the claim, first.',
  },
  'due-date-not-theirs': {
    short: 'Not this patron’s',
    says: 'It is not checked out to the patron who is open.',
    way_out: 'Open the account of the patron who has it.',
  },
  'due-date-past': {
    short: 'Date has passed',
    says: ({ on }) => `${on} has passed.`,
    way_out: 'Choose today or a later day.',
  },
  'due-date-same': {
    short: 'No change',
    says: ({ on }) => `It is already due ${on}.`,
    way_out: 'Choose another day, or Esc to cancel.',
  },
  'due-date-after-expiry': {
    short: 'After card expires',
    says: ({ on }) => `The card expires ${on}.`,
    way_out: 'Choose that day or an earlier one.',
  },
  'due-date-too-far': {
    short: 'Too far off',
    says: ({ limit }) => `A due date set by hand can be ${limit} at the latest.`,
    way_out: 'Choose an earlier day. The library’s rules set this limit.',
  },
  'due-date-closed': {
    short: 'Closed that day',
    says: ({ on, when, reason }) => {
      const cause = when === 'weekly' ? 'closed every week' : reason
      return cause === '' ? `The library is closed ${on}.` : `The library is closed ${on} (${cause}).`
    },
    way_out: ({ open }) => (open === '' ? 'Choose another day.' : `Choose ${open}.`),
  },
}
