/** English for the practice shift: its tasks, each in two sentences, and what is scanned for it. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

type Task = { readonly says: string; readonly names: readonly string[] }

export const PRACTICE = {
  tasks: {
    out: {
      says: 'Check out two books to Dana Miller. Scan her card, then the books.',
      names: ['Dana Miller’s card'],
    },
    decide: {
      says:
        'Imani Jones brings a book that is still checked out to Dana. Scan Imani’s card, then the book, and press ' +
        'the number that checks it out to Imani.',
      names: ['Imani Jones’s card'],
    },
    'book-drop': {
      says:
        'Check in the book drop: press {key:check-in} twice, then scan the three items. Read where each one goes: ' +
        'its shelf, the hold shelf, another branch.',
      names: [],
    },
    renew: {
      says:
        'Dana calls: “Please renew everything.” Press {key:line}, type miller dana, choose her, press Enter, then ' +
        '{key:renew-all}.',
      names: [],
    },
    find: {
      says: 'Two people are called Maria Garcia. Find the one born 9/30/1998: type the name and the date, then Enter.',
      names: [],
    },
    hold: {
      says: 'Place a hold for Maria: press {key:hold}, scan any copy, then press Enter.',
      names: [],
    },
    'hand-over': {
      says: 'Dana picks up her hold. Scan her card, then the item from the hold shelf.',
      names: ['Dana Miller’s card'],
    },
    explain: {
      says: 'Dana asks why it is due on that day. Press {key:explain} and read the steps.',
      names: [],
    },
    waive: {
      says:
        'Waive $1.00 of what Dana owes. With her account open, press {key:waive}, choose the charge, type 1.00, ' +
        'choose a reason.',
      names: ['Dana Miller’s card'],
    },
    undo: {
      says: 'Check this book out to Dana, then undo it with {key:undo}.',
      names: [],
    },
    paper: {
      says:
        'The printer runs out of paper. Open the training devices with {key:training} and take the paper out. Check ' +
        'the book out to Dana and press Enter: her receipt waits. Load paper, and it comes.',
      names: ['Dana Miller’s card'],
    },
    drawer: {
      says:
        'Open the cash drawer for the day: press {key:drawer} and count the float, $100.00, as the list says. The ' +
        'drawer opens. Shut it in the training devices, {key:training}.',
      names: [],
    },
    shelf: {
      says: 'Read a shelf: press {key:shelf}, then scan the three books from left to right.',
      names: [],
    },
    lock: {
      says: 'You leave for a moment. Lock the desk with {key:lock}, then type your PIN, 246810, and press Enter.',
      names: [],
    },
  } satisfies Readonly<Record<string, Task>> as Readonly<
    Record<
      | 'out'
      | 'decide'
      | 'book-drop'
      | 'renew'
      | 'find'
      | 'hold'
      | 'hand-over'
      | 'explain'
      | 'waive'
      | 'undo'
      | 'paper'
      | 'drawer'
      | 'shelf'
      | 'lock',
      Task
    >
  >,
  summary: (done: number, skipped: number) =>
    `The practice shift is over: ${n(done, 'task', 'tasks')} done${skipped === 0 ? '' : `, ${skipped} skipped`}. ` +
    'You are ready for the desk. Press {key:help} whenever you are not sure.',
  /** The person at a practice desk. */
  person: 'Practice Clerk',
  desk: 'Practice desk',
  /** A number in the tray that no library has. */
  unknown: 'Unknown barcode',
}
