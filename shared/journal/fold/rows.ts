/**
 * What events change of rows that are kept whole: notes, claims, outages, staff, rules, roles. One kind of change
 * serves all of them: a new table needs no interpreter of its own. Pure: names an item by barcode; the patron lies
 * beside the event.
 */
/** The columns that the events of this desk change, by table. */
export type RowTables = {
  readonly patron_note: {
    readonly written_on: string
    readonly branch_code: string
    readonly is_blocking: number
    readonly is_message: number
    readonly until_on: string | null
  }
  readonly patron_claim: {
    readonly loan_ref: string
    readonly claim: 'returned' | 'never-had'
    readonly claimed_on: string
    readonly made_at_ms: number
    readonly status: string
    readonly ended_at_ms: number | null
    readonly checks_count: number
    readonly checked_on: string | null
  }
  /** The rest of a member of staff lies beside the event: a name, and the seal of a PIN. */
  readonly staff: { readonly role: string }
  /** How a row of the rules stood, for the loans that go by it still. */
  readonly policy_version: {
    readonly table_name: string
    readonly row_key: string
    readonly content: string | null
    readonly until_at_ms: number
  }
  readonly outage: {
    readonly branch_code: string
    readonly from_at_ms: number
    readonly to_at_ms: number
    readonly reason: string
  }
}
type ViewedTable = keyof RowTables

/** By which column each table names a row. These are seen through a view of the table's name. */
const VIEWED_KEYS: Readonly<Record<ViewedTable, string>> = {
  patron_note: 'note_ref',
  patron_claim: 'claim_ref',
  staff: 'staff_code',
  outage: 'outage_ref',
  policy_version: 'version_ref',
}
export const VIEWED_TABLES = Object.keys(VIEWED_KEYS) as ViewedTable[]

/** The tables of the rules and roles. A row is whole in the event, as it is stored. */
export const RULE_KEYS = {
  loan_rule: 'rule_code',
  fixed_date: 'date_code',
  fine_rule: 'rule_code',
  lost_rule: 'rule_code',
  limit_group: 'group_code',
  limit_rule: 'limit_code',
  rental_rule: 'rule_code',
  fee_rule: 'fee_code',
  patron_category: 'category_code',
  item_type: 'item_type_code',
  shelf_sign: 'sign_code',
  fine_free_day: 'day_code',
  library_setting: 'name',
  role: 'role_code',
  role_grant: 'grant_key',
} as const
export type RuleTable = keyof typeof RULE_KEYS
export const RULE_TABLES = Object.keys(RULE_KEYS) as RuleTable[]

export type RowTable = ViewedTable | RuleTable
export const ROW_KEYS: Readonly<Record<RowTable, string>> = { ...VIEWED_KEYS, ...RULE_KEYS }

export function isRowTable(name: string): name is RowTable {
  return Object.hasOwn(ROW_KEYS, name)
}

export function isRuleTable(name: string): name is RuleTable {
  return Object.hasOwn(RULE_KEYS, name)
}

type Columns<Table extends RowTable> = Table extends ViewedTable ? RowTables[Table] : Readonly<Record<string, unknown>>

/** What each side adds to a new row from what it keeps itself. */
export type RowLinks = {
  /** Whom the row is about. */
  readonly has_patron?: true
  readonly item_barcode?: string
  /** Whose initials stand on it. */
  readonly written_by?: string
  /** The column that gets the words beside the event; erased by now, there is no row. */
  readonly words_in?: string
  /** The words beside the event are further columns, as JSON. */
  readonly words_hold_columns?: true
}

type OneTable<Table extends RowTable> =
  | ({ readonly kind: 'row-put'; readonly table: Table; readonly key: string; readonly row: Columns<Table> } & {
      readonly links: RowLinks
    })
  | {
      readonly kind: 'row-changed'
      readonly table: Table
      readonly key: string
      readonly row: Partial<Columns<Table>>
    }
  | { readonly kind: 'row-dropped'; readonly table: Table; readonly key: string }

export type RowChange = { [Table in ViewedTable]: OneTable<Table> }[ViewedTable] | OneTable<RuleTable>
