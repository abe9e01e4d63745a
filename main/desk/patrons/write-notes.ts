/**
 * Notes on the open account: written, taken off, told. The words are kept beside the sealed journal, where they can be
 * erased alone. Must never touch a note of anyone but the open patron.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { noteByRef, type NoteRow } from '../../store/patrons/note-rows.ts'
import { askApproval } from '../approvals/asking.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { recordAndSay } from './record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { may } from '../../library/grants.ts'
import { here } from '../../library/here.ts'
import { openPatron } from './open-patron.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

export function writeNote(desk: Desk, command: Command, input: Input<'note.write'>): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const text = input.text.trim()
  if (text === '') return refuse('text-missing')
  const { kind, until_on } = input
  const { today } = here(desk.library)
  if (until_on !== null && until_on < today) return refuse('until-past', { on: localDate(until_on) })
  const to = new Gathering()
  const kinds = { is_blocking: kind === 'block', is_message: kind === 'message', is_suspension: false }
  const body = { written_on: today, ...kinds, until_on }
  to.about(patron_id, { kind: 'note-written', body }, text)
  const { date, words } = speechOf(desk)
  const { note } = words.outcomes.patron
  const fact = until_on === null ? '' : note.until(date(localDate(until_on)))
  const said = { title: note.title, happened: note.written[kind], fact, sentences: [note.means[kind]], is_quiet: true }
  recordAndSay(desk, command, to, said)
  return null
}

export function removeNote(desk: Desk, command: Command, input: Input<'note.remove'>): Refusal | null {
  const note = ownNote(desk, input.note_ref)
  if ('code' in note) return note
  const { words, date } = speechOf(desk)
  const { removed, block_removed } = words.outcomes.patron.note
  if (note.is_blocking === 1 && !may(desk.library, actorOf(desk), 'remove-block')) {
    const { note_ref } = input
    const title = words.outcomes.wish.note(note.written_on === null ? '' : date(note.written_on))
    askApproval(desk, { method: 'note.remove', input: { note_ref }, grant: 'remove-block', reach: 0 }, title)
    return null
  }
  return takeOff(desk, command, note, 'removed', note.is_blocking === 1 ? block_removed : removed)
}

/** The message was told, so that nobody tells it twice. */
export function noteTold(desk: Desk, command: Command, input: Input<'note.told'>): Refusal | null {
  const note = ownNote(desk, input.note_ref)
  if ('code' in note) return note
  const { told } = speechOf(desk).words.outcomes.patron.note
  return note.is_message === 1 ? takeOff(desk, command, note, 'told', told) : refuse('note-unknown')
}

function ownNote(desk: Desk, note_ref: string): NoteRow | Refusal {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const note = desk.library.db.get(noteByRef, { note_ref })
  return note?.patron_id === patron_id ? note : refuse('note-unknown')
}

function takeOff(desk: Desk, command: Command, note: NoteRow, reason: 'removed' | 'told', happened: string): null {
  const to = new Gathering()
  to.about(note.patron_id, { kind: 'note-removed', body: { note_ref: note.note_ref, reason } })
  // Its words are gone from the account right away, and from beside the journal once it can no longer be undone.
  const { title } = speechOf(desk).words.outcomes.patron.note
  recordAndSay(desk, command, to, { title, happened, fact: '', sentences: [], is_final: true, is_quiet: true })
  return null
}
