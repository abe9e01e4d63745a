/**
 * What a role may do, as named grants, and what the three built-in roles have by default; the words of a grant are in
 * shared/words. The roles themselves are rows (roles.ts). Pure data and look-up; does not know who is signed in.
 */

/** How far a grant reaches: unlimited, up to an amount of money, or up to a number of days. */
export type Ceiling = 'none' | 'cents' | 'days'

/** `has_day`: beside the ceiling of one act, all that a person does of it alone in a day has one. */
type GrantEntry = { readonly grant: string; readonly ceiling: Ceiling; readonly has_day?: true }

/** In the order of the roles page. */
export const GRANTS = [
  { grant: 'answer-at-desk', ceiling: 'none' },
  { grant: 'undo-own', ceiling: 'none' },
  { grant: 'undo-others', ceiling: 'none' },
  { grant: 'override-block', ceiling: 'none' },
  { grant: 'override-debt', ceiling: 'none' },
  { grant: 'override-limit', ceiling: 'none' },
  { grant: 'lend-not-for-loan', ceiling: 'none' },
  { grant: 'renew-over-limit', ceiling: 'none' },
  { grant: 'set-due-date', ceiling: 'none' },
  { grant: 'recall', ceiling: 'none' },
  { grant: 'backdate', ceiling: 'days' },
  { grant: 'declare-lost', ceiling: 'none' },
  { grant: 'claim-over-limit', ceiling: 'none' },
  { grant: 'charge', ceiling: 'cents' },
  { grant: 'waive', ceiling: 'cents', has_day: true },
  { grant: 'take-money', ceiling: 'none' },
  { grant: 'use-drawer', ceiling: 'none' },
  { grant: 'no-sale', ceiling: 'none' },
  { grant: 'void-receipt', ceiling: 'cents', has_day: true },
  { grant: 'refund', ceiling: 'cents', has_day: true },
  { grant: 'refund-in-cash', ceiling: 'cents' },
  { grant: 'credit-for-others', ceiling: 'cents' },
  { grant: 'pay-out', ceiling: 'cents' },
  { grant: 'surprise-count', ceiling: 'none' },
  { grant: 'sign-off-variance', ceiling: 'cents' },
  { grant: 'close-others-drawer', ceiling: 'none' },
  { grant: 'confirm-deposit', ceiling: 'none' },
  { grant: 'see-cash', ceiling: 'none' },
  { grant: 'remove-block', ceiling: 'none' },
  { grant: 'register-patron', ceiling: 'none' },
  { grant: 'edit-patron', ceiling: 'none' },
  { grant: 'renew-card', ceiling: 'none' },
  { grant: 'replace-card', ceiling: 'none' },
  { grant: 'set-patron-pin', ceiling: 'none' },
  { grant: 'choose-category', ceiling: 'none' },
  { grant: 'edit-item', ceiling: 'none' },
  { grant: 'declare-outage', ceiling: 'none' },
  { grant: 'see-late-patrons', ceiling: 'none' },
  { grant: 'export-late-patrons', ceiling: 'none' },
  { grant: 'see-card-lists', ceiling: 'none' },
  { grant: 'see-desk-day', ceiling: 'none' },
  { grant: 'see-work-log', ceiling: 'none' },
  { grant: 'disclose', ceiling: 'none' },
  { grant: 'export-patron', ceiling: 'none' },
  { grant: 'export-all-patrons', ceiling: 'none' },
  { grant: 'merge-patrons', ceiling: 'none' },
  { grant: 'erase-patron', ceiling: 'none' },
  { grant: 'see-privacy-log', ceiling: 'none' },
  { grant: 'edit-policy', ceiling: 'none' },
  { grant: 'look-after-desk', ceiling: 'none' },
  { grant: 'edit-staff', ceiling: 'none' },
] as const satisfies readonly GrantEntry[]

export type Grant = (typeof GRANTS)[number]['grant']
const BY_NAME: ReadonlyMap<string, (typeof GRANTS)[number]> = new Map(GRANTS.map((entry) => [entry.grant, entry]))

export function isGrant(name: string): name is Grant {
  return BY_NAME.has(name)
}

export function grantEntry(grant: Grant): GrantEntry {
  const entry = BY_NAME.get(grant)
  if (!entry) throw new TypeError(`no such grant: ${grant}`)
  return entry
}

/** They come with the program, by code; a library can rename them. */
export type BuiltInRole = 'staff' | 'supervisor' | 'manager'

/** Whether all of it in a day together has a ceiling beside that of one act. */
export function hasDay(grant: Grant): boolean {
  const entry: GrantEntry = grantEntry(grant)
  return entry.has_day === true
}

