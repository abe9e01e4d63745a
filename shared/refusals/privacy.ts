/** Every "no" about a patron's confidentiality. In precedence order; each says what to do instead. */
import type { RefusalEntry } from './entry.ts'

export const PRIVACY_REFUSALS = [
  {
    code: 'disclosure-identity-only',
    kind: 'impossible',
    override: 'nobody',
    says: 'In an emergency only who somebody is may be told, never what they borrow.',
    way_out: 'Write down “who they are”; for more there must be a court order.',
  },
  {
    code: 'disclosure-not-guardian',
    kind: 'impossible',
    override: 'nobody',
    says: 'Your library does not tell a guardian this about somebody of that age.',
    way_out: 'The patron may ask for it, or there must be a court order.',
  },
  {
    code: 'recipient-missing',
    kind: 'impossible',
    override: 'nobody',
    says: 'It is not said to whom it was told.',
    way_out: 'Type a name and where they are from.',
  },
  {
    code: 'erase-loans-out',
    kind: 'impossible',
    override: 'nobody',
    says: '{count} still out: nobody can be erased who has something.',
    way_out: 'Take it back, or end its claim, first.',
  },
  {
    code: 'erase-holds-open',
    kind: 'impossible',
    override: 'nobody',
    says: '{count} on hold.',
    way_out: 'Cancel the holds first.',
  },
  {
    code: 'erase-money-owed',
    kind: 'impossible',
    override: 'nobody',
    says: '{owed} is still owed.',
    way_out: 'It is paid or waived first.',
  },
  {
    code: 'erase-refund-due',
    kind: 'impossible',
    override: 'nobody',
    says: 'The library still owes {owed}.',
    way_out: 'Pay it back or set it off first.',
  },
  {
    code: 'card-tail-wrong',
    kind: 'impossible',
    override: 'nobody',
    says: 'Those are not the last four digits of this patron’s card.',
    way_out: 'Read them off the account and type them again.',
  },
  {
    code: 'file-exists',
    kind: 'impossible',
    override: 'nobody',
    says: 'There is a file {file} already.',
    way_out: 'Type another name: nothing is overwritten.',
  },
  {
    code: 'file-unwritable',
    kind: 'impossible',
    override: 'nobody',
    says: 'Nothing can be written to {file}.',
    way_out: 'Check the folder and type the name again.',
  },
] as const satisfies readonly RefusalEntry[]
