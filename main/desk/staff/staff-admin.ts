/**
 * Changes staff at the desk. The name and the hash of a PIN are kept beside the sealed entry, never in it. Must never
 * leave the library with nobody who may change staff.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import type { Input, MethodName, Output } from '../../../shared/ipc/contract.ts'
import type { EventBody } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { mayRole } from '../../../shared/staff/permissions.ts'
import { isLongPin, needsLongPin, OWN_PIN_DIGITS_MIN, pinFault } from '../../../shared/staff/pin-strength.ts'
import { drawnBadge } from '../../../shared/staff/badge-number.ts'
import { areLast } from '../../../shared/staff/roles.ts'
import { isRefused, type Answer } from '../../ipc/answer.ts'
import type { ReferenceTables } from '../../store/schema.gen.ts'
import { itemIdByBarcode } from '../../store/circulation/item-rows.ts'
import { cardByBarcode } from '../../store/patrons/patron-rows.ts'
import { rolesIn } from '../../store/policy/role-rows.ts'
import { activeStaffLike, allStaff, staffBeside, staffOfAnyBadge, staffWhole } from '../../store/policy/staff-rows.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import { roleGrants } from '../../library/grants.ts'
import { once } from '../handlers-desk.ts'
import { ownPinRefusal } from './own-pin.ts'
import { staffOfPin } from './pin-check.ts'
import { hashPin } from '../../library/pin.ts'
import { isStaffChanged, staffChanged, staffOfCode } from '../../library/staff-known.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

type StaffWhole = ReferenceTables['staff']
type Snapshot = Answer<Output<'desk.snapshot'>>
type Person = Pick<Input<'staff.add'>, 'name' | 'initials' | 'role' | 'badge_barcode'>

type What = EventBody<'staff-changed'>['what']

type Change = {
  /** One entry each. */
  readonly whats: readonly What[]
  readonly staff_code: string
  readonly check: () => Refusal | null
  /** The row as it will be. */
  readonly row: (code: string) => StaffWhole
}

type StaffAct = Extract<MethodName, `staff.${string}`>
type Asked = { readonly commandId: string; readonly own_pin?: string | undefined }

/** Changing the own PIN asks for the former one by itself. */
function ownPinMissing(desk: Desk, method: StaffAct, { own_pin }: Asked): Refusal | null {
  return method === 'staff.set-own-pin' ? null : ownPinRefusal(desk, method, own_pin)
}

/** Checks and records; if the signed-in staff member was changed, the session follows. */
function carry(desk: Desk, method: StaffAct, input: Asked, change: Change): Snapshot {
  const seeThemselves = (): void => {
    const own = desk.session.staff && staffOfCode(desk.library, desk.session.staff.staff_code)
    if (own) desk.session = changed({ ...desk.session, staff: own })
  }
  return once(
    desk,
    method,
    input,
    (command) => {
      const refused = ownPinMissing(desk, method, input) ?? change.check()
      if (refused) return refused
      const row = change.row(change.staff_code)
      const drafts = change.whats.map((what) => staffChanged(desk.library.key, row, what, false))
      const beside = staffBeside(row)
      record(desk.library, actorOf(desk), command, drafts, { personal: new Map(drafts.map((one) => [one, beside])) })
      seeThemselves()
      return null
    },
    seeThemselves,
  )
}

function known(library: Library, staff_code: string): StaffWhole | null {
  return library.db.get(staffWhole, { staff_code })
}

function unknownRole(library: Library, role: string): Refusal | null {
  return rolesIn(library.db).some((one) => one.role_code === role) ? null : refuse('role-unknown', { role })
}

function unknown(staff: string): Refusal {
  return refuse('staff-unknown', { staff })
}

function personColumns({
  name,
  initials,
  role,
  badge_barcode,
}: Person): Omit<StaffWhole, 'staff_code' | 'pin_salt' | 'pin_hash' | 'is_active'> {
  return { name, initials: initials.toUpperCase(), role, badge_barcode: badge_barcode === '' ? null : badge_barcode }
}

