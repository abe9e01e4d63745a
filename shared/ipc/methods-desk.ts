/** The methods of the desk screen: each answers with the snapshot. */
import { z } from 'zod'
import { outsideDate } from '../kernel/outside-date.ts'
import { modifiersSchema } from '../desk/modifiers.ts'
import { pageRefSchema } from '../desk/page.ts'
import { deskModeSchema } from '../desk/screen.ts'
import {
  accountAct,
  accountView,
  asSent,
  barcode,
  branchCode,
  commandId,
  EXAMPLE_ID,
  initials,
  libraryAct,
  libraryView,
  method,
  type MethodSpec,
  newPin,
  nothing,
  ofPatron,
  rowId,
  snapshotReply,
  TEXT_LENGTH_MAX,
} from './method.ts'

/** Why an act is not undone. */
const UNDO_REFUSALS = ['undo-final', 'undo-done', 'undo-too-old', 'undo-forgotten', 'undo-overtaken'] as const

export const DESK_METHODS = {
  'desk.snapshot': method({
    does: 'What the desk shows now. Changes nothing.',
    permission: 'anyone',
    confidentiality: 'patron',
    changes: false,
    input: nothing,
    output: snapshotReply,
    refusals: [],
    example: {},
  }),
  'desk.scan': method({
    does: 'Hands a scan or a typed line to the desk: a card, a book, a badge. The desk does the right thing.',
    permission: 'anyone',
    confidentiality: 'patron',
    changes: true,
    input: z.strictObject({
      commandId,
      text: asSent(z.string().max(TEXT_LENGTH_MAX)),
      /** `slow-scan`: at a pace that a person can type at; it is good for everything but a badge. */
      source: z.enum(['scan', 'slow-scan', 'typed']),
    }),
    output: snapshotReply,
    refusals: ['desk-not-set-up', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, text: '21234000123456', source: 'scan' },
  }),
  'desk.answer': method({
    does: 'Answers a row that waits for a decision with one of its keys; key "0" leaves it (Esc).',
    ...accountAct,
    input: z.strictObject({ commandId, row_id: rowId, key: z.string().regex(/^[0-9]$/, 'a digit') }),
    refusals: ['choice-unknown', 'rows-undecided', 'command-changed', 'recording-stopped'],
    passes_on: true,
    example: { commandId: EXAMPLE_ID, row_id: 'r3', key: '1' },
  }),
  'desk.finish': method({
    does: 'Ends this patron or this cart. Refused while a row waits for a decision.',
    ...accountView,
    input: nothing,
    refusals: ['rows-undecided'],
    example: {},
  }),
  'desk.clear': method({
    does: 'Esc on the empty line: closes the patron and clears the screen. Changes no record.',
    ...accountView,
    input: nothing,
    refusals: ['rows-undecided'],
    example: {},
  }),
  'desk.mode': method({
    does:
      'Takes scans in one way, with nobody open and no page shown. Asked again, nothing changes; with `is_toggling`, ' +
      'as the check-in key has it, a second `in` puts the book drop on or off (`desk.modify` says which).',
    ...accountView,
    input: z.strictObject({ mode: deskModeSchema, is_toggling: z.boolean().optional() }),
    refusals: ['rows-undecided'],
    example: { mode: 'in' },
  }),
  'desk.drop-waiting': method({
    does:
      'Takes away the last of the scans that wait for an answer; nothing was recorded for it. The id of any other ' +
      'changes nothing.',
    ...accountView,
    input: z.strictObject({ waiting_id: commandId }),
    refusals: [],
    example: { waiting_id: EXAMPLE_ID },
  }),
  'desk.modify': method({
    does: 'Puts modifiers on or off that hold for every scan: book drop, a day for returns, amnesty, a longer loan.',
    permission: 'staff',
    ...libraryView,
    input: modifiersSchema.partial(),
    refusals: ['amnesty-off'],
    example: { is_book_drop: true },
  }),
  'desk.undo': method({
    does:
      'Undoes the last act at this desk by further entries, as long as the library lets it be undone. Where that is ' +
      'not the clerk’s own, or cannot be undone, it names it, and the act that the next call undoes.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['nothing-to-undo', ...UNDO_REFUSALS, 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
  'desk.undo-act': method({
    does:
      'Undoes one act, by any entry of it, such as from a loan’s row or the work log. What another clerk did takes ' +
      'a grant of its own: without it a second person is asked.',
    ...accountAct,
    input: z.strictObject({ commandId, event: z.string().min(1).max(120) }),
    refusals: ['undo-unknown', ...UNDO_REFUSALS, 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, event: 'K4N7QW.1.12' },
  }),
  'desk.renew-all': method({
    does: 'Renews everything the open patron has out, with the reason for each that could not.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['nobody-open', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
  'desk.renew': method({
    does: 'Renews one loan by its item barcode, at the desk: says so on the screen, or why not.',
    ...accountAct,
    input: z.strictObject({ commandId, item_barcode: barcode }),
    refusals: ['item-unknown', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457' },
  }),
  'desk.set-due': method({
    does: 'Sets the due date of one loan of the open account by hand. Without the grant a second person is asked.',
    ...accountAct,
    // It may be the day on which the patron's card expires.
    input: z.strictObject({ commandId, item_barcode: barcode, due_on: ofPatron(outsideDate.clone()) }),
    refusals: [
      'nobody-open',
      'patron-gone',
      'item-unknown',
      'due-date-not-theirs',
      'due-date-stands',
      'due-date-past',
      'due-date-same',
      'due-date-after-expiry',
      'due-date-too-far',
      'due-date-closed',
      'command-changed',
      'recording-stopped',
    ],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457', due_on: '2026-12-18' },
  }),
  'desk.recall': method({
    does:
      'Recalls a loan for somebody who waits: cuts its due date and makes the notice for whoever has it. ' +
      'Without the grant a second person is asked.',
    ...accountAct,
    input: z.strictObject({ commandId, item_barcode: barcode }),
    refusals: [
      'item-unknown',
      'patron-gone',
      'recall-not-out',
      'due-date-stands',
      'recall-twice',
      'recall-nobody-waits',
      'recall-no-gain',
      'command-changed',
      'recording-stopped',
    ],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457' },
  }),
  'desk.go': method({
    does:
      'Goes to a page: the account, an item, a title, who was here lately. null closes the page. One that this role ' +
      'may not open is asked of a second person; data in takes one’s own role; the recovery key has its own method.',
    ...accountView,
    input: z.strictObject({ page: pageRefSchema.nullable() }),
    refusals: ['nobody-open', 'patron-gone', 'page-empty', 'not-permitted', 'own-pin-needed'],
    example: { page: { place: 'item', about: '31234000123457' } },
  }),
  'desk.back': method({
    does: 'Back to where the page was come to from, in the end to the rows.',
    ...accountView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'desk.open-patron': method({
    does: 'Opens an account found by name. Where the library asks why, an empty reason goes to the page that asks.',
    ...accountView,
    input: z.strictObject({ patron_id: z.int().positive(), reason: z.string().max(64).optional() }),
    refusals: ['patron-gone', 'rows-undecided', 'reason-unknown'],
    example: { patron_id: 17 },
  }),
  'desk.last-patron': method({
    does: 'Opens the patron who was at the desk before.',
    ...accountView,
    input: nothing,
    refusals: ['nobody-open', 'rows-undecided'],
    example: {},
  }),
  'desk.set-up': method({
    does:
      'First start: names the branch and the desk and makes the first member of staff, who is then signed in; or, ' +
      'with `staff_code`, a person of the imported staff, who becomes a manager with this PIN.',
    permission: 'anyone',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      branch_code: branchCode,
      desk_name: z.string().min(1).max(40),
      staff_name: z.string().min(1).max(80),
      initials,
      pin: newPin,
      /** The person of the imported staff who sets the desk up; then name and initials stay theirs. */
      staff_code: z.string().max(64).optional(),
    }),
    refusals: [
      'already-set-up',
      'branch-unknown',
      'staff-unknown',
      'initials-of-another',
      'pin-short',
      'pin-easy',
      'import-running',
    ],
    example: {
      commandId: EXAMPLE_ID,
      branch_code: 'MAPLE',
      desk_name: 'Desk 2',
      staff_name: 'Rosa Ortiz',
      initials: 'RO',
      pin: '471108',
    },
  }),
  'desk.branch': method({
    does: 'Says which branch this desk stands in, and its name on the strip.',
    permission: 'look-after-desk',
    ...libraryView,
    input: z.strictObject({ branch_code: branchCode, desk_name: z.string().min(1).max(40) }),
    refusals: ['approval-asked', 'branch-unknown'],
    example: { branch_code: 'MAPLE', desk_name: 'Desk 2' },
  }),
  'desk.trust-clock': method({
    does: 'Says that this computer’s clock is right, after the desk had gone on counting by itself.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['approval-asked', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
  'desk.acknowledge-missing': method({
    does:
      'Says that somebody has seen that entries are missing, so that the strip no longer tells it. Does nothing when ' +
      'nothing is missing.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
} as const satisfies Record<string, MethodSpec>
