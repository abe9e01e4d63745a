/**
 * The work log's words for each kind of entry, and which kinds it lists. Pure; must never name a patron: it is
 * read over a shoulder.
 */
import type { DeskEvent, EventKind } from '../../journal/event.ts'
import { isRefusalCode } from '../../refusals/refusals.ts'
import { reasonLabel } from '../../staff/reasons.ts'

/** Null: not an act of anybody at this desk. The compiler asks for a line for every new kind. */
const WHAT: Readonly<Record<EventKind, string | null>> = {
  'epoch-opened': null,
  'staff-signed-in': 'Signed in',
  'staff-signed-out': 'Signed out',
  'missing-acknowledged': 'Confirmed that entries are missing',
  'clock-confirmed': 'Said that the clock is right',
  'data-imported': 'Took data in',
  'item-checked-out': 'Checked out',
  'loan-renewed': 'Renewed',
  'item-checked-in': 'Checked in',
  'check-out-undone': 'Undid a check-out',
  'renewal-undone': 'Undid a renewal',
  'check-in-undone': 'Undid a check-in',
  'return-asked': null,
  'return-answered': 'Settled a return',
  'return-reopened': 'Opened the question of a return again',
  'due-date-set': 'Set a due date',
  'loan-recalled': 'Recalled',
  'recall-undone': 'Undid a recall',
  'loan-stands': 'Changed how a loan stands',
  'hold-placed': 'Placed a hold',
  'hold-changed': 'Changed a hold',
  'hold-ended': 'Ended a hold',
  'hold-reopened': 'Opened a hold again',
  'charge-made': 'Charged',
  'charge-moved': 'Moved a charge',
  'item-marked': 'Marked an item',
  'item-used-here': 'Counted as used here',
  'item-made': 'Made an item',
  'item-edited': 'Changed an item',
  'note-written': 'Wrote a note',
  'note-removed': 'Took a note off',
  'claim-made': 'Took a claim',
  'claim-checked': 'Looked for a claimed item',
  'claim-ended': 'Ended a claim',
  'preference-set': 'Set a preference',
  'record-viewed': null,
  'list-viewed': 'Read who is late, by name',
  'record-disclosed': 'Wrote down a disclosure',
  'patron-exported': 'Gave out a patron’s own data',
  'patron-erased': 'Erased a patron',
  'act-refused': 'Refused',
  'act-approved': 'Approved',
  'policy-changed': 'Changed a rule',
  'staff-changed': 'Changed staff',
  'recovery-key-shown': 'Looked at the recovery key',
  'policy-applied': 'Put a rule on loans already made',
  'outage-declared': 'Declared an outage',
  'outage-withdrawn': 'Withdrew an outage',
}

const STAFF_CHANGES = {
  added: 'Added staff',
  edited: 'Changed staff',
  'pin-set': 'Set a PIN',
  closed: 'Closed staff',
  reopened: 'Opened staff again',
} as const

const POLICY_CHANGES: Readonly<Record<string, string>> = {
  role: 'Changed a role',
  role_grant: 'Changed what a role may do',
}

/** What was done, in two to five words; null when the log leaves it out. */
export function logWhat(event: DeskEvent): string | null {
  if (event.kind === 'staff-changed') return `${STAFF_CHANGES[event.body.what]}: ${event.body.staff}`
  if (event.kind === 'policy-changed') return POLICY_CHANGES[event.body.table] ?? WHAT[event.kind]
  if (event.kind === 'act-refused') return `Refused: ${actWords(event.body.act)}`
  if (event.kind === 'act-approved') return `Approved: ${actWords(event.body.act)}`
  return WHAT[event.kind]
}

const ACTS: Readonly<Record<string, string>> = {
  lend: 'check-out',
  'take-back-and-lend': 'check-in and out',
  renew: 'renewal',
  'sign-in': 'signing in',
  badge: 'reading badges',
  'approval.give': 'approving',
  'staff.set-own-pin': 'a new PIN',
  'desk.modify': 'a day for returns, or no fines',
  'desk.go': 'opening a page',
  'charge.add': 'charging',
  'charge.waive': 'waiving',
  'charge.void': 'voiding a charge',
  'loan.lost': 'billing as lost',
  'claim.make': 'taking a claim',
  'claim.end': 'ending a claim',
  'hold.place': 'placing a hold',
  'staff.edit': 'changing staff',
  'staff.close': 'closing staff',
  'role.add': 'adding a role',
  'role.edit': 'renaming a role',
  'role.remove': 'removing a role',
  'role.set': 'changing what a role may do',
  'note.remove': 'taking a block off',
  'item.edit': 'changing an item',
  'item.mark': 'marking an item',
  'item.make': 'making an item',
}

function actWords(act: string): string {
  return ACTS[act] ?? act.replaceAll(/[.-]/g, ' ')
}

/** A refusal's code as words: "owes too much". Its own sentence has figures of a patron, which the log leaves out. */
function codeWords(code: string): string {
  return isRefusalCode(code) ? code.replaceAll('-', ' ') : code
}

/** What stands for a code: of a member of staff, of a role. */
export type LogNames = {
  readonly initialsOf: (staff_code: string) => string
  readonly roleOf: (role_code: string) => string
}

/** What was overridden or refused, who approved, why; empty when there was nothing of it. */
export function logNotes(event: DeskEvent, { initialsOf, roleOf }: LogNames): string {
  const { body } = event
  if (event.kind === 'act-refused') {
    const by = event.body.approver === '' ? '' : `${initialsOf(event.body.approver)} would have approved`
    const typed = event.body.initials === '' ? '' : `initials typed: ${event.body.initials}`
    return [event.body.refusals.map(codeWords).join(', '), by, typed].filter((part) => part !== '').join('; ')
  }
  if (event.kind === 'act-approved') {
    const { approver, reason } = event.body
    return `approved by ${initialsOf(approver)}${reason === undefined ? '' : `; ${reasonLabel(reason)}`}`
  }
  if (event.kind === 'staff-changed') {
    return `${roleOf(event.body.role)}${event.body.is_imported ? '; by data taken in' : ''}`
  }
  if (!('overridden' in body)) return ''
  const { overridden, approved_by, reason } = body
  const parts = [
    overridden.length > 0 ? `overrode ${overridden.map(codeWords).join(', ')}` : '',
    approved_by === '' ? '' : `approved by ${approved_by.split('+').map(initialsOf).join(', ')}`,
    reason === '' ? '' : reason.split('+').map(reasonLabel).join(', '),
  ]
  return parts.filter((part) => part !== '').join('; ')
}
