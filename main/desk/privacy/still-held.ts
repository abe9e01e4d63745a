/**
 * What an erasure does not reach by itself: the reports of imports, which it deletes, and copies of the data files,
 * which it names. A copy is not opened to look: SQLite would change it, and its key may be another's.
 */
import { deleteReports, reportFiles } from '../data-in/old-reports.ts'
import { setAsideFolders } from '../../store/files/set-aside.ts'
import type { Library } from '../../library/library.ts'
import { reportsFolder } from '../data-in/import-state.ts'
import { lastBackup } from '../../library/last-backup.ts'

export function deleteAllReports(library: Library): void {
  deleteReports(reportsFolder(library), null)
}

/**
 * Whole paths of what may still hold a patron who was erased: reports that could not be deleted, what was set aside
 * here, and the last backup.
 */
export function stillIn(library: Library): readonly string[] {
  const reports = reportFiles(reportsFolder(library)).map(({ path }) => path)
  const backup = lastBackup(library)
  return [...reports, ...setAsideFolders(library.folder), ...(backup ? [backup.folder] : [])]
}
