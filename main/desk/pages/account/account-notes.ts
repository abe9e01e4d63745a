/** Notes on the open patron: what stops lending, messages to tell, then the newest; each by whom, when, where. */
import type { Act, PageRow, Section } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { isAboutAddress } from '../../../../shared/policy/facts.ts'
import { SUSPENDED } from '../../../circulation/accounts/account.ts'
import { notesNow } from '../../../store/patrons/note-rows.ts'
import { blockText } from '../../patrons/stops.ts'
import type { AccountNow } from './account-now.ts'
import { act, callOf, cell, field, row, table } from '../make.ts'

export function accountNotes(now: AccountNow): readonly Section[] {
  const { desk, speech, account, today } = now
  const words = speech.words.pages.account.notes
  const { note, kind } = words.columns
  const notes = desk.library.db.all(notesNow, { patron_id: account.row.patron_id, today })
  const blocks = account.blocks.filter(({ kind }) => kind !== 'note' && kind !== SUSPENDED)
  if (notes.length + blocks.length === 0) return []
  return [
    table({
      section_id: 'notes',
      heading: words.heading,
      columns: [note, kind],
      rows: [...blocks.map((one, at) => blockRow(now, one, at)), ...notes.map((one) => noteRow(now, one))],
      empty: words.empty,
    }),
  ]
}

/** A block that came with the library's data: it is lifted there, or by a check of the address. */
function blockRow(
  { speech }: AccountNow,
  { kind, until_on, note }: AccountNow['account']['blocks'][number],
  at: number,
) {
  const words = speech.words.pages.account.notes
  const until = until_on === null ? [] : [words.until_day(speech.date(localDate(until_on)))]
  const ends = isAboutAddress({ kind }) ? words.block_ends_by_check : words.block_of_data
  return row({
    row_id: `block ${at}`,
    cells: [cell(blockText(speech, { kind, note })), cell(words.blocks, 'stop')],
    notes: [[ends, ...until].join(', ')],
  })
}

function noteRow({ desk, speech }: AccountNow, note: NonNullable<(typeof notesNow)['row']>): PageRow {
  const words = speech.words.pages.account.notes
  const { note_ref, branch_code, written_on, until_on } = note
  const isBlock = note.is_blocking === 1
  const isMessage = note.is_message === 1
  const written = written_on === null ? '' : speech.date(localDate(written_on))
  const where = branch_code === '' ? '' : (desk.library.branch(branch_code)?.name ?? branch_code)
  const until = until_on === null ? '' : words.until_day(speech.date(localDate(until_on)))
  const by = [note.initials ?? '', written, where, until].filter((part) => part !== '').join(', ')
  return row({
    row_id: `note ${note_ref}`,
    cells: [
      cell(note.is_suspension === 1 ? speech.words.refusals.suspended.short : note.text),
      cell(isBlock ? words.blocks : isMessage ? words.message : '', isBlock ? 'stop' : 'warn'),
    ],
    notes: by === '' ? [] : [by],
    acts: [
      ...(isMessage ? [act({ key: 'D', label: words.told, call: callOf('note.told', { note_ref }) })] : []),
      act({
        key: 'R',
        label: isBlock ? words.remove_block : words.remove,
        call: callOf('note.remove', { note_ref }),
        says: isBlock ? words.remove_block_says : words.remove_says,
      }),
    ],
  })
}

const KINDS = ['note', 'block', 'message'] as const

export function noteActs({ speech }: AccountNow): readonly Act[] {
  const words = speech.words.pages.account.notes
  const options = KINDS.map((value) => ({ value, label: words.kinds[value] }))
  return [
    act({
      key: 'N',
      label: words.write,
      call: callOf('note.write', {}),
      asks: [
        field('text', words.text, 'long-text', { is_required: true }),
        field('kind', words.kind, 'choice', { value: 'note', is_required: true, options }),
        field('until_on', words.until, 'date', { hint: words.until_hint }),
      ],
    }),
  ]
}
