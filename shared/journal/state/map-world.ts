/**
 * A World in memory, for the check of the journal: what the journal alone tells. Of a row that began elsewhere it knows
 * the columns that an event here named, and no others. So a row that nobody put yet is there to be changed, and empty.
 * A sum with a column that is not known is no number, and is left out. Transfers it only adds up. It keeps with each
 * row which event told of it last. People and words it does not know.
 */
import { isRowTable } from '../fold/rows.ts'
import { addMoved, MOMENT_ROUND, nothingMoved } from './moved.ts'
import type { Read, Row, StateRows, StateTable, Table, World } from './world.ts'

/** One row as the journal tells it. */
export type Told<Fields> = {
  readonly is_open: boolean
  readonly fields: Readonly<Partial<Fields>>
  /** The event that told of it last, and its number in the walk. */
  readonly epoch: number
  readonly seq: number
  readonly told: number
}

type ToldTable = Exclude<StateTable, 'transfer'>

export class MapWorld implements World {
  readonly tables: { readonly [T in ToldTable]: Map<string, Told<StateRows[T]>> } = {
    item: new Map(),
    hold: new Map(),
    charge: new Map(),
    return_question: new Map(),
  }
  /** The rows that are kept whole, by table and key. */
  readonly rows = new Map<string, Told<Readonly<Record<string, unknown>>>>()
  readonly moved = nothingMoved()
  /** The event whose changes are made. */
  at = { epoch: 0, seq: 0, told: 0 }

  readonly get = <T extends Table>(table: T, key: string): Read<T> => {
    const fields: object = this.#of(table).get(nameOf(table, key))?.fields ?? {}
    return fields as Read<T>
  }

  readonly put = <T extends Table>(table: T, key: string, row: Row<T> | Read<T>): void => {
    if (table === 'transfer') {
      this.#addOfCharge(row as Row<'transfer'>)
      return
    }
    const fields: object = table === 'charge' ? knownOf(row) : row
    const is_open = Reflect.get(fields, 'is_open') !== 0
    this.#of(table).set(nameOf(table, key), { is_open, fields, ...this.at })
  }

  /** The overlay keeps of a row which is gone that it is: the library's data has it still. */
  readonly drop = (table: Table, key: string): void => {
    const name = nameOf(table, key)
    if (isRowTable(table)) this.#of(table).set(name, { is_open: false, fields: {}, ...this.at })
    else this.#of(table).delete(name)
  }

  readonly release = (table: Table, key: string): void => {
    this.#of(table).delete(nameOf(table, key))
  }

  #addOfCharge(row: Row<'transfer'>): void {
    const place = this.at.seq + (row.at_ms % MOMENT_ROUND)
    addMoved(this.moved, 'charges', row, place)
    addMoved(this.moved, 'each-charge', row, place)
  }

  #of(table: Table): Map<string, Told<object>> {
    return isRowTable(table) ? this.rows : this.tables[table as ToldTable]
  }
}

function nameOf(table: Table, key: string): string {
  return isRowTable(table) ? `${table} ${key}` : key
}

function knownOf(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => !Number.isNaN(value)))
}
