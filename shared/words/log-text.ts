/** An entry of the work log, said. Pure; must never name a patron: the log is read over a shoulder. */
import type { DeskEvent } from '../journal/event.ts'
import { isLetOff, type LoggedKind } from '../journal/logged.ts'
import { cents } from '../kernel/money.ts'
import { isRefusalCode } from '../refusals/refusals.ts'
import { reasonLabel } from '../staff/reasons.ts'
import type { Speech } from './speech.ts'

/** What was done, in two to five words. */
export function logText(
  { words: { log }, money }: Speech,
  event: DeskEvent,
  kind: LoggedKind,
  { nameOf }: LogNames,
): string {
  const actText = (act: string): string => (log.acts as Readonly<Record<string, string>>)[act] ?? act
  if (event.kind === 'staff-changed') return log.staff_changed[event.body.what](nameOf(event.body.staff))
  if (event.kind === 'act-refused') return log.refused(actText(event.body.act))
  if (event.kind === 'act-approved') {
    const { act, grant } = event.body
    const pages: Readonly<Record<string, string>> = log.pages
    return log.approved((act === 'desk.go' ? pages[grant] : undefined) ?? actText(act))
  }
  if (isLetOff(event)) return log.let_off[event.body.code](money(cents(event.body.amount_cents)))
  if (event.kind !== 'policy-changed') return log.done[kind]
  const { table } = event.body
  return table === 'role' ? log.role_changed : table === 'role_grant' ? log.grant_changed : log.done[kind]
}

/** What stands for a code: of a member of staff, of a role. */
export type LogNames = {
  readonly nameOf: (staff_code: string) => string
  readonly roleOf: (role_code: string) => string
}

/** Which rule said no: its few words, since its sentence has figures of a patron. */
function ruleText({ short }: Speech, code: string): string {
  return isRefusalCode(code) ? short(code) : code
}

/** Each code once, without the empty ones. */
function once(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code) => code !== ''))]
}

/** What was overridden or refused, who approved, and why; none when there was nothing of it. */
export function logNotes(speech: Speech, event: DeskEvent, { nameOf, roleOf }: LogNames): readonly string[] {
  const { would_approve, typed, approved_by: byWhom, overrode, by_import, wrong } = speech.words.log
  const { reasons } = speech.words.outcomes
  const rules = (codes: readonly string[]): string => codes.map((code) => ruleText(speech, code)).join(', ')
  const { body } = event
  if (event.kind === 'act-refused') {
    const { act, refusals, approver, initials, wrong_count } = event.body
    return [
      ...(refusals.length === 0 ? [] : [rules(refusals)]),
      ...(wrong_count === 0 ? [] : [act === 'badge' ? wrong.badges(wrong_count) : wrong.pins(wrong_count)]),
      ...(approver === '' ? [] : [would_approve(nameOf(approver))]),
      ...(initials === '' ? [] : [typed(initials)]),
    ]
  }
  if (event.kind === 'act-approved') {
    const { approver, reason } = event.body
    const isOwn = approver === event.head.staff
    return [...(isOwn ? [] : [byWhom(nameOf(approver))]), ...(reason === '' ? [] : [reasonLabel(reasons, reason)])]
  }
  if (event.kind === 'staff-changed') {
    const role = roleOf(event.body.role)
    return [event.body.is_imported ? by_import(role) : role]
  }
  if (event.kind === 'charge-moved') {
    const { approved_by, reason } = event.body
    return [
      ...(approved_by === '' ? [] : [byWhom(nameOf(approved_by))]),
      ...(reason === '' ? [] : [reasonLabel(reasons, reason)]),
    ]
  }
  if (event.kind === 'receipt-made') {
    const { others_credit_cents } = event.body
    return others_credit_cents === 0 ? [] : [speech.words.log.others_credit(speech.money(cents(others_credit_cents)))]
  }
  if (event.kind === 'patrons-exported') return [speech.words.log.patrons(event.body.rows_count)]
  if (event.kind === 'list-exported') return [speech.words.log.patrons(event.body.rows_count)]
  if (!('overridden' in body)) return []
  const { overridden, approvals } = body
  const approvers = once(approvals.map((one) => one.approved_by))
  const reason = once(approvals.map((one) => one.reason))
  return [
    ...(overridden.length === 0 ? [] : [overrode(rules(overridden))]),
    ...(approvers.length === 0 ? [] : [byWhom(approvers.map(nameOf).join(', '))]),
    ...(reason.length === 0 ? [] : [reason.map((one) => reasonLabel(reasons, one)).join(', ')]),
  ]
}
