/** Every "no" to a due date set by hand, in precedence order. */
import type { RefusalEntry } from './entry.ts'

export const DUE_DATE_REFUSALS = [
  {
    code: 'due-date-stands',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is billed as lost, or claimed: its date stands.',
    way_out: 'Take it back, or end the claim, first.',
  },
  {
    code: 'due-date-not-theirs',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is not out to whoever is open.',
    way_out: 'Open the account of whoever has it.',
  },
  {
    code: 'due-date-past',
    kind: 'impossible',
    override: 'nobody',
    says: '{on} has passed.',
    way_out: 'Choose today or a later day.',
  },
  {
    code: 'due-date-same',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is due {on} already.',
    way_out: 'Choose another day, or leave it with Esc.',
  },
  {
    code: 'due-date-after-expiry',
    kind: 'impossible',
    override: 'nobody',
    says: 'The card expires on {on}.',
    way_out: 'Choose a day up to then.',
  },
  {
    code: 'due-date-too-far',
    kind: 'impossible',
    override: 'nobody',
    says: 'By hand nothing is due after {limit}.',
    way_out: 'Choose a day up to then. How far it may be, your library sets among its rules.',
  },
  {
    code: 'due-date-closed',
    kind: 'impossible',
    override: 'nobody',
    says: 'The library is closed on {on}{why}.',
    way_out: 'Choose {open}.',
  },
] as const satisfies readonly RefusalEntry[]
