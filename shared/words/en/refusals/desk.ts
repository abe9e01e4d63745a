/** English for the desk itself: who works there, what was read, what was asked of it. */
import type { CLOSING_REFUSALS, DESK_REFUSALS } from '../../../refusals/desk.ts'
import { countedIn } from '../../plural.ts'
import type { WordsFor } from '../../refusal-words.ts'

const n = countedIn('en')
const asOf = (as_of: string): string => (as_of === '' ? 'no data loaded' : `data as of ${as_of}`)
const pause = (until: string): string => (until === '' ? 'for a few minutes' : `until ${until}`)

export const DESK: WordsFor<typeof DESK_REFUSALS> = {
  'not-signed-in': {
    short: 'Sign in first',
    says: 'Nobody is signed in.',
    way_out: 'Scan your badge, or type your initials and PIN.',
  },
  'desk-locked': {
    short: 'Not taken: locked',
    says: 'The desk is locked.',
    way_out: 'Scan your badge, or type your initials and PIN.',
  },
  'not-permitted': {
    short: 'Not your role',
    says: 'Your role does not allow this.',
    way_out: 'Ask someone whose role does.',
  },
  'above-ceiling': {
    short: 'Above your limit',
    says: ({ ceiling, amount }) => `Your role may do this up to ${ceiling}, and this comes to ${amount}.`,
    way_out: 'A second person with a higher limit must approve it.',
  },
  'above-day-ceiling': {
    short: 'Above your day’s limit',
    says: ({ ceiling, amount }) =>
      `Your role may do this up to ${ceiling} in a day without approval, and with this it comes to ${amount}.`,
    way_out: 'A second person must approve it.',
  },
  'sign-in-failed': { short: 'Not recognized', says: 'Badge or PIN not recognized.', way_out: 'Try again.' },
  'sign-in-paused': {
    short: 'Sign-in paused',
    says: ({ until }) => `Too many wrong PINs. Sign-in is paused ${pause(until)}.`,
    way_out: 'Wait, or scan a badge.',
  },
  'badge-typed': {
    short: 'Scan the badge',
    says: 'A badge must be scanned, not typed.',
    way_out: 'Scan it, or type initials and PIN in the row that is waiting or after {key:lock}.',
  },
  'badge-over': {
    short: 'Badge timed out',
    says: 'No badge is waiting for a PIN.',
    way_out: 'Scan it again, or type initials and PIN.',
  },
  'keys-in-code': {
    short: 'Keys in a code',
    says: 'This code has keystrokes in it. They were ignored.',
    way_out: 'Look at the label or the phone it came from. What was scanned before them counts.',
  },
  'badge-paused': {
    short: 'Badges paused',
    says: ({ until }) => `Too many unknown badges. Badges are not read ${pause(until)}.`,
    way_out: 'Type initials and PIN.',
  },
  'approver-same': {
    short: 'Needs another person',
    says: 'You requested this yourself.',
    way_out: 'A second person must approve it.',
  },
  'approver-not-permitted': {
    short: 'Cannot approve',
    says: ({ initials }) => `${initials} cannot approve this.`,
    way_out: 'Ask someone whose role allows it. The row keeps waiting.',
  },
  'approver-above-ceiling': {
    short: 'Above their limit',
    says: ({ initials, ceiling, amount }) => `${initials} may approve up to ${ceiling}, and this comes to ${amount}.`,
    way_out: 'Ask someone with a higher limit. The row keeps waiting.',
  },
  'approval-over': {
    short: 'No longer waiting',
    says: 'That row is no longer waiting for an approval.',
    way_out: 'Request it again with the key in the row.',
  },
  'approval-asked': {
    short: 'Needs approval',
    says: 'This needs a second person’s approval. Nothing is done yet.',
    way_out: 'Press 1 in the row, then scan their badge, or type initials and PIN.',
  },
  'sample-library': {
    short: 'Sample library',
    says: 'This desk has the sample library, whose patrons are made up.',
    way_out: ({ folder }) =>
      `Close Datestamp, move the folder ${folder} away and start again: then import your library.`,
  },
  'practice-desk': {
    short: 'Practice desk',
    says: 'This is a practice desk, whose patrons are made up. Nothing was imported.',
    way_out: 'Close it and start Datestamp as usual: then import your library there.',
  },
  'library-here': {
    short: 'Library here',
    says: 'This desk already has a library’s data.',
    way_out: 'Try the sample library on another computer.',
  },
  'already-set-up': { short: 'Set up already', says: 'This desk is already set up.', way_out: 'Sign in.' },
  'desk-not-set-up': {
    short: 'No branch yet',
    says: 'This desk has no branch yet.',
    way_out: 'Import the library’s data, then choose the branch.',
  },
  'command-changed': {
    short: 'Sent twice',
    says: 'The same command came again with different content.',
    way_out: 'Start over.',
  },
  'recording-stopped': {
    short: 'Rescue mode',
    says: 'The desk is in rescue mode and records nothing.',
    way_out: 'Restore a backup first.',
  },
  'too-long': {
    short: 'Too long',
    says: ({ length, max }) => `That is ${n(length, 'character', 'characters')}; a barcode has ${max} at most.`,
    way_out: 'Scan again.',
  },
  'barcode-empty': { short: 'Not read', says: 'The scanner sent nothing readable.', way_out: 'Scan again.' },
  'barcode-unknown': {
    short: 'Not found',
    says: ({ barcode, as_of }) => `Barcode ${barcode} not found (${asOf(as_of)}).`,
    way_out: 'Scan again, or {key:find-person} to find the patron by name.',
  },
  'isbn-unknown': {
    short: 'Title not found',
    says: ({ isbn }) => `No title with ISBN ${isbn}.`,
    way_out: '{key:find-title} finds it by title. Or scan the library’s own barcode on the item.',
  },
  'patron-unknown': {
    short: 'Card not found',
    says: ({ barcode, as_of }) => `Card ${barcode} not found (${asOf(as_of)}).`,
    way_out: 'Scan again, or {key:find-person} to find the patron by name.',
  },
  'item-unknown': {
    short: 'Item not found',
    says: ({ barcode, as_of }) => `Item ${barcode} not found (${asOf(as_of)}).`,
    way_out: 'Scan again. If it is still not found, set it aside.',
  },
  'item-gone': {
    short: 'Record removed',
    says: ({ barcode }) => `Item ${barcode} is checked out, but its record was removed from the library’s data.`,
    way_out: '{key:check-in}, then scan it again to check it in, and set it aside.',
  },
  'check-digit-bad': {
    short: 'Check digit',
    says: 'The check digit is wrong: it might be a misread.',
    way_out: 'Scan again.',
  },
  'barcode-is-both': {
    short: 'Card or item?',
    says: ({ barcode }) => `${barcode} is both a card and an item.`,
    way_out: '1 = card; 2 = item.',
  },
}

