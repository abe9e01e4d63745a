/** English for what is lent, renewed or refused, and for an account that opens or is finished. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const LOAN = {
  due: 'due',
  out: 'Out',
  renewed: 'Renewed',
  /** For a voice, after the title: "Due December 15". */
  due_spoken: (on: string) => `Due ${on}`,
  period: (count: number, unit: 'days' | 'open days' | 'weeks' | 'months') =>
    `${count}-${{ days: 'day', 'open days': 'open-day', weeks: 'week', months: 'month' }[unit]} loan`,
  out_count: (count: number, max: number | null) => (max === null ? `${count} out` : `${count} of ${max}`),
  nothing_recorded: 'Nothing recorded',
  open: {
    now: 'Account open',
    already: 'Already open',
    switched: 'The previous patron’s checkout is complete',
    their_receipt: '{key:paper-now} shows their receipt',
    brought: (count: number) =>
      `${n(count, 'of the returns was', 'of the returns were')} theirs: {key:receipt-so-far} shows the receipt`,
    /** After what blocks them. */
    own: 'Scan an item, then 1 = override and check out',
    ask: 'Scan an item, then 1 = request an override',
  },
  /** A scan that waits until a row is answered, or until Finish. */
  waits: {
    card: (barcode: string) => `Card ${barcode}`,
    for_answer: 'Held until you answer above',
    for_finish: 'Held until you press Enter to finish this patron',
    count: (count: number) => `${count} waiting`,
    removed: (count: number) => `Removed, nothing was recorded. ${count} waiting`,
  },
  shown: {
    happened: 'Item details',
    label: 'shelved at',
    lend: 'Scan a card to check it out',
    look: '{key:item} shows it',
    /** It is out, and nobody is open. */
    out: (due: string) => `Checked out, due ${due}`,
    out_how: '1 = check in; scan a card first to renew or check out',
  },
  /** A card or a scanner turned the desk to this side. */
  turned: { out: 'Now in Check out', in: 'Now in Check in' },
  /** The scanner read it twice. */
  twice: 'Scanned already',
  renew_all: {
    none: 'Nothing to renew',
    renewed: (count: number) => (count === 0 ? 'Nothing renewed' : `${count} renewed`),
    until: (count: number, due: string) => `${count} renewed until ${due}`,
    part: (count: number, due: string) => `${count} until ${due}`,
    refused: (count: number, reason: string) => `${count} not renewed${reason === '' ? '' : `: ${reason}`}`,
    already_due: (_count: number, due: string) => `already due ${due}`,
    already_due_between: (_count: number, first: string, last: string) => `already due between ${first} and ${last}`,
    /** Why, of so many: "on hold for another patron". */
    reason: {
      'renewal-hold-waits': (count: number): string =>
        count === 1 ? 'on hold for another patron' : 'on hold for other patrons',
      'renewals-used': (_count: number) => 'with no renewals left',
      'unseen-renewals-used': (_count: number) => 'must be brought to a desk',
      'renewal-recalled': (_count: number) => 'recalled',
      'renewal-withdrawn': (_count: number) => 'withdrawn',
      'due-date-stands': (_count: number) => 'billed or claimed',
    },
    other: (_count: number) => 'for another reason',
    each: (count: number, reason: string) => `${count} ${reason}`,
    fines: (amount: string) => `Overdue fines charged: ${amount}`,
    rentals: (amount: string) => `Rental charged: ${amount}`,
  },
  /** A due date that the end of a card had cut back, once the card was renewed. */
  later: 'Due later',
  due_date: {
    set: 'Due date set',
    was: (due: string) => `It was due ${due}`,
    wish: (title: string, due: string) => `${title}: due ${due}`,
  },
  finished: {
    patron: 'Finished',
    cart: 'Check-in complete',
    recorded: (count: number) => n(count, 'transaction recorded', 'transactions recorded'),
    /** Enter held, once: an item that was not found is still there. */
    held: 'Not finished',
    again: 'Set it aside, or add a brief record in its row. Enter again finishes',
    not_recorded: (count: number, barcodes: string) => `${count} not recorded: ${barcodes}`,
    /** The rows of those. */
    stay: (count: number) => `${count === 1 ? 'It stays' : 'They stay'} in the list; Esc clears it`,
    receipt: 'The receipt is shown, not printed',
  },
  hello: (name: string) => `Hello, ${name}`,
  signed_in: 'Signed in',
  /** Told at the next sign-in. */
  guessed: {
    own: (count: number) => `${n(count, 'wrong PIN was', 'wrong PINs were')} entered for your sign-in`,
    desk: (count: number) => `${n(count, 'wrong PIN was', 'wrong PINs were')} entered at this desk`,
    badges: (count: number) => `${n(count, 'wrong badge number was', 'wrong badge numbers were')} scanned at this desk`,
  },
  no_barcode: (text: string) => `No match for “${text}”`,
  no_barcode_how: '{key:find-title} finds a title, {key:find-person} finds a patron',
}
