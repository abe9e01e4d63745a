/** English for changes to the library's rules. */
import type { POLICY_REFUSALS } from '../../../refusals/policy.ts'
import { countedIn } from '../../plural.ts'
import { asSentence } from '../../sentence.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const POLICY: WordsFor<typeof POLICY_REFUSALS> = {
  'policy-row-invalid': {
    short: 'Not valid',
    says: ({ what }) => asSentence(what),
    way_out: 'Change it and send the form again.',
  },
  'policy-row-unknown': {
    short: 'Not there',
    says: ({ table, key }) => `There is no ${table} ${key} anymore.`,
    way_out: 'Look at the list again.',
  },
  'policy-code-taken': {
    short: 'Name is taken',
    says: ({ key }) => `The name ${key} is already taken.`,
    way_out: 'Choose another name.',
  },
  'policy-row-used': {
    short: 'In use',
    says: ({ count, what, key }) =>
      what === 'patrons'
        ? `${n(count, 'patron uses', 'patrons use')} ${key}.`
        : `${n(count, 'item uses', 'items use')} ${key}.`,
    way_out: 'You can change it, but not delete it.',
  },
  'policy-contradiction': {
    short: 'Rules contradict',
    says: ({ says }) => asSentence(`The rules would contradict each other: ${says}`),
    way_out: 'Change it, or the other rule first.',
  },
  'policy-findings': {
    short: 'Check warnings',
    says: ({ count, says }) => `Not saved: ${n(count, 'warning', 'warnings')}. ${asSentence(says)}`,
    way_out: 'Accept each warning by name, or change the rule.',
  },
  'policy-overtaken': {
    short: 'Changed since',
    says: ({ key }) => `${key} was changed again since then.`,
    way_out: 'Change the rule itself.',
  },
  'policy-no-loans': {
    short: 'No loans',
    says: 'No loan would change.',
    way_out: 'Loans already have the dates of this rule.',
  },
}