export const CLOSING: WordsFor<typeof CLOSING_REFUSALS> = {
  'nothing-to-undo': {
    short: 'Nothing to undo',
    says: 'Nothing to undo.',
    way_out: 'You can keep scanning.',
  },
  'undo-unknown': {
    short: 'Not at this desk',
    says: 'This desk has no record of that.',
    way_out: 'Undo it at the desk that did it.',
  },
  'undo-final': {
    short: 'Cannot be undone',
    says: 'This cannot be undone with Undo.',
    way_out: 'Correct it where it was done.',
  },
  'undo-done': { short: 'Undone', says: 'This is undone already.', way_out: 'Nothing else to do.' },
  'undo-too-old': {
    short: 'Too old',
    says: ({ minutes }) => `This was done more than ${n(minutes, 'minute', 'minutes')} ago.`,
    way_out: 'Correct it with a new action, such as a check-in or a charge.',
  },
  'undo-forgotten': {
    short: 'Patron no longer kept',
    says: 'The patron who had this item is no longer kept.',
    way_out: 'Scan the card, then check out the item again.',
  },
  'undo-overtaken': {
    short: 'Changed since',
    says: 'Something newer depends on it.',
    way_out: 'Undo the newer action first, or scan the item.',
  },
  'undo-record-used': {
    short: 'Record in use',
    says: 'The new record has a loan, a hold, money, a family link or a later change.',
    way_out: 'Undo the newer actions for this patron first.',
  },
  'undo-record-changed': {
    short: 'Changed since',
    says: 'The patron’s record, cards, or loans changed after it.',
    way_out: 'Undo the newer action first, or edit the record.',
  },
  'rows-undecided': {
    short: 'Answer first',
    says: ({ count }) => `${n(count, 'row needs', 'rows need')} an answer before you can finish.`,
    way_out: 'Use ↑ ↓, then press the key shown.',
  },
  'waiting-full': {
    short: 'Not taken',
    says: ({ count }) => `${n(count, 'scan is', 'scans are')} already waiting, so this one was not taken.`,
    way_out: 'Answer the question about the item, then scan this one again.',
  },
  'waiting-lost': {
    short: 'Not recorded',
    says: 'This scan was waiting and could not be recorded.',
    way_out: 'Scan the card and this item again.',
  },
  'choice-unknown': {
    short: 'No such answer',
    says: 'That row has no such answer.',
    way_out: 'Press one of the keys shown in the row.',
  },
  'nothing-scanned': {
    short: 'Nothing scanned',
    says: 'No known item has been scanned yet.',
    way_out: 'Scan the shelf first.',
  },
  'page-empty': {
    short: 'Nothing to show',
    says: 'There is nothing to show.',
    way_out: 'It is not at this desk, or it was removed.',
  },
  'paper-none': {
    short: 'No receipt',
    says: 'There is nothing to print yet.',
    way_out: 'Check out, renew or check in an item first.',
  },
  'branch-unknown': {
    short: 'No such branch',
    says: ({ branch }) => `There is no branch ${branch}.`,
    way_out: 'Choose one from the list.',
  },
  'folder-unreadable': {
    short: 'Cannot read it',
    says: ({ folder }) => `The folder ${folder} cannot be read.`,
    way_out: 'Check the name and try again.',
  },
  'folder-without-data': {
    short: 'No data there',
    says: ({ folder }) => `The folder ${folder} has no file that can be imported.`,
    way_out: 'Choose the folder with patrons.csv, items.csv or MARC files. docs/import.md lists all names.',
  },
  'mapping-none': {
    short: 'No mapping there',
    says: ({ folder }) => `There is no mapping.json in ${folder}, and no table of codes.`,
    way_out: 'Choose the folder that it is in, or leave the field blank.',
  },
  'mapping-wrong': {
    short: 'Mapping cannot be read',
    says: ({ place }) => `The mapping beside the files cannot be used: ${place}.`,
    way_out: 'Correct mapping.json as docs/import.md says, or take it out of the folder.',
  },
  'import-at-central': {
    short: 'Import at the server',
    says: 'The library’s data comes to this desk from its central server.',
    way_out: 'Import the folder there.',
  },
  'import-running': {
    short: 'Import is running',
    says: 'An import is already running.',
    way_out: 'Wait until it ends.',
  },
  'export-running': {
    short: 'Export is running',
    says: 'Patrons are being exported.',
    way_out: 'Wait until that ends.',
  },
}
