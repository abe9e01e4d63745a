/** Every refusal about the desk itself: staff, scans, requests. In precedence order. */
import { ALERT, NOTHING_TO_DO, QUESTION, STOP, type RefusalEntry } from './entry.ts'

export const DESK_REFUSALS = {
  'not-signed-in': STOP,
  'desk-locked': STOP,
  'not-permitted': { ...STOP, is_of_role: true },
  'sign-in-failed': STOP,
  'sign-in-paused': { ...STOP, facts: { until: 'maybe-moment' } },
  'badge-typed': STOP,
  'badge-over': STOP,
  'badge-paused': { ...STOP, facts: { until: 'maybe-moment' } },
  'approver-same': STOP,
  'approver-not-permitted': { ...STOP, facts: { initials: 'text' } },
  'approval-over': STOP,
  'approval-asked': STOP,
  'already-set-up': STOP,
  'desk-not-set-up': STOP,
  'command-changed': STOP,
  'recording-stopped': STOP,
  'too-long': { ...STOP, facts: { length: 'count', max: 'count' } },
  'barcode-empty': STOP,
  'barcode-unknown': { ...STOP, facts: { barcode: 'text', as_of: 'maybe-moment' } },
  'isbn-unknown': { ...STOP, facts: { isbn: 'text' } },
  'patron-unknown': { ...STOP, facts: { barcode: 'text', as_of: 'maybe-moment' } },
  'item-unknown': { ...STOP, facts: { barcode: 'text', as_of: 'maybe-moment' } },
  'item-gone': { ...STOP, facts: { barcode: 'text' } },
  'check-digit-bad': ALERT,
  'barcode-is-both': { ...QUESTION, facts: { barcode: 'text' } },
} as const satisfies Readonly<Record<string, RefusalEntry>>

/** Refusals told when nothing about people or material is in the way: undo, answers, set-up, imports. */
export const CLOSING_REFUSALS = {
  'nothing-to-undo': NOTHING_TO_DO,
  'undo-overtaken': STOP,
  'rows-undecided': { ...STOP, facts: { count: 'count' } },
  'choice-unknown': STOP,
  'nothing-scanned': NOTHING_TO_DO,
  'page-empty': NOTHING_TO_DO,
  'paper-none': NOTHING_TO_DO,
  'branch-unknown': { ...STOP, facts: { branch: 'text' } },
  'folder-unreadable': { ...STOP, facts: { folder: 'text' } },
  'folder-without-data': { ...STOP, facts: { folder: 'text' } },
  'import-running': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
