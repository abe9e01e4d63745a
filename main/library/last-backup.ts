/** This desk's last backup: the page about the desk shows it, an erasure names it. Keeps only the newest. */
import { instant, type Instant } from '../../shared/kernel/time.ts'
import { readOwn, writeOwn } from '../journal/own-values.ts'
import type { Library } from './library.ts'

const LAST_BACKUP = 'last_backup'

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
}
