/** A real central on real files, and a desk that is enrolled at it over a real socket. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { startCentral, type Central } from '../../../central/server.ts'
import { Log } from '../../../central/log/log.ts'
import { madeFiles } from '../../../central/keeper/files.ts'
import { Signing } from '../../../main/journal/signing.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { OwnCentral } from '../../../main/journal/sync/own-central.ts'
import { Sync } from '../../../main/sync/sync.ts'
import { KEY, seededRandom, TUESDAY } from '../../main/support/fakes.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import type { SigningPorts } from '../../../main/journal/signing.ts'
import { openStore } from '../../../main/store/store.ts'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { tableShapes } from '../../../main/store/table-rows.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from '../../main/support/desk.ts'
import { testFolder } from '../../main/support/folders.ts'

export type TestCentral = {
  readonly folder: string
  readonly key: Uint8Array
  readonly url: () => string
  readonly code: () => Promise<string>
  readonly log: <T>(work: (log: Log) => Promise<T>) => Promise<T>
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

export async function testCentral(database_url: string | null = null): Promise<TestCentral> {
  const folder = join(testFolder(), 'central')
  const key = randomBytes(32)
  const complaints: string[] = []
  const now_ms = (): number => TUESDAY
  const complain = (line: string): void => void complaints.push(line)
  const place = { folder, key, database_url, host: '127.0.0.1', tls: null, now_ms, complain }
  let central: Central | null = await startCentral({ ...place, port: 0 })
  const { url } = central
  const port = Number(new URL(url).port)
  const log: TestCentral['log'] = async (work) => {
    const open = await Log.open(place, TUESDAY)
    try {
      return await work(open)
    } finally {
      await open.close()
    }
  }
  const stop = async (): Promise<void> => {
    await central?.close()
    central = null
  }
  onTestFinished(stop)
  return {
    folder,
    key,
    url: () => url,
    code: () => log((open) => open.newCode(TUESDAY)),
    log,
    stop,
    start: async () => {
      central = await startCentral({ ...place, port })
    },
  }
}

/** What signs at the desk of a test: the same key at each start of it. */
export function testSigning(): SigningPorts {
  let kept: string | null = null
  const key = randomBytes(32)
  return {
    key,
    is_new: true,
    get kept() {
      return kept
    },
    keep: (line) => {
      kept = line
    },
  }
}

/** Rosa Ortiz at a desk of the small library, not enrolled yet. */
export async function signingDesk(signing = testSigning()): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  return rosaAt(await openDesk(folder, { signing }))
}

export async function enrolledDesk(central: TestCentral): Promise<TestDesk> {
  const signing = testSigning()
  const first = await signingDesk(signing)
  await first.station.close()
  const own = new Signing(signing)
  const store = openStore(first.folder, KEY)
  const journal = openJournal(store, TUESDAY, seededRandom(3), false, { proof: own.proof() })
  const sync = new Sync({
    journal,
    read: store.read.db,
    central: new OwnCentral(journal),
    signing: own,
    now: () => TUESDAY,
    log: () => undefined,
    isBusy: () => false,
    onState: () => undefined,
    onRows: () => undefined,
    jitter: () => 0,
  })
  await sync.enroll(central.url(), await central.code(), { desk_name: 'Desk 1', branch_code: 'MAPLE' })
  await sync.stop()
  store.close()
  const desk = await rosaAt(await openDesk(first.folder, { signing }))
  await inStep(desk)
  return desk
}

/** Everything that the desk recorded is at central, and has come back. */
export async function inStep(desk: TestDesk): Promise<void> {
  await expect
    .poll(() => desk.station.syncPlaces())
    .toSatisfy((places: ReturnType<TestDesk['station']['syncPlaces']>) => {
      if (!places) return false
      const { recorded, acknowledged, included } = places
      return [acknowledged, included].every((one) => one.epoch === recorded.epoch && one.seq === recorded.seq)
    })
}

type Rows = Readonly<Record<string, readonly string[]>>

/** Tables that say of a file itself how it is, or are of central alone. */
const OF_THE_FILE = /^(meta|central_)/

function rowsIn(path: string, key: Uint8Array, without: RegExp): Rows {
  const db = openFile(path, key, { readonly: true })
  try {
    return Object.fromEntries(
      tableShapes(db)
        .filter(({ table }) => !without.test(table))
        .map(({ table, columns }) => [
          table,
          db
            .prepare(`SELECT ${columns.map((one) => `quote(${one})`).join(', ')} FROM ${table}`)
            .raw()
            .all()
            .map(String)
            .toSorted(),
        ]),
    )
  } finally {
    db.close()
  }
}

/** The library's file at central, by table. */
export function centralRows({ folder, key }: TestCentral): Rows {
  return rowsIn(join(madeFiles(folder).shared, REFERENCE_FILE), key, OF_THE_FILE)
}

/** The desk's own copy of it. */
export function deskRows({ folder }: Pick<TestDesk, 'folder'>): Rows {
  return rowsIn(join(folder, REFERENCE_FILE), KEY, OF_THE_FILE)
}

/** What of the journal's file does not travel, or not as it is: command ids, numbers and devices stay at the desk. */
const STAYS = [
  ['setting', 'device_job', 'form_draft', 'cash_looked', 'feed_seen', 'forgotten_unsent', 'command', 'number_block'],
  ['viewed', 'list_looked', 'card_reached', 'overlay_'],
].flat()

/** The journals of both, once neither program has them open. */
export function journalRows(folder: string, key: Uint8Array, sharedFolder: string | null = null) {
  const store = openStore(folder, key, false, false, sharedFolder)
  try {
    const { problems } = verifyJournal(store.read.db)
    const shapes = tableShapes(store.db.db).filter(({ table }) => !STAYS.some((start) => table.startsWith(start)))
    const rows = shapes.map(({ table, columns }) => [
      table,
      store.db.db
        .prepare(
          `SELECT ${columns
            .filter((one) => !(table === 'merged_patron' && one === 'content'))
            .map((one) => `quote(${one})`)
            .join(', ')} FROM main.${table}`,
        )
        .raw()
        .all()
        .map(String)
        .toSorted(),
    ])
    return { problems, rows: Object.fromEntries(rows) as Rows }
  } finally {
    store.close()
  }
}

/** Twin and journal, shared file and the desk's: equal in every row. Ends both. */
export async function expectEqual(desk: TestDesk, central: TestCentral): Promise<void> {
  await inStep(desk)
  const { terminal_id } = await terminalOf(desk)
  expect(deskRows(desk)).toEqual(centralRows(central))
  await desk.station.close()
  await central.stop()
  const files = madeFiles(central.folder)
  const twin = journalRows(files.twin(terminal_id), central.key, files.shared)
  const own = journalRows(desk.folder, KEY)
  expect(twin.problems).toEqual([])
  expect(own.problems).toEqual([])
  expect(twin.rows).toEqual(own.rows)
  expect(await central.log((log) => log.outcomes())).toEqual([])
}

export async function terminalOf(desk: TestDesk): Promise<{ readonly terminal_id: string }> {
  const { events } = await desk.ok('journal.recent', { limit: 1 })
  return { terminal_id: (events[0]?.event ?? '').split('.')[0] ?? '' }
}
