/**
 * What those who look after the desk or its staff are told of at their next sign-in: the key shown, a backup, an
 * export, data in, a restore, missing entries and who confirmed them, changed staff, roles or lock time, a moved desk,
 * a trusted clock, who is late saved to a file, and that a patron's record was disclosed, exported or erased, never
 * whose. Their own acts too, since a desk can be left open. Read from the journal; only up to where each person has
 * read is kept.
 */
import { z } from 'zod'
import {
  eventRefText,
  parseEvent,
  type DeskEvent,
  type EventBody,
  type EventKind,
} from '../../../shared/journal/event.ts'
import { isAfter, type Place } from '../../../shared/journal/place.ts'
import type { SettingName } from '../../../shared/policy/library-settings.ts'
import { went, wentBack } from '../../../shared/desk/session/session-pages.ts'
import { changed, type SessionStaff } from '../../../shared/desk/session/session.ts'
import { needsLongPin } from '../../../shared/staff/pin-strength.ts'
import { ownDocument, readOwn, writeOwn } from '../../journal/own-values.ts'
import { roleGrants } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import { SETTING } from '../../policy/change-rules.ts'
import { readListedAfter } from '../../store/journal/journal-rows.ts'
import type { Desk } from '../desk.ts'

const KINDS = [
  'recovery-key-shown',
  'backup-made',
  'journal-exported',
  'data-imported',
  'device-set',
  'idle-lock-changed',
  'desk-moved',
  'clock-confirmed',
  'epoch-opened',
  'missing-acknowledged',
  'staff-changed',
  'policy-changed',
  'record-disclosed',
  'patron-exported',
  'list-exported',
  'patrons-exported',
  'patron-erased',
] as const satisfies readonly EventKind[]

/** More than anybody reads at once; those that came after are told once these are read. */
const TOLD_MAX = 200

/** The words of a start that is told. */
type OpeningSaid = 'restored' | 'missing' | 'unproved'

const NEWS_READ = 'news_read'
const placeSchema = z.strictObject({ epoch: z.int(), seq: z.int() })
const readSchema = z.record(z.string(), placeSchema)

/** By staff member. */
function allRead(library: Library): z.infer<typeof readSchema> {
  const read = readSchema.safeParse(ownDocument(readOwn(library.db, NEWS_READ)))
  return read.success ? read.data : {}
}

/** Settings that decide how staff prove who they are, and whether a clerk says why an account is opened. */
const TOLD_SETTINGS: ReadonlySet<string> = new Set<SettingName>(['is_badge_pin_required', 'is_view_reason_required'])

/** Other changes of the rules are told by their history. */
function isNews(event: DeskEvent): boolean {
  if (event.kind === 'epoch-opened') return openingSaid(event.body) !== null
  if (event.kind !== 'policy-changed') return true
  const { table, key } = event.body
  return table === 'role' || table === 'role_grant' || (table === SETTING && TOLD_SETTINGS.has(key))
}

type Opening = EventBody<'epoch-opened'>

/** What a start found that a person may want to hide; null where nothing was odd. */
export function openingSaid({ restored, missing, is_accepted, signer }: Opening): OpeningSaid | null {
  if (restored !== null) return 'restored'
  if (missing.length > 0 || is_accepted) return 'missing'
  return signer?.state === 'other' || signer?.state === 'head-gone' ? 'unproved' : null
}

function isTold(library: Library, { role }: SessionStaff): boolean {
  return needsLongPin(roleGrants(library), role)
}

function listedAfter({ db }: Library, kind: EventKind, { epoch, seq }: Place): readonly DeskEvent[] {
  const rows = db.all(readListedAfter, { kind, epoch, seq, limit: TOLD_MAX })
  return rows.map((row) => parseEvent(row.content))
}

/** The first of one kind after a place: what is no news, however much of it, pushes nothing out. */
function firstOf(library: Library, kind: EventKind, from: Place): readonly DeskEvent[] {
  const found: DeskEvent[] = []
  let after: Place | null = from
  while (after !== null && found.length < TOLD_MAX) {
    const events = listedAfter(library, kind, after)
    found.push(...events.filter(isNews))
    after = events.length < TOLD_MAX ? null : (events.at(-1)?.head ?? null)
  }
  return found
}

/**
 * The first that are not read yet, newest first; none for a role that looks after neither.
 * @param to the last entry to tell; null: none is told
 */
function newsUpTo(library: Library, staff: SessionStaff, to: Place | null): readonly DeskEvent[] {
  if (to === null || !isTold(library, staff)) return []
  const from = allRead(library)[staff.staff_code] ?? { epoch: 0, seq: 0 }
  const found = KINDS.flatMap((kind) => firstOf(library, kind, from)).filter(({ head }) => !isAfter(head, to))
  const oldest = found.toSorted(({ head: one }, { head: other }) => one.epoch - other.epoch || one.seq - other.seq)
  return oldest.slice(0, TOLD_MAX).toReversed()
}

/** What is shown to the person at the desk: nothing that happened since they proved who they are. */
export function newsNow({ library, session: { staff, news_to } }: Desk): readonly DeskEvent[] {
  return staff === null ? [] : newsUpTo(library, staff, news_to)
}

/** Shows it to a person who has just proved who they are, unless they are in the middle of something. */
export function tellNews(desk: Desk, staff: SessionStaff): void {
  const { page, patron_id, lock } = desk.session
  // Where the library's data was lost there is no branch yet, and so no zone to tell a time in.
  const isBusy = page !== null || patron_id !== null || lock !== null || desk.library.here() === null
  const { epoch, seq } = desk.library.journal.head
  if (isBusy || newsUpTo(desk.library, staff, { epoch, seq }).length === 0) return
  desk.session = went({ ...desk.session, news_to: { epoch, seq } }, { place: 'news', about: '' })
}

/** The person at the desk has read everything up to this entry: "TERMINAL.epoch.seq". What came after is told next. */
export function readNews(desk: Desk, through: string): void {
  const { library, session } = desk
  const upTo = newsNow(desk).find((one) => eventRefText(one.head) === through)
  if (session.staff && upTo) markRead(library, session.staff.staff_code, upTo.head)
  const isRead = newsNow(desk).length === 0
  desk.session = session.page?.place === 'news' && isRead ? wentBack(session) : changed(session)
}

function markRead(library: Library, staff_code: string, { epoch, seq }: z.infer<typeof placeSchema>): void {
  writeOwn(library.journal, { [NEWS_READ]: JSON.stringify({ ...allRead(library), [staff_code]: { epoch, seq } }) })
}

/** Who sets the desk up knows what happened until then. */
export function beginNews(library: Library, staff_code: string): void {
  markRead(library, staff_code, library.journal.head)
}
