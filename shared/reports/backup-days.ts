/** On which of the last days a backup was made, on which one failed, and on which there is none. Pure. */
import { addDays, daysBetween, type LocalDate } from '../kernel/time.ts'

/** As many days as the strip shows, today included. */
const BACKUP_DAYS_COUNT = 30

export type BackupResult = 'made' | 'failed'
export type BackupNoted = { readonly on: LocalDate; readonly result: BackupResult }

type BackupDay = { readonly on: LocalDate; readonly state: BackupResult | 'none' }
/** Days in a row of one state. */
export type BackupSpan = Pick<BackupDay, 'state'> & {
  readonly from_on: LocalDate
  readonly to_on: LocalDate
  readonly days_count: number
}

/** What is worth keeping: one result for each day, a backup that was made before any that failed. */
export function notedBackups(noted: readonly BackupNoted[], today: LocalDate): readonly BackupNoted[] {
  return backupDays(noted, today).flatMap(({ on, state }) => (state === 'none' ? [] : [{ on, result: state }]))
}

/** The last days, oldest first; today is the last. */
export function backupDays(noted: readonly BackupNoted[], today: LocalDate): readonly BackupDay[] {
  return Array.from({ length: BACKUP_DAYS_COUNT }, (_, at) => {
    const on = addDays(today, at + 1 - BACKUP_DAYS_COUNT)
    const results = noted.filter((one) => one.on === on).map(({ result }) => result)
    return { on, state: results.includes('made') ? 'made' : (results[0] ?? 'none') }
  })
}

/** The same days as spans, newest first. */
export function backupSpans(days: readonly BackupDay[]): readonly BackupSpan[] {
  const spans: BackupSpan[] = []
  for (const { on, state } of days.toReversed()) {
    const last = spans.at(-1)
    if (last?.state === state) spans.splice(-1, 1, { ...last, from_on: on, days_count: last.days_count + 1 })
    else spans.push({ state, from_on: on, to_on: on, days_count: 1 })
  }
  return spans
}

/** Dates over a strip are as wide as this many of its days. */
const TICK_DAYS = 3

/** Over which days a date can stand without touching another: the first shown and each first of a month. */
export function backupTicks(days: readonly BackupDay[]): ReadonlySet<LocalDate> {
  const last = days.at(-1)
  const firsts = days.filter(
    ({ on }, at) => at > 0 && on.endsWith('-01') && last && daysBetween(on, last.on) >= TICK_DAYS,
  )
  const [start] = days
  const isClear = start && firsts.every(({ on }) => daysBetween(start.on, on) >= TICK_DAYS)
  return new Set([...(isClear ? [start] : []), ...firsts].map(({ on }) => on))
}
