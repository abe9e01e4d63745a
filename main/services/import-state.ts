/** What is known of the import of a desk, for whoever shows it: how far it is, which folder. Kept in memory alone. */
import { join } from 'node:path'
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import type { Desk } from './context.ts'

const NOTHING_YET: ImportStatus = { running: false, progress: 0, files: [], report_file: '', report: [], findings: [] }

type Known = { readonly folder: string; readonly status: ImportStatus }
const known = new WeakMap<Desk, Known>()

/** An import of this folder begins. */
export function beginImport(desk: Desk, folder: string): void {
  known.set(desk, { folder, status: { ...NOTHING_YET, running: true } })
}

export function keepImport(desk: Desk, status: ImportStatus): void {
  known.set(desk, { folder: importFolderOf(desk), status })
}

export function importOf(desk: Desk): ImportStatus {
  return known.get(desk)?.status ?? NOTHING_YET
}

/** The folder that was asked for last; empty since the desk started. */
export function importFolderOf(desk: Desk): string {
  return known.get(desk)?.folder ?? ''
}

/** Where reports lie: with the data, since they hold patrons' data too. */
export function reportsFolder(desk: Desk): string {
  return join(desk.store.folder, 'reports')
}
