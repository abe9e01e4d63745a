/** Writes every patron into the files of an export, page by page, and counts what each file got. */
import type { OutFile } from '../../../shared/import/files-out/patron-record.ts'
import { BYTE_ORDER_MARK, keptLine } from '../../../shared/kernel/csv.ts'
import type { FolderFile } from '../../store/files/new-folder.ts'
import type { ReadHandle } from '../../store/sql.ts'
import { familyGroups, patronPages, patronsCount } from './read-patrons.ts'

type Ports = {
  readonly file: (name: string) => FolderFile
  /** Lets the event loop turn, and tells how many patrons are written, of how many. */
  readonly pause: (done_count: number, all_count: number) => Promise<void>
}

export type Written = {
  readonly patrons_count: number
  readonly pins_count: number
  readonly files: readonly { readonly file: string; readonly rows_count: number }[]
}

export async function writePatrons(db: ReadHandle, files: readonly OutFile[], ports: Ports): Promise<Written> {
  const open = files.map((one) => ({ ...one, to: ports.file(one.name), rows_count: 0 }))
  for (const { to, columns, isPlain } of open) to.write((isPlain ? '' : BYTE_ORDER_MARK) + keptLine(columns))
  const all_count = patronsCount(db)
  let [patrons_count, pins_count] = [0, 0]
  const groups = files.some((one) => one.hasGroups) ? familyGroups(db) : undefined
  for (const page of patronPages(db, groups)) {
    for (const one of open) {
      const rows = page.flatMap(one.rowsOf)
      one.to.write(rows.map((row) => keptLine(one.columns.map((column) => row[column] ?? ''))).join(''))
      one.rows_count += rows.length
    }
    patrons_count += page.length
    pins_count += page.filter((one) => one.has_pin).length
    await ports.pause(patrons_count, Math.max(all_count, patrons_count))
  }
  return { patrons_count, pins_count, files: open.map(({ name, rows_count }) => ({ file: name, rows_count })) }
}
