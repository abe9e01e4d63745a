/**
 * What those who look after the desk or its staff are told of at their next sign-in: the key shown, a backup, an
 * export, data in, a restore, changed staff, roles or lock time, their own acts too, since a desk can be left open.
 * Read from the journal; only up to where each person has read is kept.
 */
import { z } from 'zod'
import { eventRefText, parseEvent, type DeskEvent, type EventKind } from '../../../shared/journal/event.ts'
import { went, wentBack } from '../../../shared/desk/session/session-pages.ts'
import { changed, type SessionStaff } from '../../../shared/desk/session/session.ts'
import { needsLongPin } from '../../../shared/staff/pin-strength.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import { roleGrants } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import { readListedAfter } from '../../store/journal/journal-rows.ts'
import type { Desk } from '../desk.ts'

const KINDS = [
  'recovery-key-shown',
  'backup-made',
  'journal-exported',
  'data-imported',
  'idle-lock-changed',
  'epoch-opened',
  'staff-changed',
  'policy-changed',
] as const satisfies readonly EventKind[]

/** More than anybody reads; older ones are in the work log. */
const TOLD_MAX = 200

const NEWS_READ = 'news_read'
const placeSchema = z.strictObject({ epoch: z.int(), seq: z.int() })
const readSchema = z.record(z.string(), placeSchema)

/** By staff member. */
function allRead(library: Library): z.infer<typeof readSchema> {
  const read = readSchema.safeParse(JSON.parse(readOwn(library.db, NEWS_READ) || '{}'))
  return read.success ? read.data : {}
}

/** Changes of the rules are told by their history; of roles, and of how staff prove who they are, here. */
function isNews(event: DeskEvent): boolean {
  if (event.kind === 'epoch-opened') return event.body.restored !== null
  if (event.kind !== 'policy-changed') return true
  const { table, key } = event.body
  return table === 'role' || table === 'role_grant' || key === 'is_badge_pin_asked'
}

function isTold(library: Library, { role }: SessionStaff): boolean {
  return needsLongPin(roleGrants(library), role)
}

/** Newest first; none for a role that looks after neither. */
export function newsFor(library: Library, staff: SessionStaff): readonly DeskEvent[] {
  if (!isTold(library, staff)) return []
  const { epoch: epoch_count, seq: seq_count } = allRead(library)[staff.staff_code] ?? { epoch: 0, seq: 0 }
  const found = KINDS.flatMap((kind) =>
    library.db
      .all(readListedAfter, { kind, epoch_count, seq_count, limit: TOLD_MAX })
      .map((row) => parseEvent(row.content)),
  )
  const newest = found
    .filter(isNews)
    .toSorted(({ head: one }, { head: other }) => other.epoch - one.epoch || other.seq - one.seq)
  return newest.slice(0, TOLD_MAX)
}

/** Shows it to a person who has just signed in, unless they are in the middle of something. */
export function tellNews(desk: Desk, staff: SessionStaff): void {
  const { page, patron_id, lock } = desk.session
  // Where the library's data was lost there is no branch yet, and so no zone to tell a time in.
  const isBusy = page !== null || patron_id !== null || lock !== null || desk.library.here() === null
  if (isBusy || newsFor(desk.library, staff).length === 0) return
  desk.session = went(desk.session, { place: 'news', about: '' })
}

/** The person at the desk has read everything up to this entry: "TERMINAL.epoch.seq". */
export function readNews(desk: Desk, through: string): void {
  const { library, session } = desk
  const upTo = session.staff && newsFor(library, session.staff).find((one) => eventRefText(one.head) === through)
  if (session.staff && upTo) markRead(library, session.staff.staff_code, upTo.head)
  desk.session = session.page?.place === 'news' ? wentBack(session) : changed(session)
}

function markRead(library: Library, staff_code: string, { epoch, seq }: z.infer<typeof placeSchema>): void {
  writeOwn(library.journal, { [NEWS_READ]: JSON.stringify({ ...allRead(library), [staff_code]: { epoch, seq } }) })
}

/** Who sets the desk up knows what happened until then. */
export function beginNews(library: Library, staff_code: string): void {
  markRead(library, staff_code, library.journal.head)
}
