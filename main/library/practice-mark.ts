/** Whether a desk is for practice: its mark is written before its first entry, and stays. */
import { readOwn } from '../journal/own-values.ts'
import type { Library } from './library.ts'

/** Under which own value a practice desk keeps how far its shift is. */
export const OWN_PRACTICE = 'practice'

export function isForPractice(library: Library): boolean {
  return readOwn(library.db, OWN_PRACTICE) !== ''
}
