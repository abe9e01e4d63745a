/** What a scanner of this desk says: which side it is for, and what of it was no scan. */
import type { Screen } from '../../../../shared/devices/display/screens.ts'
import type { JobKind } from '../../../../shared/devices/job.ts'
import type { FromDevicesHost } from '../../../../shared/devices/wire.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { plainBand } from '../../../../shared/desk/words/words.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { openJobsReady } from '../../../journal/queue-jobs.ts'
import { notePracticeOfDevice } from '../../staff/practice.ts'
import { readDevices } from './board.ts'
import { readWedge } from './wedge-board.ts'
import { readWindow } from './window-board.ts'
import { drawersHear } from './drawers/hearing.ts'
import { spoolHears } from './spooler.ts'

/** What this desk keeps of its devices, from its start on. */
export function beginDevices({ devices, library }: Desk): void {
  devices.use(readDevices(library))
  devices.wedge.setup = readWedge(library)
  devices.window.want(readWindow(library))
}

/** Which mode a scan of this scanner is for; null: the one the desk is in. */
export function modeOfScanner(desk: Desk, device_code: string): 'out' | 'in' | null {
  const scanner = desk.devices.own.find((one) => one.device_code === device_code)
  return scanner?.role !== 'scanner' || scanner.side === 'any' ? null : scanner.side
}

/** The devices process said something: the screen shows it. */
export function devicesSaid(desk: Desk, said: FromDevicesHost): void {
  // What a pole display shows is on no screen.
  if (said.kind === 'ended' && desk.devices.poles.ended(said, desk.library.clock.passed_ms())) return
  const misread = desk.devices.said(said)
  const done = jobDone(desk, said)
  drawersHear(desk, said)
  spoolHears(desk, said)
  notePracticeOfDevice(desk, done)
  desk.session = changed(desk.session)
  if (!misread || desk.session.staff === null || desk.session.lock !== null) return
  const { misread: words } = speechOf(desk).words.outcomes.devices
  const band = plainBand('stop', words.heading, words[misread.fault], '', words.again)
  desk.session = withBand(desk.session, { ...band, weight: 'quiet' })
}

/** The job that a device has just done, before the spooler ends it; null: none. */
function jobDone({ library }: Desk, said: FromDevicesHost): JobKind | null {
  if (said.kind !== 'ended' || said.end !== 'done') return null
  return openJobsReady(library.journal).find(({ job_ref }) => job_ref === said.work_ref)?.kind ?? null
}

/** A screen was plugged in or out. */
export function screensSaid(desk: Desk, screens: readonly Screen[]): void {
  desk.devices.window.screens = screens
  desk.session = changed(desk.session)
}
