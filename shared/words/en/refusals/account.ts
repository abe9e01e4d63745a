/** English for what an account and its household add up to. */
import type { ACCOUNT_REFUSALS } from '../../../refusals/account.ts'
import { countedIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const ACCOUNT: WordsFor<typeof ACCOUNT_REFUSALS> = {
  'overdue-too-long': {
    short: 'Overdue too long',
    says: ({ days, limit }) => `An item is ${n(days, 'day', 'days')} overdue (limit ${limit}). Checkout is blocked.`,
    way_out: 'Check it in or request an override.',
  },
  'lost-too-many': {
    short: 'Too many lost',
    says: ({ count, limit }) => `${n(count, 'lost item', 'lost items')} (limit ${limit}). Checkout is blocked.`,
    way_out: 'Check in a lost item or request an override.',
  },
  'claims-too-many': {
    short: 'Too many claims',
    says: ({ count, limit }) => `${n(count, 'open claim', 'open claims')} (limit ${limit}). Checkout is blocked.`,
    way_out: 'Check the shelf for them, or request an override.',
  },
  'family-owes-too-much': {
    short: 'Household owes',
    says: ({ owed, limit }) => `The household owes ${owed} (limit ${limit}). Checkout is blocked.`,
    way_out: 'Waive what one of its accounts owes, or request an override.',
  },
  'guarantees-owe-too-much': {
    short: 'Children owe',
    says: ({ owed, limit }) => `Children in this patron’s care owe ${owed} (limit ${limit}). Checkout is blocked.`,
    way_out: 'Waive what one of their accounts owes, or request an override.',
  },
  suspended: {
    short: 'Suspended',
    says: ({ until, cause, note }) => {
      if (cause === 'late-return') return `Checkout is suspended until ${until} because of a late return.`
      return asSentence(`Checkout is suspended until ${until}${note === '' ? '' : `: ${note}`}`)
    },
    way_out: 'It ends automatically on that day. Request an override to check out before then.',
  },
}