/** Another person's initials, or a number that is already a badge, a card or an item. */
function taken(library: Library, staff_code: string, person: Person): Refusal | null {
  const { initials, badge_barcode } = personColumns(person)
  const { db } = library
  const like = db.all(activeStaffLike, { staff_code, initials, badge_barcode })
  if (like.some((one) => one.initials.toUpperCase() === initials)) return refuse('initials-taken', { initials })
  if (badge_barcode === null) return null
  const owner = db.get(staffOfAnyBadge, { badge_barcode })
  const isOthers = owner !== null && owner.staff_code !== staff_code
  const isThing =
    db.get(itemIdByBarcode, { barcode: badge_barcode }) ?? db.get(cardByBarcode, { barcode: badge_barcode })
  return isOthers || isThing ? refuse('badge-taken', { barcode: badge_barcode }) : null
}

function isLastManager(library: Library, staff_code: string): boolean {
  return areLast(roleGrants(library), library.db.all(allStaff, {}), (one) => one.staff_code === staff_code)
}

/** A code that nobody has or had. */
export function freeCode(library: Library, initials: string): string {
  const codes = new Set(library.db.all(allStaff, {}).map((one) => one.staff_code))
  let number = 1
  while (codes.has(`${initials}-${number}`)) number += 1
  return `${initials}-${number}`
}

function withPin(library: Library, row: StaffWhole, pin: string): StaffWhole {
  const { salt, hash } = hashPin(pin, library.random, library.pinCost())
  return { ...row, pin_salt: salt, pin_hash: hash }
}

/** Why this PIN may not be that of somebody in this role. */
export function weakPin(library: Library, role: string, pin: string): Refusal | null {
  const fault = pinFault(pin, needsLongPin(roleGrants(library), role))
  if (fault === null) return null
  return fault.reason === 'short' ? refuse('pin-short', { digits: fault.digits }) : refuse('pin-easy')
}

/** A PIN that is too short for the role must be a new one; one that is given must be good enough. */
function pinForRole(library: Library, row: StaffWhole, role: string, new_pin: string): Refusal | null {
  if (new_pin !== '') return weakPin(library, role, new_pin)
  // Whatever the row holds, its PIN may be that of who changed it.
  if (isStaffChanged(library, row.staff_code)) return refuse('pin-needed', { digits: OWN_PIN_DIGITS_MIN })
  const isShort = needsLongPin(roleGrants(library), role) && !isLongPin(row.pin_hash)
  return isShort ? refuse('pin-needed', { digits: OWN_PIN_DIGITS_MIN }) : null
}

const NO_PIN = { pin_salt: new Uint8Array(), pin_hash: new Uint8Array() }

export function addStaff(desk: Desk, input: Input<'staff.add'>): Snapshot {
  const columns = personColumns(input)
  return carry(desk, 'staff.add', input, {
    whats: ['added'],
    staff_code: freeCode(desk.library, columns.initials),
    check: () =>
      unknownRole(desk.library, input.role) ??
      taken(desk.library, '', input) ??
      weakPin(desk.library, input.role, input.pin),
    row: (staff_code) => withPin(desk.library, { staff_code, ...columns, ...NO_PIN, is_active: 1 }, input.pin),
  })
}

/** A change to an existing staff member; `check` runs only then. */
function changeKnown(
  desk: Desk,
  method: StaffAct,
  input: Asked & { readonly staff_code: string },
  change: {
    readonly whats: Change['whats']
    readonly check: (row: StaffWhole) => Refusal | null
    readonly to: (row: StaffWhole) => StaffWhole
  },
): Snapshot {
  const { staff_code } = input
  const row = known(desk.library, staff_code)
  if (!row) return { refused: unknown(staff_code) }
  return carry(desk, method, input, {
    whats: change.whats,
    staff_code,
    check: () => change.check(row),
    row: () => change.to(row),
  })
}

