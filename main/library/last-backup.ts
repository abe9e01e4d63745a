/**
 * This desk's backups: the last one, which an erasure names too, and what came of the last days' for the page about the
 * desk. Of each day only one result is kept, and none for longer than a month.
 */
import { instant, parseLocalDate, type Instant } from '../../shared/kernel/time.ts'
import { toLocalDate } from '../../shared/kernel/zone.ts'
import { notedBackups, type BackupNoted, type BackupResult } from '../../shared/reports/backup-days.ts'
import { readOwn, writeOwn } from '../journal/own-values.ts'
import { deskZone } from './here.ts'
import type { Library } from './library.ts'

const LAST_BACKUP = 'last_backup'
const BACKUP_DAYS = 'backup_days'

type LastBackup = { readonly at: Instant; readonly folder: string; readonly took_ms: number | null }

/** When, into which folder, how long it took if known; null before the first. */
export function lastBackup(library: Library): LastBackup | null {
  const match = /^(\d{1,15}) (?:(\d{1,9})ms )?(.+)$/s.exec(readOwn(library.db, LAST_BACKUP))
  if (!match) return null
  const [, at, took, folder = ''] = match
  return { at: instant(Number(at)), folder, took_ms: took === undefined ? null : Number(took) }
}

export function noteBackup(library: Library, folder: string, took_ms: number): void {
  writeOwn(library.journal, { [LAST_BACKUP]: `${library.clock.now()} ${took_ms}ms ${folder}` })
  noteResult(library, 'made')
}

export function noteFailedBackup(library: Library): void {
  noteResult(library, 'failed')
}

/** On which days backups were made or failed; kept as "2026-11-24 made", a line each. The last one needs no line. */
export function backupsNoted(library: Library): readonly BackupNoted[] {
  const last = lastBackup(library)
  const noted = readOwn(library.db, BACKUP_DAYS)
    .split('\n')
    .flatMap((line): readonly BackupNoted[] => {
      const [date = '', result] = line.split(' ')
      const on = parseLocalDate(date)
      return on && (result === 'made' || result === 'failed') ? [{ on, result }] : []
    })
  return last ? [...noted, { on: toLocalDate(last.at, deskZone(library)), result: 'made' }] : noted
}

function noteResult(library: Library, result: BackupResult): void {
  const today = toLocalDate(library.clock.now(), deskZone(library))
  const kept = notedBackups([...backupsNoted(library), { on: today, result }], today)
  writeOwn(library.journal, { [BACKUP_DAYS]: kept.map((one) => `${one.on} ${one.result}`).join('\n') })
}
