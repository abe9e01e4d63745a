/** English for what is done about charges, lost and damaged items, claims and outages. Never names a patron. */
import { countedIn } from '../../plural.ts'
import { OUTAGE_REASONS } from './reasons.ts'

const n = countedIn('en')

export const MONEY = {
  waived: 'Waived',
  still_owed: (amount: string) => `${amount} of it is still owed`,
  none_owed: 'Nothing of it is owed now',
  voided: 'Voided',
  library_owes: (amount: string) => `The library owes ${amount}`,
  charge: 'Charge',
  charged: 'Charged',
  credit: 'What the library owed',
  credit_used: 'Applied to charges',
  owed_now: (amount: string) => `${amount} is owed now`,
  preview: {
    more: (owed: string) => `More than is owed: ${owed}`,
    in_all: (owed: string) => `Owed after this: ${owed}`,
    part: (left: string, owed: string) => `${left} of it stays owed. Owed after this: ${owed}`,
    lifted: (block: string) => `Block lifted: ${block}`,
    stays: (block: string) => `Stays: ${block}`,
  },
  billed: 'Billed as lost',
  bill_again: 'The earlier bill applies again',
  damage: {
    happened: 'Damage charged',
    aside: 'Set it aside: it is marked damaged',
    is_back: 'It is also checked in',
    preview: {
      charges: (sum: string, whose: string) => `Charges ${sum} to ${whose}`,
      nothing: 'There is no fee for this. Type the amount.',
    },
  },
  slip_beside: 'Its slip is {place:papers}',
  slip: '{key:paper-now} shows its slip',
  claim: {
    returned: 'Claimed returned',
    'never-had': 'Claimed never checked out',
    look: (count: number, max: number | null) =>
      `Check the shelf now. Claim ${count}${max === null ? '' : ` of ${max}`} in twelve months`,
    checked: 'Shelf checked',
    times: (count: number) => (count === 1 ? 'once' : `${count} times`),
    withdrawn: 'Claim withdrawn',
    withdrawn_says: 'It is checked out again, and the fine continues',
    given_up: 'Search ended',
  },
  outage: {
    title: 'Outage',
    declared: 'Declared',
    withdrawn: 'Withdrawn',
    no_fine: 'No fine was charged for it',
    canceled: (amount: string, count: number) => `${amount} of ${n(count, 'fine', 'fines')} is canceled`,
    refund: (amount: string) => `${amount} of it was paid and is to be refunded`,
    more_time: (count: number) => n(count, 'loan has more time', 'loans have more time'),
    restored: (count: number) => n(count, 'fine or loan is as before', 'fines and loans are as before'),
    left: (count: number) => n(count, 'stays: changed again since', 'stay: changed again since'),
    reasons: OUTAGE_REASONS,
  },
}
