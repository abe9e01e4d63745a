/** Notes on the open patron: what stops lending, messages to tell, then the newest; each by whom, when, where. */
import type { Act, PageRow, Section } from '../../../../shared/desk/page.ts'
import { sayDate } from '../../../../shared/kernel/say-date.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { notesNow } from '../../../store/patrons/note-rows.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, cell, field, row, table } from '../make.ts'

export function accountNotes(now: AccountNow): Section {
  const { desk, account, today } = now
  const notes = desk.library.db.all(notesNow, { patron_id: account.row.patron_id, today })
  return table({
    section_id: 'notes',
    heading: 'Notes',
    columns: ['Note', 'Kind', 'By', 'Written', 'Until'],
    rows: notes.map((note) => noteRow(now, note)),
    empty: 'No notes. N writes one.',
  })
}

function noteRow({ desk, today }: AccountNow, note: NonNullable<(typeof notesNow)['row']>): PageRow {
  const { note_ref, branch_code, written_on, until_on } = note
  const isBlock = note.is_blocking === 1
  const isMessage = note.is_message === 1
  const written = written_on === null ? '' : sayDate(localDate(written_on), today)
  const where = branch_code === '' ? '' : (desk.library.branch(branch_code)?.name ?? branch_code)
  return row({
    row_id: `note ${note_ref}`,
    cells: [
      cell(note.text),
      cell(isBlock ? 'stops lending' : isMessage ? 'tell them' : '', isBlock ? 'stop' : 'warn'),
      cell(note.initials, 'quiet'),
      cell([written, where].filter((part) => part !== '').join(', '), 'quiet'),
      cell(until_on === null ? '' : sayDate(localDate(until_on), today), 'quiet'),
    ],
    acts: [
      ...(isMessage ? [act({ key: 'D', label: 'Told', call: callOf('note.told', { note_ref }) })] : []),
      act({
        key: 'R',
        label: isBlock ? 'Take the block off' : 'Take it off',
        call: callOf('note.remove', { note_ref }),
        says: isBlock ? 'Lending is open again then.' : 'It is gone from the account then.',
      }),
    ],
  })
}

const KINDS = [
  { value: 'note', label: 'Note for the desk' },
  { value: 'block', label: 'Stops lending until it is taken off' },
  { value: 'message', label: 'Message: tell them when they come' },
]

export function noteActs(): readonly Act[] {
  return [
    act({
      key: 'N',
      label: 'Write a note',
      call: callOf('note.write', {}),
      asks: [
        field('text', 'What it says', 'long-text', { is_required: true }),
        field('kind', 'It is a', 'choice', { value: 'note', is_required: true, options: KINDS }),
        field('until_on', 'Until', 'date', { hint: 'Empty: until it is taken off' }),
      ],
    }),
  ]
}
