/** What is done to the data files as files, for whoever has a journal and no handle that writes. */
import { backUp, type BackupPorts } from '../store/files/backup.ts'
import { foldLogs } from '../store/files/fold-logs.ts'
import type { Writing } from './journal.ts'

/** Something was forgotten that may still stand in a write-ahead log. */
export function noteForgotten({ writes }: Writing): void {
  writes.isForgottenInLogs = true
}

/** Empties the logs if what was forgotten may stand in them. Costs a flush of both files: for when nobody waits. */
export function emptyLogs({ writes }: Writing): void {
  if (!writes.isForgottenInLogs) return
  foldLogs(writes)
  writes.isForgottenInLogs = false
}

/** @returns the bytes written */
export function backUpFiles({ writes }: Writing, to_folder: string, ports: BackupPorts): Promise<number> {
  return backUp(writes, to_folder, ports)
}
