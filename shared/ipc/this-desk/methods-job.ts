/** The methods about what printers have to do: print again, cancel, send to another printer. For every staff member. */
import { z } from 'zod'
import { deviceCodeSchema } from '../../devices/setup.ts'
import { commandId, EXAMPLE_ID, libraryAct, method, type MethodSpec } from '../method.ts'

const jobRef = z.string().regex(/^[A-Z0-9]{1,20}\.\d{1,9}\.\d{1,9}\.\d{1,9}$/)
const job = { permission: 'staff', ...libraryAct, refusals: ['job-over'] } as const

export const JOB_METHODS = {
  'job.again': method({
    does: 'Prints a paper again that was not printed, or may not have been: then it says REPRINT.',
    ...job,
    input: z.strictObject({ commandId, job_ref: jobRef }),
    example: { commandId: EXAMPLE_ID, job_ref: 'D2.1.42.0' },
  }),
  'job.cancel': method({
    does: 'Cancels a job. What a printer has begun goes on, and what may have been printed is left as it is.',
    ...job,
    input: z.strictObject({ commandId, job_ref: jobRef }),
    example: { commandId: EXAMPLE_ID, job_ref: 'D2.1.42.0' },
  }),
  'job.reroute': method({
    does: 'Sends a paper that waits, or was not printed, to another printer of this desk.',
    ...job,
    input: z.strictObject({ commandId, job_ref: jobRef, device_code: deviceCodeSchema }),
    refusals: ['job-over', 'no-such-device'],
    example: { commandId: EXAMPLE_ID, job_ref: 'D2.1.42.0', device_code: 'PRINTER-2' },
  }),
} as const satisfies Record<string, MethodSpec>
