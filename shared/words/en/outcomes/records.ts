/** English for the records themselves: what is missing, where the desk stopped, backups and checks. */
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('en')
const figure = numberIn('en')

const HERE = 'Check what was done at this desk then, and do again what is missing.'
const WHO = 'A manager then opens This desk, in Commands, and presses L to clear this line.'

export type BackupNote = {
  readonly made_text: string
  readonly desk_name: string
  readonly head: string
  /** Empty: nothing was signed. */
  readonly fingerprint: string
}

/** Moments as they are said; empty when they are not known. */
type Moments = { readonly last_text: string; readonly known_text: string }

const between = ({ last_text, known_text }: Moments): string => {
  const after = last_text === '' ? '' : ` after the one of ${last_text}`
  return known_text === '' ? after : `${after}, the newest of them from ${known_text}`
}
const upTo = (text: string): string => (text === '' ? '' : ` up to ${text}`)
const acts = (count: number): string => (count === 1 ? 'the last entry' : `up to ${count} of the last entries`)
const from = (last_text: string): string => (last_text === '' ? '' : `, from ${last_text} on,`)
const LIBRARY = 'data imported or changed recently may be missing'

export const RECORDS = {
  other_history: ({ known_text }: Moments) =>
    `The records of this desk are not those it had ${known_text === '' ? 'before' : `at ${known_text}`}: ` +
    'another file was put in their place.',
  entries_missing: (count: number, moments: Moments) =>
    `${n(count, 'entry is', 'entries are')} missing from this desk’s records${between(moments)}.`,
  at_least_missing: (count: number, moments: Moments) =>
    `At least ${n(count, 'entry is', 'entries are')} missing from this desk’s records${between(moments)}.`,
  /** After what it says of missing entries; they differ from what this computer signed. */
  not_as_signed: (known_text: string) =>
    `The journal is older than, or different from, what this computer signed${upTo(known_text)}: ` +
    'a folder was put back, or entries were changed.',
  staff_changed: (initials: string) =>
    `The staff record of ${initials} was changed outside Datestamp. It signs in no one until a manager sets a new ` +
    'PIN on the page Staff.',
  not_as_sealed: (event: string) =>
    `The entry ${event} does not match its checksum: it was changed in the file. ` +
    'J on the page This desk checks all entries.',
  other_signer:
    'This computer signs the journal with a different key than before. Someone replaced the key, or another computer ' +
    'opened these files.',
  signed_head_gone:
    'What this computer signed last is gone, so nothing shows whether entries were changed. Compare the head with ' +
    'the note of the last backup.',
  /** `by`: initials, empty if not known. */
  stands_on_restored: (since_text: string, up_to_text: string, by: string) =>
    `Since ${since_text} this desk has worked on restored files${upTo(up_to_text)}. ` +
    `${by === '' ? 'The recovery key was used' : `${by} restored them`}.`,
  backup_signed: {
    here: 'This computer signed that backup.',
    elsewhere: 'Another computer signed that backup.',
    not: 'That backup is not signed.',
    'not-as-signed': 'That backup does not match its signature: its entries were changed.',
  },
  who_clears: WHO.replace(' then ', ' '),
  what_next: `${HERE} ${WHO}`,
  stopped: (last: string) => `The desk stopped without signing out. The last record is ${last}.`,
  stopped_outside: 'The desk stopped without signing out. Sign in to see its last record.',
  stopped_unknown: 'It is not known whether more was recorded after it: check what was done last.',
  stopped_vouched: (at: string) => `Every entry before ${at} is there. Check what was done after the last record.`,
  /** The last record: its title, what was done, when. */
  last: {
    'item-checked-out': (title: string, at: string) => `“${title}”, checked out, ${at}`,
    'item-checked-in': (title: string, at: string) => `“${title}”, checked in, ${at}`,
    'loan-renewed': (title: string, at: string) => `“${title}”, renewed, ${at}`,
    'loan-recalled': (title: string, at: string) => `“${title}”, recalled, ${at}`,
    undone: (title: string, at: string) => `“${title}”, undone, ${at}`,
  },
  /** What the rescue screen says of what is lost. */
  lost: {
    entries: (count: number, last_text: string) => `At this desk, ${acts(count)}${from(last_text)} may be missing.`,
    library: 'Data imported or changed recently may be missing.',
    both: (count: number, last_text: string) =>
      `At this desk, ${acts(count)}${from(last_text)} may be missing, and ${LIBRARY}.`,
    without_library:
      'The library’s data is gone from this computer. What was recorded at this desk is kept, and shows again once ' +
      'the library’s files are imported.',
    library_damaged:
      'The library’s data on this computer is damaged. What was recorded at this desk is whole, and shows again once ' +
      'the library’s files are imported. The damaged file is kept aside.',
    without_setting: (branch: string) =>
      `The last entry of this desk was made at ${branch}, and the desk continues there. No entry is lost.`,
  },
  key_not_kept:
    'The desk is open, but its key could not be kept on this computer. At the next start it asks for the recovery key.',
  backup: {
    done: 'Backed up',
    says: (size: string, folder: string, took: string) => `${size} in ${folder}, done in ${took}`,
    /** A text file in the folder of the backup. */
    note: ({ made_text, desk_name, head, fingerprint }: BackupNote): readonly string[] => [
      `Backup of ${desk_name}, ${made_text}`,
      `Head of the journal: ${head}`,
      fingerprint === '' ? 'Not signed: this computer has no signing key.' : `Signed with the key: ${fingerprint}`,
      '',
      'journal.db and reference.db are encrypted. They open on this computer, or with the recovery key.',
      'The key above must be the one printed under the recovery key. Print this note and keep it: it shows later',
      'whether entries were changed.',
    ],
  },
  verified: 'The entries match',
  verified_says: (count: number) =>
    `${n(count, 'entry matches its checksum', 'entries match their checksums')} and the records`,
  broken: 'The journal has errors',
  broken_says: (problems: number, count: number, first: string) =>
    `${figure(problems)} of ${n(count, 'entry', 'entries')}: ${first}`,
  exported: 'Journal exported',
  exported_says: (count: number, file: string) => `${n(count, 'entry', 'entries')} in ${file}`,
  looking: 'Reading the folder',
  importing: (file: string) => `Importing ${file}`,
  /** An act that was recorded just before the desk stopped, and is shown late. */
  late: {
    note: 'It was recorded just before the desk stopped.',
    'hold-placed': 'Hold placed',
    'hold-changed': 'Hold changed',
    'hold-ended': 'Hold ended',
    'charge-made': 'Charged',
    'charge-moved': 'Charge changed',
    'loan-recalled': 'Recalled',
    'loan-status-set': 'Loan changed',
    'due-date-set': 'Due date changed',
    'claim-made': 'Claim recorded',
    'claim-checked': 'Shelf checked',
    'claim-ended': 'Claim ended',
    'return-answered': 'Return resolved',
    'note-written': 'Note written',
    'note-removed': 'Note removed',
    'pickup-allowed': 'Pickup allowed',
    'pickup-ended': 'Pickup ended',
    'item-marked': 'Marked',
    'item-edited': 'Changed',
    'item-made': 'Record added',
    'item-used-here': 'Counted',
    'outage-declared': 'Outage declared',
    'drawer-opened': 'Drawer opened',
    'float-counted': 'Float counted',
    'drawer-counted': 'Drawer counted',
    'tenders-counted': 'Checks and cards counted',
    'withdrawal-refused': 'Refused: more than is in the drawer',
    'receipt-voided': 'Receipt voided',
    'refund-paid': 'Refund paid',
    'cash-placed': 'Cash moved',
    'cash-paid': 'Paid in or out',
    'drawer-unlocked': 'Drawer opened without a receipt',
    'drawer-pulsed': 'Drawer opened to try it, to count, or again',
    'drawer-key-opened': 'Drawer opened, and not by the desk',
    'custody-changed': 'Drawer suspended, resumed, or on break',
  },
}
