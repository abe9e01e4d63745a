/**
 * The three ways a command can end without doing what was asked.
 *
 * - `Refusal`: the rules say no. A value, never thrown; listed in `refusals/refusals.ts` with words and a way out.
 * - `OperatingError`: the world failed (disk full, file damaged). Thrown, typed; its words: shared/words, faults.
 * - `AssertionFault` (assert.ts): the program is wrong. Thrown, rolled back, shown as "NOT recorded".
 */
/** What is certain after each: that nothing was recorded, or changed; null where its own words say more. */
export const OPERATING_ERRORS = {
  'disk-full': 'recorded',
  'read-only': 'recorded',
  'file-damaged': 'changed',
  'log-damaged': 'changed',
  'backup-damaged': 'changed',
  'backup-not-made': 'changed',
  'setting-damaged': 'changed',
  'file-missing': 'changed',
  'wrong-key': 'changed',
  'key-missing': 'changed',
  'other-layout': 'changed',
  'other-library': 'changed',
  'from-future': 'changed',
  'file-busy': 'recorded',
  'process-down': 'recorded',
  'chain-broken': null,
  'import-failed': null,
} as const

export type OperatingCode = keyof typeof OPERATING_ERRORS

export class OperatingError extends Error {
  override name = 'OperatingError'
  readonly code: OperatingCode
  /** What the machine said, for the log. Never shown to a clerk, and never about a patron. */
  readonly detail: string

  constructor(code: OperatingCode, detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}
