/**
 * The three ways a command can end without doing what was asked.
 *
 * - `Refusal`: the rules say no. A value, never thrown; listed in `refusals/refusals.ts` with words and a way out.
 * - `OperatingError`: the world failed (disk full, file damaged). Thrown, typed, shown with what to do; can be retried.
 * - `AssertionFault` (assert.ts): the program is wrong. Thrown, rolled back, shown as "NOT recorded".
 */
export const OPERATING_ERRORS = {
  'disk-full': 'This computer’s disk is full. Nothing was recorded. Free some space, then try again.',
  'read-only': 'Datestamp may not write to its data folder. Nothing was recorded. Ask for write access to the folder.',
  'file-damaged':
    'A data file is damaged. Nothing was changed. Restore the last backup, or call whoever looks after Datestamp.',
  'log-damaged':
    'The log of the last acts is damaged: some that were confirmed cannot be read. Nothing was changed. Restore a ' +
    'backup, or go on without them.',
  'backup-damaged':
    'That backup is damaged, or of another desk. Nothing was changed. Choose another backup, or type the recovery ' +
    'key of the desk that made it.',
  'backup-not-made':
    'The backup was not made: that disk could not be written, or not be read back. Nothing was changed. Try again, ' +
    'or take another disk.',
  'file-missing': 'A data file is missing. Nothing was changed. Put the file back, or restore the last backup.',
  'wrong-key':
    'A data file does not open: it is damaged, or the key is not its own. Nothing was changed. Restore a backup, or ' +
    'type the recovery key.',
  'key-missing':
    'The key of the data files is missing. Nothing was changed. Type the recovery key that was printed when this ' +
    'desk was set up.',
  'other-layout':
    'The data files were made by an earlier Datestamp, in a layout that this one does not read. Nothing was changed. ' +
    'Keep this folder. Start in a new one and import the library’s files there. What was recorded at this desk ' +
    'since those files were made does not come along: the Datestamp that made this folder can still show it.',
  'other-library':
    'The library’s data beside this journal is of another desk: its numbers mean other people and books. Nothing was ' +
    'changed. Put this desk’s own reference.db back, or restore the last backup.',
  'from-future': 'The data file was written by a newer Datestamp. Nothing was changed. Install the newer version.',
  'file-busy': 'Another program holds the data file. Nothing was recorded. Close the other program, then try again.',
  'process-down': 'Part of Datestamp is starting again. Nothing was recorded. Try again in a moment.',
  'chain-broken': 'The journal does not match its own seal. Recording has stopped. Call whoever looks after Datestamp.',
  'import-failed': 'The file could not be read. Nothing of it was taken in. See the report.',
} as const

export type OperatingCode = keyof typeof OPERATING_ERRORS

/** The words of a failure, with "Nothing was recorded." replaced where something was. */
export function saidInstead(says: string, instead: string): string {
  return says.replace(/ Nothing was (?:recorded|changed)\./, instead === '' ? '' : ` ${instead}`)
}

export class OperatingError extends Error {
  override name = 'OperatingError'
  readonly code: OperatingCode
  /** What the machine said, for the log. Never shown to a clerk, and never about a patron. */
  readonly detail: string

  constructor(code: OperatingCode, detail: string) {
    super(OPERATING_ERRORS[code])
    this.code = code
    this.detail = detail
  }
}
