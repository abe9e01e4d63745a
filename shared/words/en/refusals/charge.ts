/** English for charges, claims and outages. */
import type { CHARGE_REFUSALS } from '../../../refusals/charge.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const CHARGE: WordsFor<typeof CHARGE_REFUSALS> = {
  'charge-unknown': {
    short: 'No such charge',
    says: 'That charge is not on this account.',
    way_out: 'Look at the account again.',
  },
  'nothing-owed': {
    short: 'Nothing owed',
    says: 'Nothing is owed on this charge.',
    way_out: 'See its history on the account.',
  },
  'more-than-owed': {
    short: 'More than owed',
    says: ({ owed }) => `Only ${owed} is owed on it.`,
    way_out: 'Type that amount or less.',
  },
  'reason-unknown': {
    short: 'No such reason',
    says: ({ reason }) => (reason === '' ? 'No reason was chosen.' : `There is no reason ${reason}.`),
    way_out: 'Choose one from the list.',
  },
  'amnesty-off': {
    short: 'No amnesty here',
    says: 'Your library does not forgive fines at check-in.',
    way_out: 'Check it in as usual. Fines can be waived on the account.',
  },
  'amount-missing': { short: 'No amount', says: 'No amount was given.', way_out: 'Type the amount.' },
  'price-unknown': { short: 'No price', says: 'The price of this item is not known.', way_out: 'Type its price.' },
  'patron-of-loan-gone': {
    short: 'Patron removed',
    says: 'The patron who has it was removed from the library’s data.',
    way_out: '{key:find-person} finds the patron: two accounts may have been merged. You can still check it in.',
  },
  'lost-already': {
    short: 'Billed already',
    says: 'This item is already billed as lost.',
    way_out: 'Its charges are on the account.',
  },
  'claimed-already': {
    short: 'Claimed already',
    says: 'This item already has an open claim.',
    way_out: '{key:tasks} lists it.',
  },
  'claim-day-ahead': {
    short: 'Day not reached',
    says: ({ on }) => `${on} is in the future.`,
    way_out: 'Type the day the patron says it was returned, or leave it blank for today.',
  },
  'claim-day-before-loan': {
    short: 'Before the loan',
    says: ({ on, out }) => `It was checked out ${out}, after ${on}.`,
    way_out: ({ out }) => `Choose a day from ${out} to today.`,
  },
  'claim-unknown': { short: 'Claim resolved', says: 'That claim is resolved.', way_out: 'Look at the list again.' },
  'return-answered': {
    short: 'Return resolved',
    says: 'That return is resolved.',
    way_out: 'The account shows the result.',
  },
  'last-patron-unknown': {
    short: 'Patron not known',
    says: 'The last patron of this item is no longer known.',
    way_out: 'Open the account and add the charge there.',
  },
  'stretch-invalid': {
    short: 'Wrong times',
    says: 'An outage must begin before it ends, and cannot be in the future.',
    way_out: 'Type both, such as 11/24 and 9:15.',
  },
  'stretch-too-long': {
    short: 'Too long',
    says: ({ limit }) => `An outage can be ${n(limit, 'day', 'days')} long at most.`,
    way_out: 'Enter it in parts.',
  },
  'outage-unknown': {
    short: 'No such outage',
    says: 'That outage was not entered, or was withdrawn.',
    way_out: 'Look at the outages again.',
  },
}
