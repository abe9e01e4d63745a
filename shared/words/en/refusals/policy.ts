/** English for changes to the library's rules. */
import type { POLICY_REFUSALS } from '../../../refusals/policy.ts'
import { countedIn } from '../../plural.ts'
import { TABLES } from '../policy/tables.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const POLICY: WordsFor<typeof POLICY_REFUSALS> = {
  'policy-row-invalid': {
    short: 'Not valid',
    says: ({ problem }) => problem,
    way_out: 'Change it and send the form again.',
  },
  'policy-key-kept': {
    short: 'Name stays',
    says: 'A row keeps its name.',
    way_out: 'Add a row with the other name instead.',
  },
  'policy-row-unknown': {
    short: 'Not there',
    says: ({ table, key }) => {
      const said = table === 'library_setting' ? 'setting' : TABLES[table].one.toLowerCase()
      return `There is no ${said} ${key} anymore.`
    },
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
    says: ({ finding }) => `The rules would contradict each other: ${finding}`,
    way_out: 'Change it, or the other rule first.',
  },
  'policy-findings': {
    short: 'Check warnings',
    says: ({ count, finding }) => `Not saved: ${n(count, 'warning', 'warnings')}. ${finding}`,
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
