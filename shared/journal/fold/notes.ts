/** What facts about notes change. */
import { eventRefText, type Folds } from '../event.ts'
import type { NOTE_EVENTS } from '../events/notes.ts'
import type { RowChange } from './rows.ts'

export const NOTE_FOLDS: Folds<typeof NOTE_EVENTS, RowChange> = {
  'note-written': ({ head, body: { written_on, is_blocking, is_message, is_suspension, until_on } }) => {
    const kinds = { is_blocking: Number(is_blocking), is_message: Number(is_message) }
    const about = { written_on, branch_code: head.branch, ...kinds, is_suspension: Number(is_suspension), until_on }
    const row = is_suspension ? { ...about, text: '' } : about
    const links = { has_patron: true, written_by: head.staff, ...(is_suspension ? {} : { words_in: 'text' }) } as const
    return [{ kind: 'row-put', table: 'patron_note', key: eventRefText(head), row, links }]
  },
  'note-removed': ({ body: { note_ref } }) => [{ kind: 'row-dropped', table: 'patron_note', key: note_ref }],
}
