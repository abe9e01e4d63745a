/** Statements on the library's own matters: branches, hours, closings, rules, staff, and what the copy is. */
import { every, upsert } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const allBranches = every('branch', 'name')

export const hoursOf = statement<{ branch_code: string }>()((p) =>
  build
    .selectFrom('opening_hours')
    .select(['weekday', 'opens_minute', 'closes_minute'])
    .where('branch_code', '=', p.branch_code)
    .orderBy('weekday')
    .orderBy('opens_minute'),
)

export const closedDaysOf = statement<{ branch_code: string }>()((p) =>
  build
    .selectFrom('closed_day')
    .select(['from_on', 'to_on', 'is_yearly', 'is_open', 'reason'])
    .where('branch_code', 'in', [p.branch_code, '*'])
    .orderBy('from_on'),
)

export const allLoanRules = every('loan_rule', 'rule_code')

export const staffByBadge = statement<{ badge_barcode: string }>()((p) =>
  build
    .selectFrom('staff')
    .select(['staff_code', 'name', 'initials', 'role'])
    .where('badge_barcode', '=', p.badge_barcode)
    .where('is_active', '=', 1),
)

export const staffByCode = statement<{ staff_code: string }>()((p) =>
  build
    .selectFrom('staff')
    .select(['staff_code', 'name', 'initials', 'role'])
    .where('staff_code', '=', p.staff_code)
    .where('is_active', '=', 1),
)

export const staffByInitials = statement<{ initials: string }>()((p) =>
  build
    .selectFrom('staff')
    .select(['staff_code', 'name', 'initials', 'role', 'pin_salt', 'pin_hash'])
    .where((eb) => eb.fn<string>('upper', ['initials']), '=', p.initials)
    .where('is_active', '=', 1)
    .orderBy('staff_code'),
)

export const countStaff = statement()(() =>
  build.selectFrom('staff').select((eb) => eb.fn.countAll<number>().as('staff_count')),
)

/** The newest entry whose row was laid into the reference file before it was settled: "epoch.seq". */
export const LAID_TO = 'laid_to'

/** Under this name both files say up to which entry changes were settled into the reference file: "epoch.seq". */
export const CHECKPOINT = 'checkpoint'

/** Up to which position of the central server's feed the reference file is; none while a desk is alone. */
export const FEED_NUMBER = 'feed_number'

/** What the reference file says of one terminal: it can include the work of several. */
export function ofTerminal(name: typeof LAID_TO | typeof CHECKPOINT, terminal: string): string {
  return `${name} ${terminal}`
}

export const readMeta = statement<{ name: string }>()((p) =>
  build.selectFrom('meta').select('value').where('name', '=', p.name),
)

export const writeMeta = upsert('meta', 'name')

export const countRecords = statement()(() =>
  build.selectNoFrom((eb) => [
    eb
      .selectFrom('patron')
      .select((one) => one.fn.countAll<number>().as('n'))
      .as('patrons_count'),
    eb
      .selectFrom('item')
      .select((one) => one.fn.countAll<number>().as('n'))
      .as('items_count'),
  ]),
)
