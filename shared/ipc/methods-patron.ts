/** The methods about the open account: notes and messages. Each answers with the snapshot. */
import { z } from 'zod'
import { pageRefSchema } from '../desk/page.ts'
import { outsideDate } from '../kernel/outside-date.ts'
import {
  accountAct,
  commandId,
  EXAMPLE_ID,
  method,
  type MethodSpec,
  ofLines,
  ofPatron,
  OWN_PIN_REFUSALS,
  ownPin,
  patronPin,
} from './method.ts'

const noteRef = z.string().min(1).max(120)
const recorded = ['command-changed', 'recording-stopped', 'import-running'] as const

/** A note for the desk; one that stops lending until it is taken off; a message to tell the patron. */
export const NOTE_KINDS = ['note', 'block', 'message'] as const

const draftOf = {
  page: pageRefSchema,
  /** The row and the call of the form: what makes it this form on this page. */
  act: z.string().min(1).max(600),
  /** Whose account is open, where the page is about them; null for a page about no patron. */
  patron_id: z.int().positive().nullable(),
}
const draftMethod = { permission: 'staff', confidentiality: 'patron', changes: false } as const

export const PATRON_METHODS = {
  'draft.keep': method({
    does: 'Saves a form as filled in so far, for this clerk alone, until it is sent, discarded or too old.',
    ...draftMethod,
    input: z.strictObject({ ...draftOf, texts: z.record(z.string().max(100), ofLines(z.string().max(2000))) }),
    output: z.strictObject({ says: z.string() }),
    refusals: ['recording-stopped', 'import-running'],
    example: {
      page: { place: 'account', about: '' },
      act: 'note.write',
      patron_id: 1,
      texts: { text: 'Picks up for her' },
    },
  }),
  'draft.drop': method({
    does: 'Deletes the draft of a form.',
    ...draftMethod,
    input: z.strictObject(draftOf),
    output: z.strictObject({}),
    refusals: ['recording-stopped', 'import-running'],
    example: { page: { place: 'account', about: '' }, act: 'note.write', patron_id: 1 },
  }),
  'note.write': method({
    does: 'Adds a note to the open account: for the desk, one that blocks checkout, or a message to tell the patron.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      kind: z.enum(NOTE_KINDS),
      text: ofLines(ofPatron(z.string().max(2000))),
      /** The last day it is kept; null: until it is taken off. */
      until_on: outsideDate.nullable(),
    }),
    refusals: ['nobody-open', 'patron-gone', 'text-missing', 'until-past', ...recorded],
    example: { commandId: EXAMPLE_ID, kind: 'note', text: 'Picks up for her neighbour', until_on: null },
  }),
  'note.remove': method({
    does:
      'Removes a note from the open account. For one that blocks checkout, takes the grant or a second person’s ' +
      'approval.',
    ...accountAct,
    input: z.strictObject({ commandId, note_ref: noteRef }),
    refusals: ['nobody-open', 'patron-gone', 'note-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, note_ref: 'D2.1.7' },
  }),
  'note.told': method({
    does: 'Removes a message from the account after the patron was told.',
    ...accountAct,
    input: z.strictObject({ commandId, note_ref: noteRef }),
    refusals: ['nobody-open', 'patron-gone', 'note-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, note_ref: 'D2.1.7' },
  }),
} as const satisfies Record<string, MethodSpec>

/** About the PIN of a patron: they stand among the methods about cards. */
export const PATRON_PIN_METHODS = {
  'patron.set-pin': method({
    does: 'Sets the PIN of the open patron, who types it twice.',
    ...accountAct,
    permission: 'set-patron-pin',
    input: z.strictObject({
      commandId,
      pin: patronPin,
      pin_again: patronPin,
      /** Where nobody else works at the library and a second person would be asked. */
      own_pin: ownPin,
    }),
    refusals: [
      'nobody-open',
      'patron-gone',
      'pins-differ',
      'patron-pin-short',
      'patron-pin-easy',
      'account-unseen',
      ...OWN_PIN_REFUSALS,
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, pin: '2580', pin_again: '2580' },
  }),
  'patron.clear-pin': method({
    does: 'Takes the PIN of the open patron away, who forgot it or told somebody.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['nobody-open', 'patron-gone', 'patron-pin-none', ...recorded],
    example: { commandId: EXAMPLE_ID },
  }),
} as const satisfies Record<string, MethodSpec>
