/**
 * A copy of both files as of one moment, as the rows that the library travels by to its central server. It is kept
 * until the server has all of it, so that a founding goes on where it stopped.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../../shared/kernel/assert.ts'
import { chainEndOf, type ChainEnd } from '../../../shared/protocol/central.ts'
import { doesTravel, TRAVELING_SETTINGS, type FoundingPiece } from '../../../shared/protocol/founding.ts'
import { backUp } from '../../store/files/backup.ts'
import { JOURNAL_FILE, REFERENCE_FILE } from '../../store/files/file-names.ts'
import { openFile, type Database } from '../../store/files/open-edge.ts'
import { readHead, readSetting } from '../../store/journal/journal-rows.ts'
import { ReadHandle } from '../../store/sql.ts'
import { countRows, everyRow, tableShapes } from '../../store/table-rows.ts'
import type { Journal } from '../journal.ts'
import { settleToHead } from '../settle.ts'

const COPY = 'founding'
const ROWS_A_PIECE = 2000

export function hasFoundingCopy({ writes: { folder } }: Journal): boolean {
  return existsSync(join(folder, COPY))
}

/** What the desk has recorded is settled first: the file that travels has all of it. */
export async function makeFoundingCopy(journal: Journal, pause: () => Promise<void>): Promise<void> {
  dropFoundingCopy(journal)
  settleToHead(journal)
  await backUp(journal.writes, join(journal.writes.folder, COPY), { onProgress: () => {}, pause })
}

/** Once the server has said that it has all of it. */
export function dropFoundingCopy({ writes: { folder } }: Journal): void {
  rmSync(join(folder, COPY), { recursive: true, force: true })
}

export class FoundingCopy {
  readonly #reference: Database
  readonly #journal: Database
  readonly #read: ReadHandle

  constructor({ writes: { folder, key } }: Journal) {
    this.#reference = openFile(join(folder, COPY, REFERENCE_FILE), key, { readonly: true })
    this.#journal = openFile(join(folder, COPY, JOURNAL_FILE), key, { readonly: true })
    this.#read = new ReadHandle(this.#journal)
  }

  close(): void {
    this.#journal.close()
    this.#reference.close()
  }

  get rows_count(): number {
    return [this.#reference, this.#journal].reduce((sum, file) => sum + countRows(file, travelingOf(file)), 0)
  }

  /** Where the journal ends in it. */
  get end(): ChainEnd {
    return chainEndOf(must(this.#read.get(readHead, {}), 'a journal begins with its opening'))
  }

  /** The same pieces in the same order, whenever it is asked. */
  *pieces(): Generator<FoundingPiece> {
    for (const [name, file] of [['reference', this.#reference] as const, ['journal', this.#journal] as const]) {
      for (const shape of travelingOf(file)) {
        for (const rows of everyRow(file, shape, ROWS_A_PIECE)) yield { file: name, tables: [rows] }
      }
    }
    const rows = TRAVELING_SETTINGS.flatMap((name) => {
      const kept = this.#read.get(readSetting, { name })
      return kept ? [[name, kept.value]] : []
    })
    yield { file: 'journal', tables: [{ table: 'setting', columns: ['name', 'value'], rows }] }
  }
}

function travelingOf(file: Database) {
  return tableShapes(file).filter(({ table }) => doesTravel(table))
}
