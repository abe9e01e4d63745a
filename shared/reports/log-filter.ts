/** Which entries of the work log are shown: by whom, of which kind, from when to when. Pure; names no patron. */
import type { DeskEvent } from '../journal/event.ts'
import { actorIn, isLetOff, type LoggedEvent, type LoggedKind } from '../journal/logged.ts'
import type { LocalDate } from '../kernel/time.ts'

/** Kinds of acts, in the order of the form. */
export const LOG_GROUPS = [
  'out',
  'in',
  'renewed',
  'holds',
  'waived',
  'charges',
  'cash',
  'overridden',
  'undone',
  'refused',
  'patrons',
  'items',
  'staff',
  'desk',
] as const
export type LogGroup = (typeof LOG_GROUPS)[number]

const GROUPS: Readonly<Record<LoggedKind, LogGroup>> = {
  'item-checked-out': 'out',
  'check-out-undone': 'out',
  'due-date-set': 'out',
  'loan-recalled': 'out',
  'recall-undone': 'out',
  'loan-status-set': 'out',
  'item-checked-in': 'in',
  'check-in-undone': 'in',
  'return-answered': 'in',
  'return-reopened': 'in',
  'item-used-here': 'in',
  'loan-renewed': 'renewed',
  'renewal-undone': 'renewed',
  'hold-placed': 'holds',
  'hold-changed': 'holds',
  'hold-ended': 'holds',
  'hold-reopened': 'holds',
  'charge-made': 'charges',
  'charge-moved': 'charges',
  'drawer-opened': 'cash',
  'float-counted': 'cash',
  'drawer-counted': 'cash',
  'tenders-counted': 'cash',
  'withdrawal-refused': 'cash',
  'receipt-made': 'cash',
  'receipt-voided': 'cash',
  'refund-paid': 'cash',
  'cash-placed': 'cash',
  'cash-paid': 'cash',
  'paper-credited': 'cash',
  'drawer-unlocked': 'cash',
  'drawer-pulsed': 'cash',
  'drawer-key-opened': 'cash',
  'custody-changed': 'cash',
  'drawer-closed': 'cash',
  'deposit-banked': 'cash',
  'card-settled': 'cash',
  'close-reviewed': 'cash',
  'copy-printed': 'cash',
  'place-counted': 'cash',
  'place-settled': 'cash',
  'place-moved': 'cash',
  'act-refused': 'refused',
  'act-approved': 'overridden',
  'act-undone': 'undone',
  'note-written': 'patrons',
  'note-removed': 'patrons',
  'pickup-allowed': 'patrons',
  'pickup-ended': 'patrons',
  'claim-made': 'patrons',
  'claim-checked': 'patrons',
  'claim-ended': 'patrons',
  'preference-set': 'patrons',
  'list-viewed': 'patrons',
  'list-exported': 'patrons',
  'patrons-exported': 'patrons',
  'record-disclosed': 'patrons',
  'patron-exported': 'patrons',
  'patron-erased': 'patrons',
  'patron-registered': 'patrons',
  'registration-undone': 'patrons',
  'patron-changed': 'patrons',
  'card-renewed': 'patrons',
  'card-replaced': 'patrons',
  'card-lost': 'patrons',
  'guardian-linked': 'patrons',
  'guardian-unlinked': 'patrons',
  'family-linked': 'patrons',
  'family-unlinked': 'patrons',
  'patron-change-undone': 'patrons',
  'patrons-merged': 'patrons',
  'patrons-distinguished': 'patrons',
  'email-bounced': 'patrons',
  'email-arrives': 'patrons',
  'mail-returned': 'patrons',
  'merge-undone': 'patrons',
  'patron-pin-set': 'patrons',
  'patron-pin-cleared': 'patrons',
  'item-marked': 'items',
  'item-made': 'items',
  'item-edited': 'items',
  'staff-signed-in': 'staff',
  'staff-signed-out': 'staff',
  'staff-changed': 'staff',
  'missing-acknowledged': 'desk',
  'clock-confirmed': 'desk',
  'data-imported': 'desk',
  'policy-changed': 'desk',
  'recovery-key-shown': 'desk',
  'recovery-key-confirmed': 'desk',
  'backup-made': 'desk',
  'journal-exported': 'desk',
  'cash-exported': 'cash',
  'desk-moved': 'desk',
  'device-set': 'desk',
  'idle-lock-changed': 'desk',
  'policy-applied': 'desk',
  'outage-declared': 'desk',
  'outage-withdrawn': 'desk',
}

/** Empty or null: all of it. */
export type LogFilter = {
  readonly staff_code: string
  readonly group: LogGroup | ''
  readonly from_on: LocalDate | null
  readonly to_on: LocalDate | null
}

function isOverride({ body }: DeskEvent): boolean {
  return 'overridden' in body && body.overridden.length > 0
}

function isOfGroup(event: LoggedEvent, group: LogGroup): boolean {
  if (group === 'waived') return isLetOff(event)
  if (group === 'overridden' && isOverride(event)) return true
  return GROUPS[event.kind] === group
}

/** Whether this entry is by that person and of that kind. Its day is for the caller to tell. */
export function isWanted(event: LoggedEvent, { staff_code, group }: LogFilter): boolean {
  return (staff_code === '' || actorIn(event) === staff_code) && (group === '' || isOfGroup(event, group))
}
