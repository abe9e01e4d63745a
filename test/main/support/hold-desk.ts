/**
 * A desk at which people wait for books: the small library with a second copy of "Educated" at North, a setting or a
 * status changed where a test asks for it, and short ways to say what was asked.
 */
import { openStore } from '../../../main/store/store.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { KEY } from './fakes.ts'
import { testFolder } from './folders.ts'
import { makeFiles, makeOnce, openDesk, rosaAt, type TestDesk } from './desk.ts'

/** The second copy of Educated: it belongs at North and stands there. */
export const EDUCATED_NORTH = '31234000000098'
export const TITLES = { warmth: 1, educated: 2, becoming: 3, atlas: 6, goodnight: 7 } as const

export type Hold = Output<'hold.of-patron'>['holds'][number]

export type HoldDesk = TestDesk & {
  /** Places a hold for whoever has the card, as a script does. */
  readonly placed: (card: string, title_id: number, pickup_branch?: string) => Promise<Hold>
  readonly holdsOf: (card: string) => Promise<readonly Hold[]>
  readonly snapshot: () => Promise<DeskSnapshot>
  /** Checks one copy in at this desk, with nobody open. */
  readonly takeBack: (barcode: string) => Promise<DeskSnapshot>
  /** The desk is carried to another branch. */
  readonly moveTo: (branch_code: string) => Promise<void>
  readonly statusOf: (barcode: string) => Promise<string>
}

/** @param sql more rows or changed ones in the reference file, before the desk starts */
export async function holdDesk(sql: readonly string[] = []): Promise<HoldDesk> {
  const folder = testFolder()
  makeOnce(folder, `holds ${JSON.stringify(sql)}`, (made) => fillHolds(made, sql))
  const desk = await openDesk(folder)
  await rosaAt(desk)
  return withHolds(desk)
}

function fillHolds(folder: string, sql: readonly string[]): void {
  makeFiles(folder)
  const store = openStore(folder, KEY)
  store.reference.db.exec(
    `INSERT INTO item VALUES (9, '${EDUCATED_NORTH}', 2, 'BOOK', 'NORTH', 'NORTH', 'B WESTOVER', 'Adult', 'available',
      2000, '')`,
  )
  for (const one of sql) store.reference.db.exec(one)
  store.close()
}

export function withHolds(desk: TestDesk): HoldDesk {
  const snapshot = async (): Promise<DeskSnapshot> => (await desk.ok('desk.snapshot', {})).snapshot
  return {
    ...desk,
    snapshot,
    placed: (card_barcode, title_id, pickup_branch = 'MAPLE') => {
      desk.clock.pass(1000)
      const asked = { card_barcode, title_id, item_barcode: null, pickup_branch }
      return desk.ok('hold.place-for', { commandId: desk.id(), ...asked })
    },
    holdsOf: async (card_barcode) => (await desk.ok('hold.of-patron', { card_barcode })).holds,
    takeBack: async (barcode) => {
      await desk.ok('desk.clear', {})
      await desk.ok('desk.mode', { mode: 'in' })
      return desk.scan(barcode)
    },
    moveTo: async (branch_code) => {
      await desk.ok('desk.clear', {})
      await desk.ok('desk.branch', { branch_code, desk_name: 'Desk 2' })
    },
    statusOf: async (item_barcode) => (await desk.ok('item.get', { item_barcode })).status,
  }
}

/** The same files once more, changed behind the desk’s back as an import or another desk would. */
export async function reopenedWith(
  desk: HoldDesk,
  sql: { readonly reference?: string; readonly journal?: string },
): Promise<HoldDesk> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  store.reference.db.exec(sql.reference ?? '')
  store.db.db.exec(sql.journal ?? '')
  store.close()
  const again = await openDesk(desk.folder, {}, desk.clock)
  await rosaAt(again)
  return withHolds(again)
}

/** A setting of the library, as SQL. */
export function setting(name: string, value: string): string {
  return `INSERT INTO library_setting VALUES ('${name}', '${value}')`
}
