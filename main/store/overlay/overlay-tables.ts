/**
 * The tables of which this desk keeps its own changes in tables of the same columns: loans, the place of items, holds,
 * charges. Every statement on such a pair is made from the columns of the schema: how a change is put, how the desk
 * sees both together, how the change is laid into the reference file. A new column needs no word here.
 */
import { COLUMNS, type JournalTables, type ReferenceTables } from '../schema.gen.ts'
import type { ReadHandle, Statement, WriteHandle } from '../sql.ts'

/** By which column an overlay names a row. What it goes by in the reference file is its `external_id` or the same. */
const KEYS = { loan: 'item_id', item: 'item_id', hold: 'hold_ref', charge: 'charge_ref' } as const

export type OverlaidTable = keyof typeof KEYS
export const OVERLAID_TABLES = Object.keys(KEYS) as OverlaidTable[]

type Own<Table extends OverlaidTable> = JournalTables[`overlay_${Table}`]

/** What an overlay says of the change, and not of the row. */
const ABOUT = ['is_open', 'epoch', 'seq'] as const
type About = (typeof ABOUT)[number]

function stateOf<Column extends string>(columns: readonly Column[]): readonly Exclude<Column, About>[] {
  return columns.filter((one): one is Exclude<Column, About> => !(ABOUT as readonly string[]).includes(one))
}

/** The columns of loan_now, hold_now and charge_now that this desk can change. */
export const LOAN_COLUMNS = stateOf(COLUMNS.overlay_loan)
export const HOLD_COLUMNS = stateOf(COLUMNS.overlay_hold)
export const CHARGE_COLUMNS = stateOf(COLUMNS.overlay_charge)

type Row = Readonly<Record<string, unknown>>

type Pair = {
  readonly key: string
  readonly base_key: string
  /** The columns that both have, without the key. */
  readonly both: readonly string[]
  /** Those that only the library's own data fills. */
  readonly base_only: readonly string[]
  readonly hasEnd: boolean
}

function pairOf(table: OverlaidTable): Pair {
  const own: readonly string[] = COLUMNS[`overlay_${table}`]
  const base: readonly string[] = COLUMNS[table]
  const key = KEYS[table]
  const base_key = base.includes(key) ? key : 'external_id'
  const rest = base.filter((one) => one !== base_key && one !== `${table}_id`)
  const both = rest.filter((one) => own.includes(one))
  return {
    key,
    base_key,
    both,
    base_only: rest.filter((one) => !both.includes(one)),
    hasEnd: own.includes('is_open'),
  }
}

/** A view of the rows that are open here, and of those of the reference file that this desk did not change. */
function unionView(table: OverlaidTable): string {
  const { key, base_key, both, base_only, hasEnd } = pairOf(table)
  const empty = base_only.map((one) => `'' AS ${one}`)
  return `CREATE TEMP VIEW ${table}_now AS
    SELECT ${[key, ...both, ...empty].join(', ')} FROM main.overlay_${table}${hasEnd ? ' WHERE is_open = 1' : ''}
    UNION ALL
    SELECT ${[`${base_key} AS ${key}`, ...both, ...base_only].join(', ')} FROM ref.${table} AS ${table}
      WHERE NOT EXISTS (SELECT 1 FROM main.overlay_${table} AS own WHERE own.${key} = ${table}.${base_key});`
}

/** A view of every row of the reference file, with the few columns that this desk changes. */
function patchedView(table: OverlaidTable): string {
  const { key, both } = pairOf(table)
  const columns = COLUMNS[table].map((one) =>
    both.includes(one) ? `coalesce(own.${one}, base.${one}) AS ${one}` : `base.${one}`,
  )
  return `CREATE TEMP VIEW ${table}_now AS SELECT ${columns.join(', ')}
    FROM ref.${table} AS base LEFT JOIN main.overlay_${table} AS own ON own.${key} = base.${key};`
}

/** Of an item only the place is changed here; what else there is of it, the reference file says. */
export const OVERLAY_VIEWS = [unionView('loan'), patchedView('item'), unionView('hold'), unionView('charge')].join('\n')

