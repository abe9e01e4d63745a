/** English for the desk: its modifiers, its staff, its rules. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const DESK = {
  modifiers: {
    book_drop: 'Book drop',
    book_drop_closing: (closed: string) => `Book drop: backdated to closing, ${closed}`,
    back_on: (on: string) => `Backdated to ${on}`,
    amnesty: 'No fines are charged',
    holds_off: 'Holds are ignored, nothing is sent in transit',
    special: 'Longer loan for this patron',
    back_on_wish: (on: string) => `Backdate check-ins to ${on}`,
  },
  stands_in: (branch: string) => `This desk is now at ${branch}`,
  clock: {
    back:
      'This computer’s clock was set back. Datestamp keeps time from the last entry. Set the clock; if it is ' +
      'right now, a manager confirms it: / This desk, then C.',
    ahead:
      'This computer’s clock has jumped ahead. Check its date before you check anything out; if it is right, a ' +
      'manager confirms it: / This desk, then C.',
  },
  no_keyring:
    'This computer has no keyring: the key to the data is unprotected, and anyone who copies this disk can read ' +
    'every patron. Ask your IT contact to set one up.',
  policy: {
    applied: 'Applies to existing loans too',
    loan_rule: (code: string) => `Loan rule ${code}`,
    moved: (count: number) => n(count, 'loan has a new due date', 'loans have a new due date'),
    left: (count: number) => `${n(count, 'is', 'are')} left: press it again`,
    not_saved: (count: number) => `Not saved yet: ${n(count, 'warning', 'warnings')} to check`,
    saved: 'Saved',
    dropped: 'Deleted',
    same: 'Nothing changed',
    undone: 'Undone',
    keeps_dates: 'Existing loans keep their dates',
    keeps: 'Existing loans keep it as it was',
  },
}
