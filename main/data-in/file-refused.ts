/** A file that is left out whole: why, and at which line (or which record of a MARC file). Nothing of it is kept. */
export class FileRefused extends Error {
  override name = 'FileRefused'
  readonly line: number
  readonly reason: string

  constructor(line: number, reason: string) {
    super(reason)
    this.line = line
    this.reason = reason
  }
}
