/** Which ways out of rescue fit which trouble. Pure: a table test walks it. */
import type { OperatingCode } from '../kernel/outcome.ts'

/** Nobody can sign in during rescue: anyone at the desk may restore, but only where restoring is the way out. */
const RESTORABLE: ReadonlySet<OperatingCode> = new Set([
  'file-damaged',
  'log-damaged',
  'setting-damaged',
  'file-missing',
  'chain-broken',
  'wrong-key',
  'key-missing',
  'from-future',
  'other-layout',
  'other-library',
])
const UNLOCKABLE: ReadonlySet<OperatingCode> = new Set(['key-missing', 'wrong-key'])

export function isRestorable(code: OperatingCode): boolean {
  return RESTORABLE.has(code)
}

/** Whether another key may open the files. */
export function isUnlockable(code: OperatingCode): boolean {
  return UNLOCKABLE.has(code)
}
