/** Every refusal about the desk's files and its recovery key, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const FILE_REFUSALS = {
  'rescue-over': STOP,
  'recovery-key-needed': STOP,
  'restore-needs-proof': STOP,
  'backup-of-other-desk': STOP,
  'recovery-key-length': { ...STOP, facts: { needed: 'count', count: 'count' } },
  'recovery-key-mistyped': { ...STOP, facts: { group: 'count' } },
  'recovery-key-wrong': STOP,
  'recovery-groups-wrong': { ...STOP, facts: { first: 'count', second: 'count' } },
  'place-not-whole': { ...STOP, facts: { place: 'text', example: 'text' } },
  'folder-exists': { ...STOP, facts: { folder: 'text' } },
  'place-is-data': { ...STOP, facts: { place: 'text' } },
  'place-full': { ...STOP, facts: { file: 'text' } },
  'backup-running': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
