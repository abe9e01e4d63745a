/**
 * The rows that events change, whole, by table and key, whichever store keeps them: the overlay in SQLite or a Map. A
 * row names an item by barcode and never by SQLite's own number, so that it means the same in every store. Whose a row
 * is, and the words beside its event, each store finds itself.
 */
import type { RowLinks, RowTable } from '../fold/rows.ts'

export type StateRows = {
  /** By barcode. */
  readonly item: { readonly at_branch_code: string; readonly status: string; readonly seen_at_ms: number }
  readonly hold: {
    readonly title_ref: string
    readonly is_item_hold: number
    readonly item_barcode: string | null
    readonly pickup_branch_code: string
    readonly placed_at_ms: number
    readonly expires_on: string | null
    readonly status: string
    readonly suspended_until_on: string | null
    readonly shelf_until_on: string | null
    readonly pickup_code: string
    readonly is_open: number
  }
  readonly charge: {
    readonly kind: string
    readonly item_barcode: string | null
    readonly loan_ref: string | null
    readonly charged_at_ms: number
    readonly amount_cents: number
    readonly owed_cents: number
    readonly refund_due_cents: number
  }
  /** A charge’s history: nothing is changed in it, and nothing is read of it here. */
  readonly transfer: {
    readonly charge_ref: string
    readonly transfer_number: number
    readonly pays_ref: string | null
    readonly at_ms: number
    readonly transfer_code: string
    readonly debit_code: string
    readonly credit_code: string
    readonly amount_cents: number
    readonly fund_code: string
    readonly of_ref: string | null
    readonly session_ref: string | null
    readonly staff_code: string
    readonly reason: string
  }
  /** Open while its row exists. */
  readonly return_question: { readonly loan_ref: string; readonly branch_code: string; readonly asked_at_ms: number }
}

export type StateTable = keyof StateRows
export type Table = StateTable | RowTable
export type Row<T extends Table> = T extends StateTable ? StateRows[T] : Readonly<Record<string, unknown>>
/** A row as it is read: its store has its own numbers for what these name, and they go back with it when it is put. */
export type Read<T extends Table> = Omit<Row<T>, 'item_barcode' | 'title_ref'>

export type World = {
  /** Null: there is none to change. Each store says what it does with a row that must be there. */
  readonly get: <T extends Table>(table: T, key: string) => Read<T> | null
  readonly put: <T extends Table>(table: T, key: string, row: Row<T> | Read<T>, links?: RowLinks) => void
  readonly drop: (table: Table, key: string) => void
  /** Gives up what this desk says of the row: the library's data hold. */
  readonly release: (table: RowTable, key: string) => void
}
