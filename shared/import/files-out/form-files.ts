/**
 * All patrons as the files of another system, and what becomes of every cell of ours: one row for each patron, or for
 * each row of ours where the other system has a table of them. Importers of others take no byte order mark: the first
 * column would have another name.
 */
import type { LossLine } from '../mapping/loss-line.ts'
import { Losses, type LossSum } from '../mapping/losses.ts'
import type { MappedFile, MappingName, PatronMapping } from '../mapping/patron-mapping.ts'
import { must } from '../../kernel/assert.ts'
import { ADDRESSES, APART, BLOCKS, CARDS, NOTES, PATRONS, PICKUPS } from '../formats-people.ts'
import { ownRowsOf, rowBack, type OutRows } from './map-back.ts'
import type { OutFile, PatronRecord } from './patron-record.ts'
import { placesOf } from './places.ts'

const OWN = [PATRONS, CARDS, ADDRESSES, NOTES, BLOCKS, PICKUPS, APART]

/** What a file is called that we write: a mapping that reads any file names none. */
export function outName({ name }: Pick<MappedFile, 'name'>, form: MappingName): string {
  return name === '*.csv' ? `${form}-patrons.csv` : name
}

/** What the files of others have no room for, by the file and the column that numbers its rows here. */
export type Unwritten = {
  readonly loans_count: number
  readonly holds_count: number
  readonly charges_count: number
  readonly credits_count: number
  readonly pins_count: number
}

/** With codes for why. */
export type OutLoss = Omit<LossSum, 'column'> & Pick<LossLine, 'file' | 'column'>

export class FormFiles {
  readonly files: readonly OutFile[]
  readonly #losses: Losses

  constructor(mapping: PatronMapping, form: MappingName) {
    const named = mapping.files.map((spec) => ({ spec, name: outName(spec, form) }))
    const own = OWN.flatMap(({ file, columns }) => {
      const names = Object.keys(columns).filter((column) => column !== 'patron_id' || file === 'patrons.csv')
      return names.map((column) => nameOf(file, column))
    })
    this.#losses = new Losses(own, (column) => placesSaid(named, column))
    const [whole, ...others] = named
    const { spec, name } = must(whole, 'the file of the patrons')
    const elsewhere = others.flatMap((one) => Object.values(one.spec.rows).map(({ file }) => file))
    this.files = [
      this.#file(name, spec, mapping, named.length > 1, (record) => [without(record, elsewhere)]),
      ...others.map((one) => this.#file(one.name, one.spec, mapping, true, (record) => ownRowsOf(record, one.spec))),
    ]
  }

  #file(
    name: string,
    spec: MappedFile,
    mapping: PatronMapping,
    isOneOfSeveral: boolean,
    partsOf: (record: PatronRecord) => readonly OutRows[],
  ): OutFile {
    const back = rowBack(spec, mapping)
    return {
      name,
      columns: [...new Set([...placesOf(spec).values()].map(({ column }) => column))],
      isPlain: true,
      hasGroups: placesOf(spec).has('patron.family_group'),
      rowsOf: (record) =>
        partsOf(record).map((part) => {
          const { cells, fates, invented } = back(part)
          for (const { file, column, fate } of fates) this.#losses.count(nameOf(file, column), fate)
          for (const column of invented) this.#losses.invent(isOneOfSeveral ? nameOf(name, column) : column)
          return cells
        }),
    }
  }

  /** Of every field that holds something, and of what is in no field. */
  losses({ loans_count, holds_count, charges_count, credits_count, pins_count }: Unwritten): readonly OutLoss[] {
    const filled = this.#losses.lines().filter((line) => line.filled_count + line.invented_count > 0)
    const file_invented = this.files[0]?.name ?? ''
    return [
      ...filled.map(({ column: name, ...line }) => {
        const [file = '', column = ''] = name === '' ? [file_invented] : name.split(': ')
        return {
          ...line,
          file,
          column,
          to: line.dropped_count > 0 && line.dropped_count === line.filled_count ? '' : line.to,
        }
      }),
      ...unwritten('patrons.csv', 'pin', pins_count, 'secret'),
      ...unwritten('loans.csv', 'item_barcode', loans_count),
      ...unwritten('holds.csv', 'hold_id', holds_count),
      ...unwritten('charges.csv', 'charge_id', charges_count),
      ...unwritten('credits.csv', 'credit_id', credits_count),
    ]
  }
}

/** Their columns that get a field of ours; of several files with the name of the file. */
function placesSaid(files: readonly { readonly spec: MappedFile; readonly name: string }[], field: string): string {
  const isSeveral = files.length > 1
  const columns = files.flatMap(({ spec, name }) => {
    const places = [...placesOf(spec).values()].filter(({ file, own }) => {
      const isGroup = own === 'family_group' && field === nameOf('patrons.csv', 'family_id')
      return nameOf(file, own) === field || isGroup
    })
    const card = field === nameOf('patrons.csv', 'patron_id') && places.length === 0 ? spec.card_column : undefined
    return [...places.map(({ column }) => column), ...(card === undefined ? [] : [card])].map((column) =>
      isSeveral ? nameOf(name, column) : column,
    )
  })
  return columns.join(', ')
}

/** The patron without rows that have a file of their own. */
function without(record: PatronRecord, files: readonly string[]): OutRows {
  const isHere = (file: string): boolean => !files.includes(file)
  return {
    ...record,
    cards: isHere('cards.csv') ? record.cards : [],
    addresses: isHere('addresses.csv') ? record.addresses : [],
    notes: isHere('notes.csv') ? record.notes : [],
    blocks: isHere('blocks.csv') ? record.blocks : [],
  }
}

function nameOf(file: string, column: string): string {
  return `${file}: ${column}`
}

function unwritten(file: string, column: string, count: number, reason = 'no-place'): readonly OutLoss[] {
  if (count === 0) return []
  const none = { carried_count: 0, changed_count: 0, left_out_count: 0, invented_count: 0, examples: [] }
  return [{ ...none, file, column, to: '', filled_count: count, dropped_count: count, whys: [reason] }]
}
