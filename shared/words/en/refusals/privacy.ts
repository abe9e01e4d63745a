/** English for a patron's confidentiality. */
import type { PRIVACY_REFUSALS } from '../../../refusals/privacy.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const PRIVACY: WordsFor<typeof PRIVACY_REFUSALS> = {
  'disclosure-identity-only': {
    short: 'Identity only',
    says: 'In an emergency you can disclose only who a person is, never what they borrow.',
    way_out: 'Record “who they are”. Anything more needs a court order.',
  },
  'disclosure-not-guardian': {
    short: 'Not to a guardian',
    says: 'Your library does not disclose this to the guardian of a patron this age.',
    way_out: 'The patron must ask for it, or there must be a court order.',
  },
  'recipient-missing': {
    short: 'No recipient',
    says: 'The recipient is missing.',
    way_out: 'Type a name and where they are from.',
  },
  'erase-loans-out': {
    short: 'Items are out',
    says: ({ count }) => `${n(count, 'item is', 'items are')} checked out.`,
    way_out: 'Check in the items, or resolve their claims, first.',
  },
  'erase-holds-open': {
    short: 'Open holds',
    says: ({ count }) => `${n(count, 'hold is', 'holds are')} open.`,
    way_out: 'Cancel the holds first.',
  },
  'erase-money-owed': {
    short: 'Money is owed',
    says: ({ owed }) => `The patron owes ${owed}.`,
    way_out: 'Collect or waive it first.',
  },
  'erase-refund-due': {
    short: 'Refund is due',
    says: ({ owed }) => `The library owes ${owed}.`,
    way_out: 'Refund it, or apply it to charges, first.',
  },
  'erase-is-guardian': {
    short: 'Is a guardian',
    says: ({ count }) => `This patron is the guardian of ${n(count, 'child', 'children')}.`,
    way_out: 'On each child’s account, link another guardian or end the guardianship first.',
  },
  'card-tail-wrong': {
    short: 'Digits do not match',
    says: 'Those are not the last four digits of this patron’s card.',
    way_out: 'Read them on the account and type them again.',
  },
  'file-exists': {
    short: 'File exists',
    says: ({ file }) => `The file ${file} already exists.`,
    way_out: 'Type another name. Nothing is overwritten.',
  },
  'file-unwritable': {
    short: 'Cannot write it',
    says: ({ file }) => `${file} cannot be written.`,
    way_out: 'Check the folder and type the name again.',
  },
}
