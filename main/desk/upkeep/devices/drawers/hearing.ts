/**
 * Hears what the devices say of cash drawers, and says what a clerk should know: a pulse that opened nothing, a drawer
 * that is left open, a sensor that says nonsense. Records what was opened by nobody's wish, and settles the pulses of
 * which nobody knew how they ended.
 */
import { deviceFor } from '../../../../../shared/devices/job-choice.ts'
import { drawerOf, isOpenBy } from '../../../../../shared/devices/drawer/drawer-of.ts'
import { needsPerson, notSentBy, notSentTo, type NotSent } from '../../../../../shared/devices/drawer/not-sent.ts'
import type { WatchEvent, WatchSaid } from '../../../../../shared/devices/drawer/watch.ts'
import type { FromDevicesHost } from '../../../../../shared/devices/wire.ts'
import { changed, withBand } from '../../../../../shared/desk/session/session.ts'
import { plainBand } from '../../../../../shared/desk/words/words.ts'
import { MS_PER_MINUTE } from '../../../../../shared/kernel/time.ts'
import { cashRules, drawerCalled } from '../../../../cash/cash-rules.ts'
import { keepKeyOpening, settlePulse, unknownPulses } from '../../../../cash/pulses.ts'
import { giveUpPulse } from '../../../../journal/jobs.ts'
import { openJobsReady, type JobSeen } from '../../../../journal/queue-jobs.ts'
import { speechOf } from '../../../clerk-language.ts'
import type { Desk } from '../../../desk.ts'

const MS_PER_SECOND = 1_000
/** A pulse that was asked for so long before explains a drawer that is found open. */
const EXPLAINS_MS = 5 * MS_PER_MINUTE

type Told = 'not_opened' | 'left_open' | 'nonsense' | 'restless'

/** Must hear a device before its job is ended: only then does it know which pulse it had. */
export function drawersHear(desk: Desk, said: FromDevicesHost): void {
  if (!hasDrawers(desk)) return
  noteSent(desk)
  hear(desk, said)
  for (const drawer of drawersHere(desk)) step(desk, drawer, { kind: 'time' })
  settleSeen(desk)
}

function hear(desk: Desk, said: FromDevicesHost): void {
  if (said.kind === 'host') return hostGone(desk)
  if (said.kind === 'ended') return pulseEnded(desk, said)
  const device_code = said.kind === 'now' ? said.device.device_code : 'device_code' in said ? said.device_code : ''
  if (said.kind === 'printer') desk.devices.drawers.levelIs(device_code, said.printer.drawer_level)
  const device = desk.devices.own.find((one) => one.device_code === device_code)
  const drawer = device ? drawerOf(device) : null
  const is_open = device && isOpenBy(device, said)
  if (drawer !== null && is_open !== undefined) step(desk, drawer, { kind: 'level', is_open })
}

/** What only time brings; and pulses that no device took in time. */
export function drawersWait(desk: Desk): void {
  const { library, devices } = desk
  if (devices.host === 'none' || !hasDrawers(desk)) return
  noteSent(desk)
  for (const drawer of drawersHere(desk)) step(desk, drawer, { kind: 'time' })
  settleSeen(desk)
  const queued = openJobsReady(library.journal).filter(({ kind, status }) => kind === 'drawer' && status === 'queued')
  const { drawers } = devices
  for (const [ref, drawer] of drawers.waiting)
    if (!drawers.wasSent(ref) && !queued.some(({ job_ref }) => job_ref === ref))
      tellNotSent(desk, drawer, whyWaits(desk, drawer))
  drawers.waiting = new Map(queued.map(({ job_ref, drawer }) => [job_ref, drawer]))
  for (const one of queued) if (needsPerson(whyWaits(desk, one.drawer))) giveUp(desk, one)
  for (const [drawer, reason] of drawers.untold) tellNotSent(desk, drawer, reason)
}

/** Why its device has not been given the pulse of a drawer. */
function whyWaits({ devices }: Desk, drawer: string): NotSent {
  const device = deviceFor({ kind: 'drawer', drawer, device_code: '' }, devices.own)
  if (device === null) return 'away'
  const { device_code } = device
  const is_at_work = devices.spool.isAtWork(device_code)
  return notSentTo({ now: devices.now(device_code), printer: devices.printer(device_code), is_at_work })
}

/** Nobody puts a roll in while the patron waits for change: the clerk hears it right away. */
function giveUp(desk: Desk, { job_ref, drawer }: JobSeen): void {
  const reason = whyWaits(desk, drawer)
  giveUpPulse(desk.library.journal, job_ref, desk.library.clock.now())
  desk.devices.drawers.waiting = new Map([...desk.devices.drawers.waiting].filter(([ref]) => ref !== job_ref))
  tellNotSent(desk, drawer, reason)
}

/** The pulses that a device was given since. */
function noteSent(desk: Desk): void {
  for (const { kind, status, job_ref, drawer } of openJobsReady(desk.library.journal)) {
    const isNew = kind === 'drawer' && status === 'taken' && !desk.devices.drawers.wasSent(job_ref)
    if (isNew) step(desk, drawer, { kind: 'pulse-sent', ref: job_ref })
  }
}

