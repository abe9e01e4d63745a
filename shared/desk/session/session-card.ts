/** What the scanned card says about the session. */
import type { Session } from './session.ts'

/** Renewed by name or from a page, with no card scanned: nobody has shown the item, as over the telephone. */
export function isUnseen({ card_status }: Session): boolean {
  return card_status === null
}
