/** Writers of the files about how the library works. */
import type {
  BranchRow,
  CategoryRow,
  ClosedDayRow,
  HoursRow,
  ItemTypeRow,
  LibraryRow,
  LoanRuleRow,
  StaffRow,
} from '../../../shared/import/formats-library.ts'
import { staffChange } from '../../../shared/import/staff-here.ts'
import type { ImportReason, RowFault } from '../../../shared/import/reason.ts'
import {
  isLongPin,
  needsLongPin,
  OWN_PIN_DIGITS_MIN,
  pinFault,
  type PinFault,
} from '../../../shared/staff/pin-strength.ts'
import { lookingAfterStaff } from '../../../shared/staff/roles.ts'
import * as rows from '../../store/import/import-library-rows.ts'
import { fixedDateOf } from '../../store/import/import-policy-rows.ts'
import { staffByBadge, writeMeta } from '../../store/policy/library-rows.ts'
import { staffKept, takeRule } from './held-rules.ts'
import { numberTaken } from './number-taken.ts'
import { roleGrantsIn, rolesIn } from '../../store/policy/role-rows.ts'
import { allStaff, staffWhole } from '../../store/policy/staff-rows.ts'
import { FileRefused } from '../file-refused.ts'
import { NAME_META, unknownScope, ZONE_META, type WriteContext, type Writer } from '../write-context.ts'

export function writeLibrary(context: WriteContext): Writer<LibraryRow> {
  return (row, line) => {
    if (!context.isFirst('library', '', line)) {
      return { column: 'name', value: row.name, reason: { code: 'second-library' } }
    }
    context.connection.run(writeMeta, { name: NAME_META, value: row.name })
    context.connection.run(writeMeta, { name: ZONE_META, value: row.zone })
    return null
  }
}

export function writeBranches(context: WriteContext): Writer<BranchRow> {
  return (row, line) => {
    const zone = row.zone ?? context.library_zone
    if (zone === null) {
      return { column: 'zone', value: '', reason: { code: 'zone-missing' } }
    }
    const again = context.again('branch', row.branch_code, 'branch_code', line)
    if (again) return again
    context.connection.run(rows.putBranch, { branch_code: row.branch_code, name: row.name, zone_name: zone })
    return null
  }
}

export function writeHours(context: WriteContext): Writer<HoursRow> {
  return (row, line) => {
    const unknown = context.unknownBranch(row.branch_code)
    if (unknown) return unknown
    const { branch_code, weekday } = row
    if (context.isFirst('hours', branch_code, line)) context.connection.run(rows.dropHoursOf, { branch_code })
    const hours = { branch_code, weekday, opens_minute: row.opens, closes_minute: row.closes }
    if (context.connection.get(rows.hoursThatMeet, hours)) {
      return { column: 'opens', value: clock(row.opens), reason: { code: 'hours-overlap' } }
    }
    context.connection.run(rows.addHours, hours)
    return null
  }
}

