/**
 * The change that waits for confirmation: a form was sent, the check found a warning, and a page shows it. Kept beside
 * the session in memory only: nothing was promised, and a restarted desk has forgotten it.
 */
import type { PolicyChange } from './change-rules.ts'
import type { Library } from '../library/library.ts'

const drafts = new WeakMap<Library, PolicyChange>()

export function keepDraft(library: Library, change: PolicyChange | null): void {
  if (change === null) drafts.delete(library)
  else drafts.set(library, change)
}

export function draftOf(library: Library): PolicyChange | null {
  return drafts.get(library) ?? null
}
