/**
 * Deletes reports of imports: those past their days, and all of them when a patron is erased. A report quotes what was
 * wrong in a row, and nothing tells whose row it was, so no report can be cleared of one person alone.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { faultCode } from '../../store/files/faults.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'

/** A report, its summary, what became of each column, and the rows that were left out of a file of that name. */
const NAME = /^import-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z(?:-\d+)?(?:\.csv|\.txt|-fields\.csv|-left-out-.+)$/s

/** When a report was begun, which is in its name; null for any other file, which stays. */
function begunAt(name: string): Instant | null {
  const [match, on, hours, minutes, seconds] = NAME.exec(name) ?? []
  if (match === undefined) return null
  const at_ms = Date.parse(`${on}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(at_ms) ? null : instant(at_ms)
}

/** The files of every report in this folder. */
export function reportFiles(folder: string): readonly { readonly path: string; readonly at: Instant }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const at = begunAt(name)
    return at === null ? [] : [{ path: join(folder, name), at }]
  })
}

/** Those begun before then; null: all of them. One that a spreadsheet has open on Windows stays. */
export function deleteReports(folder: string, before: Instant | null): void {
  for (const { path, at } of reportFiles(folder)) {
    if (before !== null && at >= before) continue
    try {
      rmSync(path, { force: true })
    } catch (fault) {
      if (faultCode(fault) === '') throw fault
    }
  }
}
