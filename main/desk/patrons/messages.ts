/** What is to be told to a patron when their account opens. Must never be told while somebody else is open. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { notesNow } from '../../store/patrons/note-rows.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'

const TOLD_MAX = 3

/** As a person wrote them, the newest first. They stand beside the account until they are marked as told. */
export function messagesFor(library: Library, patron_id: PatronId): readonly string[] {
  const notes = library.db.all(notesNow, { patron_id, today: here(library).today })
  const messages = notes.filter((note) => note.is_message === 1).slice(0, TOLD_MAX)
  return messages.map((note) => note.text)
}
