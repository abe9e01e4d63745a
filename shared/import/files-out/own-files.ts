/** The files of an export in the form that the importer reads: the same columns, made from its own formats. */
import { ADDRESSES, APART, BLOCKS, CARDS, NOTES, PATRONS, PICKUPS } from '../formats-people.ts'
import type { Format } from '../table.ts'
import type { OutFile } from './patron-record.ts'

type Holding = Pick<Format, 'file'> & { readonly columns: Readonly<Record<string, unknown>> }

function file({ file: name, columns }: Holding, rowsOf: OutFile['rowsOf']): OutFile {
  return { name, columns: Object.keys(columns), rowsOf }
}

export const OWN_FILES: readonly OutFile[] = [
  file(PATRONS, ({ patron }) => [patron]),
  file(CARDS, ({ cards }) => cards),
  file(ADDRESSES, ({ addresses }) => addresses),
  file(NOTES, ({ notes }) => notes),
  file(BLOCKS, ({ blocks }) => blocks),
  file(PICKUPS, ({ pickups }) => pickups),
  file(APART, ({ apart }) => apart),
]
