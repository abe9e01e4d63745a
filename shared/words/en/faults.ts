/** English for what fails: a disk, a file, a key, a part of Datestamp. What it means, and the way out. */
import type { FaultWords } from '../faults.ts'

export const FAULTS: FaultWords = {
  codes: {
    'disk-full': { says: 'This computer’s disk is full.', way_out: 'Free some space.' },
    'read-only': {
      says: 'Datestamp cannot write to its data folder.',
      way_out: 'Ask for write access to the folder.',
    },
    'file-damaged': {
      says: 'A data file is damaged.',
      way_out: 'Restore the last backup, or call your IT contact.',
    },
    'log-damaged': {
      says: 'The log of the last entries is damaged: some that were confirmed cannot be read.',
      way_out: 'Restore a backup, or continue without them.',
    },
    'setting-damaged': {
      says: 'The setting that says which branch this desk is at is damaged.',
      way_out: 'Restore the last backup, or continue at the branch of the last entry.',
    },
    'backup-damaged': {
      says: 'That backup is damaged, or belongs to another desk.',
      way_out: 'Choose another backup, or type the recovery key of the desk that made it.',
    },
    'backup-not-made': {
      says: 'The backup was not made: that disk could not be written, or could not be checked.',
      way_out: 'Try again, or use another disk.',
    },
    'file-missing': { says: 'A data file is missing.', way_out: 'Put the file back, or restore the last backup.' },
    'wrong-key': {
      says: 'A data file does not open: it is damaged, or this is the wrong key.',
      way_out: 'Restore a backup, or type the recovery key.',
    },
    'key-missing': {
      says: 'The key of the data files is missing.',
      way_out: 'Type the recovery key that was printed when this desk was set up.',
    },
    'other-layout': {
      says: 'The data files were made by an earlier Datestamp, in a layout that this version cannot read.',
      way_out:
        'Keep this folder. Start in a new one and import the library’s files there. What was recorded at this desk ' +
        'since those files were made is not carried over: the Datestamp that made this folder can still show it.',
    },
    'other-library': {
      says: 'The library’s data beside this journal belongs to another desk: its numbers mean other patrons and items.',
      way_out: 'Put this desk’s own reference.db back, or restore the last backup.',
    },
    'from-future': {
      says: 'The data file was written by a newer version of Datestamp.',
      way_out: 'Install the newer version.',
    },
    'file-busy': { says: 'Another program has the data file open.', way_out: 'Close the other program.' },
    'process-down': { says: 'Part of Datestamp is starting again.', way_out: '' },
    'chain-broken': {
      says: 'The journal does not match its checksums. Recording has stopped.',
      way_out: 'Call your IT contact.',
    },
    'import-failed': {
      says: 'The file could not be read. Nothing of it was imported.',
      way_out: 'See the report.',
    },
  },
  nothing: {
    recorded: 'Nothing was recorded.',
    changed: 'Nothing was changed.',
    file: 'Nothing of this file was imported.',
  },
  again: { 'disk-full': 'Then try again.', 'file-busy': 'Then try again.', 'process-down': 'Try again in a moment.' },
  recorded: 'Recorded, but it could not be shown: check the account or the item before you continue.',
  mistake: (number) => `NOT recorded: Datestamp failed. Note the number ${number} and call your IT contact.`,
  recorded_mistake: (number) => `Note the number ${number} and call your IT contact.`,
  later_unseen: 'Something that was approved was NOT done, such as a backup. Request it again.',
  later_mistake: 'NOT done: Datestamp failed. Call your IT contact.',
  not_answered: 'Part of Datestamp stopped before it answered. Try again: nothing is recorded twice.',
  import_mistake: 'Datestamp failed while reading. The files listed as imported were imported; the others were not.',
  import_not_read: 'Not read: the import stopped before it.',
}
