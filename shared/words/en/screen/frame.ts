/** English for what stands around the work: the strip, the rail, the band, the banners, the bar at the foot. */
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('en')

export const FRAME = {
  title: 'Datestamp, the desk',
  close: 'Close',
  back: 'Back',
  number: numberIn('en'),
  /** The class of an outcome, large. */
  outcome: { done: 'DONE', route: 'ROUTE', decide: 'DECIDE', stop: 'STOP' },
  /** The same for a voice, before what happened. */
  outcome_spoken: { done: 'Done.', route: 'Route it.', decide: 'Decide.', stop: 'Stop.' },
  rail: {
    places: 'Places',
    line: 'Check out',
    'check-in': 'Check in',
    'find-title': 'Catalog',
    'find-person': 'Patrons',
    item: 'Item status',
    account: 'Account',
    drawer: 'Drawer',
    pay: 'Payment',
    settings: 'Settings',
    /** The two groups, and the menus in them. */
    desk: 'Desk',
    admin: 'Administration',
    recent: 'Recent',
    holds: 'Holds',
    shelving: 'Shelving',
    office: 'Office',
    overdue: 'Overdue report',
    'card-lists': 'Card follow-up',
  },
  strip: {
    own_data: 'Standalone,',
    data_of: (as_of: string) => `data as of ${as_of}`,
    no_data: 'no library data yet',
    sample: 'Sample library',
    on_network: 'Online',
    no_network: 'Offline: you can keep working',
    drawers: {
      ready: 'Drawer ready',
      open: (drawer: string) => `${drawer}: open`,
      past_day: (drawer: string) => `${drawer} was never closed`,
      left_open: (drawer: string) => `${drawer} is left open`,
      mute: 'Drawer set up',
      away: (drawer: string) => `${drawer}: cannot be opened`,
    },
    scanners: {
      keyboard: 'Scanner: keyboard mode',
      ready: (count: number) => (count === 1 ? 'Scanner ready' : `${count} scanners ready`),
      opening: 'Connecting the scanner',
      missing: (count: number) => (count === 1 ? 'Scanner not ready' : `${count} scanners not ready`),
    },
    jobs: {
      waiting: (count: number) => n(count, 'print job waiting', 'print jobs waiting'),
      failed: (count: number) => n(count, 'print job failed', 'print jobs failed'),
    },
    printers: {
      ready: 'Printer ready',
      mute: 'Printer set up',
      opening: 'Connecting the printer',
      missing: 'Printer not ready',
      near_end: 'Printer: paper low',
      'paper-out': 'Printer: no paper',
      'cover-open': 'Printer: cover open',
      fault: 'Printer error',
      offline: 'Printer not responding',
    },
    devices: {
      restarting: 'Devices are restarting',
      down: 'Devices have stopped',
    },
  },
  band: {
    what: 'What just happened',
    esc_goes_back: 'Esc = back.',
    idle: {
      out: {
        heading: 'Scan a library card, then the items',
        detail: 'Every scan is saved before the beep, online or offline.',
      },
      in: { heading: 'Scan the returned items', detail: 'Each item shows where it goes.' },
      'in-house': { heading: 'Scan items used in the library', detail: 'Each use is counted. Reshelve the item.' },
      inventory: {
        heading: 'Scan the shelf',
        detail: 'Each item is marked as seen here. A message appears if its record shows something else.',
      },
    },
  },
  banner: {
    station: {
      up:
        'Datestamp is not answering yet. Keep scanning: scans are saved and processed in order. After a minute ' +
        'without an answer it restarts automatically.',
      restarting: 'Datestamp is restarting. Keep scanning: scans are saved and processed automatically.',
      down:
        'Datestamp has stopped, and nothing is recorded now. Your next scan or key restarts it; then rescan what ' +
        'is listed as not confirmed. If it stops again, use paper and call your IT contact.',
    },
    until_taken_off: '{key:modes} shows how to turn it off',
    unconfirmed: (count: number) => `${n(count, 'scan is', 'scans are')} not confirmed`,
    scan_again: (which: string) => `, scan again: ${which}. Esc clears this message.`,
    badge: 'a staff badge',
    sign_in_to_see: '. Sign in to see which.',
  },
  bottom: {
    /** The labels beside a count: in other languages they follow it. */
    out: (_count: number): string => 'checked out',
    in: (_count: number): string => 'checked in',
    scanned: (_count: number): string => 'scanned',
    renewed: (_count: number): string => 'renewed',
    undo: 'Undo last',
    to_decide: (count: number) => `${count} to answer first`,
    due: (on: string) => `Due ${on}`,
    due_range: (first: string, last: string) => `Due ${first} to ${last}`,
    /** What Enter on the empty line does. */
    finish: {
      cart: 'Finish check-in',
      round: 'Done',
      clear: 'Clear screen',
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
      /** Without a receipt printer. */
      show: {
        wanted: 'Finish, show receipt',
        'no-email': 'Finish, show receipt (no e-mail address)',
        'no-mail-yet': 'Finish, show receipt (no e-mail yet)',
      },
      show_large: {
        wanted: 'Finish, show receipt in large print',
        'no-email': 'Finish, show receipt in large print (no e-mail address)',
        'no-mail-yet': 'Finish, show receipt in large print (no e-mail yet)',
      },
    },
  },
  side: {
    who: 'Patron',
    session: 'This session',
    out: (_count: number): string => 'checked out',
    out_late: (_count: number, late_count: number) => `checked out, ${late_count} overdue`,
    holds_ready: (count: number): string => (count === 1 ? 'hold ready' : 'holds ready'),
    owed: 'owed',
    notices: 'Notices',
    this_cart: 'This check-in',
    this_round: 'This session',
    returned: (_count: number): string => 'returned',
    scanned: (_count: number): string => 'scanned',
    elsewhere: 'to route',
    to_decide: 'to answer',
    scan_on: 'Keep scanning. Items that need an answer stay in the list until you get to them.',
    nothing_printed: 'Nothing prints automatically.',
    /** Where papers are that the desk showed: beside the work, below it with large text, or away behind a page. */
    papers_at: { right: 'on the right', below: 'below', kept: 'kept ({key:reprint})' },
    goes_to: (printer: string) => `Print sends it to ${printer}.`,
    paper: 'Receipt or slip',
    and: ' and ',
    renew_all: 'Renew all',
    commands: 'Commands',
    more: 'More',
    account: 'Account',
    hold: 'Place hold',
    modes: 'Scan modes',
    print: 'Print',
    print_dialog: 'Print (system dialog)',
    receipt: 'Receipt',
    keys: 'Keys',
  },
  /** Under the rows of a patron. */
  out_now: {
    heading: (count: number) => `Already checked out (${count})`,
    none: 'Nothing checked out.',
    overdue: 'overdue',
    holds: (count: number) => `Holds ready (${count})`,
    shelf: 'Hold shelf code',
    kept: 'Kept until',
    until: (on: string) => `until ${on}`,
  },
  /** The desk before the first scan. */
  begin: {
    heading: 'How to check out',
    steps: [
      { does: 'Scan the library card', detail: 'Or type the name or phone number.' },
      { does: 'Scan the items', detail: 'Each one shows its due date.' },
      { does: 'Press Enter', detail: 'Then scan the next patron’s card.' },
    ],
    also: 'An item scanned without a card is looked up. If it is checked out, it is checked in.',
  },
  /** What a voice says of scans that outran it. */
  more_done: (count: number) => `${count} more done.`,
}
