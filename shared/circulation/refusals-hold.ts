/** Every "no" about a hold, in precedence order: what they have already, how many, then the thing asked for. */
import type { RefusalEntry } from './refusal-entry.ts'

export const HOLD_REFUSALS = [
  {
    code: 'hold-gone',
    kind: 'impossible',
    override: 'nobody',
    says: 'That hold is over.',
    way_out: 'Look at the account again.',
  },
  {
    code: 'hold-twice',
    kind: 'impossible',
    override: 'nobody',
    says: 'This patron waits for it already.',
    way_out: 'The hold stands in the account.',
  },
  {
    code: 'hold-has-it',
    kind: 'decide',
    override: 'staff',
    says: 'This patron has it out.',
    way_out: '1 places the hold all the same; or renew the loan.',
  },
  {
    code: 'holds-too-many',
    kind: 'impossible',
    override: 'supervisor',
    says: '{count} holds; the limit is {limit}.',
    way_out: 'One must be cancelled or fetched first.',
  },
  {
    code: 'hold-no-copies',
    kind: 'impossible',
    override: 'nobody',
    says: 'The library has no copy of this.',
    way_out: 'Suggest another edition, or ask another library.',
  },
  {
    code: 'hold-not-holdable',
    kind: 'impossible',
    override: 'supervisor',
    says: 'No copy of this may be lent.',
    way_out: 'It can be used in the library.',
  },
  {
    code: 'hold-on-shelf',
    kind: 'decide',
    override: 'staff',
    says: 'It is in: {where}.',
    way_out: 'Fetch it from the shelf; or 1 places the hold all the same.',
  },
  {
    code: 'hold-caught',
    kind: 'impossible',
    override: 'nobody',
    says: 'A copy is set aside for this hold already.',
    way_out: 'Lend it, or cancel the hold.',
  },
  {
    code: 'hold-not-suspended',
    kind: 'impossible',
    override: 'nobody',
    says: 'This hold is not suspended.',
    way_out: 'Nothing to do.',
  },
  {
    code: 'hold-date-past',
    kind: 'impossible',
    override: 'nobody',
    says: '{on} has passed.',
    way_out: 'Choose a day that is still to come.',
  },
  {
    code: 'hold-date-too-far',
    kind: 'impossible',
    override: 'nobody',
    says: 'A hold may be suspended until {limit} at most.',
    way_out: 'Choose an earlier day, or cancel the hold.',
  },
  {
    code: 'item-not-in',
    kind: 'impossible',
    override: 'nobody',
    says: 'This item is not on the shelf by the records either.',
    way_out: 'Make the list anew.',
  },
] as const satisfies readonly RefusalEntry[]
