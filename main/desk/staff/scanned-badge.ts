/**
 * A scanned badge whose owner types a PIN next: asks for it, and says whose badge the PIN completes. The badge is only
 * remembered in the session; the PIN is checked in pin-check.ts.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { badgeFor, withBadge, withoutBadge } from '../../../shared/desk/session/session-badge.ts'
import { withBand, type ScannedBadge, type SessionStaff } from '../../../shared/desk/session/session.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import { isBadgePinAsked } from '../../../shared/staff/pin-strength.ts'
import { roleGrants } from '../../library/grants.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** Whether this badge is not enough for this. Somebody who is signed in already needs no PIN to be greeted. */
export function needsPin(desk: Desk, badge: SessionStaff, purpose: ScannedBadge['for']): boolean {
  const { staff, lock } = desk.session
  if (purpose === 'sign-in' && lock === null && staff?.staff_code === badge.staff_code) return false
  const { settings } = desk.library.policy()
  return isBadgePinAsked(settings, roleGrants(desk.library), badge.role, purpose)
}

/**
 * Asks for the PIN of the badge's owner, by the title of the row that it approves: other rows may wait too. A locked
 * desk names nobody.
 */
export function askPin(
  desk: Desk,
  badge: SessionStaff,
  purpose: ScannedBadge['for'],
  { row_id, title }: { readonly row_id: string; readonly title: string } = { row_id: '', title: '' },
): void {
  const { badge_read, pin_next } = speechOf(desk).words.outcomes.answer
  const name = desk.session.lock === null ? badge.name : ''
  const asked = withBadge(desk.session, { staff: badge, for: purpose, row_id }, desk.library.clock.now())
  desk.session = withBand(asked, plainBand('decide', badge_read(name), ...(title === '' ? [] : [title]), pin_next))
}

/** Starts over: the screen is as if no badge had been scanned. */
export function dropBadge(desk: Desk): void {
  if (desk.session.badge !== null) desk.session = { ...withoutBadge(desk.session), band: null }
}

/** Material or a card goes on with the work of the person who is signed in: the other badge is forgotten. */
export function forgetComingBadge(desk: Desk): void {
  const { badge, staff, lock } = desk.session
  if (badge?.for === 'sign-in' && staff !== null && lock === null) desk.session = withoutBadge(desk.session)
}

/** The owner of the badge that a PIN without initials completes; null where initials were typed. */
export function badgeOfPin(
  desk: Desk,
  initials: string,
  purpose: ScannedBadge['for'],
  row_id = '',
): Refusal | { readonly owner: SessionStaff | null } {
  if (initials.trim() !== '') return { owner: null }
  const badge = badgeFor(desk.session, purpose, row_id)
  return badge === null ? refuse('badge-over') : { owner: badge.staff }
}
