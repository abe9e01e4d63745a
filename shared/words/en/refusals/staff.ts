/** English for staff and their roles. */
import type { STAFF_REFUSALS } from '../../../refusals/staff.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const STAFF: WordsFor<typeof STAFF_REFUSALS> = {
  'staff-unknown': {
    short: 'No such person',
    says: ({ staff }) => `There is no staff member ${staff}.`,
    way_out: 'Choose one from the list.',
  },
  'initials-taken': {
    short: 'Initials taken',
    says: ({ initials }) => `Someone else has the initials ${initials}.`,
    way_out: 'Choose others, up to five letters.',
  },
  'initials-of-another': {
    short: 'Initials taken',
    says: ({ initials, name }) => `${initials} are the initials of ${name}, who is in your staff file.`,
    way_out: ({ free }) => `If that is you, choose the name above. If not, use ${free}.`,
  },
  'badge-taken': {
    short: 'Number in use',
    says: ({ barcode }) => `The number ${barcode} is already in use.`,
    way_out: 'Scan another badge.',
  },
  'badge-given-on': {
    short: 'Badge reassigned',
    says: ({ barcode, initials }) => `The badge ${barcode} now belongs to ${initials}.`,
    way_out: 'Give one of the two another badge number first.',
  },
  'last-manager': {
    short: 'Last manager',
    says: 'No one else could manage staff.',
    way_out: 'Make someone else a manager first.',
  },
  'staff-is-you': {
    short: 'Your own account',
    says: 'You are signed in with this account.',
    way_out: 'Ask another manager to deactivate it.',
  },
  'pin-short': {
    short: 'PIN too short',
    says: ({ digits }) => `A PIN for this role has at least ${digits} digits.`,
    way_out: 'Choose a longer one.',
  },
  'pin-easy': {
    short: 'PIN too easy',
    says: 'This PIN is easy to guess: a run, a repeat or a year.',
    way_out: 'Choose other digits.',
  },
  'pin-needed': {
    short: 'New PIN needed',
    says: ({ digits }) => `This role needs a PIN of at least ${digits} digits.`,
    way_out: 'Change the role and type a new PIN for them in the same form.',
  },
  'pins-short': {
    short: 'PINs too short',
    says: ({ digits, names }) =>
      `With this permission a role needs PINs of at least ${digits} digits. Shorter: ${names}.`,
    way_out: 'Give each of them a new PIN first.',
  },
  'own-pin-needed': {
    short: 'Type your PIN',
    says: 'This needs your own PIN, typed again.',
    way_out: 'Type it in the form; a script sends it as own_pin.',
  },
  'role-unknown': {
    short: 'No such role',
    says: ({ role }) => `There is no role ${role}.`,
    way_out: 'Choose one from the list.',
  },
  'role-name-taken': {
    short: 'Name is taken',
    says: ({ name }) => `Another role is already named ${name}.`,
    way_out: 'Choose another name.',
  },
  'roles-too-many': {
    short: 'Too many roles',
    says: ({ max }) => `There are already ${max} roles, one for each digit.`,
    way_out: 'Delete one that nobody has, or change one.',
  },
  'role-built-in': {
    short: 'Built in',
    says: ({ name }) => `${name} is built in and cannot be deleted.`,
    way_out: 'Rename it, or change what it allows.',
  },
  'role-held': {
    short: 'In use',
    says: ({ name, count }) => `${n(count, 'person has', 'people have')} the role ${name}.`,
    way_out: 'Give them another role first: {key:staff}, then E in their row.',
  },
}