function clock(minute: number): string {
  return `${Math.trunc(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

export function writeClosedDays(context: WriteContext): Writer<ClosedDayRow> {
  return (row, line) => {
    const { branch_code, from_on, reason } = row
    const unknown = branch_code === '*' ? null : context.unknownBranch(branch_code)
    if (unknown) return unknown
    if (context.isFirst('closed day', branch_code, line)) context.connection.run(rows.dropClosedDaysOf, { branch_code })
    const to_on = row.to_on ?? from_on
    const days = { branch_code, from_on, to_on, is_yearly: Number(row.is_yearly), is_open: Number(row.is_open), reason }
    const key = JSON.stringify([branch_code, from_on, to_on, row.is_yearly, row.is_open])
    const again = context.again('closed day', key, 'from_on', line)
    if (again) return again
    context.connection.run(rows.addClosedDay, days)
    return null
  }
}

export function writeCategories(context: WriteContext): Writer<CategoryRow> {
  return (row, line) => {
    const again = context.again('category', row.category_code, 'category_code', line)
    if (again) return again
    const { owed_max, family_owed_max, is_fine_free, ...rest } = row
    return takeRule(context, 'patron_category', line, rows.putCategory, {
      ...rest,
      owed_cents_max: owed_max,
      family_owed_cents_max: family_owed_max,
      is_fine_free: Number(is_fine_free),
    })
  }
}

export function writeItemTypes(context: WriteContext): Writer<ItemTypeRow> {
  return (row, line) => {
    const again = context.again('item type', row.item_type_code, 'item_type_code', line)
    if (again) return again
    const { item_type_code, name, is_for_loan, replacement_price } = row
    const type = { item_type_code, name, is_for_loan: Number(is_for_loan), replacement_cents: replacement_price }
    return takeRule(context, 'item_type', line, rows.putItemType, type)
  }
}

export function writeLoanRules(context: WriteContext): Writer<LoanRuleRow> {
  return (row, line) => {
    const unknown = unknownScope(context, row)
    if (unknown) return unknown
    const other = context.connection.get(rows.otherRuleFor, row)
    if (other) {
      const reason = { code: 'loan-rule-double', rule_code: other.rule_code } as const
      return { column: 'rule_code', value: row.rule_code, reason }
    }
    const { schedule_code } = row
    if (schedule_code !== null && context.connection.get(fixedDateOf, { schedule_code }) === null) {
      return { column: 'schedule_code', value: schedule_code, reason: { code: 'no-schedule' } }
    }
    const again = context.again('loan rule', row.rule_code, 'rule_code', line)
    if (again) return again
    const flags = { is_for_loan: Number(row.is_for_loan), is_capped_at_expiry: Number(row.is_capped_at_expiry) }
    return takeRule(context, 'loan_rule', line, rows.putLoanRule, { ...row, ...flags })
  }
}

export function writeStaff(context: WriteContext): Writer<StaffRow> {
  const roles = new Set(rolesIn(context.connection).map((role) => role.role_code))
  const isLookedAfter = (): boolean => {
    const { connection } = context
    return lookingAfterStaff(roleGrantsIn(connection), connection.all(allStaff, {})).length > 0
  }
  const wasLookedAfter = isLookedAfter()
  context.whenRead(() => {
    if (wasLookedAfter && !isLookedAfter()) throw new FileRefused(1, { code: 'staff-unmanaged' })
  })
  return (row, line) => {
    if (!roles.has(row.role)) return { column: 'role', value: row.role, reason: { code: 'no-role' } }
    const other = context.connection.get(rows.otherStaffWith, row)
    if (other) {
      const isBadge = row.badge_barcode !== null && other.badge_barcode === row.badge_barcode
      const column = isBadge ? 'badge_barcode' : 'initials'
      return { column, value: row[column] ?? '', reason: { code: 'belongs-to', staff_code: other.staff_code } }
    }
    const taken = badgeTaken(context, row)
    if (taken) return taken
    return context.again('staff', row.staff_code, 'staff_code', line) ?? putPerson(context, row, line)
  }
}

/** A badge that somebody has already stays theirs. */
function badgeTaken(context: WriteContext, { staff_code, badge_barcode }: StaffRow): RowFault | null {
  if (badge_barcode === null) return null
  if (context.connection.get(staffByBadge, { badge_barcode })?.staff_code === staff_code) return null
  const reason = numberTaken(context, badge_barcode, 'badge')
  return reason && { column: 'badge_barcode', value: badge_barcode, reason }
}

/** The PIN itself is not said: a report is a file. */
function weakReason(weak: PinFault): ImportReason {
  return weak.reason === 'easy' ? { code: 'pin-easy' } : { code: 'pin-short', digits: weak.digits }
}

/** A PIN that the role is too much for: the file's, or the one that stays, of which only the length is known. */
function weakPin({ connection }: WriteContext, row: StaffRow, kept: Uint8Array | null): RowFault | null {
  const isLong = needsLongPin(roleGrantsIn(connection), row.role)
  if (kept === null) {
    const weak = pinFault(row.pin, isLong)
    return weak && { column: 'pin', value: '', reason: weakReason(weak) }
  }
  if (!row.is_active || !isLong || isLongPin(kept)) return null
  return {
    column: 'role',
    value: row.role,
    reason: { code: 'pin-first', digits: OWN_PIN_DIGITS_MIN },
  }
}

/**
 * A row equal to the stored one changes nothing. A staff member with a PIN keeps it, and the file’s is not even
 * compared: the answer would help guessing PINs.
 */
function putPerson(context: WriteContext, row: StaffRow, line: number): RowFault | null {
  const { pin, is_active, ...rest } = row
  const stands = context.connection.get(staffWhole, { staff_code: row.staff_code })
  const has_pin = stands !== null && stands.pin_hash.length > 0
  if (has_pin) context.pins_kept_count += 1
  const before = stands && { ...stands, is_active: stands.is_active === 1, has_pin }
  const change = staffChange(before, { ...row, has_pin: true })
  if (change === null) return null
  const weak = staffKept(context, row.staff_code, line) ?? weakPin(context, row, has_pin ? stands.pin_hash : null)
  if (weak) return weak
  // Last of all: whoever is taken here has an entry of it.
  const taken = context.staff.takes(change, () => {
    const { salt, hash } = has_pin ? { salt: stands.pin_salt, hash: stands.pin_hash } : context.hashPin(pin)
    return { ...rest, pin_salt: salt, pin_hash: hash, is_active: Number(is_active) }
  })
  if (taken === null) return { column: 'staff_code', value: row.staff_code, reason: { code: 'staff-not-accepted' } }
  context.connection.run(rows.putStaff, taken)
  return null
}
