/** The methods about what the printers of this desk have to do. */
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { JOB_METHODS } from '../../../../shared/ipc/this-desk/methods-job.ts'
import { refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Handlers } from '../../../ipc/router.ts'
import { cancelJob, queueAgain, rerouteJob } from '../../../journal/jobs.ts'
import type { Desk } from '../../desk.ts'
import { once } from '../../handlers-desk.ts'

/** What a device has is asked back of it; what has not begun is over now. */
function cancel({ library, devices }: Desk, { job_ref }: Input<'job.cancel'>): Refusal | null {
  const was = cancelJob(library.journal, job_ref, library.clock.now())
  if (was === 'asked-back') devices.cancel(job_ref)
  return was === 'over' ? refuse('job-over') : null
}

function reroute({ library, devices }: Desk, { job_ref, device_code }: Input<'job.reroute'>): Refusal | null {
  const isPrinter = devices.own.some((one) => one.role === 'printer' && one.device_code === device_code)
  if (!isPrinter) return refuse('no-such-device', { device: device_code })
  return rerouteJob(library.journal, job_ref, device_code, library.clock.now()) ? null : refuse('job-over')
}

export function jobHandlers(desk: Desk): Pick<Handlers, keyof typeof JOB_METHODS> {
  const { library } = desk
  return {
    'job.again': (input) =>
      once(desk, 'job.again', input, () =>
        queueAgain(library.journal, input.job_ref, library.clock.now()) ? null : refuse('job-over'),
      ),
    'job.cancel': (input) => once(desk, 'job.cancel', input, () => cancel(desk, input)),
    'job.reroute': (input) => once(desk, 'job.reroute', input, () => reroute(desk, input)),
  }
}
