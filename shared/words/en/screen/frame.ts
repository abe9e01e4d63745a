/** English for what stands around the work: the strip, the rail, the band, the banners, the bar at the foot. */
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('en')

export const FRAME = {
  title: 'Datestamp, the desk',
  close: 'Close',
  back: 'Back',
  number: numberIn('en'),
  /** The class of an outcome, large. */
  outcome: { done: 'DONE', route: 'PUT IT THERE', decide: 'DECIDE', stop: 'STOP' },
  /** The same for a voice, before what happened. */
  outcome_spoken: { done: 'Done.', route: 'Put it there.', decide: 'Decide.', stop: 'Stop.' },
  rail: {
    places: 'Places',
    line: 'Line',
    'check-in': 'In',
    'find-title': 'Title',
    'find-person': 'Person',
    item: 'Item',
    hold: 'Hold',
    account: 'Account',
    recent: 'Recent',
    'last-patron': 'Last',
    settings: 'Settings',
  },
  strip: {
    own_data: 'This desk keeps its own data,',
    data_of: (as_of: string) => `data of ${as_of}`,
    no_data: 'no library data yet',
    on_network: 'On the network',
    no_network: 'Network down: the desk goes on',
    devices: {
      up: 'Scanner types as a keyboard',
      restarting: 'Devices are starting again',
      down: 'Devices have stopped',
    },
  },
  band: {
    what: 'What just happened',
    esc_goes_back: 'Esc goes back.',
    idle: {
      out: {
        heading: 'Scan a card, then what they borrow',
        detail: 'A scan is recorded before it beeps, with the network or without it.',
      },
      in: { heading: 'Scan what came back', detail: 'Each item says where it goes.' },
      'in-house': { heading: 'Scan what was used here', detail: 'Each is counted and goes back to its shelf.' },
      inventory: {
        heading: 'Scan the shelf',
        detail: 'Each is noted as standing here, and says what the records had otherwise.',
      },
    },
  },
  banner: {
    station: {
      up:
        'No answer yet: Datestamp’s station is busy, or it hangs. Scan on: scans are kept and go in by themselves, ' +
        'in order. If it hangs for a minute, it is started again.',
      restarting: 'Datestamp’s station is starting again. Scan on: scans are kept and go in by themselves.',
      down:
        'Datestamp’s station has stopped: nothing is recorded now. Your next scan or key starts it again; then scan ' +
        'what is listed as not confirmed. If it stops once more, use paper and call whoever looks after it.',
    },
    until_taken_off: 'until you take it off: {key:modes}',
    unconfirmed: (count: number) => `${n(count, 'scan is', 'scans are')} not confirmed`,
    scan_again: (which: string) => `, scan again: ${which}. Esc clears this line.`,
    sign_in_to_see: '. Sign in to see which.',
  },
  bottom: {
    out: 'out now',
    in: 'in',
    scanned: 'scanned',
    renewed: 'renewed',
    undo: 'Undo last',
    to_decide: (count: number) => `${count} to decide first`,
    due: (on: string) => `Due ${on}`,
    due_range: (first: string, last: string) => `Due ${first} to ${last}`,
    /** What Enter on the empty line does. */
    finish: {
      cart: 'Done with this cart',
      round: 'Done',
      clear: 'Clear',
      finish: 'Finish',
      no_receipt: 'Finish, no receipt',
      email: 'Finish, e-mail receipt',
      print: {
        wanted: 'Finish, print receipt',
        'no-email': 'Finish, print receipt (no e-mail address)',
        'no-mail-yet': 'Finish, print receipt (no e-mail yet)',
      },
      print_large: {
        wanted: 'Finish, print receipt in large print',
        'no-email': 'Finish, print receipt in large print (no e-mail address)',
        'no-mail-yet': 'Finish, print receipt in large print (no e-mail yet)',
      },
    },
  },
  side: {
    who: 'Who is here',
    session: 'This session',
    out: 'out',
    out_late: (count: number) => `out, ${count} late`,
    holds_ready: (count: number): string => (count === 1 ? 'hold ready' : 'holds ready'),
    owed: 'owed',
    notices: 'Notices and loans',
    out_now: 'Out now',
    late: (due: string) => `late, ${due}`,
    this_cart: 'This cart',
    this_round: 'This round',
    returned: 'returned',
    scanned: 'scanned',
    elsewhere: 'not to the shelf',
    to_decide: 'to decide',
    scan_on: 'Scan on: what needs an answer waits in its row until you come to it.',
    nothing_printed: 'Nothing is printed by itself.',
    paper: 'Paper',
    and: ' and ',
    nobody: 'Nobody is here yet',
    nobody_detail: 'Scan a card. A book on its own is looked up, and a book that is out is taken back.',
    renew_all: 'Renew all',
    commands: 'Commands',
    print: 'Print',
    receipt: 'Receipt',
    keys: 'Keys',
  },
  /** What a voice says of scans that outran it. */
  more_done: (count: number) => `${count} more done.`,
}
