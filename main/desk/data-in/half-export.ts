/**
 * Notes where an export is being written until it is in its place: a desk that died meanwhile left the folder half
 * filled, with names that no entry tells of, and deletes it once it runs again and can reach it.
 */
import { OWN_FILES } from '../../../shared/import/files-out/own-files.ts'
import { MAPPING_NAMES } from '../../../shared/import/mapping/patron-mapping.ts'
import { fileNamesOf } from '../../data-in/folder.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import type { Library } from '../../library/library.ts'
import { dropPart } from '../../store/files/new-folder.ts'
import { isExporting, LOSS_REPORT } from './export-state.ts'

/** In whatever form. */
const NAMES = [...OWN_FILES.map(({ name }) => name), ...MAPPING_NAMES.flatMap(fileNamesOf), LOSS_REPORT]

/** @param part the folder being filled; empty: it is in its place, or gone */
export function noteHalfExport({ journal }: Library, part: string): void {
  writeOwn(journal, { export_part: part })
}

export function dropHalfExport(library: Library): void {
  const part = readOwn(library.db, 'export_part')
  if (part === '' || isExporting(library)) return
  if (dropPart(part, NAMES)) noteHalfExport(library, '')
}
