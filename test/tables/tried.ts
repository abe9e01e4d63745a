/**
 * The tasks a desk is tried by, one a line: its number, what is to be done, the most it may take, and the test that
 * does it with real keys on the real screens. S is a scan, with its own Enter; K a key that is no data (a function key,
 * a chord, Tab or Enter, an answer by digit); d the letters and digits of what is typed; n the presses of the arrow key
 * to the row. Each test has its numbers in its title, `[task 12]`, and counts against the figure here; where a line
 * has no figure, what matters is no key. What the desk does not do yet is in `WAITING`.
 */

type Task = readonly [number: number, what: string, most: string, test: string]

const SCREENS = 'test/screens'

export const TRIED: readonly Task[] = [
  [1, 'from the first start to the first check-out, reading nothing', '2S+6K+d', `${SCREENS}/first-start.test.ts`],
  [2, 'sign in as a manager, by badge and PIN', '1S+1K+d', `${SCREENS}/badge-pin.test.ts`],
  [3, 'check out five, one of them out to another patron, with a receipt', '6S+2K', `${SCREENS}/counted.test.ts`],
  [4, 'undo the last act', '1K', `${SCREENS}/counted.test.ts`],
  [5, 'undo the last check-out after Finish', '1K', `${SCREENS}/desk.test.ts`],
  [6, 'open the last patron again', '1K', `${SCREENS}/desk.test.ts`],
  [7, 'check in twenty from the book drop, with a hold and a transit', '20S+2K', `${SCREENS}/counted.test.ts`],
  [8, 'the same, with lost, missing, damaged, withdrawn and unknown ones', '20S+2K', `${SCREENS}/counted.test.ts`],
  [9, 'check in late, with a fine, and undo it', '1S+1K', `${SCREENS}/counted.test.ts`],
  [10, 'renew everything for a caller', 'd+2K', `${SCREENS}/counted.test.ts`],
  [11, 'the same, where two patrons have the name', 'd+3K', `${SCREENS}/counted.test.ts`],
  [12, 'approve one’s own override, and one with a wrong PIN: neither goes', '6K+d', `${SCREENS}/approval.test.ts`],
  [13, 'check out to a patron who owes too much, a second person approving', '2S+4K+d', `${SCREENS}/approval.test.ts`],
  [14, 'the next item for the same patron, on the same word', '1S', `${SCREENS}/approval.test.ts`],
  [15, 'a patron who is barred, or whose account is closed: leave it', '2S+1K', `${SCREENS}/desk.test.ts`],
  [16, 'check out on a card that expired, and say why', '2S+2K', `${SCREENS}/desk.test.ts`],
  [17, 'a patron who is blocked by a note', '2S+1K', `${SCREENS}/records.test.ts`],
  [18, 'place a hold by its title', 'd+3K', `${SCREENS}/holds.test.ts`],
  [19, 'hand over a hold without the card', '1S+2K', `${SCREENS}/holds.test.ts`],
  [20, 'record a claim that an item was returned', 'n+2K', `${SCREENS}/charges.test.ts`],
  [21, 'bill an item as lost', 'n+2K', `${SCREENS}/charges.test.ts`],
  [22, 'undo that', '1K', `${SCREENS}/charges.test.ts`],
  [23, 'charge for damage', '1S+5K+d', `${SCREENS}/charges.test.ts`],
  [24, 'waive part of a charge, with a reason', '5K+3d', `${SCREENS}/charges.test.ts`],
  [25, 'waive all of a charge, at any rhythm of a hand', '5K', `${SCREENS}/rhythm.test.ts`],
  [26, 'a statement of the account', '2K', `${SCREENS}/receipts.test.ts`],
  [27, 'look at an item, changing nothing', '1S+1K', `${SCREENS}/counted.test.ts`],
  [28, 'find a title: is it in?', 'd+2K', `${SCREENS}/desk.test.ts`],
  [29, 'one patron right after another: nothing of the first is left', '2S', `${SCREENS}/spoken.test.ts`],
  [30, 'print the last receipt again', '1K', `${SCREENS}/receipts.test.ts`],
  [31, 'scan while a form is open', '1S', `${SCREENS}/live-forms.test.ts`],
  [32, 'scan while the settings are open', '1S', `${SCREENS}/scanner.test.ts`],
  [33, 'scan while a second person’s PIN is asked for', '1S', `${SCREENS}/approval.test.ts`],
  [34, 'paste a barcode, with spaces, and two of them', '2K', `${SCREENS}/desk.test.ts`],
  [35, 'a screen of 1024 × 768', '', `${SCREENS}/desk.test.ts`],
  [36, 'a screen of 1280 × 720', '', `${SCREENS}/desk.test.ts`],
  [37, 'a screen of 1920 × 1080', '', `${SCREENS}/desk.test.ts`],
  [38, 'text at 200 percent', '', `${SCREENS}/pictures.test.ts`],
  [39, 'dark, in high contrast, in the computer’s own colors', '', `${SCREENS}/pictures.test.ts`],
  [40, 'a walk by Tab, and what a screen reader is told', '', `${SCREENS}/pictures.test.ts`],
  [41, 'without a key: scanner and mouse alone', '2S', `${SCREENS}/desk.test.ts`],
  [42, 'five wrong PINs', '', `${SCREENS}/badge-pin.test.ts`],
  [43, 'lock the desk, and unlock it', '2K+d', `${SCREENS}/approval.test.ts`],
  [44, 'an idle desk locks in the middle of a loan', '', 'test/main/desk/staff/lock.test.ts'],
  [45, 'receipts in large print and in Spanish from now on', '7K', `${SCREENS}/receipts.test.ts`],
  [46, 'print the receipt now', '1K', `${SCREENS}/receipts.test.ts`],
  [47, 'sort a cart, and shelve its next item', '1K', `${SCREENS}/shelf-tools.test.ts`],
  [48, 'read a shelf', '1K', `${SCREENS}/shelf-tools.test.ts`],
  [49, 'change a fine to an odd figure, read why it is odd, and save another', 'n+29K+d', `${SCREENS}/policy.test.ts`],
  [50, 'who is late?', 'd+3K', `${SCREENS}/overdue.test.ts`],
  [51, 'the disk is full; there is room again; the scan is made again', '1S', `${SCREENS}/burst.test.ts`],
  [52, 'a damaged journal: the desk says so, and how to go on', '', `${SCREENS}/pictures.test.ts`],
  [53, 'pay what is due with a note, with change', '3K', `${SCREENS}/pay.test.ts`],
  [54, 'pay part of what is owed on three charges', '2K+3d', `${SCREENS}/pay.test.ts`],
  [55, 'sell twelve copies for cash', '4K+2d', `${SCREENS}/pay.test.ts`],
  [56, 'open the drawer, with its float by the piece', '9K+13d', `${SCREENS}/drawer.test.ts`],
  [57, 'count the drawer to close it, blind, by the piece', '9K+13d', `${SCREENS}/drawer.test.ts`],
  [
    58,
    'close it with a check, a card total, a reason, a bag and money of the safe',
    '8K+d',
    `${SCREENS}/drawer.test.ts`,
  ],
  [59, 'close a drawer of cash alone that agrees, from the count to the Z', '11K+d', `${SCREENS}/drawer.test.ts`],
  [60, 'register a patron with a new card, by eight fields', '1S+9K+d', `${SCREENS}/register.test.ts`],
  [61, 'replace a lost card, and take the fee with change', '1S+4K', `${SCREENS}/register.test.ts`],
  [62, 'register a family of five, beside their names', '5S+90K+d', `${SCREENS}/register.test.ts`],
]

/** How many keys a task may take beside its scans and what is typed. */
export function keysOf(number: number): number {
  const most = TRIED.find((task) => task[0] === number)?.[2] ?? ''
  return Number(/(\d+)K/.exec(most)?.[1] ?? 0)
}
