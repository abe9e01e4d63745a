/**
 * What events change of rows that are kept whole: notes, claims, outages, staff, rules, roles. One kind of change
 * serves all of them: a new table needs no interpreter of its own. Pure: names an item by barcode; the patron lies
 * beside the event.
 */
import { isRuleTable, RULE_KEYS, type RuleTable } from '../events/rule-tables.ts'

type ItemRecord = {
  readonly item_type_code: string
  readonly home_branch_code: string
  readonly call_number: string
  readonly location: string
  readonly price_cents: number | null
  readonly note: string
  readonly lender_name: string
  readonly lender_due_on: string | null
}

/** The columns that the events of this desk change, by table. */
export type RowTables = {
  readonly patron_note: {
    readonly written_on: string
    readonly branch_code: string
    readonly is_blocking: number
    readonly is_message: number
    readonly is_suspension: number
    readonly until_on: string | null
  }
  /** Who may pick up what waits for the patron: by their record number, beside the seal. */
  readonly patron_pickup: { readonly allowed_on: string }
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
  /** The rest of a staff record is kept beside the event: the name, and the hash of the PIN. */
  readonly staff: { readonly role: string }
  readonly title_made: { readonly title: string; readonly author: string; readonly isbn: string }
  readonly item_made: ItemRecord & {
    readonly title_ref: string
    readonly at_branch_code: string
    readonly status: string
  }
  /** Each edit under its own event: the newest holds. */
  readonly item_edit: ItemRecord & { readonly barcode: string }
  /** Who a patron is and which cards they have, as an entry puts it: all of it lies beside the seal. */
  readonly patron_entry: Readonly<Record<string, never>>
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
type TypedTable = keyof RowTables
type LaidTable = 'title_made' | 'item_made' | 'item_edit' | 'patron_entry'
type ViewedTable = Exclude<TypedTable, LaidTable>

/** By which column each table names a row. These are seen through a view of the table's name. */
const VIEWED_KEYS: Readonly<Record<ViewedTable, string>> = {
  patron_note: 'note_ref',
  patron_pickup: 'pickup_ref',
  patron_claim: 'claim_ref',
  staff: 'staff_code',
  outage: 'outage_ref',
  policy_version: 'version_ref',
}
export const VIEWED_TABLES = Object.keys(VIEWED_KEYS) as ViewedTable[]

/** Records made and changed by hand. */
const LAID_KEYS: Readonly<Record<LaidTable, string>> = {
  title_made: 'title_ref',
  item_made: 'barcode',
  item_edit: 'edit_ref',
  patron_entry: 'entry_ref',
}

export type RowTable = TypedTable | RuleTable
export const ROW_KEYS: Readonly<Record<RowTable, string>> = {
  ...VIEWED_KEYS,
  ...RULE_KEYS,
  ...LAID_KEYS,
}

export function isRowTable(name: string): name is RowTable {
  return Object.hasOwn(ROW_KEYS, name)
}

/** Rows that scans join: no view shows them, the reference file takes them as soon as they are recorded. */
export function isLaidTable(name: string): boolean {
  return isRuleTable(name) || Object.hasOwn(LAID_KEYS, name)
}

type Columns<Table extends RowTable> = Table extends TypedTable ? RowTables[Table] : Readonly<Record<string, unknown>>

/** What each side adds to a new row from what it keeps itself. */
export type RowLinks = {
  /** Whom the row is about. */
  readonly has_patron?: true
  readonly item_barcode?: string
  /** Whose initials it has. */
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

export type RowChange =
  | { [Table in TypedTable]: OneTable<Table> }[TypedTable]
  | OneTable<RuleTable>
  /** The desk's own row is given up: what the library's data says of it holds. */
  | { readonly kind: 'row-released'; readonly table: RowTable; readonly key: string }
