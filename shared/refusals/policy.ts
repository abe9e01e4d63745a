/** Every "no" about changing the library's rules. In precedence order; `way_out` says what to do with the form. */
import type { RefusalEntry } from './entry.ts'

export const POLICY_REFUSALS = [
  {
    code: 'policy-row-invalid',
    kind: 'impossible',
    override: 'nobody',
    says: '{what}.',
    way_out: 'Change it and send the form again.',
  },
  {
    code: 'policy-row-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is no {table} {key} any more.',
    way_out: 'Look at the list again.',
  },
  {
    code: 'policy-code-taken',
    kind: 'impossible',
    override: 'nobody',
    says: 'The name {key} is taken already.',
    way_out: 'Give it another name.',
  },
  {
    code: 'policy-row-used',
    kind: 'impossible',
    override: 'nobody',
    says: '{count} {what} use {key}.',
    way_out: 'It can be changed, but not dropped.',
  },
  {
    code: 'policy-contradiction',
    kind: 'impossible',
    override: 'nobody',
    says: 'The rules would contradict themselves: {says}',
    way_out: 'Change it, or the other one first.',
  },
  {
    code: 'policy-findings',
    kind: 'impossible',
    override: 'nobody',
    says: 'Not saved: {count} to look at. {says}',
    way_out: 'Accept what is meant by its name, or change the row.',
  },
  {
    code: 'policy-overtaken',
    kind: 'impossible',
    override: 'nobody',
    says: '{key} was changed otherwise since.',
    way_out: 'Change the row itself.',
  },
  {
    code: 'policy-no-loans',
    kind: 'impossible',
    override: 'nobody',
    says: 'No loan would move.',
    way_out: 'Loans already made have the dates of this rule.',
  },
] as const satisfies readonly RefusalEntry[]
