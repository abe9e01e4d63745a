/** Every "no" about who works here and about their roles, told when nothing at the desk stands in the way. */
import type { RefusalEntry } from './entry.ts'

export const STAFF_REFUSALS = [
  {
    code: 'staff-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is no member of staff {staff}.',
    way_out: 'Choose one of the list.',
  },
  {
    code: 'initials-taken',
    kind: 'impossible',
    override: 'nobody',
    says: 'The initials {initials} are somebody else’s.',
    way_out: 'Choose others, up to five letters.',
  },
  {
    code: 'badge-taken',
    kind: 'impossible',
    override: 'nobody',
    says: 'The number {barcode} is in use already.',
    way_out: 'Scan another badge.',
  },
  {
    code: 'last-manager',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nobody else could look after the staff then.',
    way_out: 'Make somebody else a manager first.',
  },
  {
    code: 'staff-is-you',
    kind: 'impossible',
    override: 'nobody',
    says: 'You are signed in with this account.',
    way_out: 'Ask another manager to close it.',
  },
  {
    code: 'role-unknown',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is no role {role}.',
    way_out: 'Choose one of the list.',
  },
  {
    code: 'role-name-taken',
    kind: 'impossible',
    override: 'nobody',
    says: 'Another role is called {name} already.',
    way_out: 'Give it another name.',
  },
  {
    code: 'roles-too-many',
    kind: 'impossible',
    override: 'nobody',
    says: 'There are {max} roles already, and no digit is left to pick another by.',
    way_out: 'Remove one that nobody has, or change one.',
  },
  {
    code: 'role-built-in',
    kind: 'impossible',
    override: 'nobody',
    says: '{name} comes with the program and stays.',
    way_out: 'Rename it, or change what it may do.',
  },
  {
    code: 'role-held',
    kind: 'impossible',
    override: 'nobody',
    says: '{name} is not removed: {people} it.',
    way_out: 'Give them another role first: Staff, then E in their row.',
  },
] as const satisfies readonly RefusalEntry[]
