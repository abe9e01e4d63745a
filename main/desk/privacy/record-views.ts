/**
 * Who looked at whose record, where the library keeps that: one entry each time an account opens at a desk, before any
 * of it is shown; and the reason, where the library asks for one. Must never open an account that it could not log.
 */
import { went } from '../../../shared/desk/session/session-pages.ts'
import type { PageRef } from '../../../shared/desk/page.ts'
import type { Session } from '../../../shared/desk/session/session.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { viewsByStaff, viewsOfPatron, type ViewRow } from '../../store/privacy/privacy-rows.ts'
import { allStaff } from '../../store/policy/staff-rows.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import { ownCommand } from '../../library/follow.ts'
import { here } from '../../library/here.ts'
import { personName } from '../../search/search-patrons.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

/** How the account was reached: its card was scanned, it was picked by name or from a page, or a script asked. */
export type ViewPlace = 'card' | 'name' | 'script'

/** Logs that this record is being viewed. The command is the desk's own, so that no card number is sealed with it. */
export function noteView(library: Library, actor: Actor, patron_id: PatronId, place: ViewPlace, reason = ''): void {
  const { is_view_audited, is_view_reason_asked } = library.policy().settings
  if (!is_view_audited && !is_view_reason_asked) return
  const body = { viewed_on: here(library).today, place, reason }
  const draft = { kind: 'record-viewed', body } as const
  record(library, actor, ownCommand(library, 'view'), [draft], { parties: new Map([[draft, patron_id]]) })
}

/** Whether the library requires a reason because this account is opened without its card. */
export function isReasonMissing(desk: Desk, patron_id: PatronId, reason: string): boolean {
  const { is_view_reason_asked } = desk.library.policy().settings
  return is_view_reason_asked && reason === '' && desk.session.patron_id !== patron_id
}

const WHY = 'why '

/** Asks for the reason; the account opens with the answer, and nothing of it is shown before. */
export function askReason(desk: Desk, patron_id: PatronId): void {
  desk.session = went(desk.session, { place: 'privacy', about: `${WHY}${patron_id}` })
}

/** The page from which an account is opened: where it was asked why, the one before. */
export function openingPage({ page, pages_before }: Session): PageRef | null {
  const isAsked = page?.place === 'privacy' && askedAbout(page.about) !== null
  return isAsked ? (pages_before.at(-1) ?? null) : page
}

/** The record number of a page that asks why; null for any other. */
export function askedAbout(about: string): number | null {
  const match = about.startsWith(WHY) ? /^\d{1,15}$/.exec(about.slice(WHY.length)) : null
  return match ? Number(match[0]) : null
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
