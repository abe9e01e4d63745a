/** The methods about what the printers of this desk have to do; each says of which paper, and what was done. */
import { deviceFor } from '../../../../shared/devices/job-choice.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { silentBand } from '../../../../shared/desk/words/words.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { JOB_METHODS } from '../../../../shared/ipc/this-desk/methods-job.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Handlers } from '../../../ipc/router.ts'
import { cancelJob, queueAgain, rerouteJob } from '../../../journal/jobs.ts'
import { openJobs, type JobSeen } from '../../../journal/queue-jobs.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'
import { stateOf, whatOf } from '../../papers/job-said.ts'
import { sentSaid } from '../../papers/queueing.ts'

function seenOf({ library }: Desk, job_ref: string): JobSeen | null {
  return openJobs(library.db).find((job) => job.job_ref === job_ref) ?? null
}

function say(desk: Desk, job: JobSeen | null, says: string): void {
  if (job) desk.session = withBand(desk.session, silentBand(whatOf(speechOf(desk), job), says))
}

/** It goes to a printer, or waits for it. */
function saySent(desk: Desk, job_ref: string): null {
  const job = seenOf(desk, job_ref)
  const printer = job && deviceFor(job, desk.devices.own)
  if (printer) say(desk, job, sentSaid(desk, printer))
  return null
}

/** What a device has is asked back of it; what has not begun is over now. */
function cancel(desk: Desk, { job_ref }: Input<'job.cancel'>): Refusal | null {
  const { library, devices } = desk
  const job = seenOf(desk, job_ref)
  const was = cancelJob(library.journal, job_ref, library.clock.now())
  if (was === 'over') return refuse('job-over')
  if (was === 'asked-back') devices.cancel(job_ref)
  const { jobs } = speechOf(desk).words.pages
  const now = seenOf(desk, job_ref)
  say(desk, job, now === null ? jobs.abandoned.canceled : stateOf(jobs, now).text)
  return null
}

function reroute(desk: Desk, { job_ref, device_code }: Input<'job.reroute'>): Refusal | null {
  const { library, devices } = desk
  const isPrinter = devices.own.some((one) => one.role === 'printer' && one.device_code === device_code)
  if (!isPrinter) return refuse('no-such-device', { device: device_code })
  const isMoved = rerouteJob(library.journal, job_ref, device_code, library.clock.now())
  return isMoved ? saySent(desk, job_ref) : refuse('job-over')
}

export function jobHandlers(desk: Desk): Pick<Handlers, keyof typeof JOB_METHODS> {
  const { library } = desk
  return {
    'job.again': (input) =>
      once(desk, 'job.again', input, () =>
        queueAgain(library.journal, input.job_ref, library.clock.now())
          ? saySent(desk, input.job_ref)
          : refuse('job-over'),
      ),
    'job.cancel': (input) => once(desk, 'job.cancel', input, () => cancel(desk, input)),
    'job.reroute': (input) => once(desk, 'job.reroute', input, () => reroute(desk, input)),
  }
}
