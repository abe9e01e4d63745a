/**
 * The change that waits for a yes: a form was sent, the check found something odd, and a page shows it. Kept beside the
 * session and in memory alone: nothing was promised, and a desk that starts again has forgotten it.
 */
import type { PolicyChange } from './changing.ts'
import type { Library } from '../library/library.ts'

const drafts = new WeakMap<Library, PolicyChange>()

export function keepDraft(library: Library, change: PolicyChange | null): void {
  if (change === null) drafts.delete(library)
  else drafts.set(library, change)
}

export function draftOf(library: Library): PolicyChange | null {
  return drafts.get(library) ?? null
}
