/** The methods of reports. A report runs beside the desk, and its page shows what is ready. */
import { z } from 'zod'
import { accountView, method, type MethodSpec, nothing } from './method.ts'

export const REPORT_METHODS = {
  'report.start': method({
    does:
      'Begins to read what is overdue, beside the desk. A report that runs is canceled first. ' +
      'Enters that it is read, where it will name patrons.',
    ...accountView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'report.cancel': method({
    does: 'Cancels the report that runs.',
    ...accountView,
    input: z.strictObject({ report_ref: z.string().max(32) }),
    refusals: ['page-empty'],
    example: { report_ref: '0a1b2c3d4e5f6071' },
  }),
} as const satisfies Record<string, MethodSpec>
