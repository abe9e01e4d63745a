/**
 * Why a rule was overridden, a charge waived or a page opened, as short codes: picked by digit and kept in the sealed
 * entry, so they must never hold anything about one person. Their words: shared/words, outcomes.reasons.
 */

/** At most nine: one for each digit. */
export const OVERRIDE_REASONS = [
  'settled-at-desk',
  'promised',
  'library-error',
  'hardship',
  'one-time',
  'system-data-old',
  'other',
] as const

export const WAIVE_REASONS = [
  'library-error',
  'hardship',
  'illness',
  'weather',
  'first-time',
  'returned-elsewhere',
  'other',
] as const

/** Why a page that a role may not open was opened by approval. */
export const PAGE_REASONS = ['patron-asks', 'put-right', 'handed-over', 'training', 'other'] as const

/** With the override of a hold: the clerk says that the patron it was set aside for does not want it. */
export const HOLD_CANCELED_REASON = 'hold-canceled'

type Picked = (typeof OVERRIDE_REASONS | typeof WAIVE_REASONS | typeof PAGE_REASONS)[number]
export type Reason = Picked | typeof HOLD_CANCELED_REASON
export type ReasonWords = Readonly<Record<Reason, string>>

/** The words of a reason's code; the code itself when this version does not know it. */
export function reasonLabel(words: ReasonWords, code: string): string {
  return Object.hasOwn(words, code) ? words[code as Reason] : code
}
