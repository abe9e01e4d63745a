/** Draws the session as the snapshot a screen shows. Reads; changes nothing. */
import { ROWS_SHOWN_MAX, type DeskSnapshot } from '../../shared/desk/screen.ts'
import { undecidedCount, type Session } from '../../shared/desk/session.ts'
import { sayDate, sayMoment } from '../../shared/desk/say-date.ts'
import { instant } from '../../shared/kernel/time.ts'
import { parseZoneName, toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import { must } from '../../shared/kernel/assert.ts'
import { countStaff } from '../store/library-rows.ts'
import type { Desk } from './context.ts'
import { patronPanel } from './panel.ts'

/** Before a branch is chosen there is no library zone yet; nothing that matters is computed in this one. */
export const ZONE_BEFORE_SET_UP = must(parseZoneName('UTC'), 'UTC is known everywhere')

export function deskZone(desk: Desk): ZoneName {
  return desk.library.here()?.zone ?? ZONE_BEFORE_SET_UP
}

export function snapshotOf(desk: Desk): DeskSnapshot {
  const { session } = desk
  const zone = deskZone(desk)
  const staff = session.staff
  const stage = staff ? 'desk' : isSetUp(desk) ? 'sign-in' : 'set-up'
  return {
    version: session.version,
    stage,
    mode: session.mode,
    strip: strip(desk, zone),
    staff: staff && { ...staff },
    patron: staff && session.patron_id !== null ? patronPanel(desk, session.patron_id, zone) : null,
    band: session.band,
    rows: staff ? session.rows.slice(0, ROWS_SHOWN_MAX).map((one) => one.row) : [],
    rows_count: session.rows.length,
    totals: totals(session, zone, desk),
    finish_label: finishLabel(session),
    recovered: session.recovered,
  }
}

/** Set up once there is a branch to stand in and somebody to sign in. */
export function isSetUp(desk: Desk): boolean {
  return desk.library.here() !== null && (desk.store.desk.get(countStaff, {})?.staff_count ?? 0) > 0
}

function strip(desk: Desk, zone: ZoneName): DeskSnapshot['strip'] {
  const asOf = desk.library.asOf
  const today = toLocalDate(desk.clock.now(), zone)
  return {
    branch_name: desk.library.here()?.name ?? '',
    desk_name: desk.library.deskName,
    zone,
    central: 'alone',
    data_as_of_ms: asOf,
    data_as_of_text: asOf === null ? 'no library data yet' : sayMoment(asOf, zone, today),
    unsent_count: 0,
    trouble: desk.clock.trouble(),
  }
}

function totals(session: Session, zone: ZoneName, desk: Desk): DeskSnapshot['totals'] {
  const count = (act: string): number => session.rows.filter((one) => one.act === act).length
  const dues = session.rows.flatMap((one) => (one.due_at_ms === null || one.act === 'none' ? [] : [one.due_at_ms]))
  return {
    out_count: count('out'),
    in_count: count('in'),
    renewed_count: count('renew'),
    undecided_count: undecidedCount(session),
    due_range_text: dueRange(dues, zone, desk),
  }
}

function dueRange(dues: readonly number[], zone: ZoneName, desk: Desk): string {
  if (dues.length === 0) return ''
  const today = toLocalDate(desk.clock.now(), zone)
  const say = (due_at_ms: number): string => sayDate(toLocalDate(instant(due_at_ms), zone), today)
  const first = say(Math.min(...dues))
  const last = say(Math.max(...dues))
  return first === last ? `Due ${first}` : `Due ${first} to ${last}`
}

function finishLabel(session: Session): string {
  if (session.mode === 'in') return 'Done with this cart'
  return session.patron_id === null ? 'Clear' : 'Finish'
}