/** Puts a whole row in the place of the one of its key. */
function putRow<Table extends OverlaidTable>(table: Table): Statement<Own<Table>, unknown> {
  const columns = COLUMNS[`overlay_${table}`] as readonly (keyof Own<Table> & string)[]
  const marks = columns.map(() => '?').join(', ')
  const sql = `REPLACE INTO overlay_${table} (${columns.join(', ')}) VALUES (${marks})`
  return { sql, bind: (row) => columns.map((one) => row[one]) }
}

export const putLoan = putRow('loan')
export const putItem = putRow('item')
export const putHold = putRow('hold')
export const putCharge = putRow('charge')

/** Puts a row as it was read. */
export function putOwn(desk: WriteHandle, table: OverlaidTable, row: Row): void {
  desk.run(PUTS[table], row)
}

const PUTS = { loan: putLoan, item: putItem, hold: putHold, charge: putCharge } as Readonly<
  Record<OverlaidTable, Statement<Row, unknown>>
>

type OwnRow<Table extends OverlaidTable> = Own<Table> & {
  /** Null: the reference file has no such item. */
  readonly barcode: string | null
}

function selectOwn<Table extends OverlaidTable>(
  table: Table,
  order: string,
): Statement<Record<string, never>, OwnRow<Table>> {
  const columns = COLUMNS[`overlay_${table}`].map((one) => `own.${one}`)
  const sql = `SELECT ${columns.join(', ')}, item.barcode FROM main.overlay_${table} AS own
    LEFT JOIN item ON item.item_id = own.item_id ORDER BY ${order}`
  return { sql, bind: () => [] }
}

/** What this desk changed, in the order in which it did. */
export function ownRows<Table extends OverlaidTable>(desk: ReadHandle, table: Table): readonly OwnRow<Table>[] {
  return desk.all(selectOwn(table, 'own.epoch, own.seq'), {})
}

/** The same one by one as they lie: nothing is sorted, and the items of loans and places are read in their order. */
export function eachOwnRow<Table extends OverlaidTable>(desk: ReadHandle, table: Table): Iterable<OwnRow<Table>> {
  return desk.each(selectOwn(table, `own.${KEYS[table]}`), {})
}

/** Writes a row into the reference file, by the name it goes by there. */
function layStatement(table: OverlaidTable): Statement<Row, unknown> {
  const { key, base_key, both } = pairOf(table)
  const [names, marks] = [both.join(', '), both.map(() => '?').join(', ')]
  const same = both.map((one) => `${one} = excluded.${one}`).join(', ')
  const sql =
    table === 'item'
      ? `UPDATE ${table} SET (${names}) = (${marks}) WHERE ${base_key} = ?`
      : `INSERT INTO ${table} (${names}, ${base_key}) VALUES (${marks}, ?)
          ON CONFLICT (${base_key}) DO UPDATE SET ${same}`
  return { sql, bind: (row) => [...both, key].map((one) => row[one]) }
}

function endStatement(table: OverlaidTable, column: 'key' | 'base_key'): Statement<Row, unknown> {
  const pair = pairOf(table)
  const name = column === 'key' ? `main.overlay_${table}` : table
  return { sql: `DELETE FROM ${name} WHERE ${pair[column]} = ?`, bind: (row) => [row[pair.key]] }
}

type Settling = { readonly [Step in 'lay' | 'end' | 'drop']: Statement<Row, unknown> }

function settling(table: OverlaidTable): Settling {
  return { lay: layStatement(table), end: endStatement(table, 'base_key'), drop: endStatement(table, 'key') }
}

const SETTLING: Readonly<Record<OverlaidTable, Settling>> = {
  loan: settling('loan'),
  item: settling('item'),
  hold: settling('hold'),
  charge: settling('charge'),
}

export const putReferenceLoan = SETTLING.loan.lay as Statement<ReferenceTables['loan'], unknown>

/** Puts a row of the overlay into the reference file. @returns no when that has nothing to take it */
export function layOwn(reference: WriteHandle, table: OverlaidTable, row: Row): boolean {
  const { lay, end } = SETTLING[table]
  if (row['is_open'] !== 0) return reference.run(lay, row).changes > 0
  reference.run(end, row)
  return true
}

/** What an overlay names this row by, as text. */
export function keyText(table: OverlaidTable, row: Row): string {
  return String(row[KEYS[table]])
}

/** The reference file now holds it. */
export function dropOwn(desk: WriteHandle, table: OverlaidTable, row: Row): void {
  desk.run(SETTLING[table].drop, row)
}
