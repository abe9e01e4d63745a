/** Reads the files of a desk, which is closed for that. */
import { openStore } from '../../../main/store/store.ts'
import type { TestDesk } from './desk.ts'
import { KEY } from './fakes.ts'

type Row = Readonly<Record<string, unknown>>

export async function readClosed<T>(desk: TestDesk, work: (all: (sql: string) => readonly Row[]) => T): Promise<T> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    return work((sql) => store.db.db.prepare(sql).all() as Row[])
  } finally {
    store.close()
  }
}

export const rowsClosed = (desk: TestDesk, sql: string): Promise<readonly Row[]> => readClosed(desk, (all) => all(sql))
