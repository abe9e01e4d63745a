/** English for giving, renewing and replacing a card, and for what is typed of a patron. */
import type { FieldFault, PatronField } from '../../../kernel/patron-field.ts'
import type { PATRON_REFUSALS } from '../../../refusals/patron.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

const FIELDS: Readonly<Record<PatronField, string>> = {
  surname: 'The last name',
  given: 'The first name',
  preferred_given: 'The preferred name',
  born_on: 'The birth date',
  postal_code: 'The ZIP code',
  city: 'The city',
  region: 'The state',
  street: 'The street',
  phone: 'The phone number',
  email: 'The e-mail address',
  guardian: 'The parent or guardian',
  language: 'The language',
  notice_kind: 'The way to send notices',
  history_consent_kind: 'The answer about a loan history',
  news_consent_kind: 'The answer about library news',
}

const FAULTS: Readonly<Record<FieldFault, (limit: number) => string>> = {
  required: () => 'is missing',
  'too-long': (limit) => `is longer than ${limit} characters`,
  'no-date': () => 'is not a date',
  'too-early': () => 'is more than 120 years ago',
  'in-future': () => 'is in the future',
  'not-phone': () => 'needs seven digits or more, and no letters',
  'two-phones': () => 'is more than one number: type one, and put the other in a note',
  'not-email': () => 'is not an e-mail address',
  'one-line': () => 'has more than one line',
  'not-listed': () => 'is not one of the choices',
  linked: () => 'is linked by card: end that first, under More',
  'has-wards': () => 'is that of a child, and this patron is a guardian',
  organization: () => 'does not go with the category of an organization',
}

