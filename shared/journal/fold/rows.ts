/**
 * What events change of rows that are kept whole: notes, claims, outages, staff. One kind of change serves all of them:
 * a new table needs no interpreter of its own. Pure: names an item by barcode; the patron lies beside the event.
 */
export type Cell = string | number | null

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
  readonly outage: {
    readonly branch_code: string
    readonly from_at_ms: number
    readonly to_at_ms: number
    readonly reason: string
  }
}
export type RowTable = keyof RowTables

/** By which column each table names a row. */
export const ROW_KEYS: Readonly<Record<RowTable, string>> = {
  patron_note: 'note_ref',
  patron_claim: 'claim_ref',
  staff: 'staff_code',
  outage: 'outage_ref',
}
export const ROW_TABLES = Object.keys(ROW_KEYS) as RowTable[]

export function isRowTable(name: string): name is RowTable {
  return Object.hasOwn(ROW_KEYS, name)
}

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
  | ({ readonly kind: 'row-put'; readonly table: Table; readonly key: string; readonly row: RowTables[Table] } & {
      readonly links: RowLinks
    })
  | {
      readonly kind: 'row-changed'
      readonly table: Table
      readonly key: string
      readonly row: Partial<RowTables[Table]>
    }
  | { readonly kind: 'row-dropped'; readonly table: Table; readonly key: string }

export type RowChange = { [Table in RowTable]: OneTable<Table> }[RowTable]