/** Nobody hears any more how the pulses ended that its devices had. */
function hostGone(desk: Desk): void {
  for (const [ref, drawer] of desk.devices.drawers.pulses)
    step(desk, drawer, { kind: 'pulse-ended', ref, is_sent: true })
  for (const drawer of drawersHere(desk)) step(desk, drawer, { kind: 'level', is_open: null })
}

function pulseEnded(desk: Desk, { work_ref, end, detail }: Extract<FromDevicesHost, { kind: 'ended' }>): void {
  const pulse = desk.devices.drawers.pulses.find(([ref]) => ref === work_ref)
  if (pulse === undefined) return
  const [ref, drawer] = pulse
  step(desk, drawer, { kind: 'pulse-ended', ref, is_sent: end !== 'not-done' })
  if (end === 'not-done' && detail !== 'canceled') tellNotSent(desk, drawer, notSentBy(detail))
}

/** Also where what opened the last of them was taken out of use, and a clerk waits for its drawer. */
function hasDrawers(desk: Desk): boolean {
  const { pulses, waiting, untold } = desk.devices.drawers
  if (drawersHere(desk).length > 0 || pulses.length > 0 || waiting.size > 0 || untold.size > 0) return true
  return openJobsReady(desk.library.journal).some(({ kind }) => kind === 'drawer')
}

function drawersHere({ devices }: Desk): readonly string[] {
  return [...new Set(devices.own.flatMap((one) => drawerOf(one) ?? []))]
}

function step(desk: Desk, drawer: string, event: WatchEvent): void {
  const { library, devices } = desk
  const left_open_ms = cashRules(library).drawer_left_open_seconds_count * MS_PER_SECOND
  const was_open = devices.drawers.isOpen(drawer)
  const said = devices.drawers.step(drawer, event, library.clock.passed_ms(), left_open_ms)
  for (const one of said) act(desk, drawer, one)
  const is_open = devices.drawers.isOpen(drawer)
  if (was_open === null && is_open === true) explainedBy(desk, drawer)
  if (is_open === true) devices.drawers.untold.delete(drawer)
  if (was_open !== is_open || said.length > 0) desk.session = changed(desk.session)
}

function act(desk: Desk, drawer: string, said: WatchSaid): void {
  switch (said.kind) {
    case 'opened':
      desk.devices.drawers.opened.add(said.ref)
      settlePulse(desk.library, said.ref, true)
      return
    case 'not-opened':
      settlePulse(desk.library, said.ref, false)
      return tell(desk, drawer, 'not_opened')
    case 'key-opened':
      // Where a pulse is unknown, it explains what was opened while the sensor was away.
      if (said.reason === 'unseen' && explainedBy(desk, drawer)) return
      return keepKeyOpening(desk.library, drawer, said)
    case 'left-open':
      return tell(desk, drawer, 'left_open')
    case 'restless':
      return tell(desk, drawer, 'restless')
    case 'nonsense':
      return tell(desk, drawer, 'nonsense')
    case 'shut':
      return undefined
  }
}

/** The drawer is found open: the pulse of which nobody knew did it. @returns whether there was one */
function explainedBy({ library }: Desk, drawer: string): boolean {
  const from = library.clock.now() - EXPLAINS_MS
  const pulse = unknownPulses(library).findLast((one) => one.drawer === drawer && one.queued_at >= from)
  return pulse !== undefined && settlePulse(library, pulse.job_ref, true)
}

/** The pulses that were seen to open their drawer, once the spooler has given them up. */
function settleSeen(desk: Desk): void {
  for (const { job_ref } of unknownPulses(desk.library))
    if (desk.devices.drawers.opened.has(job_ref)) settlePulse(desk.library, job_ref, true)
}

const isAnybodyHere = ({ session }: Desk): boolean => session.staff !== null && session.lock === null

/** It is never opened later for it, so a person hears of it: if nobody is there, whoever comes next. */
function tellNotSent(desk: Desk, drawer: string, reason: NotSent): void {
  const { drawers } = desk.devices
  if (!isAnybodyHere(desk)) {
    drawers.untold.set(drawer, reason)
    return
  }
  drawers.untold.delete(drawer)
  show(desk, drawer, speechOf(desk).words.outcomes.devices.drawer.not_sent[reason])
}

function tell(desk: Desk, drawer: string, what: Told): void {
  if (isAnybodyHere(desk)) show(desk, drawer, speechOf(desk).words.outcomes.devices.drawer[what])
}

function show(desk: Desk, drawer: string, said: { readonly says: string; readonly advice: string }): void {
  const { says, advice } = said
  const { words } = speechOf(desk)
  const band = plainBand('stop', drawerCalled(desk.library, words, drawer), says, '', advice)
  desk.session = withBand(desk.session, { ...band, weight: 'quiet' })
}
