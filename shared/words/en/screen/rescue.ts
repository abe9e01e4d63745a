/** English for rescue, and for what could not be done: answers that are no "no" of the rules. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const RESCUE = {
  heading: 'This desk cannot record right now',
  lead: 'Nothing was changed, and nothing is recorded until this is fixed.',
  damaged: 'A data file of this desk is damaged.',
  paper: 'Use paper for now: write down the card and the item. Then call your IT contact.',
  opening: 'Opening…',
  retry: 'Try again',
  still_shut: 'It still cannot be opened.',
  unlock: {
    heading: 'Type the recovery key',
    says: 'It was printed when this desk was set up: thirteen groups of letters and digits. Spaces do not matter.',
    label: 'Open with this key',
    field: 'Recovery key',
    missing: 'Type the recovery key from the printout.',
  },
  restore: {
    heading: 'Restore a backup',
    says:
      'The current files are kept: nothing is deleted. Authorize the backup with ' +
      'a manager’s initials and PIN, or with this desk’s recovery key.',
    says_new: 'A library that moves to this computer brings its backup, and the recovery key of the desk that made it.',
    label: 'Restore this backup',
    busy: 'Restoring…',
    folder: 'Folder of the backup',
    missing: 'Type the folder that holds the backup.',
    initials: 'Initials',
    pin: 'PIN',
    key: 'Or: recovery key of this desk',
    key_hint: 'Needed if this computer has lost its key.',
    key_new: 'Recovery key of the backup',
  },
  go_on: {
    heading: 'Continue with what can be read',
    says: (loss: string) => `${loss} The files are kept, in case more can be read later. A manager decides.`,
    label: 'Continue without the rest',
    missing: 'Type a manager’s initials and PIN.',
    initials: 'Manager’s initials',
    pin: 'PIN',
  },
  /** In the band's place, for an answer that was not "ok". */
  notice: {
    not_confirmed: {
      heading: 'Part of Datestamp is restarting.',
      sentence: 'Not confirmed. Do it again: nothing is recorded twice.',
    },
    not_taken: {
      heading: (count: number) => `${n(count, 'scan was', 'scans were')} not taken.`,
      sentence: 'The screen was being drawn again. Scan them again, the card first.',
    },
    unreadable: {
      heading: 'Datestamp could not confirm this.',
      sentence: 'Check the account before you continue: it might have been recorded.',
    },
    not_recorded: 'NOT recorded.',
    not_understood: 'Datestamp did not understand that.',
    fault: (number: string) => `Fault ${number}.`,
  },
}
