/** English for roles: what each grant allows, and how far, and what was changed of them. */
import type { Grant } from '../../staff/permissions.ts'
import { countedIn } from '../plural.ts'

const n = countedIn('en')

const GRANTS: Readonly<Record<Grant, string>> = {
  'answer-at-desk': 'Answer questions in a row: on hold, checked out to another patron, found, expired',
  'undo-own': 'Undo their own actions',
  'undo-others': 'Undo what another clerk did',
  'override-block': 'Check out despite a ban, a block or a closed account',
  'override-debt': 'Check out despite money owed, lost or overdue items',
  'override-limit': 'Check out more than the limit',
  'lend-not-for-loan': 'Check out items that are not for loan or are withdrawn',
  'renew-over-limit': 'Renew over the limit, or with a hold for another patron',
  'set-due-date': 'Set a due date by hand',
  recall: 'Recall an item for another patron',
  backdate: 'Backdate a check-in',
  'declare-lost': 'Declare an item lost or damaged',
  'claim-over-limit': 'Record a claim over the limit',
  charge: 'Add a charge to an account',
  waive: 'Waive charges',
  'take-money': 'Take payments',
  'use-drawer': 'Open, count and close a cash drawer',
  'no-sale': 'Open the drawer without a sale, and make change',
  'void-receipt': 'Void a receipt',
  refund: 'Pay a refund',
  'refund-in-cash': 'Refund in cash what was paid otherwise',
  'pay-out': 'Pay money out of the drawer',
  'surprise-count': 'Count a drawer at any time',
  'sign-off-variance': 'Sign off a drawer that is over or short',
  'close-others-drawer': 'Close a drawer that another clerk opened',
  'confirm-deposit': 'Confirm a deposit at the bank',
  'see-cash': 'See cash reports of every drawer',
  'remove-block': 'Remove a blocking note from an account',
  'edit-item': 'Add, edit and withdraw items',
  'declare-outage': 'Declare an outage, so that no patron is fined for it',
  'see-late-patrons': 'See overdue patrons by name',
  'export-late-patrons': 'Save overdue patrons to a file, by name',
  'see-card-lists': 'See which cards need follow-up, by name',
  'see-desk-day': 'See the desk’s day: by hour, with overrides and waivers',
  'see-work-log': 'See the work log of this desk',
  disclose: 'Record a disclosure of a patron’s record',
  'export-patron': 'Export all of a patron’s own data',
  'export-all-patrons': 'Export all patrons into files',
  'merge-patrons': 'Merge two records of one patron',
  'erase-patron': 'Erase a patron',
  'see-privacy-log': 'See who viewed which record',
  'edit-policy': 'Change the library’s rules',
  'look-after-desk': 'Manage this desk: branch, clock, data import, journal export, restore',
  'edit-staff': 'Change staff, roles and PINs',
}

export const STAFF = {
  grants: GRANTS,
  /** Of the roles that come with the program, until a library renames them. */
  role_names: { staff: 'Staff', supervisor: 'Supervisor', manager: 'Manager' },
  reach: {
    no: 'no',
    yes: 'yes',
    unlimited: 'yes, without limit',
    amount: (most: string) => `up to ${most}`,
    days: (count: number) => `up to ${n(count, 'day', 'days')}`,
  },
  role: {
    added: (name: string) => `Role ${name} added`,
    removed: (name: string) => `Role ${name} removed`,
    moved: (name: string) => `Role ${name} moved`,
    renamed: (name: string) => `Role ${name} renamed`,
    now: (name: string) => `Now ${name}`,
    granted: (name: string, grant: string) => `What ${name} may do: ${grant}`,
    reach_now: (before: string, after: string) => `${before}, now ${after}`,
  },
}
