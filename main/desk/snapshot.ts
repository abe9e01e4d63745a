/** Draws the session as the snapshot that a screen shows. Reads; changes nothing. */
import { isDataAwaited } from '../journal/settled-to.ts'
import { NOTHING_WAITS, ROWS_SHOWN_MAX, type DeskSnapshot } from '../../shared/desk/screen.ts'
import type { Session } from '../../shared/desk/session/session.ts'
import type { DocumentKind } from '../../shared/receipt/document.ts'
import type { Speech } from '../../shared/words/speech.ts'
import { besideOf } from '../../shared/desk/beside.ts'
import { duesNow, NO_ROWS } from '../../shared/desk/tally.ts'
import { waitingName } from '../../shared/desk/words/words-waiting.ts'
import { instant } from '../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import { countStaff } from '../store/policy/library-rows.ts'
import type { Desk } from './desk.ts'
import { deskZone } from '../library/here.ts'
import { closedPlaces } from './approvals/page-approval.ts'
import { jobsOnStrip } from './pages/devices/jobs.ts'
import { printerSaid } from './papers/queueing.ts'
import { drawersOnStrip } from './pages/devices/drawers.ts'
import { devicesOnStrip } from './pages/devices/strip.ts'
import { trainingNow } from './pages/devices/training.ts'
import { pageNow } from './places.ts'
import { modifierBanner } from './loans/modifying.ts'
import { patronPanel } from './patrons/panel.ts'
import { finishWords, papersBeside } from './papers/keeping.ts'
import { documentsOn } from './papers/print-shown.ts'
import { practiceNow } from './staff/practice.ts'
import { roleName } from '../library/staff-known.ts'
import { speechOf, tongueNow } from './clerk-language.ts'
import { undoLabel } from './loans/undo-label.ts'
import { logoOnScreen } from './upkeep/devices/logo/logo.ts'
import { troubleOf } from './upkeep/witnessing.ts'
import type { Library } from '../library/library.ts'

export function snapshotOf(desk: Desk): DeskSnapshot {
  const { session } = desk
  const zone = deskZone(desk.library)
  const { staff } = session
  // While the desk is locked the staff member is named, and nothing about a patron goes to the screen.
  const isHere = staff !== null && session.lock === null
  const page = isHere ? pageNow(desk) : null
  const patron = isHere && session.patron_id !== null ? patronPanel(desk, session.patron_id, zone) : null
  const papers = isHere ? [...papersBeside(desk)] : []
  const place = page?.ref.place ?? null
  const practice = practiceNow(desk)
  return {
    version: session.version,
    stage: stageOf(desk),
    mode: session.mode,
    modifiers: [...modifierBanner(desk)],
    ...tongueNow(desk),
    strip: strip(desk, zone),
    rescue: null,
    asked_pin: askedPin(session),
    staff: staff && { ...staff, role_name: roleName(desk.library, speechOf(desk).words, staff.role) },
    patron,
    band: session.band,
    rows: isHere ? session.rows.slice(0, ROWS_SHOWN_MAX).map((one) => one.row) : [],
    rows_count: isHere ? session.rows.length : 0,
    waiting: isHere ? waitingNow(session, speechOf(desk)) : NOTHING_WAITS,
    asked_row_id: isHere ? askedRow(session) : null,
    page,
    totals: totals(isHere ? session : { rows: [], tally: NO_ROWS }, zone, speechOf(desk)),
    closed_places: [...closedPlaces(desk)],
    beside: besideOf({
      place,
      mode: session.mode,
      is_patron_open: patron !== null,
      papers_count: papers.length,
    }),
    papers,
    logo: logoOnScreen(desk.library, papersInSight(papers, page)),
    finish_label: finishLabel(desk),
    undo_label: isHere ? undoLabel(desk) : '',
    recovered: recoveredFor(session),
    practice,
    training: isHere ? trainingNow(desk, practice?.scans.map(({ text }) => text) ?? []) : null,
    wedge: desk.devices.wedge.setup,
  }
}

