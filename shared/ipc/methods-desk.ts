/** The methods of the desk screen: each answers with the snapshot. */
import { z } from 'zod'
import { deviceCodeSchema } from '../devices/setup.ts'
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
const UNDO_REFUSALS = [
  'undo-final',
  'undo-done',
  'undo-too-old',
  'undo-forgotten',
  'undo-overtaken',
  'undo-record-used',
  'undo-record-changed',
] as const

export const DESK_METHODS = {
  'desk.snapshot': method({
    does: 'Returns what the desk shows now. Changes nothing.',
    permission: 'anyone',
    confidentiality: 'patron',
    changes: false,
    input: nothing,
    output: snapshotReply,
    refusals: [],
    example: {},
  }),
  'desk.scan': method({
    does: 'Sends the desk a scan or a typed line: a library card, an item, a badge. The desk acts on it.',
    permission: 'anyone',
    confidentiality: 'patron',
    changes: true,
    input: z.strictObject({
      commandId,
      text: asSent(z.string().max(TEXT_LENGTH_MAX)),
      /** `slow-scan`: at a pace that a person can type at; it is good for everything but a badge. */
      source: z.enum(['scan', 'slow-scan', 'typed']),
      /** The device that read it, where it is no keyboard: it may be for one side of the desk. */
      scanner: deviceCodeSchema.optional(),
    }),
    output: snapshotReply,
    refusals: ['desk-not-set-up', 'rows-undecided', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, text: '21234000123456', source: 'scan' },
  }),
  'desk.answer': method({
    does: 'Answers a row that needs a decision, by the digit of a choice. "0" skips the row (Esc).',
    ...accountAct,
    input: z.strictObject({ commandId, row_id: rowId, key: z.string().regex(/^[0-9]$/, 'a digit') }),
    refusals: ['choice-unknown', 'rows-undecided', 'command-changed', 'recording-stopped'],
    passes_on: true,
    example: { commandId: EXAMPLE_ID, row_id: 'r3', key: '1' },
  }),
  'desk.finish': method({
    does: 'Finishes with this patron or this cart. Refused while a row needs a decision.',
    ...accountView,
    input: nothing,
    refusals: ['rows-undecided'],
    example: {},
  }),
  'desk.clear': method({
    does: 'Closes the patron and clears the screen, as Esc on an empty scan line does. Changes no record.',
    ...accountView,
    input: nothing,
    refusals: ['rows-undecided'],
    example: {},
  }),
  'desk.mode': method({
    does:
      'Sets the scan mode, and closes the patron and the page. Setting the same mode again changes nothing; with ' +
      '`is_toggling`, which the check-in key sends, a second `in` turns book drop on or off. To set it to one or the ' +
      'other, use `desk.modify`.',
    ...accountView,
    input: z.strictObject({ mode: deskModeSchema, is_toggling: z.boolean().optional() }),
    refusals: ['rows-undecided'],
    example: { mode: 'in' },
  }),
  'desk.drop-waiting': method({
    does: 'Removes the last waiting scan, for which nothing was recorded. The id of any other scan changes nothing.',
    ...accountView,
    input: z.strictObject({ waiting_id: commandId }),
    refusals: [],
    example: { waiting_id: EXAMPLE_ID },
  }),
  'desk.modify': method({
    does: 'Turns modifiers on or off for later scans: book drop, back date, amnesty, no holds, longer loan.',
    permission: 'staff',
    ...libraryView,
    input: modifiersSchema.partial(),
    refusals: ['amnesty-off'],
    example: { is_book_drop: true },
  }),
  'desk.undo': method({
    does:
      'Undoes the last act at this desk with reversing entries, within the time that the library allows. If that act ' +
      'is another clerk’s or cannot be undone, says so, and names the act that the next call will undo.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['nothing-to-undo', ...UNDO_REFUSALS, 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
  'desk.undo-act': method({
    does:
      'Undoes one act, given any of its entries, such as one from a loan or the work log. Without the grant to undo ' +
      'another clerk’s act, asks for a second person’s approval.',
    ...accountAct,
    input: z.strictObject({ commandId, event: z.string().min(1).max(120) }),
    refusals: ['undo-unknown', ...UNDO_REFUSALS, 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, event: 'K4N7QW.1.12' },
  }),
  'desk.renew-all': method({
    does: 'Renews everything the open patron has out, with the reason for each item not renewed.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['nobody-open', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
  'desk.renew': method({
    does: 'Renews one loan by its item barcode at the desk, and shows the result on the screen.',
    ...accountAct,
    input: z.strictObject({ commandId, item_barcode: barcode }),
    refusals: ['item-unknown', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457' },
  }),
  'desk.set-due': method({
    does:
      'Sets the due date of one of the open patron’s loans by hand. Without the grant, asks for a second person’s ' +
      'approval.',
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
      'Recalls an item for a waiting patron: cuts its due date and makes the recall notice. Without the grant, asks ' +
      'for a second person’s approval.',
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
      'Opens a page, such as the account, an item, a title or the recent patrons; null closes the page. For a page ' +
      'that the role does not allow, asks for a second person’s approval. A second person cannot approve importing ' +
      'data; the recovery key has its own method.',
    ...accountView,
    input: z.strictObject({ page: pageRefSchema.nullable() }),
    refusals: ['nobody-open', 'patron-gone', 'page-empty', 'not-permitted', 'own-pin-needed'],
    example: { page: { place: 'item', about: '31234000123457' } },
  }),
  'desk.back': method({
    does: 'Goes back to the page before this one, or from the first page to the rows.',
    ...accountView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'desk.open-patron': method({
    does: 'Opens an account found by name or typed card. If a reason is asked, an empty one opens the page that asks.',
    ...accountView,
    input: z.strictObject({
      patron_id: z.int().positive(),
      reason: z.string().max(64).optional(),
      /** The number that was typed; empty or left out: it was found without one. */
      card_barcode: z.string().max(64).optional(),
    }),
    refusals: ['patron-gone', 'rows-undecided', 'reason-unknown'],
    example: { patron_id: 17 },
  }),
  'desk.last-patron': method({
    does: 'Opens the last patron who was at this desk.',
    ...accountView,
    input: nothing,
    refusals: ['nobody-open', 'rows-undecided'],
    example: {},
  }),
  'desk.set-up': method({
    does:
      'Sets up a new desk: names the branch and the desk, adds the first staff member and signs them in. With ' +
      '`staff_code`, makes that person from the imported staff a manager with this PIN instead.',
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
    does: 'Sets which branch this desk is in, and the desk’s name.',
    permission: 'look-after-desk',
    ...libraryView,
    input: z.strictObject({ branch_code: branchCode, desk_name: z.string().min(1).max(40) }),
    refusals: ['approval-asked', 'branch-unknown'],
    example: { branch_code: 'MAPLE', desk_name: 'Desk 2' },
  }),
  'desk.trust-clock': method({
    does: 'Confirms that this computer’s clock is right, after the desk stopped trusting it.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['approval-asked', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
  'desk.acknowledge-missing': method({
    does: 'Acknowledges missing entries, so that the screen no longer reports them. Does nothing if none are missing.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
} as const satisfies Record<string, MethodSpec>
