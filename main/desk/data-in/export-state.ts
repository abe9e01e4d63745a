/** Whether patrons are being written into files at a desk, so that its page shows it and closing waits for the end. */
import type { Library } from '../../library/library.ts'

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
