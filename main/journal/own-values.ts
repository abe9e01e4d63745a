/**
 * What this desk keeps for itself under a name: the branch it stands in, its settings, how far a walk has come. No
 * fact, so no event: a fact that is kept here cannot be folded again, nor sent anywhere.
 */
import { assert } from '../../shared/kernel/assert.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { dropDraft, dropDraftsBefore, keepDraft } from '../store/journal/draft-rows.ts'
import { readSetting, writeSetting } from '../store/journal/journal-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import { openStore, type Store } from '../store/store.ts'

/** Every name there is. Think before adding one: most of what a person does is a fact. */
type OwnName =
  | 'branch_code'
  | 'desk_name'
  | 'settings'
  /** What each clerk chose, and the look of a shelf. */
  | 'staff_languages'
  | 'shelf_profiles'
  /** The scanners, printers and drawers at this desk. */
  | 'devices'
  /** What the scanner that types sends around a number, and at which pace. */
  | 'keyboard_scanner'
  /** The library's logo, as dots for receipts. */
  | 'receipt_logo'
  /** On which screen the window is that faces the patron. */
  | 'patron_window'
  | 'marc_number_from'
  | 'import_authority'
  /** Of signing in: how slow the hash of a PIN is, wrong ones, an unfinished set-up, an open key that is meant. */
  | 'pin_cost_log2'
  | 'pin_guard'
  | 'set_up_by'
  | 'key_open_meant'
  /** When the sample library was imported, which no real library may join. */
  | 'sample_since'
  /** What was done last, and how far. */
  | 'last_backup'
  | 'backup_days'
  | 'restored_by'
  /** The folder that an export of patrons is filling. */
  | 'export_part'
  /** The central server this desk is enrolled at; empty: none. */
  | 'central'
  /** How far each who is told what happened has read. */
  | 'news_read'
  | 'long_overdue_billed_to'
  /** How far the practice shift is; its mark keeps a desk for practice from ever being one at work. */
  | 'practice'

export type OwnValues = { readonly [Name in OwnName]?: string }

/** A journal, of which the files alone are needed. */
type Writing = { readonly writes: Pick<Store, 'db'> }

/** Empty when it was never set. */
export function readOwn(db: ReadHandle, name: OwnName): string {
  return db.get(readSetting, { name })?.value ?? ''
}

/** What text is as a document, by name: empty when it is none, so that damage to a habit never stops the desk. */
export function ownDocument(text: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {}
  }
}

export function writeOwn({ writes }: Writing, values: OwnValues): void {
  keepOwn(writes.db, values)
}

export function keepOwn(db: WriteHandle, values: OwnValues): void {
  db.transact(() => putOwn(db, values))
}

/** As a part of the transaction that records why. */
export function putOwn(db: WriteHandle, values: OwnValues): void {
  assert(db.db.inTransaction, 'all of it is kept or nothing')
  for (const [name, value] of Object.entries(values)) db.run(writeSetting, { name, value })
}

/** Writes into files that no desk has open, as in rescue. @param valuesOf what to write, by what the files say */
export function mendOwn(folder: string, key: Uint8Array | null, valuesOf: (db: ReadHandle) => OwnValues): void {
  const store = openStore(folder, key)
  try {
    keepOwn(store.db, valuesOf(store.db))
  } finally {
    store.close()
  }
}

/** A form that is half filled in: no fact either. */
type Draft = Parameters<typeof keepDraft.bind>[0]

export function writeDraft({ writes }: Writing, draft: Draft): void {
  writes.db.run(keepDraft, draft)
}

export function deleteDraft({ writes }: Writing, draft: Omit<Draft, 'content' | 'kept_at_ms'>): void {
  writes.db.run(dropDraft, draft)
}

/** @returns how many were older */
export function deleteDraftsBefore({ writes }: Writing, before_ms: Instant): number {
  return writes.db.run(dropDraftsBefore, { before_ms }).changes
}
