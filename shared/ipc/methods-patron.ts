/** The methods about the open account: notes and messages. Each answers with the snapshot. */
import { z } from 'zod'
import { outsideDate } from '../kernel/outside-date.ts'
import { accountAct, commandId, EXAMPLE_ID, method, type MethodSpec, ofLines, ofPatron } from './method.ts'

const noteRef = z.string().min(1).max(120)
const recorded = ['command-changed', 'recording-stopped', 'import-running'] as const

/** A note for the desk; one that stops lending until it is taken off; a message to tell the patron. */
export const NOTE_KINDS = ['note', 'block', 'message'] as const

export const PATRON_METHODS = {
  'note.write': method({
    does: 'Writes a note on the open account: for the desk, one that stops lending, or a message to tell the patron.',
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
    does: 'Takes a note off the open account. One that stops lending needs a role that may, or a second person.',
    ...accountAct,
    input: z.strictObject({ commandId, note_ref: noteRef }),
    refusals: ['nobody-open', 'patron-gone', 'note-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, note_ref: 'D2.1.7' },
  }),
  'note.told': method({
    does: 'The message was told to the patron: it is taken off the account.',
    ...accountAct,
    input: z.strictObject({ commandId, note_ref: noteRef }),
    refusals: ['nobody-open', 'patron-gone', 'note-unknown', ...recorded],
    example: { commandId: EXAMPLE_ID, note_ref: 'D2.1.7' },
  }),
} as const satisfies Record<string, MethodSpec>
