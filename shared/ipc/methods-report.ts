/** The methods of reports. A report runs beside the desk, and its page shows what is ready. */
import { z } from 'zod'
import { LOG_GROUPS } from '../reports/log-filter.ts'
import { outsideDate } from '../kernel/outside-date.ts'
import { AGES } from '../reports/overdue-sums.ts'
import {
  accountView,
  branchCode,
  libraryView,
  method,
  NEW_FILE_REFUSALS,
  path,
  previewReply,
  type MethodSpec,
} from './method.ts'

/** Empty or null: all. `barcode`: an item's, or a patron's card. */
const logFilter = {
  staff_code: z.string().max(64),
  group: z.enum(['', ...LOG_GROUPS]),
  from_on: outsideDate.nullable(),
  to_on: outsideDate.nullable(),
  barcode: z.string().max(200),
}

/** Empty: every age, every branch. */
const lateFilter = { age: z.enum(['', ...AGES.map(({ age }) => age)]), branch_code: branchCode }

export const REPORT_METHODS = {
  'report.start': method({
    does:
      'Starts a report in the background, and cancels one that is running: what is overdue, unless another is ' +
      'named. Records that it was read, if it will name patrons.',
    ...accountView,
    input: z.strictObject({ of: z.enum(['overdue', 'cards', 'duplicates']).optional() }),
    refusals: ['not-permitted'],
    example: { of: 'cards' },
  }),
  'report.cancel': method({
    does: 'Cancels the running report.',
    ...accountView,
    input: z.strictObject({ report_ref: z.string().max(32) }),
    refusals: ['page-empty'],
    example: { report_ref: '0a1b2c3d4e5f6071' },
  }),
  'report.filter': method({
    does: 'Shows patrons overdue for this long, at this branch, or both. Empty shows all.',
    ...accountView,
    input: z.strictObject(lateFilter),
    refusals: ['page-empty'],
    example: { age: 'month', branch_code: '' },
  }),
  'report.filter-preview': method({
    does: 'Returns how many items and patrons such a list would have.',
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
      'Saves patrons overdue for this long at this branch to a new CSV file: name, card, items, days late, branch. ' +
      'Records that it was saved, and how many patrons it names.',
    ...accountView,
    permission: 'export-late-patrons',
    input: z.strictObject({ to_file: path, ...lateFilter }),
    refusals: ['branch-unknown', 'page-empty', 'not-permitted', ...NEW_FILE_REFUSALS],
    example: { to_file: '/media/usb/late.csv', age: '', branch_code: '' },
  }),
  'report.save-cards': method({
    does:
      'Saves the statistics of cards that were counted last to a new CSV file: by month, by category, by branch. ' +
      'Names nobody; small groups are counted together.',
    ...libraryView,
    permission: 'see-card-lists',
    input: z.strictObject({ to_file: path }),
    refusals: ['page-empty', 'not-permitted', ...NEW_FILE_REFUSALS],
    example: { to_file: '/media/usb/cards.csv' },
  }),
  'work-log.find': method({
    does:
      'Finds entries in the work log by staff member, kind and dates; by item, while its title is shown; or by ' +
      'patron, while the desk knows whose they are. Finding by patron takes the grant `see-privacy-log`, counts as a ' +
      'view of the record, and takes a reason where the library asks for one.',
    ...libraryView,
    permission: 'see-work-log',
    input: z.strictObject({ ...logFilter, reason: z.string().max(64).optional() }),
    refusals: ['item-gone', 'not-permitted', 'page-empty', 'reason-unknown'],
    example: { staff_code: '', group: 'waived', from_on: '2026-11-24', to_on: '2026-11-24', barcode: '' },
  }),
  'work-log.find-preview': method({
    does: 'Returns how many entries such a search finds. Empty if a barcode is given.',
    permission: 'see-work-log',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({
      staff_code: logFilter.staff_code.nullable(),
      group: logFilter.group.nullable(),
      from_on: logFilter.from_on,
      to_on: logFilter.to_on,
      barcode: logFilter.barcode.nullable(),
    }),
    output: previewReply,
    refusals: [],
    example: { staff_code: null, group: 'waived', from_on: null, to_on: null, barcode: null },
  }),
} as const satisfies Record<string, MethodSpec>
