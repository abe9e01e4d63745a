/** A file that is left out whole: why, and at which line (or which record of a MARC file). Nothing of it is kept. */
import type { ImportReason } from '../../shared/import/reason.ts'

export class FileRefused extends Error {
  override name = 'FileRefused'
  readonly line: number
  readonly reason: ImportReason

  constructor(line: number, reason: ImportReason) {
    super(reason.code)
    this.line = line
    this.reason = reason
  }
}
