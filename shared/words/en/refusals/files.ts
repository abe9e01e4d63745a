/** English for the desk's files and its recovery key. */
import type { FILE_REFUSALS } from '../../../refusals/files.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')

export const FILES: WordsFor<typeof FILE_REFUSALS> = {
  'rescue-over': { short: 'Desk is open', says: 'The desk is open.', way_out: 'You can keep working.' },
  'recovery-key-needed': {
    short: 'Key needed',
    says: 'This computer has no key for that backup.',
    way_out: 'Type the recovery key of the desk that made it.',
  },
  'restore-needs-proof': {
    short: 'Not authorized',
    says: 'A backup must be authorized before it is restored.',
    way_out: 'Type this desk’s recovery key, or a manager’s initials and PIN.',
  },
  'backup-of-other-desk': {
    short: 'Another desk’s key',
    says: 'That is not this desk’s own key, and only a desk that was never set up takes another desk’s backup.',
    way_out: 'Use this desk’s own backup and key. To move a library here, set this desk up in an empty folder.',
  },
  'recovery-key-length': {
    short: 'Key incomplete',
    says: ({ needed, count }) =>
      `A recovery key has ${n(needed, 'letter or digit', 'letters and digits')}; you typed ${count}.`,
    way_out: 'Compare it with the printed key, group by group.',
  },
  'recovery-key-mistyped': {
    short: 'Key mistyped',
    says: ({ group }) => `Group ${group} of the recovery key has a typing mistake.`,
    way_out: 'Compare that group with the printed key.',
  },
  'recovery-key-wrong': {
    short: 'Wrong key',
    says: 'That recovery key does not open these files.',
    way_out: 'Check that it is this desk’s own key, or restore a backup.',
  },
  'recovery-groups-wrong': {
    short: 'Another key',
    says: ({ first, second }) => `Those are not groups ${first} and ${second} of this desk’s recovery key.`,
    way_out: 'Type the two groups that are asked for now. If they do not match either, print the key again.',
  },
  'place-not-whole': {
    short: 'Not a full path',
    says: ({ place }) => `${place} is not a full path on this computer.`,
    way_out: ({ example }) => `Type the full path, such as ${example}.`,
  },
  'folder-exists': {
    short: 'Folder exists',
    says: ({ folder }) => `${folder} already exists, and nothing in it is overwritten.`,
    way_out: 'Type the name of a new folder.',
  },
  'place-is-data': {
    short: 'Data folder',
    says: ({ place }) => `${place} is inside this desk’s own data folder.`,
    way_out: 'Choose a place outside it, best on another disk.',
  },
  'place-full': {
    short: 'Disk full',
    says: ({ file }) => `There is no room for ${file}. Nothing was written.`,
    way_out: 'Free some space there, or choose another disk.',
  },
  'backup-running': {
    short: 'Backup is running',
    says: 'A backup is running.',
    way_out: 'Wait until it ends, then try again.',
  },
}
