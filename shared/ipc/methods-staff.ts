/** The methods about staff: approving, locking, staff records, PINs, and what was done at this desk. */
import { z } from 'zod'
import { languageSchema } from '../kernel/language.ts'
import {
  accountAct,
  commandId,
  EXAMPLE_ID,
  initials,
  initialsOrBadge,
  libraryAct,
  libraryView,
  limit,
  method,
  type MethodSpec,
  newPin,
  newPinOrNone,
  nothing,
  roleCode,
  rowId,
  typedPin,
} from './method.ts'

const staffCode = z.string().min(1).max(64)
const person = {
  name: z.string().trim().min(1).max(80),
  initials,
  role: roleCode,
  /** Empty for none. */
  badge_barcode: z.string().trim().max(40),
}
const PERSON = { name: 'Ben Cole', initials: 'BC', role: 'staff', badge_barcode: '29999000000026' } as const

export const STAFF_METHODS = {
  'approval.give': method({
    does: 'A second person approves a row by initials (or a badge’s number) and PIN. A badge is scanned instead.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      row_id: rowId,
      initials: initialsOrBadge,
      pin: typedPin,
    }),
    refusals: [
      'approval-over',
      'approver-same',
      'approver-not-permitted',
      'sign-in-failed',
      'sign-in-paused',
      'command-changed',
      'recording-stopped',
    ],
    passes_on: true,
    example: { commandId: EXAMPLE_ID, row_id: 'r3', initials: 'WZ', pin: '1357' },
  }),
  'desk.lock': method({
    does: 'Locks the desk and keeps everything: the same person’s badge or PIN brings it back.',
    permission: 'staff',
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'staff.list': method({
    does: 'Everybody who works here, and who did.',
    permission: 'edit-staff',
    confidentiality: 'library',
    changes: false,
    input: nothing,
    output: z.strictObject({
      staff: z.array(z.strictObject({ staff_code: z.string(), ...person, is_active: z.boolean() })),
    }),
    refusals: ['not-permitted'],
    example: {},
  }),
  'staff.add': method({
    does: 'Adds a member of staff, who can sign in at once.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({ commandId, ...person, pin: newPin }),
    refusals: [
      'role-unknown',
      'initials-taken',
      'badge-taken',
      'pin-short',
      'pin-easy',
      'import-running',
      'not-permitted',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, ...PERSON, pin: '2580' },
  }),
  'staff.edit': method({
    does: 'Changes name, initials, role or badge of a member of staff.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      staff_code: staffCode,
      ...person,
      /** Needed for a role that asks for a longer PIN than the one before. */
      new_pin: newPinOrNone,
    }),
    refusals: [
      'staff-unknown',
      'role-unknown',
      'initials-taken',
      'badge-taken',
      'pin-needed',
      'pin-short',
      'pin-easy',
      'last-manager',
      'import-running',
      'not-permitted',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, staff_code: 'bcole', ...PERSON },
  }),
  'staff.set-pin': method({
    does: 'Gives a member of staff a new PIN.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({ commandId, staff_code: staffCode, new_pin: newPin }),
    refusals: ['staff-unknown', 'pin-short', 'pin-easy', 'import-running', 'not-permitted', 'command-changed'],
    example: { commandId: EXAMPLE_ID, staff_code: 'bcole', new_pin: '2580' },
  }),
  'staff.set-own-pin': method({
    does: 'Changes the PIN of whoever is signed in, who types the one before first.',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({ commandId, pin: typedPin, new_pin: newPin }),
    refusals: ['sign-in-failed', 'sign-in-paused', 'pin-short', 'pin-easy', 'import-running', 'command-changed'],
    example: { commandId: EXAMPLE_ID, pin: '471108', new_pin: '2580' },
  }),
  'staff.set-language': method({
    does: 'Chooses the language that whoever is signed in reads at this desk, from now on.',
    permission: 'staff',
    ...libraryView,
    input: z.strictObject({ language: languageSchema }),
    refusals: [],
    example: { language: 'es' },
  }),
  'staff.close': method({
    does: 'Ends a member of staff’s access. What they recorded keeps their name.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({ commandId, staff_code: staffCode }),
    refusals: ['staff-unknown', 'staff-is-you', 'last-manager', 'import-running', 'not-permitted', 'command-changed'],
    example: { commandId: EXAMPLE_ID, staff_code: 'bcole' },
  }),
  'staff.reopen': method({
    does: 'Lets somebody who had left sign in again, with PIN and badge of before; their role too, unless it is given.',
    permission: 'edit-staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      staff_code: staffCode,
      /** Needed where the former role is gone. */
      role: roleCode.optional(),
    }),
    refusals: [
      'staff-unknown',
      'role-unknown',
      'pin-needed',
      'initials-taken',
      'import-running',
      'not-permitted',
      'command-changed',
    ],
    example: { commandId: EXAMPLE_ID, staff_code: 'bcole' },
  }),
  'work-log.list': method({
    does: 'The last acts at this desk, newest first. Names no patron; titles only while the loan can still be traced.',
    permission: 'see-work-log',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ limit: limit.default(50) }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          event: z.string(),
          kind: z.string(),
          at_ms: z.int(),
          at_text: z.string(),
          initials: z.string(),
          what: z.string(),
          item: z.string(),
          notes: z.string(),
        }),
      ),
    }),
    refusals: ['not-permitted'],
    example: { limit: 50 },
  }),
} as const satisfies Record<string, MethodSpec>