/** What one role may do, and how far. Null is unlimited. */
export type RoleGrant = {
  readonly role: string
  readonly grant: Grant
  readonly amount_cents_max: number | null
  readonly days_count_max: number | null
  /** Of all acts of a day together, without those that a second person allowed. */
  readonly day_cents_max: number | null
}

const EVERYBODYS: readonly Grant[] = [
  'answer-at-desk',
  'undo-own',
  'declare-lost',
  'charge',
  'waive',
  'backdate',
  'take-money',
  'use-drawer',
  'no-sale',
  'void-receipt',
  'refund',
  'pay-out',
  'register-patron',
  'edit-patron',
  'renew-card',
  'replace-card',
  'set-patron-pin',
  'see-work-log',
]
const SUPERVISORS: readonly Grant[] = [
  ...EVERYBODYS,
  'undo-others',
  'override-block',
  'override-debt',
  'override-limit',
  'lend-not-for-loan',
  'renew-over-limit',
  'set-due-date',
  'recall',
  'claim-over-limit',
  'refund-in-cash',
  'credit-for-others',
  'surprise-count',
  'sign-off-variance',
  'close-others-drawer',
  'confirm-deposit',
  'see-cash',
  'remove-block',
  'choose-category',
  'edit-item',
  'declare-outage',
  'see-late-patrons',
  'export-late-patrons',
  'see-card-lists',
  'see-desk-day',
  'disclose',
  'export-patron',
  'merge-patrons',
]

/** The limit of a built-in role where its grant has a ceiling; a manager has none. */
const CEILINGS: Readonly<
  Record<Exclude<BuiltInRole, 'manager'>, { amount_cents_max: number; days_count_max: number; day_cents_max: number }>
> = {
  staff: { amount_cents_max: 500, days_count_max: 7, day_cents_max: 2500 },
  supervisor: { amount_cents_max: 5000, days_count_max: 30, day_cents_max: 25_000 },
}

function shipped(role: BuiltInRole, grants: readonly Grant[]): RoleGrant[] {
  return grants.map((grant) => {
    const { ceiling } = grantEntry(grant)
    const reach = role === 'manager' ? null : CEILINGS[role]
    return {
      role,
      grant,
      amount_cents_max: ceiling === 'cents' ? (reach?.amount_cents_max ?? null) : null,
      days_count_max: ceiling === 'days' ? (reach?.days_count_max ?? null) : null,
      day_cents_max: hasDay(grant) ? (reach?.day_cents_max ?? null) : null,
    }
  })
}

/** What the built-in roles have by default; a library's own role starts with nothing. */
export const SHIPPED_GRANTS: readonly RoleGrant[] = [
  ...shipped('staff', EVERYBODYS),
  ...shipped('supervisor', SUPERVISORS),
  ...shipped(
    'manager',
    GRANTS.map((entry) => entry.grant),
  ),
]

/** The shipped grants, overridden by a library's own rows. */
export function grantsWith(own: readonly (RoleGrant & { readonly is_granted: boolean })[]): readonly RoleGrant[] {
  if (own.length === 0) return SHIPPED_GRANTS
  const isOwn = (row: RoleGrant): boolean => own.some((one) => one.role === row.role && one.grant === row.grant)
  const granted = own
    .filter((row) => row.is_granted)
    .map(({ role, grant, amount_cents_max, days_count_max, day_cents_max }) => {
      return { role, grant, amount_cents_max, days_count_max, day_cents_max }
    })
  return [...SHIPPED_GRANTS.filter((row) => !isOwn(row)), ...granted]
}

/** A manager who could not change staff would lock the library out of its own desk. */
export function isGrantFixed(role: string, grant: Grant): boolean {
  return role === 'manager' && grant === 'edit-staff'
}

/** How far this role reaches with the grant, in its unit. Null: without a limit; undefined: it has no such grant. */
export function roleReach(rows: readonly RoleGrant[], role: string, grant: Grant): number | null | undefined {
  const row = rows.find((one) => one.role === role && one.grant === grant)
  if (!row) return isGrantFixed(role, grant) ? null : undefined
  const { ceiling } = grantEntry(grant)
  return ceiling === 'cents' ? row.amount_cents_max : ceiling === 'days' ? row.days_count_max : null
}

/** How far this role goes in a day with the grant. Null: without a limit. */
export function roleDayReach(rows: readonly RoleGrant[], role: string, grant: Grant): number | null {
  return hasDay(grant) ? (rows.find((one) => one.role === role && one.grant === grant)?.day_cents_max ?? null) : null
}

/**
 * Whether this role has the grant, as far as `reach` (cents or days, by the grant's ceiling; 0 asks for any). `rows`:
 * the result of `grantsWith`.
 */
export function mayRole(rows: readonly RoleGrant[], role: string, grant: Grant, reach = 0): boolean {
  const max = roleReach(rows, role, grant)
  return max === null || (max !== undefined && reach <= max)
}
