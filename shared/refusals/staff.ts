/** Every refusal about staff and roles, told when nothing at the desk is in the way. */
import { STOP, type RefusalEntry } from './entry.ts'

export const STAFF_REFUSALS = {
  'staff-unknown': { ...STOP, facts: { staff: 'text' } },
  'initials-taken': { ...STOP, facts: { initials: 'text' } },
  'initials-of-another': { ...STOP, facts: { initials: 'text', name: 'text', free: 'text' } },
  'badge-taken': { ...STOP, facts: { barcode: 'text' } },
  'badge-given-on': { ...STOP, facts: { barcode: 'text', initials: 'text' } },
  'last-manager': { ...STOP, is_of_role: true },
  'staff-is-you': { ...STOP, is_of_role: true },
  'pin-short': { ...STOP, facts: { digits: 'count' } },
  'pin-easy': STOP,
  'pin-needed': { ...STOP, facts: { digits: 'count' } },
  'pins-short': { ...STOP, facts: { digits: 'count', names: 'text' } },
  'own-pin-needed': STOP,
  'role-unknown': { ...STOP, facts: { role: 'text' } },
  'role-name-taken': { ...STOP, facts: { name: 'text' } },
  'roles-too-many': { ...STOP, facts: { max: 'count' } },
  'role-built-in': { ...STOP, facts: { name: 'text' } },
  'role-held': { ...STOP, facts: { name: 'text', count: 'count' } },
} as const satisfies Readonly<Record<string, RefusalEntry>>
