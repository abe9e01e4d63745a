/** The methods of reports. A report runs beside the desk, and its page shows what is ready. */
import { z } from 'zod'
import { AGES } from '../reports/overdue-sums.ts'
import { accountView, branchCode, method, path, previewReply, type MethodSpec, nothing } from './method.ts'

/** Empty: every age, every branch. */
const lateFilter = { age: z.enum(['', ...AGES.map(({ age }) => age)]), branch_code: branchCode }

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
  'report.filter': method({
    does: 'Shows who is late of one age, of one branch, or both; empty shows all.',
    ...accountView,
    input: z.strictObject(lateFilter),
    refusals: ['page-empty'],
    example: { age: 'month', branch_code: '' },
  }),
  'report.filter-preview': method({
    does: 'How many items and patrons such a list would have.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ age: lateFilter.age.nullable(), branch_code: branchCode.nullable() }),
    output: previewReply,
    refusals: [],
    example: { age: 'month', branch_code: null },
  }),
  'report.save': method({
    does:
      'Writes who is late to a new CSV file, of this age and this branch: name, card, items, days late, branch. ' +
      'Enters that it was saved, and how many it names.',
    ...accountView,
    permission: 'export-late-patrons',
    input: z.strictObject({ to_file: path, ...lateFilter }),
    refusals: [
      'page-empty',
      'not-permitted',
      'place-not-whole',
      'folder-unreadable',
      'file-exists',
      'file-unwritable',
      'place-is-data',
      'place-full',
    ],
    example: { to_file: '/media/usb/late.csv', age: '', branch_code: '' },
  }),
} as const satisfies Record<string, MethodSpec>
