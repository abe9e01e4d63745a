/** The data files of a desk in tests: what it shows of them, and the reference file taken out and put back. */
import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { forgetOver } from '../../../main/journal/forget.ts'
import { forgetCharges, forgetClaims, forgetUndoable } from '../../../main/journal/forget-ended.ts'
import type { Journal } from '../../../main/journal/journal.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { rebuildOverlay } from '../../../main/journal/rebase.ts'
import { settle } from '../../../main/journal/settle.ts'
import { verifyJournal } from '../../../main/journal/verify.ts'
import { makeMissingKeys } from '../../../main/store/patrons/patron-keys.ts'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import { instant, MS_PER_DAY } from '../../../shared/kernel/time.ts'
import type { TestDesk } from './desk.ts'
import { KEY, seededRandom, TUESDAY } from './fakes.ts'
import { testFolder } from './folders.ts'

/** What the desk shows, by table. Numbers that SQLite gives to rows that nothing names are left out. */
const SHOWN = {
  loans: 'SELECT * FROM loan_now',
  items: 'SELECT * FROM item_now',
  holds: 'SELECT * FROM hold_now',
  charges: 'SELECT * FROM charge_now',
  transfers: 'SELECT * FROM transfer',
  notes: 'SELECT note_ref, patron_id, text, initials, written_on, is_blocking, is_message FROM patron_note',
  pickups: 'SELECT * FROM patron_pickup',
  claims: 'SELECT claim_ref, patron_id, item_id, claim, status, checks_count FROM patron_claim',
  staff: 'SELECT staff_code, role, hex(pin_hash) AS pin, is_active FROM staff',
  titles: 'SELECT title_id, external_id, title FROM title',
  outages: 'SELECT outage_ref, reason FROM outage',
  settings: 'SELECT name, value FROM library_setting',
  categories: 'SELECT * FROM patron_category',
  people: `SELECT patron_id, surname, category_code, expires_on, address_checked_on, registered_on, guardian_patron_id,
    registration_checked_on, notice_kind, history_consent_kind, news_consent_kind, consented_on,
    name_proof_code, name_changed_on, family_patron_id, unfit_on FROM patron`,
  cards: 'SELECT * FROM card',
  apart: 'SELECT * FROM patron_distinct',
  pins: 'SELECT * FROM patron_pin',
  blocks: 'SELECT patron_id, kind, from_on, until_on, note FROM patron_block',
  bounces: 'SELECT * FROM patron_email_bounce',
  addresses: 'SELECT patron_id, street, city, postal_code FROM patron_address',
  preferences: 'SELECT patron_id, receipt_kind, is_large_print, language FROM patron',
  questions: 'SELECT * FROM return_question',
  sums: 'SELECT * FROM forgotten_charge',
  counts: 'SELECT * FROM forgotten_claim',
} as const

export type Shown = Readonly<Record<string, readonly string[]>>

function shownIn(store: Store): Shown {
  const rows = (sql: string) => store.db.db.prepare(sql).all()
  return Object.fromEntries(
    Object.entries(SHOWN).map(([name, sql]) => [
      name,
      rows(sql)
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  )
}

/** Opens the files as a start does. */
async function onFiles<T>(desk: TestDesk, work: (store: Store, journal: Journal) => T): Promise<T> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    const journal = openJournal(store, TUESDAY, seededRandom(3), false)
    return work(store, journal)
  } finally {
    store.close()
  }
}

/** What people are found by. */
const KEYS = ['patron_key', 'patron_duplicate_key', 'name_tail']

/** Nothing that no record says any more: everything made again comes to as much. Rows of a test's own had no keys. */
function expectKeysOfRecords({ reference }: Store): void {
  const keys = () =>
    KEYS.flatMap((table) => reference.db.prepare(`SELECT '${table}', * FROM ${table}`).raw().all()).map(String)
  const before = keys()
  reference.db.exec(`DELETE FROM name_tail; DELETE FROM meta WHERE name IN ('patron_keys', 'duplicate_keys')`)
  makeMissingKeys(reference)
  const now = new Set(keys())
  expect(before.filter((one) => !now.has(one))).toEqual([])
}

/** Everything a start shows of the desk; the journal adds up to it. */
export function start(desk: TestDesk): Promise<Shown> {
  return onFiles(desk, (store) => {
    expect(verifyJournal(store.db).problems).toEqual([])
    expectKeysOfRecords(store)
    return shownIn(store)
  })
}

/** What the journal's file keeps of what events changed. */
const DERIVED = ['loan', 'item', 'hold', 'charge', 'row'].map((name) => `overlay_${name}`)

/** Each row of it; of the rows that are kept whole, without the order of their columns. */
export function derivedRows(store: Store): readonly string[] {
  const drawers = ['drawer_session', 'cash_event', 'money_transfer']
  return [...DERIVED, ...drawers, 'transfer', 'return_question', 'listed_event'].flatMap((table) =>
    store.db.db
      .prepare(`SELECT '${table}' AS of, * FROM main.${table}`)
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  )
}

/** Drops every row and rebuilds: each is there again, and the desk shows the same. @returns how many there are */
export function expectRebuilt(desk: TestDesk): Promise<number> {
  return onFiles(desk, (store) => {
    const [rows, shown] = [derivedRows(store), shownIn(store)]
    rebuildOverlay({ writes: store })
    expect(derivedRows(store)).toEqual(rows)
    expect(shownIn(store)).toEqual(shown)
    expectKeysOfRecords(store)
    expect(verifyJournal(store.db).problems).toEqual([])
    return rows.length
  })
}

export const rebuilt = (desk: TestDesk): Promise<void> => onFiles(desk, (store) => rebuildOverlay({ writes: store }))

export async function copyOf(desk: TestDesk): Promise<string> {
  await onFiles(desk, (store) => store.reference.db.pragma('wal_checkpoint(TRUNCATE)'))
  const copy = join(testFolder(), REFERENCE_FILE)
  copyFileSync(join(desk.folder, REFERENCE_FILE), copy)
  return copy
}

export function removeReference(desk: TestDesk): void {
  for (const name of readdirSync(desk.folder).filter((one) => one.startsWith(REFERENCE_FILE))) {
    rmSync(join(desk.folder, name))
  }
}

export function exchange(desk: TestDesk, copy: string): void {
  removeReference(desk)
  copyFileSync(copy, join(desk.folder, REFERENCE_FILE))
}

export const settled = (desk: TestDesk): Promise<number> => onFiles(desk, (_store, journal) => settle(journal))

/** Forgets everything that is over, as upkeep does in its hour. @returns how much that was */
export function forgotten(desk: TestDesk, isSettled = true): Promise<number> {
  return onFiles(desk, (_store, journal) => {
    const later = instant(TUESDAY + 365 * MS_PER_DAY)
    if (isSettled) settle(journal)
    const { count } = forgetOver(journal, { loans: later, holds: later, acts: later, unsent: later })
    return count + forgetCharges(journal, later) + forgetClaims(journal, later) + forgetUndoable(journal, later)
  })
}
