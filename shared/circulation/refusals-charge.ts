/** Every "no" about money and claims. In precedence order; `way_out` never sends a patron away without a next step. */
import type { RefusalEntry } from './refusal-entry.ts'

export const CHARGE_REFUSALS = [
  {
    code: 'charge-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'That charge is not on this account.',
    way_out: 'Look at the account again.',
  },
  {
    code: 'nothing-owed',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nothing of this is owed any more.',
    way_out: 'Look at its history on the account.',
  },
  {
    code: 'more-than-owed',
    kind: 'impossible',
    override: 'nobody',
    says: 'Only {owed} of it is owed.',
    way_out: 'Type that much or less.',
  },
  {
    code: 'reason-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is no reason {reason}.',
    way_out: 'Choose one of the list.',
  },
  {
    code: 'amount-missing',
    kind: 'impossible',
    override: 'nobody',
    says: 'No amount was given.',
    way_out: 'Type the amount.',
  },
  {
    code: 'price-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nobody has said what this costs.',
    way_out: 'Type its price.',
  },
  {
    code: 'lost-already',
    kind: 'impossible',
    override: 'nobody',
    says: 'This is billed as lost already.',
    way_out: 'Its charges stand on the account.',
  },
  {
    code: 'claimed-already',
    kind: 'impossible',
    override: 'nobody',
    says: 'A claim for this is open already.',
    way_out: 'It stands among the tasks.',
  },
  {
    code: 'claim-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'That claim is settled.',
    way_out: 'Look at the tasks again.',
  },
  {
    code: 'borrower-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nobody knows any more who had this last.',
    way_out: 'Open the account and put the charge on it by hand.',
  },
  {
    code: 'stretch-invalid',
    kind: 'impossible',
    override: 'nobody',
    says: 'The outage must begin before it ends, and not in the future.',
    way_out: 'Type both as 11/24 and 9:15.',
  },
  {
    code: 'stretch-too-long',
    kind: 'impossible',
    override: 'nobody',
    says: 'That is more than {limit} days.',
    way_out: 'Declare it in parts.',
  },
] as const satisfies readonly RefusalEntry[]
