/**
 * The change that waits for a yes: a form was sent, the check found something odd, and a page shows it. Kept beside the
 * session and in memory alone: nothing was promised, and a desk that starts again has forgotten it.
 */
import type { Desk } from '../context.ts'
import type { PolicyChange } from './changing.ts'

const drafts = new WeakMap<Desk, PolicyChange>()

export function keepDraft(desk: Desk, change: PolicyChange | null): void {
  if (change === null) drafts.delete(desk)
  else drafts.set(desk, change)
}

export function draftOf(desk: Desk): PolicyChange | null {
  return drafts.get(desk) ?? null
}
