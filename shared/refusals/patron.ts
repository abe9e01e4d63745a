/** Every refusal about giving, renewing and replacing a card, and about what is typed of a patron. */
import {
  FAMILY_LINK_FAULTS,
  FAMILY_RENEWAL_FAULTS,
  FIELD_FAULTS,
  GUARDIAN_FAULTS,
  MERGE_FAULTS,
  PATRON_FIELDS,
  PICKUP_FAULTS,
} from '../kernel/patron-field.ts'
import { NOTHING_TO_DO, STOP, type RefusalEntry } from './entry.ts'

/** What is paid or returned first. */
const SETTLED_FIRST = ['money', 'overdue', 'out', 'money-and-overdue', 'money-and-out'] as const

export const PATRON_REFUSALS = {
  'card-unassigned': { ...STOP, facts: { barcode: 'text' } },
  /** `limit`: of a text that is too long; else zero. */
  'patron-field-wrong': { ...STOP, facts: { field: PATRON_FIELDS, fault: FIELD_FAULTS, limit: 'count' } },
  'card-category-missing': STOP,
  'proofs-missing': { ...STOP, facts: { identity: 'count', address: 'count' } },
  'fee-unknown': { ...STOP, facts: { asks: ['household', 'basis'] } },
  /** A card that is given or renewed would end before today. */
  'card-over': { ...STOP, facts: { on: 'date' } },
  /** A card that ends with that of the library at home; asks again, since such a card may have no date. */
  'home-card-undated': STOP,
  'renewal-no-later': { ...STOP, facts: { on: 'date' } },
  'renewal-endless': STOP,
  /** A renewal does not open the account again. */
  'renewal-closed': STOP,
  /** Before a card is renewed or given; `items` are overdue or out, whichever the library asks for. */
  'card-settle-first': {
    ...STOP,
    grant: 'override-debt',
    facts: { owed: 'money', items: 'count', first: SETTLED_FIRST },
  },
  /** Somebody is nearly certainly a patron already, and nobody said why not. */
  'patron-likely-known': STOP,
  'card-number-missing': STOP,
  'card-range-used-up': STOP,
  /** After a restore. */
  'card-range-unsure': STOP,
  'card-given': { ...STOP, facts: { barcode: 'text' } },
  'card-other-desk': { ...STOP, facts: { barcode: 'text' } },
  'card-not-ours': { ...STOP, facts: { barcode: 'text' } },
  'card-none': STOP,
  /** They have several in use, and none of them was named. */
  'card-unclear': STOP,
  'address-unchecked': STOP,
  /** `field`: the box of the address, in the form of the family. */
  'family-address-unchecked': { ...STOP, facts: { field: 'text' } },
  /** A name was changed, and nobody said what was seen. */
  'name-proof-missing': STOP,
  'family-renewal-unfit': { ...STOP, facts: { reason: FAMILY_RENEWAL_FAULTS } },
  'guardian-unfit': { ...STOP, facts: { fault: GUARDIAN_FAULTS } },
  'guardian-none': NOTHING_TO_DO,
  /** Asks again: nobody would answer for a child whose card needs somebody. */
  'guardian-needed': STOP,
  'family-unfit': { ...STOP, facts: { fault: FAMILY_LINK_FAULTS } },
  'family-none': NOTHING_TO_DO,
  'pickup-unfit': { ...STOP, facts: { fault: PICKUP_FAULTS } },
  'pickup-none': NOTHING_TO_DO,
  'merge-unfit': { ...STOP, facts: { fault: MERGE_FAULTS } },
  /** Asks again: they would have no card in use. */
  'merge-cardless': STOP,
  'pins-differ': STOP,
  'patron-pin-short': { ...STOP, facts: { digits: 'count' } },
  'patron-pin-easy': STOP,
  /** Card, PIN and contact by one person in one day, without the card that the patron had. */
  'account-unseen': STOP,
  'patron-pin-none': NOTHING_TO_DO,
  'patron-unchanged': NOTHING_TO_DO,
} as const satisfies Readonly<Record<string, RefusalEntry>>
