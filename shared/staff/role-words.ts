/** A role's limits, and changes to roles, in words. Pure; names no staff member. */
import { cents, moneyText } from '../kernel/money.ts'
import { grantEntry, isGrant, type Grant, type RoleGrant } from './permissions.ts'

type Reach = Pick<RoleGrant, 'amount_cents_max' | 'days_count_max'>

/** "no", "yes", "up to $5.00", "up to 7 days". Null: not granted. */
export function reachWords(has: Reach | null, grant: Grant): string {
  if (has === null) return 'no'
  const { ceiling } = grantEntry(grant)
  if (ceiling === 'cents' && has.amount_cents_max !== null) return `up to ${moneyText(cents(has.amount_cents_max))}`
  if (ceiling === 'days' && has.days_count_max !== null) return `up to ${has.days_count_max} days`
  return ceiling === 'none' ? 'yes' : 'yes, without limit'
}

type Stored = Readonly<Record<string, unknown>> | null
/** What an entry keeps of a role, or of one of its grants, before and after a change. */
export type RoleChange = { readonly table: string; readonly before: Stored; readonly after: Stored }
type Said = { readonly what: string; readonly notes: string[] }

/**
 * @param roleOf the present name of a role, by code
 */
export function roleChangeWords(change: RoleChange, roleOf: (role_code: string) => string): Said {
  return change.table === 'role' ? roleWords(change) : grantWords(change, roleOf)
}

function roleWords({ before, after }: RoleChange): Said {
  const was = textOf(before, 'name')
  const is = textOf(after, 'name')
  if (before === null) return { what: `Role ${is} added`, notes: [] }
  if (after === null) return { what: `Role ${was} removed`, notes: [] }
  return was === is ? { what: `Role ${is} moved`, notes: [] } : { what: `Role ${was} renamed`, notes: [`Now ${is}`] }
}

function grantWords({ before, after }: RoleChange, roleOf: (role_code: string) => string): Said {
  const row = after ?? before
  const grant = textOf(row, 'grant_code')
  const label = isGrant(grant) ? grantEntry(grant).label : grant
  const what = `What ${roleOf(textOf(row, 'role'))} may do: ${label}`
  return { what, notes: isGrant(grant) ? [`${storedReach(before, grant)}, now ${storedReach(after, grant)}`] : [] }
}

function storedReach(row: Stored, grant: Grant): string {
  if (row === null || row['is_granted'] === 0) return reachWords(null, grant)
  return reachWords(
    { amount_cents_max: numberOf(row, 'amount_cents_max'), days_count_max: numberOf(row, 'days_count_max') },
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
