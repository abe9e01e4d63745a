/**
 * Runs the scans that wait, in order, as soon as nothing before them asks: after each request, so that the clerk hears
 * the answer first. Stops where one of them asks. Must never let an item go to another patron than the one whose card
 * was scanned before it.
 */
import { refuse } from '../../../shared/refusals/refusals.ts'
import type { Session } from '../../../shared/desk/session/session.ts'
import {
  heldAfterStop,
  scanAtTurn,
  withNobodysBehind,
  withoutFirstWaiting,
  withRan,
} from '../../../shared/desk/session/waiting.ts'
import type { WaitingScan } from '../../../shared/desk/session/waiting-scan.ts'
import { cardByBarcode } from '../../store/patrons/patron-rows.ts'
import { commandOf } from '../../library/command.ts'
import { keepRefusedRows } from '../approvals/refused-acts.ts'
import { catchUp } from '../catch-up.ts'
import type { Desk } from '../desk.ts'
import { sayRefused, scan as actOn } from '../scan.ts'

/**
 * @param before the session before the request
 * @throws what the first scan threw that could not be carried out, once the others have run
 */
export function runWaiting(desk: Desk, before: Session): void {
  if (desk.session.waiting.length === 0) return
  desk.session = heldAfterStop(desk.session, before)
  const faults: unknown[] = []
  for (let scan = scanAtTurn(desk.session); scan !== null; scan = scanAtTurn(desk.session)) {
    try {
      runOne(desk, scan)
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw faults[0]
}

function runOne(desk: Desk, scan: WaitingScan): void {
  const before = desk.session
  const turn = withoutFirstWaiting(before)
  desk.session = turn
  try {
    carryOut(desk, scan)
  } catch (fault) {
    desk.session = turn
    if (!showRecorded(desk, scan)) sayRefused(desk, scan.barcode, [refuse('waiting-lost')])
    throw fault
  } finally {
    if (isLostCard(desk, before, scan)) desk.session = withNobodysBehind(desk.session)
    desk.session = withRan(heldAfterStop(desk.session, before), before, scan)
    keepRefusedRows(desk, before)
  }
}

function carryOut(desk: Desk, scan: WaitingScan): void {
  if (showRecorded(desk, scan)) return
  if (scan.what === 'nobodys') return sayRefused(desk, scan.barcode, [refuse('waiting-lost')])
  actOn(desk, commandOfScan(scan), scan, true)
}

const commandOfScan = ({ waiting_id: commandId, text, source }: WaitingScan): ReturnType<typeof commandOf> =>
  commandOf('desk.scan', { commandId, text, source } as { commandId: string })

/** The station stopped between record and answer: what was recorded is shown, and nothing is done twice. */
function showRecorded(desk: Desk, scan: WaitingScan): boolean {
  const command = commandOfScan(scan)
  const past = desk.library.journal.past(command.command_id)
  if (past === null) return false
  catchUp(desk, past.events, command)
  return true
}

/** A number that the desk does not know may be a card of a library whose cards are not 14 digits. */
function isLostCard(desk: Desk, before: Session, { what, barcode }: WaitingScan): boolean {
  if (what === 'card') return !isOpen(desk, barcode)
  const { band, bands_count } = desk.session
  return what === 'other' && bands_count > before.bands_count && band?.outcome === 'stop'
}

function isOpen({ library, session }: Desk, barcode: string): boolean {
  const card = library.db.get(cardByBarcode, { barcode })
  return card !== null && card.patron_id === session.patron_id
}
