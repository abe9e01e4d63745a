/** English for undoing: what an act is called, what its undo left, and why something was not undone. */
import type { ActName } from '../../../journal/undo-acts.ts'
import type { ChargeKind } from '../../../ledger/charge-kinds.ts'

/** After "Undo ", and before ": The Hobbit". */
const ACTS: Readonly<Record<ActName, string>> = {
  'check-out': 'checkout',
  'check-in': 'check-in',
  'check-in-out': 'check-in and checkout',
  renewal: 'renewal',
  recall: 'recall',
  'due-date': 'due date',
  claim: 'claim',
  'claim-end': 'end of claim',
  lost: 'lost item',
  status: 'status',
  answer: 'answer',
  hold: 'hold',
  'hold-end': 'end of hold',
  'hold-change': 'change to hold',
  waive: 'waiver',
  void: 'void',
  credit: 'credit',
  money: 'adjustment',
  charge: 'charge',
  note: 'note',
  pickup: 'permission to pick up',
  use: 'in-library use',
  mark: 'item status',
  edit: 'item edit',
  merge: 'merge',
  apart: 'note of two people',
  registration: 'registration',
  'patron-edit': 'change to patron record',
  'card-renewal': 'card renewal',
  card: 'new card',
  'card-lost': 'card reported lost',
  guardian: 'guardian',
  'guardian-end': 'end of guardianship',
  family: 'family link',
  'family-end': 'end of family link',
}

/** After an amount: "$5.00 fine removed". */
const CHARGES: Readonly<Record<ChargeKind, string>> = {
  overdue: 'fine',
  lost: 'lost item charge',
  processing: 'processing fee',
  damaged: 'damage charge',
  part: 'missing part charge',
  rental: 'rental fee',
  card: 'card fee',
  manual: 'charge',
  other: 'fee',
  credit: 'credit',
}

export const UNDO = {
  row: 'Undone',
  offer: (act: ActName) => `Undo ${ACTS[act]}`,
  wish: (act: ActName, title: string) => `Undo ${ACTS[act]}${title === '' ? '' : `: ${title}`}`,
  act: (act: ActName, title: string) => (title === '' ? ACTS[act] : `${ACTS[act]} of ${title}`),
  undid: (act: ActName) => `Undid ${ACTS[act]}`,
  /** In the work log: another clerk did it, and this role may not undo that. */
  asks: 'Undo needs a supervisor',
  heading: (title: string) => `Undone: ${title}`,
  whose: (who: string) => `It was for ${who}`,
  again_out: (name: string) => (name === '' ? 'It is checked out again' : `It is checked out again to ${name}`),
  not_out: (name: string) => (name === '' ? 'It is no longer checked out' : `It is no longer checked out to ${name}`),
  due_again: (due: string) => `It is due ${due} again`,
  as_before: (act: ActName) => `The ${ACTS[act]} is undone`,
  removed: (amount: string, kind: ChargeKind) => `${amount} ${CHARGES[kind]} removed`,
  owed_again: (amount: string, kind: ChargeKind) => `${amount} ${CHARGES[kind]} owed again`,
  refund_again: (amount: string) => `The library owes ${amount} again`,
  refund_gone: (amount: string) => `The library no longer owes ${amount}`,
  /** Said at the first press, which undoes nothing. */
  look: {
    cannot: (what: string) => `The last action cannot be undone: ${what}`,
    /** `what`: an entry of the work log, such as "Removed a note". */
    final: (what: string) => `The last action was: ${what}. {key:undo} does not undo it`,
    /** After a payment, by the letter of its row. */
    void_it: (letter: string) =>
      `To take the payment back, void its receipt: {key:drawer}, the receipt, then ${letter}`,
    of_other: (act: string, who: string) => `The last action was by ${who}: ${act}`,
    /** `who`: "D. M. …3455"; empty: `title` came back, or the record is gone. */
    of_patron: (act: ActName, who: string, title: string) => {
      if (title !== '') return `The last action was the ${ACTS[act]} of ${title}`
      return `The last action was for ${who === '' ? 'another patron' : who}: ${ACTS[act]}`
    },
    before: (act: string) => `The action before it: ${act}. Press {key:undo} again to undo it`,
    again: 'Press {key:undo} again to undo it',
    none_before: 'Nothing before it can be undone',
  },
}
