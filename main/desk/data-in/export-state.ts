/**
 * Whether patrons are being written into files at a desk, so that its page shows it and closing waits for the end; and
 * what the last of them left behind.
 */
import type { PatronForm } from '../../../shared/import/files-out/patron-forms.ts'
import type { LossLine } from '../../../shared/import/mapping/loss-line.ts'
import type { MappingName } from '../../../shared/import/mapping/patron-mapping.ts'
import type { Library } from '../../library/library.ts'

/** Beside the files of an export for another system. */
export const LOSS_REPORT = 'loss-report.txt'

type Lost = { readonly form: MappingName; readonly losses: readonly LossLine[] }

/** Of the last export for another system; kept in memory only. */
const lost = new WeakMap<Library, Lost>()

export function keepLosses(library: Library, form: PatronForm, losses: readonly LossLine[]): void {
  if (form === 'datestamp') lost.delete(library)
  else lost.set(library, { form, losses })
}

export function lossesOut(library: Library): Lost | null {
  return lost.get(library) ?? null
}

const running = new WeakMap<Library, Promise<unknown>>()

export function isExporting(library: Library): boolean {
  return running.has(library)
}

export async function whileExporting<T>(library: Library, work: Promise<T>): Promise<T> {
  running.set(library, work)
  try {
    return await work
  } finally {
    running.delete(library)
  }
}

/** Waits for the export of a desk that is closing. Its result goes to the person who asked for it. */
export async function exportEnded(library: Library): Promise<void> {
  await Promise.allSettled([running.get(library)])
}