export function editStaff(desk: Desk, input: Input<'staff.edit'>): Snapshot {
  return changeKnown(desk, 'staff.edit', input, {
    whats: input.new_pin ? ['edited', 'pin-set'] : ['edited'],
    check: (row) => {
      const isLess =
        !mayRole(roleGrants(desk.library), input.role, 'edit-staff') && isLastManager(desk.library, input.staff_code)
      const refused =
        unknownRole(desk.library, input.role) ??
        taken(desk.library, input.staff_code, input) ??
        pinForRole(desk.library, row, input.role, input.new_pin ?? '')
      return refused ?? (isLess ? refuse('last-manager') : null)
    },
    to: (row) => {
      const edited = { ...row, ...personColumns(input) }
      return input.new_pin ? withPin(desk.library, edited, input.new_pin) : edited
    },
  })
}

/** Whether a number is no badge, of former staff neither, and no card or item. */
function isFree({ db }: Library, barcode: string): boolean {
  const isKnown = db.get(staffOfAnyBadge, { badge_barcode: barcode }) ?? db.get(cardByBarcode, { barcode })
  return (isKnown ?? db.get(itemIdByBarcode, { barcode })) === null
}

/** Draws until the number is free; of a hundred million, nearly all are. */
function freeBadge(library: Library): string {
  for (;;) {
    const barcode = drawnBadge(library.random)
    if (isFree(library, barcode)) return barcode
  }
}

/** Gives a member of staff a drawn badge number; the one before opens nothing any more. */
export function newBadge(desk: Desk, input: Input<'staff.new-badge'>): Snapshot {
  return changeKnown(desk, 'staff.new-badge', input, {
    whats: ['edited'],
    check: () => null,
    to: (row) => ({ ...row, badge_barcode: freeBadge(desk.library) }),
  })
}

export function setPin(desk: Desk, input: Input<'staff.set-pin'>): Snapshot {
  return changeKnown(desk, 'staff.set-pin', input, {
    whats: ['pin-set'],
    check: ({ role }) => weakPin(desk.library, role, input.new_pin),
    to: (row) => withPin(desk.library, row, input.new_pin),
  })
}

export function setOwnPin(desk: Desk, input: Input<'staff.set-own-pin'>): Snapshot {
  const { initials, staff_code } = must(desk.session.staff, 'the router asked who is signed in')
  return changeKnown(
    desk,
    'staff.set-own-pin',
    { ...input, staff_code },
    {
      whats: ['pin-set'],
      check: ({ role }) => {
        const found = staffOfPin(desk.library, actorOf(desk), { act: 'staff.set-own-pin', initials, pin: input.pin })
        if (isRefused(found)) return found.refused
        if (found.ok.staff_code !== staff_code) return refuse('sign-in-failed')
        return weakPin(desk.library, role, input.new_pin)
      },
      to: (row) => withPin(desk.library, row, input.new_pin),
    },
  )
}

export function closeStaff(desk: Desk, input: Input<'staff.close'>): Snapshot {
  return changeKnown(desk, 'staff.close', input, {
    whats: ['closed'],
    check: () => {
      if (desk.session.staff?.staff_code === input.staff_code) return refuse('staff-is-you')
      return isLastManager(desk.library, input.staff_code) ? refuse('last-manager') : null
    },
    to: (row) => ({ ...row, is_active: 0 }),
  })
}

/** Initials or a badge that somebody else has by now. */
function takenMeanwhile({ db }: Library, row: StaffWhole): Refusal | null {
  const initials = row.initials.toUpperCase()
  const like = db.all(activeStaffLike, { ...row, initials })
  if (like.some((one) => one.initials.toUpperCase() === initials)) return refuse('initials-taken', { initials })
  const [other] = like
  return other ? refuse('badge-given-on', { barcode: row.badge_barcode ?? '', initials: other.initials }) : null
}

export function reopenStaff(desk: Desk, input: Input<'staff.reopen'>): Snapshot {
  return changeKnown(desk, 'staff.reopen', input, {
    whats: ['reopened'],
    check: (row) => {
      const refused = takenMeanwhile(desk.library, row)
      if (refused) return refused
      const role = input.role ?? row.role
      return unknownRole(desk.library, role) ?? pinForRole(desk.library, row, role, '')
    },
    to: (row) => ({ ...row, role: input.role ?? row.role, is_active: 1 }),
  })
}
