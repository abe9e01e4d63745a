/** English for holds: placed, changed, captured at check-in, picked up, expired. Never names one patron to another. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const HOLD = {
  /** The hold shelf, as a label above the pickup code. */
  shelf: 'hold shelf',
  placed: {
    happened: 'On hold',
    label: 'in line',
    pickup: (branch: string) => `Pickup at ${branch}`,
    until: (on: string) => `Not needed after ${on}`,
  },
  /** What became of a hold: for the row, with its fact. */
  changed: {
    suspended: (until: string) => ['Suspended', until === '' ? 'until it is canceled' : `until ${until}`],
    resumed: () => ['Active again', ''],
    canceled: () => ['Hold canceled', ''],
    moved: (branch: string) => ['Pickup at', branch],
    kept: (until: string) => ['Kept until', until === '' ? 'it is canceled' : until],
  },
  take_off: (barcode: string) => `Take item ${barcode} off the hold shelf and check it in`,
  not_sent: (code: string) => `It was not sent yet: leave it on the hold shelf, under ${code}`,
  expired: {
    happened: 'Not picked up',
    heading: (count: number) => `${n(count, 'hold', 'holds')} expired`,
    more: (count: number) => `${n(count, 'more has', 'more have')} expired: press A again to clear them`,
    take_off: 'Take them off the hold shelf and scan each one to see where it goes',
  },
  not_found: { missing: 'Marked missing', trace: 'Marked for search' },
  pull_list: 'Pull list',
  to_pull: (count: number) => n(count, 'item to pull', 'items to pull'),
  waits_again: 'The patron it was held for is back in line',
  at_check_in: {
    again: 'It is already on the hold shelf',
    code: (code: string, until: string) => `Pickup code ${code}${until === '' ? '' : `, kept until ${until}`}`,
    as_of: (moment: string) => `Holds as of ${moment}`,
    let_go: {
      'not-picked-up': 'That hold expired: it was not picked up',
      'account-closed': 'That hold ended: its account is closed',
      'patron-gone': 'That hold ended: its patron is no longer in the library’s data',
      released: 'The patron it was held for is back in line',
    },
    passed: {
      suspended: 'A suspended hold was skipped',
      'not-for-them': 'A hold of a patron who cannot borrow this item was skipped',
      expired: 'An expired hold was skipped',
      barred: 'A hold of a patron who cannot be served was skipped: the hold shelf page lists it',
      closed: 'A hold of a closed account was skipped: the hold shelf page lists it',
      gone: 'A hold of a patron who is no longer in the library’s data was skipped: the hold shelf page lists it',
    },
  },
  at_check_out: {
    filled: 'Hold filled',
    other_item: (barcode: string) => `Item ${barcode} is on the hold shelf for them: take it off`,
    canceled: 'The hold it was set aside for is canceled',
  },
  pick_up: {
    happened: (initials: string) => `On hold for ${initials}`,
    label: 'for',
    born: (on: string) => `Born on ${on}`,
    code: (code: string) => `Pickup code ${code}`,
    picker_open: 'The open account may pick it up',
    picker: (initials: string, born: string) =>
      born === '' ? `Or to ${initials}` : `Or to ${initials}, born on ${born}`,
    over: (since: string) => `It was kept until ${since}`,
    nothing: 'Nothing recorded',
    esc: 'Esc = cancel',
    done: 'Picked up',
  },
  recall: {
    happened: 'Recalled, due',
    wish: (title: string, due: string) => `${title}: recalled, due ${due}`,
    notice_beside: 'The notice for the patron who has it is {place:papers}: hand it over, or mail it',
    notice: '{key:paper-now} shows the notice for the patron who has it: hand it over, or mail it',
  },
}