export const PATRON: WordsFor<typeof PATRON_REFUSALS> = {
  'card-unassigned': {
    short: 'New card',
    says: ({ barcode }) => `${barcode}: new card, not assigned.`,
    way_out: 'Press the number of what it is for.',
  },
  'patron-field-wrong': {
    short: 'Check the form',
    says: ({ field, fault, limit }) => `${FIELDS[field]} ${FAULTS[fault](limit)}.`,
    way_out: 'Correct it and save again. Nothing was recorded.',
  },
  'card-category-missing': {
    short: 'No category',
    says: 'No rule says which card fits.',
    way_out: 'Check the birth date and the address, or choose the category.',
  },
  'proofs-missing': {
    short: 'Proof is missing',
    says: ({ identity, address }) =>
      `Still needed: ${n(identity, 'proof', 'proofs')} of identity, ${n(address, 'proof', 'proofs')} of address.`,
    way_out: 'Mark with Space each document that you saw. Without them, no card is given.',
  },
  'patron-likely-known': {
    short: 'May be a patron',
    says: 'Almost certainly a patron already: see the matches beside the form.',
    way_out: 'Open that account, or choose why this is another person.',
  },
  'fee-unknown': {
    short: 'Fee is unknown',
    says: ({ asks }) =>
      asks === 'household'
        ? 'The fee depends on how many people live in the household.'
        : 'The fee is a share of the tax bill or the rent.',
    way_out: 'Ask for it, and type it.',
  },
  'card-over': {
    short: 'Already expired',
    says: ({ on }) => `The card would have expired ${on}.`,
    way_out: 'Check the date of their home library card. For a patron too old for this category, choose another.',
  },
  'home-card-undated': {
    short: 'Home card date',
    says: 'The card ends with their home library card, and its date is missing.',
    way_out: 'Type the date. If that card has no date on it, save again.',
  },
  'renewal-no-later': {
    short: 'Ends no later',
    says: ({ on }) => `Renewed now, the card would end no later than ${on}, as it does. Nothing was charged.`,
    way_out: 'Renew it closer to that day. {key:account}, More, records that the address was checked.',
  },
  'renewal-endless': {
    short: 'No expiration',
    says: 'This card does not expire: there is nothing to renew.',
    way_out: '{key:account}, More, records that the address was checked.',
  },
  'renewal-closed': {
    short: 'Account closed',
    says: 'This account is closed, and a renewal does not open it.',
    way_out: 'Open it first: {key:account}, Open the account.',
  },
  'card-settle-first': {
    short: 'Settle first',
    says: ({ owed, items, first }) => {
      const late = first.endsWith('overdue')
      const things = n(items, late ? 'overdue item' : 'item', late ? 'overdue items' : 'items')
      if (first === 'money') return `${owed} is owed: this library asks for it before a card is renewed or given.`
      const both = first.startsWith('money') ? `${owed} is owed, and ${things} to return` : `${things} to return`
      return `${both}: this library asks for that before a card is renewed or given.`
    },
    way_out: ({ first }) => {
      if (first === 'money') return '{key:pay} takes the payment.'
      const items = '{key:account} shows the items: check them in.'
      return first.startsWith('money') ? `{key:pay} takes the payment. ${items}` : items
    },
  },
  'card-number-missing': {
    short: 'No card',
    says: 'There is no card yet.',
    way_out: 'Scan a new card.',
  },
  'card-range-used-up': {
    short: 'No numbers left',
    says: 'This desk has no card numbers left.',
    way_out: 'Scan a printed card, or have a range added: {key:policy}, then Card numbers.',
  },
  'card-range-unsure': {
    short: 'Numbers not known',
    says: 'This desk was restored, or had its range from another desk: which numbers were given is not known.',
    way_out: 'Scan a printed card, or let the range begin after the last card given: {key:policy}, then Card numbers.',
  },
  'card-given': {
    short: 'Card is taken',
    says: ({ barcode }) => `${barcode} is already a patron’s card.`,
    way_out: 'Scan another card.',
  },
  'card-other-desk': {
    short: 'Another desk’s number',
    says: ({ barcode }) => `Only another desk gives out ${barcode}.`,
    way_out: 'Scan a printed card, or leave the number blank.',
  },
  'card-not-ours': {
    short: 'Not our card',
    says: ({ barcode }) => `${barcode} is not one of this library’s card numbers.`,
    way_out: 'Scan a new card of this library.',
  },
  'card-none': {
    short: 'No card',
    says: 'This patron has no card.',
    way_out: 'Choose “extra card” and scan one.',
  },
  'card-unclear': {
    short: 'Which card?',
    says: 'This patron has more than one card in use.',
    way_out: 'Choose the card that is lost or worn.',
  },
  'address-unchecked': {
    short: 'Check the address',
    says: 'This renewal needs the address checked.',
    way_out:
      'Ask for the address. If it is the same, mark “Address checked” with Space. If not, edit the patron first.',
  },
  'family-address-unchecked': {
    short: 'Check the address',
    says: 'This address is still to be asked for.',
    way_out: 'If it is the same, mark it with Space. If not, edit the patron first.',
  },
  'name-proof-missing': {
    short: 'Proof of the name?',
    says: 'The name changes, and what was seen for it is missing.',
    way_out: 'Choose what was seen. Write down no number. A spelling mistake needs nothing.',
  },
  'family-renewal-unfit': {
    short: 'Not renewed',
    says: ({ reason }) =>
      ({
        nobody: 'Nobody is chosen.',
        stranger: 'Another family’s card is chosen.',
        closed: 'The account is closed.',
      })[reason],
    way_out: 'Mark with Space whose cards to renew. Nothing was recorded.',
  },
  'guardian-unfit': {
    short: 'Not a guardian',
    says: ({ fault }) =>
      ({
        unknown: 'No patron has this card.',
        self: 'Nobody is their own guardian.',
        minor: 'A guardian is 18 or older.',
        ward: 'This person has a guardian.',
        'not-needed': 'This patron is 18 or older.',
        'has-wards': 'This patron is a guardian.',
      })[fault],
    way_out: 'Scan the card of the parent or guardian.',
  },
  'guardian-none': {
    short: 'No guardian',
    says: 'Nobody is linked as guardian.',
    way_out: 'There is nothing to end.',
  },
  'guardian-needed': {
    short: 'Guardian needed',
    says: 'This card is for a child with a guardian, and there is no other one.',
    way_out: 'Link the new guardian under More: that replaces this one. If there is none, end it again.',
  },
  'family-unfit': {
    short: 'Not linked',
    says: ({ fault }) =>
      ({
        unknown: 'No patron has this card.',
        self: 'This is the patron’s own card.',
        known: 'They are shown together already.',
        full: 'Both are linked to other family.',
      })[fault],
    way_out: 'Scan the card of another adult of the family, or link a relative of theirs.',
  },
  'family-none': {
    short: 'Not linked',
    says: 'The two are not linked as family.',
    way_out: 'There is nothing to end.',
  },
  'pickup-unfit': {
    short: 'Cannot pick up',
    says: ({ fault }) =>
      ({
        unknown: 'No patron has this card.',
        self: 'This is the patron’s own card.',
        known: 'This person may pick up already.',
      })[fault],
    way_out: 'Scan the card of the person who may pick up.',
  },
  'pickup-none': {
    short: 'Not allowed before',
    says: 'This person may not pick up for the patron.',
    way_out: 'There is nothing to end.',
  },
  'merge-unfit': {
    short: 'Not merged',
    says: ({ fault }) =>
      ({
        unknown: 'No patron has this card.',
        same: 'Both are the same record.',
        erased: 'One of the records was erased.',
        staff: 'One of the cards is a staff badge.',
        ward: 'One of them is the guardian of the other.',
        linked: 'They are linked as family: two people. If they are one, end that link first.',
        family: 'One is a guardian, and the other is a child or has a guardian.',
        'at-desk': 'Something of this account is still open at this desk.',
        unopened: 'That account was not opened yet.',
      })[fault],
    way_out: 'Nothing was recorded. Check both accounts first, and finish what is open.',
  },
  'merge-cardless': {
    short: 'No card left',
    says: 'After this merge the patron has no card that works.',
    way_out: 'Choose the other side at “Card in use”. If no card is meant, merge again.',
  },
  'pins-differ': {
    short: 'PINs differ',
    says: 'The two PINs are not the same.',
    way_out: 'The patron types both again.',
  },
  'patron-pin-short': {
    short: 'PIN too short',
    says: ({ digits }) => `A PIN has at least ${digits} digits.`,
    way_out: 'Choose a longer one.',
  },
  'patron-pin-easy': {
    short: 'PIN too easy',
    says: 'This PIN is easy to guess: a run, a repeat, a year, or the end of the card or phone number.',
    way_out: 'Choose other digits.',
  },
  'account-unseen': {
    short: 'Card not scanned',
    says: 'The card, the PIN and the email or phone, all in one day, without the card they had: that takes two people.',
    way_out: 'Scan the old card, or a second person approves. For a new PIN, that person signs in and sets it.',
  },
  'patron-pin-none': {
    short: 'No PIN',
    says: 'This patron has no PIN.',
    way_out: 'There is nothing to remove.',
  },
  'patron-unchanged': {
    short: 'No change',
    says: 'Nothing was changed.',
    way_out: 'Change a field first.',
  },
}
