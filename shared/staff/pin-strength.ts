/**
 * Which new PINs are too easy to guess. A PIN is all that stands between a visitor and a staff member's rights, so
 * those who look after the desk or the staff need a longer one. Pure.
 */
import { mayRole, type Grant, type RoleGrant } from './permissions.ts'

export const PIN_DIGITS_MIN = 4
/** For a role that can read the recovery key, import data or make managers. */
export const OWN_PIN_DIGITS_MIN = 6
/** What such a role may do. */
export const LONG_PIN_GRANTS: readonly Grant[] = ['look-after-desk', 'edit-staff']

/**
 * What takes the PIN besides: signing off money and giving it back, and what shows or moves all that is known of a
 * patron. A badge is photographed in a second.
 */
const BADGE_AND_PIN_GRANTS: readonly Grant[] = [
  ...LONG_PIN_GRANTS,
  'sign-off-variance',
  'close-others-drawer',
  'refund-in-cash',
  'see-cash',
  'export-late-patrons',
  'export-patron',
  'export-all-patrons',
  'merge-patrons',
  'erase-patron',
]

/** 1234, 4321, 7890. */
function isRun(pin: string): boolean {
  const steps = pin
    .slice(1)
    .split('')
    .map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

/** 1111, 1212, 123123. */
const REPEATED = /^(\d{1,3})\1+$/
/** A birth year, alone or in a date: 1987, 198704. */
const YEAR = /(?:19|20)\d\d/

/** Whether it is among the first that anybody would try. @param pin digits alone */
export function isEasyPin(pin: string): boolean {
  return isRun(pin) || REPEATED.test(pin) || YEAR.test(pin)
}

export type PinFault = { readonly reason: 'short'; readonly digits: number } | { readonly reason: 'easy' }

/** Whether a role may look after the desk or the staff. */
export function needsLongPin(grants: readonly RoleGrant[], role: string): boolean {
  return LONG_PIN_GRANTS.some((grant) => mayRole(grants, role, grant))
}

/**
 * Whether a scanned badge is not enough by itself: for every approval, and for roles that do more than lend, register
 * and take money. A badge's number is printed on it, and a copy of it makes a copy of the badge.
 */
export function isBadgePinAsked(
  { is_badge_pin_required }: { readonly is_badge_pin_required: boolean },
  grants: readonly RoleGrant[],
  role: string,
  purpose: 'sign-in' | 'approval',
): boolean {
  if (!is_badge_pin_required) return false
  return purpose === 'approval' || BADGE_AND_PIN_GRANTS.some((grant) => mayRole(grants, role, grant))
}

/** In the byte before the hash of a PIN, beside its cost. */
export const IS_LONG = 0x80

/** Whether the PIN of this hash has the digits that a role needs which looks after the desk or the staff. */
export function isLongPin(hash: Uint8Array): boolean {
  return ((hash[0] ?? 0) & IS_LONG) !== 0
}

/** What is wrong with a PIN; null for one that may be used. @param pin digits alone */
export function pinFault(pin: string, isLong: boolean): PinFault | null {
  const digits = isLong ? OWN_PIN_DIGITS_MIN : PIN_DIGITS_MIN
  if (pin.length < digits) return { reason: 'short', digits }
  return isEasyPin(pin) ? { reason: 'easy' } : null
}
