/**
 * Forms that are half filled in, kept for the clerk who typed them: nothing half-written is lost to a scan, the lock or
 * a crash. No facts, so they are rows beside the journal and never sealed. Must never be shown to another clerk, nor
 * keep a PIN.
 */
import type { FormDraft, PageRef } from '../../../shared/desk/page.ts'
import { draftAbout } from '../../../shared/desk/session/draft-about.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { eventRefText } from '../../../shared/journal/event.ts'
import { brand } from '../../../shared/kernel/brand.ts'
import { patronId, type PatronId } from '../../../shared/kernel/ids.ts'
import { instant, MS_PER_HOUR, type Instant } from '../../../shared/kernel/time.ts'
import { deleteDraft, deleteDraftsBefore, writeDraft } from '../../journal/own-values.ts'
import { draftsOfPage } from '../../store/journal/draft-rows.ts'
import { newestOfSession, openSessions } from '../../store/money/cash-rows.ts'
import { closedSessions } from '../../store/money/close-rows.ts'
import type { Library } from '../../library/library.ts'
import { newPatronAbout } from '../../../shared/patron/new-patron-about.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** The page of a new patron. */
const REGISTERING = 'patron-new'

/** The row number of no patron. */
const NOBODY = brand<PatronId>(0)

/** Fields for secrets are not sent by the screen; a script's are not kept either. */
const SECRET = /(?:^|[^a-z])(?:pin|key_group)(?:[^a-z]|$)/i

/** The texts of a count of cash by the piece: "pieces.2000". */
const COUNTED = /(^|[.])pieces[.]\d+$/

type Kept = { readonly texts: Readonly<Record<string, string>>; readonly kept_at_ms: Instant }

function pageName({ place, about }: PageRef): string {
  return `${place} ${about}`
}

function rowOf({ session }: Desk, { page, act, patron_id }: Input<'draft.drop'>) {
  const staff_code = session.staff?.staff_code ?? ''
  const about = draftAbout(page, patron_id)
  return { staff_code, patron_id: about === null ? NOBODY : patronId(about), page_name: pageName(page), act_name: act }
}

/** @returns when it was kept, as it is shown: "2:14 PM" */
export function keepFormDraft(desk: Desk, input: Input<'draft.keep'>): string {
  const { library } = desk
  const now = library.clock.now()
  const texts = Object.fromEntries(Object.entries(input.texts).filter(([name]) => !SECRET.test(name)))
  writeDraft(library.journal, { ...rowOf(desk, input), content: JSON.stringify(texts), kept_at_ms: now })
  return speechOf(desk).moment(now)
}

/** One whose registration waits in a row for a second person stays: nobody may come. */
export function dropFormDraft(desk: Desk, input: Input<'draft.drop'>): void {
  if (isRegistrationWaiting(desk, input.page)) return
  deleteDraft(desk.library.journal, rowOf(desk, input))
}

function isRegistrationWaiting({ session }: Desk, { place, about }: PageRef): boolean {
  if (place !== REGISTERING) return false
  return session.rows.some(({ pending }) => {
    if (!pending || !('wish' in pending) || pending.wish.act !== 'call') return false
    const { method, input } = pending.wish
    return method === 'patron.register' && registeredAbouts(input as RegistrationInput).includes(about)
  })
}

type RegistrationInput = Pick<Input<'patron.register'>, 'family_of' | 'barcode'>

/** Of which forms it may have been sent: that of a person, or of an organization. */
function registeredAbouts({ family_of, barcode }: RegistrationInput): readonly string[] {
  if (family_of !== null) return [newPatronAbout({ family_of: patronId(family_of), barcode })]
  return [false, true].map((is_organization) => newPatronAbout({ family_of, barcode, is_organization }))
}

/** Somebody is registered: what the clerk had typed of them is done with. */
export function dropRegistrationDraft(desk: Desk, input: RegistrationInput): void {
  for (const about of registeredAbouts(input)) {
    const page = { place: REGISTERING, about } as const
    for (const { act } of draftsHere(desk, page)) {
      deleteDraft(desk.library.journal, rowOf(desk, { page, act, patron_id: null }))
    }
  }
}

/** Those of this page that the clerk at the desk typed. */
export function draftsHere(desk: Desk, ref: PageRef): FormDraft[] {
  const { library, session } = desk
  const patron_id = draftAbout(ref, session.patron_id) ?? NOBODY
  const since_ms = oldestKept(library)
  const staff_code = session.staff?.staff_code ?? ''
  return library.db
    .all(draftsOfPage, { staff_code, patron_id, page_name: pageName(ref), since_ms })
    .map(({ act_name, content, kept_at_ms }) => ({
      act: act_name,
      texts: JSON.parse(content) as Record<string, string>,
      kept_at_ms: instant(kept_at_ms),
    }))
    .filter((one) => !isCountOutdated(library, one))
    .map(({ kept_at_ms, ...one }) => ({ ...one, kept_at: speechOf(desk).moment(kept_at_ms) }))
}

/** Something was done at a drawer since: half a count of what was in it before is no count of it. */
function isCountOutdated({ db, journal }: Library, { texts, kept_at_ms }: Kept): boolean {
  if (!Object.keys(texts).some((name) => COUNTED.test(name))) return false
  // Where a drawer was closed since, so was the one that was closed last.
  const sessions = [...db.all(openSessions, {}), ...db.all(closedSessions, { limit: 1 })]
  return sessions.some(({ session_ref }) => {
    const place = db.get(newestOfSession, { session_ref })
    if (place === null) return false
    const { epoch, seq } = place
    const newest = journal.event(eventRefText({ terminal: journal.terminal, epoch, seq }))
    return newest !== null && newest.head.at_ms > kept_at_ms
  })
}

function oldestKept(library: Library): Instant {
  return instant(library.clock.now() - library.policy().settings.drafts_kept_hours_count * MS_PER_HOUR)
}

/** Deletes those that are too old. @returns how many */
export function forgetDrafts(library: Library): number {
  return deleteDraftsBefore(library.journal, oldestKept(library))
}
