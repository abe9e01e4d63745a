/** Makes the library's file and its founder's twin from the pieces that the founder sent. */
import { must } from '../../shared/kernel/assert.ts'
import type { TitleId } from '../../shared/kernel/ids.ts'
import { foundingPiece } from '../../shared/protocol/founding.ts'
import { openStore, type Store } from '../../main/store/store.ts'
import { putRows, putTitleWords, tableShapes, type TableShape } from '../../main/store/table-rows.ts'
import { build, statement, type WriteHandle } from '../../main/store/sql.ts'
import type { Log } from '../log/log.ts'
import { unpacked } from '../unpack.ts'
import { watchChanges } from './feed-changes.ts'
import type { MadeFiles } from './files.ts'

const TITLES_AT_ONCE = 1000

const titlesAfter = statement<{ title_id: TitleId; limit: number }>()((p) =>
  build.selectFrom('title').select('title_id').where('title_id', '>', p.title_id).orderBy('title_id').limit(p.limit),
)

/** @throws when a piece is missing or is none: the log was changed from outside */
export async function buildFiles(log: Log, terminal_code: string, key: Uint8Array, files: MadeFiles): Promise<void> {
  const store = openStore(files.twin(terminal_code), key, false, true, files.shared)
  try {
    const into = { journal: filling(store.db), reference: filling(store.reference) }
    for (let number = 0; ; number += 1) {
      const packed = await log.piece(terminal_code, number)
      if (packed === null) break
      const piece = foundingPiece.parse(JSON.parse(unpacked(packed)))
      const { handle, shapes } = into[piece.file]
      handle.transact(() => {
        for (const rows of piece.tables) putRows(handle, rows, must(shapes.get(rows.table), 'a table of this file'))
      })
    }
    addWords(store)
    for (const { handle } of Object.values(into)) handle.db.pragma('foreign_keys = ON')
    watchChanges(store.reference.db)
  } finally {
    store.close()
  }
}

type Filling = { readonly handle: WriteHandle; readonly shapes: ReadonlyMap<string, TableShape> }

/** What the schema begins with goes: the library brings its own. */
function filling(handle: WriteHandle): Filling {
  const shapes = tableShapes(handle.db)
  handle.db.pragma('foreign_keys = OFF')
  handle.transact(() => {
    for (const { table } of shapes) handle.db.exec(`DELETE FROM ${table}`)
  })
  return { handle, shapes: new Map(shapes.map((shape) => [shape.table, shape])) }
}

function addWords({ reference }: Pick<Store, 'reference'>): void {
  let last = 0 as TitleId
  for (;;) {
    const some = reference.all(titlesAfter, { title_id: last, limit: TITLES_AT_ONCE })
    const end = some.at(-1)
    if (!end) return
    reference.transact(() => {
      putTitleWords(
        reference,
        some.map(({ title_id }) => title_id),
      )
    })
    last = end.title_id
  }
}
