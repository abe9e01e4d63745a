/**
 * The spooler: gives each device its next job when it is ready and has none, and ends the job when the device answers.
 * The desk never waits for it: what is queued is on disk, and the answer of a device comes when it comes. Its contract
 * with the records is in `main/journal/jobs.ts`.
 */
import { isPrinterReady, nextFor } from '../../../../shared/devices/job-choice.ts'
import type { DeviceSetup } from '../../../../shared/devices/setup.ts'
import type { DeviceWork, FromDevicesHost } from '../../../../shared/devices/wire.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { plainBand, quietBand } from '../../../../shared/desk/words/words.ts'
import { dropLateJobs, endJob, loseJobs, takeJob, type TakenJob } from '../../../journal/jobs.ts'
import { openJobsReady } from '../../../journal/queue-jobs.ts'
import type { Library } from '../../../library/library.ts'
import { isForPractice } from '../../../library/sample.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { logoFor } from './logo/logo.ts'

/** Begins what can be begun now. */
export function spoolOn(desk: Desk): void {
  const { library, devices } = desk
  if (devices.host === 'none') return
  if (openJobsReady(library.journal).length === 0) return
  const now = library.clock.now()
  let isChanged = dropLateJobs(library.journal, now)
  const open = openJobsReady(library.journal)
  for (const device of devices.own) {
    const next = devices.isReady(device) ? nextFor(device, open, devices.own) : null
    if (next === null || !devices.spool.isFree(device.device_code, now, next.kind === 'drawer')) continue
    const job = takeJob(library.journal, next.job_ref, device.device_code, now)
    if (job === null) continue
    devices.spool.begins(device.device_code, job.job_ref, now)
    devices.do(job.job_ref, device.device_code, workOf(desk, job, device))
    isChanged = true
  }
  if (isChanged) desk.session = changed(desk.session)
}

function workOf({ library }: Desk, job: TakenJob, device: DeviceSetup): DeviceWork {
  switch (job.kind) {
    case 'receipt':
      return printOf(library, job.payload.document, device)
    case 'drawer':
      return { kind: 'pulse' }
  }
}

function printOf(library: Library, document: ReceiptDocument, device: DeviceSetup): DeviceWork {
  const logo = device.role === 'printer' ? logoFor(library, device.profile_code, document.kind) : null
  return { kind: 'print', document, is_practice: isForPractice(library), logo }
}

/** A device ended its job, got ready again, or all of them are gone. */
export function spoolHears(desk: Desk, said: FromDevicesHost): void {
  const { library, devices } = desk
  const now = library.clock.now()
  if (said.kind === 'host') {
    devices.spool.forget()
    const lost = loseJobs(library.journal, now)
    if (lost.some(({ status }) => status === 'failed')) sayFailed(desk)
    else if (lost.some(({ status }) => status === 'queued')) sayInterrupted(desk)
  }
  if (said.kind === 'now' && said.device.state === 'ready') devices.spool.isBack(said.device.device_code)
  if (said.kind === 'printer' && isPrinterReady(said.printer)) devices.spool.isBack(said.device_code)
  if (said.kind !== 'ended') return
  const { work_ref, device_code, end, detail } = said
  const job = openJobsReady(library.journal).find(({ job_ref }) => job_ref === work_ref)
  const isCanceled = job?.status === 'taken' && job.reason === 'canceled'
  const isWell = end === 'done' || detail === 'cannot-tell' || isCanceled
  devices.spool.ends(device_code, work_ref, isWell, now)
  const next = endJob(library.journal, work_ref, { end, detail, by: device_code }, now)
  if (next?.status === 'failed' && job?.kind === 'receipt') sayFailed(desk)
}

function isToldNow({ session: { staff, lock } }: Desk): boolean {
  return staff !== null && lock === null
}

/** The process of the devices ended at a paper: a second one with a mark comes out, and the clerk should not wonder. */
function sayInterrupted(desk: Desk): void {
  if (!isToldNow(desk)) return
  const { interrupted, interrupted_says } = speechOf(desk).words.outcomes.devices.printing
  desk.session = withBand(desk.session, quietBand(interrupted, interrupted_says))
}

/** Told once, where a person can do something about it; how the drawer fared is asked elsewhere. */
function sayFailed(desk: Desk): void {
  if (!isToldNow(desk)) return
  const { failed, failed_says, see } = speechOf(desk).words.outcomes.devices.printing
  desk.session = withBand(desk.session, { ...plainBand('stop', failed, failed_says, '', see), weight: 'quiet' })
}