function papersInSight(papers: DeskSnapshot['papers'], page: DeskSnapshot['page']): readonly DocumentKind[] {
  return [...papers, ...(page === null ? [] : documentsOn(page))].map(({ kind }) => kind)
}

function waitingNow({ waiting, is_waiting_held, ran }: Session, { words }: Speech): DeskSnapshot['waiting'] {
  const scans = waiting.map((scan) => ({
    waiting_id: scan.waiting_id,
    says: waitingName(words, scan),
    barcode: scan.title === '' ? '' : scan.barcode,
  }))
  return { scans, is_held: is_waiting_held, ran: [...ran] }
}

function askedPin({ badge, staff, lock }: Session): DeskSnapshot['asked_pin'] {
  if (badge === null) return null
  const isNamed = lock === null || badge.staff.staff_code === staff?.staff_code
  return { for: badge.for, name: isNamed ? badge.staff.name : '', row_id: badge.row_id }
}

function stageOf(desk: Desk): DeskSnapshot['stage'] {
  const { staff, lock } = desk.session
  if (staff && lock !== null) return 'locked'
  if (staff) return desk.library.here() === null ? 'set-up' : 'desk'
  return isSetUp(desk.library) ? 'sign-in' : 'set-up'
}

/**
 * Set up once there is a branch and a staff member who can sign in: from then on nothing is open to whoever stands
 * there. Where the library's data was lost the branch waits for it, and the desk stays theirs.
 */
export function isSetUp(library: Library): boolean {
  const isBranchKnown = library.here() !== null || isDataAwaited(library.db)
  return isBranchKnown && (library.db.get(countStaff, {})?.staff_count ?? 0) > 0
}

function strip(desk: Desk, zone: ZoneName): DeskSnapshot['strip'] {
  const { library } = desk
  const { asOf } = library
  return {
    branch_name: library.here()?.name ?? '',
    desk_name: library.deskName,
    zone,
    data_as_of_ms: asOf,
    data_as_of_text: asOf === null ? '' : speechOf(desk).moment(asOf),
    trouble: troubleOf(library, speechOf(desk)),
    is_sample: library.is_sample,
    devices: devicesOnStrip(desk, speechOf(desk)),
    jobs: jobsOnStrip(desk, speechOf(desk)),
    receipt_printer: printerSaid(desk),
    drawers: drawersOnStrip(desk),
  }
}

/** In full to a person who is signed in; without what was done to anybody else. */
function recoveredFor({ staff, lock, recovered, recovered_outside }: Session): string {
  if (lock !== null || recovered === '') return ''
  return staff === null ? recovered_outside : recovered
}

/** The row that asks for a reason: the next typed digit answers it. */
function askedRow({ rows, tally }: Session): string | null {
  if (tally.waiting_count === 0) return null
  return rows.find(({ pending }) => pending?.ask === 'reason')?.row.row_id ?? null
}

function totals(shown: Pick<Session, 'rows' | 'tally'>, zone: ZoneName, speech: Speech): DeskSnapshot['totals'] {
  const { acts, undecided_count } = shown.tally
  return {
    out_count: acts.out,
    in_count: acts.in,
    renewed_count: acts.renew,
    other_count: acts.used + acts.seen,
    undecided_count,
    due_range_text: dueRange(duesNow(shown), zone, speech),
  }
}

function dueRange(dues: readonly number[], zone: ZoneName, { words, date }: Speech): string {
  if (dues.length === 0) return ''
  const say = (due_at_ms: number): string => date(toLocalDate(instant(due_at_ms), zone))
  const first = say(Math.min(...dues))
  const last = say(Math.max(...dues))
  const { due, due_range } = words.screen.bottom
  return first === last ? due(first) : due_range(first, last)
}

function finishLabel(desk: Desk): string {
  const { mode } = desk.session
  const { finish } = speechOf(desk).words.screen.bottom
  if (mode === 'out') return finishWords(desk) ?? finish.clear
  return mode === 'in' ? finish.cart : finish.round
}
