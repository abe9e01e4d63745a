/**
 * Notes where an export is being written until it is in its place: a desk that died meanwhile left the folder half
 * filled, with names that no entry tells of, and deletes it once it runs again and can reach it.
 */
import { OWN_FILES } from '../../../shared/import/files-out/own-files.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import type { Library } from '../../library/library.ts'
import { dropPart } from '../../store/files/new-folder.ts'
import { isExporting } from './export-state.ts'

/** @param part the folder being filled; empty: it is in its place, or gone */
export function noteHalfExport({ journal }: Library, part: string): void {
  writeOwn(journal, { export_part: part })
}

export function dropHalfExport(library: Library): void {
  const part = readOwn(library.db, 'export_part')
  if (part === '' || isExporting(library)) return
  const names = OWN_FILES.map(({ name }) => name)
  if (dropPart(part, names)) noteHalfExport(library, '')
}
