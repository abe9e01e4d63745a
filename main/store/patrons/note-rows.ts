/** Statements on the notes of a patron: current ones, those that block lending, messages to tell. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

export const noteByRef = statement<{ note_ref: string }>()((p) =>
  build
    .selectFrom('patron_note')
    .select(['patron_id', 'note_ref', 'written_on', 'is_blocking', 'is_message'])
    .where('note_ref', '=', p.note_ref),
)
export type NoteRow = NonNullable<(typeof noteByRef)['row']>

/** Every current note: blocking ones first, then messages, then the newest. */
export const notesNow = statement<{ patron_id: PatronId; today: LocalDate }>()((p) =>
  build
    .selectFrom('patron_note')
    .select(['note_ref', 'written_on', 'initials', 'branch_code', 'text', 'is_blocking', 'is_message', 'is_suspension'])
    .select('until_on')
    .where('patron_id', '=', p.patron_id)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', p.today)]))
    .orderBy('is_blocking', 'desc')
    .orderBy('is_message', 'desc')
    .orderBy('written_on', 'desc')
    .orderBy(sql`length(note_ref)`, 'desc')
    .orderBy('note_ref', 'desc'),
)

/** Current blocking notes, in the shape of blocks. */
export const blockingNotes = statement<{ patron_id: PatronId; today: LocalDate }>()((p) =>
  build
    .selectFrom('patron_note')
    .select([sql.lit('note').$castTo<string>().as('kind'), 'until_on', 'text as note'])
    .where('patron_id', '=', p.patron_id)
    .where(sql<boolean>`is_blocking = 1 AND is_suspension = 0`)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', p.today)]))
    .orderBy('written_on', 'desc')
    .orderBy(sql`length(note_ref)`, 'desc')
    .orderBy('note_ref', 'desc'),
)
