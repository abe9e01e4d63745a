/**
 * Whether patrons are being written into files at a desk, so that its page shows it and closing waits for the end; and
 * what the last of them left behind.
 */
import type { LossLine } from '../../../shared/import/mapping/loss-line.ts'
import type { Library } from '../../library/library.ts'

/** Of the last export for another system; kept in memory only. */
const lost = new WeakMap<Library, readonly LossLine[]>()

export function keepLosses(library: Library, losses: readonly LossLine[]): void {
  lost.set(library, losses)
}

export function lossesOut(library: Library): readonly LossLine[] {
  return lost.get(library) ?? []
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
