/**
 * Why a rule was overridden, a charge waived or a page opened, as short codes with words: picked by digit and kept in
 * the sealed entry, so they must never hold anything about one person.
 */

export type Reason = { readonly code: string; readonly label: string }

/** At most nine: one for each digit. */
export const OVERRIDE_REASONS: readonly Reason[] = [
  { code: 'settled-at-desk', label: 'Settled at the desk just now' },
  { code: 'promised', label: 'Promised to settle it' },
  { code: 'library-error', label: 'Our mistake' },
  { code: 'hardship', label: 'Hardship' },
  { code: 'one-time', label: 'Courtesy, this once' },
  { code: 'system-data-old', label: 'The data here is old' },
  { code: 'other', label: 'Another reason' },
]

export const WAIVE_REASONS: readonly Reason[] = [
  { code: 'library-error', label: 'Our mistake' },
  { code: 'hardship', label: 'Hardship' },
  { code: 'illness', label: 'Illness or bereavement' },
  { code: 'weather', label: 'Weather or outage' },
  { code: 'first-time', label: 'First time' },
  { code: 'returned-elsewhere', label: 'Was returned in time' },
  { code: 'other', label: 'Another reason' },
]

/** Why a page that a role may not open was opened by approval. */
export const PAGE_REASONS: readonly Reason[] = [
  { code: 'patron-asks', label: 'A patron asks for it' },
  { code: 'put-right', label: 'Something must be put right' },
  { code: 'handed-over', label: 'They asked me to do it' },
  { code: 'training', label: 'To learn it' },
  { code: 'other', label: 'Another reason' },
]

/** The words of a reason's code; the code itself when this version does not know it. */
export function reasonLabel(code: string): string {
  return [...OVERRIDE_REASONS, ...WAIVE_REASONS, ...PAGE_REASONS].find((reason) => reason.code === code)?.label ?? code
}
