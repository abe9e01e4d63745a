/** English for receipts that were made, and for money that goes back. */
import type { REFUND_REFUSALS } from '../../../refusals/refund.ts'
import type { WordsFor } from '../../refusal-words.ts'

export const REFUND: WordsFor<typeof REFUND_REFUSALS> = {
  'receipt-refunded': {
    short: 'Refunded in part',
    says: 'Something of that receipt was refunded.',
    way_out: 'Refund the rest of it instead.',
  },
  'receipt-changed-since': {
    short: 'Changed since',
    says: 'A charge on that receipt was changed since it was paid.',
    way_out: 'Give a refund instead.',
  },
  'line-unknown': {
    short: 'No such line',
    says: 'That receipt has no such line.',
    way_out: 'Choose each line once.',
  },
  'more-than-paid': {
    short: 'More than paid',
    says: ({ left }) => `Of what was paid there, ${left} is left to refund.`,
    way_out: 'Refund no more than that.',
  },
  'refund-tender': {
    short: 'Another tender',
    says: ({ amount }) => `${amount} of that receipt can go back this way.`,
    way_out: 'Cash goes back in cash, a card on the card, a check by the office’s check.',
  },
  'charge-still-owed': {
    short: 'Not paid in full',
    says: ({ owed }) => `${owed} of that charge is still owed.`,
    way_out: 'Waive or take the rest first, then refund.',
  },
  'nothing-to-refund': {
    short: 'No refund due',
    says: 'Nothing is to be refunded on that charge.',
    way_out: 'Refund a line of its receipt instead.',
  },
  'more-than-due': {
    short: 'More than due',
    says: ({ due }) => `${due} is to be refunded on that charge.`,
    way_out: 'Refund no more than that.',
  },
  'refund-is-credit': {
    short: 'Refund is credit',
    says: 'The library gives that refund as credit on the account.',
    way_out: 'Use it for what the patron owes, now or later.',
  },
  'refund-other-way': {
    short: 'Refunded otherwise',
    says: 'The rules decided another way for that refund.',
    way_out: 'Choose cash, or the office’s check, as the account says.',
  },
  'refund-needs-receipt': {
    short: 'Receipt needed',
    says: 'A card gets a refund only by its receipt.',
    way_out: 'Type the number on the receipt.',
  },
  'payee-missing': {
    short: 'Who gets it?',
    says: 'That receipt is not of one patron’s account, so the refund needs a name.',
    way_out: 'Type who gets the money.',
  },
  'card-numbers-missing': {
    short: 'Card numbers missing',
    says: 'A refund to a card needs what the terminal says, and the last four digits.',
    way_out: 'Type the authorization and the last four digits. Never type a whole card number.',
  },
}
