/**
 * Who looked at whose record, where the library keeps that: one entry each time an account opens at a desk, before any
 * of it is shown; and the reason, where the library asks for one. Must never open an account that it could not log.
 */
import { went } from '../../../shared/desk/session/session-pages.ts'
import type { PageRef } from '../../../shared/desk/page.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { isViewReason } from '../../../shared/patron/privacy.ts'
import type { Session } from '../../../shared/desk/session/session.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { viewsByStaff, viewsOfPatron, type ViewRow } from '../../store/privacy/privacy-rows.ts'
import { allStaff } from '../../store/policy/staff-rows.ts'
import { actorOf, type Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import { ownCommand } from '../../library/follow.ts'
import { here } from '../../library/here.ts'
import { personName } from '../../search/search-patrons.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

/** How the account was reached: its card scanned or its number typed, picked by name or from a page, or by a script. */
export type ViewPlace = 'card' | 'typed' | 'name' | 'script'

/** Logs that this record is being viewed. The command is the desk's own, so that no card number is sealed with it. */
export function noteView(library: Library, actor: Actor, patron_id: PatronId, place: ViewPlace, reason = ''): void {
  const { is_view_audited, is_view_reason_required } = library.policy().settings
  if (!is_view_audited && !is_view_reason_required) return
  const body = { viewed_on: here(library).today, place, reason }
  const draft = { kind: 'record-viewed', body } as const
  record(library, actor, ownCommand(library, 'view'), [draft], { parties: new Map([[draft, patron_id]]) })
}

/** Whether the library requires a reason because this account is opened without its card. */
export function isReasonMissing(desk: Desk, patron_id: PatronId, reason: string): boolean {
  const { is_view_reason_required } = desk.library.policy().settings
  return is_view_reason_required && reason === '' && desk.session.patron_id !== patron_id
}

/** A script looks at a record: that is kept, once it said why where the library asks. @returns why it may not */
export function viewedByScript(desk: Desk, patron_id: PatronId, reason: string): Refusal | null {
  if ((reason !== '' && !isViewReason(reason)) || isReasonMissing(desk, patron_id, reason))
    return refuse('reason-unknown', { reason })
  noteView(desk.library, actorOf(desk), patron_id, 'script', reason)
  return null
}

const WHY = 'why '

/**
 * Asks for the reason; the account opens with the answer, and nothing of it is shown before.
 * @param card_barcode the number that was typed; empty: it was found without one
 */
export function askReason(desk: Desk, patron_id: PatronId, card_barcode = ''): void {
  desk.session = went(desk.session, { place: 'privacy', about: `${WHY}${patron_id} ${card_barcode}`.trimEnd() })
}

/** The page from which an account is opened: where it was asked why, the one before. */
export function openingPage({ page, pages_before }: Session): PageRef | null {
  const isAsking = (one: PageRef | null): boolean => one?.place === 'privacy' && askedAbout(one.about) !== null
  return isAsking(page) ? (pages_before.findLast((one) => !isAsking(one)) ?? null) : page
}

/** The record and the typed card of a page that asks why; null for any other. */
export function askedAbout(about: string): { readonly patron_id: number; readonly card_barcode: string } | null {
  const match = about.startsWith(WHY) ? /^(\d{1,15})(?: (.+))?$/.exec(about.slice(WHY.length)) : null
  return match ? { patron_id: Number(match[1]), card_barcode: match[2] ?? '' } : null
}

export type View = Output<'privacy.views'>['views'][number]

function shownViews(library: Library, rows: readonly ViewRow[]): View[] {
  const initials = new Map(library.db.all(allStaff, {}).map((one) => [one.staff_code, one.initials]))
  return rows.map(({ place_kind: place, ...row }) => {
    const person = library.db.get(patronById, { patron_id: row.patron_id })
    return {
      ...row,
      place,
      name: person ? personName(person) : '',
      initials: initials.get(row.staff_code) ?? row.staff_code,
    }
  })
}

export function viewsOf(library: Library, patron_id: PatronId, limit: number): View[] {
  return shownViews(library, library.db.all(viewsOfPatron, { patron_id, limit }))
}

export function viewsBy(library: Library, staff_code: string, limit: number): View[] {
  return shownViews(library, library.db.all(viewsByStaff, { staff_code, limit }))
}
