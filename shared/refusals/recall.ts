/** Every "no" about a recall, in precedence order; that what is billed keeps its date is told as of any due date. */
import type { RefusalEntry } from './entry.ts'

export const RECALL_REFUSALS = [
  {
    code: 'recall-not-out',
    kind: 'impossible',
    override: 'nobody',
    says: 'This is not checked out.',
    way_out: 'There is nothing to recall.',
  },
  {
    code: 'recall-twice',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is recalled already, due {due}.',
    way_out: 'Whoever waits gets it when it comes back.',
  },
  {
    code: 'recall-nobody-waits',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nobody waits for this copy.',
    way_out: 'Open the account of whoever wants it, place the hold with F6, then recall it.',
  },
  {
    code: 'recall-no-gain',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is due {due}; a recall would not bring it back sooner.',
    way_out: 'Whoever waits gets it when it comes back.',
  },
  {
    code: 'recall-none',
    kind: 'impossible',
    override: 'nobody',
    says: 'This is not recalled.',
    way_out: 'There is no notice to make.',
  },
] as const satisfies readonly RefusalEntry[]
