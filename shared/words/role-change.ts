/** A role's limits, and changes to roles, said. Pure; names no staff member. */
import { cents } from '../kernel/money.ts'
import { grantEntry, hasDay, isGrant, type Grant, type RoleGrant } from '../staff/permissions.ts'
import type { Speech } from './speech.ts'

type Reach = Pick<RoleGrant, 'amount_cents_max' | 'days_count_max' | 'day_cents_max'>

/** "no", "yes", "up to $5.00, $25.00 a day", "up to 7 days". Null: not granted. */
export function reachText(speech: Speech, has: Reach | null, grant: Grant): string {
  const act = actText(speech, has, grant)
  if (has === null || has.day_cents_max === null || !hasDay(grant)) return act
  return speech.words.staff.reach.day(act, speech.money(cents(has.day_cents_max)))
}

function actText({ words, money }: Speech, has: Reach | null, grant: Grant): string {
  const { no, yes, unlimited, amount, days } = words.staff.reach
  if (has === null) return no
  const { ceiling } = grantEntry(grant)
  if (ceiling === 'cents' && has.amount_cents_max !== null) return amount(money(cents(has.amount_cents_max)))
  if (ceiling === 'days' && has.days_count_max !== null) return days(has.days_count_max)
  return ceiling === 'none' ? yes : unlimited
}

type Stored = Readonly<Record<string, unknown>> | null
/** What an entry keeps of a role, or of one of its grants, before and after a change. */
export type RoleChange = { readonly table: string; readonly before: Stored; readonly after: Stored }
type Said = { readonly what: string; readonly notes: string[] }

/**
 * @param roleOf the present name of a role, by code
 */
export function roleChangeText(speech: Speech, change: RoleChange, roleOf: (role_code: string) => string): Said {
  return change.table === 'role' ? roleText(speech, change) : grantText(speech, change, roleOf)
}

function roleText({ words }: Speech, { before, after }: RoleChange): Said {
  const { added, removed, moved, renamed, now } = words.staff.role
  const was = textOf(before, 'name')
  const is = textOf(after, 'name')
  if (before === null) return { what: added(is), notes: [] }
  if (after === null) return { what: removed(was), notes: [] }
  return was === is ? { what: moved(is), notes: [] } : { what: renamed(was), notes: [now(is)] }
}

function grantText(speech: Speech, { before, after }: RoleChange, roleOf: (role_code: string) => string): Said {
  const { role, grants } = speech.words.staff
  const row = after ?? before
  const grant = textOf(row, 'grant_code')
  const name = roleOf(textOf(row, 'role'))
  if (!isGrant(grant)) return { what: role.granted(name, grant), notes: [] }
  const notes = [role.reach_now(storedReach(speech, before, grant), storedReach(speech, after, grant))]
  return { what: role.granted(name, grants[grant]), notes }
}

function storedReach(speech: Speech, row: Stored, grant: Grant): string {
  if (row === null || row['is_granted'] === 0) return reachText(speech, null, grant)
  return reachText(
    speech,
    {
      amount_cents_max: numberOf(row, 'amount_cents_max'),
      days_count_max: numberOf(row, 'days_count_max'),
      day_cents_max: numberOf(row, 'day_cents_max'),
    },
    grant,
  )
}

function textOf(row: Stored, name: string): string {
  const value = row?.[name]
  return typeof value === 'string' ? value : ''
}

function numberOf(row: Stored, name: string): number | null {
  const value = row?.[name]
  return typeof value === 'number' ? value : null
}
