/**
 * All patrons as one file that Koha's patron import reads, and what becomes of every cell of ours. Its importer takes
 * no byte order mark: the first column would have another name.
 */
import type { LossLine } from '../mapping/loss-line.ts'
import { Losses, type LossSum } from '../mapping/losses.ts'
import { placesOf, rowBack } from './map-back.ts'
import type { PatronMapping } from '../mapping/patron-mapping.ts'
import { must } from '../../kernel/assert.ts'
import { ADDRESSES, BLOCKS, CARDS, NOTES, PATRONS, PICKUPS } from '../formats-people.ts'
import type { OutFile } from './patron-record.ts'

const KOHA_FILE = 'koha-patrons.csv'
const OWN = [PATRONS, CARDS, ADDRESSES, NOTES, BLOCKS, PICKUPS]

/** What Koha's file has no room for, by the file and the column that numbers its rows here. */
export type Unwritten = {
  readonly loans_count: number
  readonly holds_count: number
  readonly charges_count: number
  readonly credits_count: number
  readonly pins_count: number
}

/** With codes for why. */
export type OutLoss = Omit<LossSum, 'column'> & Pick<LossLine, 'file' | 'column'>

export class KohaFile {
  readonly file: OutFile
  readonly #losses: Losses

  constructor(mapping: PatronMapping) {
    const spec = must(mapping.files[0], 'the only file of Koha')
    const places = [...placesOf(spec).values()]
    const goesTo = (name: string): string => {
      if (name === nameOf('patrons.csv', 'patron_id')) return spec.card_column ?? ''
      return places.flatMap(({ file, own, column }) => (nameOf(file, own) === name ? [column] : [])).join(', ')
    }
    const own = OWN.flatMap(({ file, columns }) => {
      const names = Object.keys(columns).filter((column) => column !== 'patron_id' || file === 'patrons.csv')
      return names.map((column) => nameOf(file, column))
    })
    const back = rowBack(spec, mapping)
    this.#losses = new Losses(own, goesTo)
    this.file = {
      name: KOHA_FILE,
      columns: [...new Set(places.map(({ column }) => column))],
      isPlain: true,
      rowsOf: (record) => {
        const { cells, fates, invented } = back(record)
        for (const { file, column, fate } of fates) this.#losses.count(nameOf(file, column), fate)
        for (const column of invented) this.#losses.invent(column)
        return [cells]
      },
    }
  }

  /** Of every field that holds something, and of what is in no field. */
  losses({ loans_count, holds_count, charges_count, credits_count, pins_count }: Unwritten): readonly OutLoss[] {
    const filled = this.#losses.lines().filter((line) => line.filled_count + line.invented_count > 0)
    return [
      ...filled.map(({ column: name, ...line }) => {
        const [file = '', column = ''] = name === '' ? [KOHA_FILE] : name.split(': ')
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

function nameOf(file: string, column: string): string {
  return `${file}: ${column}`
}

function unwritten(file: string, column: string, count: number, why = 'no-place'): readonly OutLoss[] {
  if (count === 0) return []
  const none = { carried_count: 0, changed_count: 0, left_out_count: 0, invented_count: 0, examples: [] }
  return [{ ...none, file, column, to: '', filled_count: count, dropped_count: count, whys: [why] }]
}
