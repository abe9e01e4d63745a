/** English for the pages of holds: placing one, the hold shelf, the pull list, items in transit. */
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('en')
const number = numberIn('en')

export const HOLDS = {
  item_details: 'Item details',
  print: 'Print view',
  next: 'Next page',
  cancel: 'Cancel hold',
  missing: 'Not on the shelf: missing',
  place: {
    heading: 'Place a hold',
    lead: 'Scan any copy, or type a title.',
    line_hint: 'Scan any copy, or type a title',
    act: 'Place the hold',
    act_for: (price: string) => `Place the hold for ${price}`,
    queue: 'Holds in queue',
    queue_place: (waiting: number, place: number) => `${waiting}; this hold would be number ${place}`,
    copies_in: 'Copies available',
    in_of: (available: number, all: number) => `${available} of ${all}`,
    asked: 'Requested',
    any_copy: 'Any copy',
    this_item: 'This item only',
    pickup: 'Pickup at',
    notice: 'Notice',
    notices: { email: 'by e-mail', phone: 'by phone', post: 'by mail' },
    wanted: 'Not needed after',
    wanted_always: 'no date',
    costs: 'Cost',
    blocked: 'Why the hold cannot be placed',
    alerts: 'Alerts',
    options: 'Hold options',
    looked_up: 'Hold details, nothing recorded yet',
    enter_places: 'Enter places the hold',
  },
  shelf: {
    heading: 'Hold shelf',
    lead: (branch: string) => `${branch}. Scan each item that you remove to see where it goes.`,
    line_hint: 'Scan each item that you remove',
    days: {
      heading: 'Days left on the shelf',
      left: 'Days left',
      items: 'Items',
      no_hold: 'No hold',
      expired: 'Expired',
      today: 'Today',
      later: (count: number) => `${count} or more`,
      no_date: 'No date',
      on_shelf: (count: number) => `On the shelf: ${number(count)}.`,
      remove: (count: number) => `Remove today: ${number(count)}.`,
      remove_none: 'Nothing to remove today.',
      last_day: (count: number) => `Last day today: ${number(count)}.`,
    },
    columns: { code: 'Code', title: 'Title', barcode: 'Barcode', until: 'Until', who: 'For' },
    no_code: 'no code',
    last_day: 'today, the last day',
    ready: 'On the hold shelf',
    empty: 'No items are waiting for pickup.',
    expired: {
      heading: 'Expired: not picked up',
      first: (shown: number, all: number) => `Expired: not picked up, the first ${shown} of ${all}`,
      clear: 'Not picked up: end the hold',
      clear_all: 'End all expired holds',
      clear_says: (count: number) =>
        `${n(count, 'hold was', 'holds were')} not picked up in time. Each hold ends; its item goes to the next ` +
        'patron in the queue, or back to its shelf.',
      clear_first_says: (count: number, first: number) =>
        `${n(count, 'hold was', 'holds were')} not picked up in time. The first ${first} end now; press A again for ` +
        'the rest. Each item goes to the next patron in the queue, or back to its shelf.',
      print: 'Print view of expired holds',
    },
    remove: {
      heading: 'Remove from the shelf and scan',
      first: (shown: number, all: number) => `Remove from the shelf and scan, the first ${shown} of ${all}`,
      columns: { call_number: 'Call number', title: 'Title', barcode: 'Barcode', goes: 'Route to' },
      print: 'Print view of items to remove',
    },
    unserved: {
      heading: 'Holds that were skipped',
      first: (shown: number, all: number) => `Holds that were skipped, the first ${shown} of ${all}`,
      columns: { title: 'Title', pickup: 'Pickup at', reason: 'Why' },
      reason: {
        barred: 'do not serve',
        closed: 'the account is closed',
        gone: 'removed from the library’s data',
      },
    },
    keep: 'Keep longer',
    keep_until: 'Keep until',
    keep_hint: (day: string) => `${day}, 15 dec or +7`,
    start: 'First page',
  },
  pull: {
    heading: 'Pull list',
    lead: (count: number, as_of: string) =>
      `${n(count, 'item', 'items')}, as of ${as_of}. Scan each item that you find.`,
    lead_first: (count: number, as_of: string) =>
      `The first ${n(count, 'item', 'items')}, as of ${as_of}. Scan each item that you find.`,
    line_hint: 'Scan each item that you find',
    columns: { call_number: 'Call number', title: 'Title', author: 'Author', barcode: 'Barcode', branch: 'For' },
    empty: 'Nothing to pull. R makes a new list.',
    here: 'here',
    again: 'Make a new list',
    back: 'Previous page',
    trace: 'Not there now: look again',
    skip: 'Skip for now',
  },
  transits: {
    heading: 'In transit',
    lead: (coming: number, sent: number, branch: string) =>
      `${coming} coming to ${branch}, ${sent} sent from it. Scan each item that arrives.`,
    line_hint: 'Scan each item that arrives',
    columns: { title: 'Title', barcode: 'Barcode', call_number: 'Call number', from: 'From', to: 'To', reason: 'Why' },
    coming: {
      heading: 'Coming here',
      first: (shown: number, all: number) => `Coming here, the first ${shown} of ${all}`,
      empty: 'Nothing is in transit to this branch.',
    },
    sent: {
      heading: 'Sent from here',
      first: (shown: number, all: number) => `Sent from here, the first ${shown} of ${all}`,
      empty: 'Nothing was sent from this branch.',
    },
    for_hold: 'hold',
    home: 'belongs there',
    missing: 'Never arrived: missing',
  },
}
