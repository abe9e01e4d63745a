/** Statements on staff. A PIN is only ever a salted hash here. */
import { COLUMNS, type ReferenceTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

/** The part of a staff record kept beside the event: all but the code and the role, which are sealed. */
export function staffBeside({
  name,
  initials,
  badge_barcode,
  is_active,
  pin_salt,
  pin_hash,
}: ReferenceTables['staff']): string {
  const pin = { pin_salt: Buffer.from(pin_salt).toString('hex'), pin_hash: Buffer.from(pin_hash).toString('hex') }
  return JSON.stringify({ name, initials, badge_barcode, is_active, ...pin })
}

/** Everyone with their whole row, for comparing it. */
export const wholeStaff = statement()(() => build.selectFrom('staff').select(COLUMNS.staff).orderBy('staff_code'))

/** Everyone, including former staff. */
export const allStaff = statement()(() =>
  build
    .selectFrom('staff')
    .select(['staff_code', 'name', 'initials', 'role', 'badge_barcode', 'is_active'])
    .orderBy('is_active', 'desc')
    .orderBy('name'),
)
export type StaffListRow = NonNullable<(typeof allStaff)['row']>

/** By these a staff member signs; also what they did before they left. */
export const initialsOfStaff = statement<{ staff_code: string }>()((p) =>
  build.selectFrom('staff').select('initials').where('staff_code', '=', p.staff_code),
)

/** One full staff record, active or not. */
export const staffWhole = statement<{ staff_code: string }>()((p) =>
  build.selectFrom('staff').select(COLUMNS.staff).where('staff_code', '=', p.staff_code),
)

/** Another active staff member with these initials or this badge. */
export const activeStaffLike = statement<{ staff_code: string; initials: string; badge_barcode: string | null }>()(
  (p) =>
    build
      .selectFrom('staff')
      .select(['staff_code', 'initials', 'badge_barcode'])
      .where('staff_code', '!=', p.staff_code)
      .where('is_active', '=', 1)
      .where((eb) =>
        eb.or([eb(eb.fn<string>('upper', ['initials']), '=', p.initials), eb('badge_barcode', '=', p.badge_barcode)]),
      ),
)

/** A badge stays with its staff member, also after they left. */
export const staffOfAnyBadge = statement<{ badge_barcode: string }>()((p) =>
  build.selectFrom('staff').select('staff_code').where('badge_barcode', '=', p.badge_barcode),
)
