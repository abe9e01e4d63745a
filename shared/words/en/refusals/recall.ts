/** English for recalls. */
import type { RECALL_REFUSALS } from '../../../refusals/recall.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const RECALL: WordsFor<typeof RECALL_REFUSALS> = {
  'recall-not-out': {
    short: 'Not checked out',
    says: 'This item is not checked out.',
    way_out: 'There is nothing to recall.',
  },
  'recall-twice': {
    short: 'Recalled already',
    says: ({ due }) => `Already recalled, due ${due}.`,
    way_out: 'The hold is filled when it comes back.',
  },
  'recall-nobody-waits': {
    short: 'No hold on it',
    says: 'No patron has a hold on this item.',
    way_out: 'Open the account of the patron who wants it, place the hold with {key:hold}, then recall it.',
  },
  'recall-no-gain': {
    short: 'No change',
    says: ({ due }) => `Already due ${due}: a recall would not bring it back sooner.`,
    way_out: 'The hold is filled when it comes back.',
  },
  'recall-none': {
    short: 'Not recalled',
    says: 'This item is not recalled.',
    way_out: 'There is no notice to print.',
  },
}
