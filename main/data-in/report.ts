/**
 * The reject report of one import: a CSV file with a line for every row that was left out and every value that was
 * changed, and a summary in words beside it. Both contain patrons' data, so only their owner can read them. Must never
 * hold a PIN, nor let a spreadsheet take a value for a formula.
 */
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import type { RowFault } from '../../shared/import/table.ts'
import { shownValue } from '../../shared/import/text.ts'
import { csvCell } from '../../shared/kernel/csv.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import { asOperatingError } from '../store/files/faults.ts'

export type Outcome = 'row left out' | 'taken, changed' | 'file left out' | 'asked first' | 'accepted' | 'to look at'

/** How many lines of the report a screen shows; the file has the rest. */
const SHOWN_MAX = 50

type ReportLine = ImportStatus['report'][number]

const BUFFER_LENGTH = 64 * 1024
/** A cell of the report. */
export function reportCell(value: string): string {
  return csvCell(shownValue(value))
}

function isTaken(folder: string, name: string): boolean {
  return ['csv', 'txt'].some((end) => lstatSync(join(folder, `${name}.${end}`), { throwIfNoEntry: false }))
}

/** "import-2026-11-24T15-30-00Z", with a number behind when that name is taken. */
function freeName(folder: string, at: Instant): string {
  const base = `import-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  let name = base
  for (let next = 2; isTaken(folder, name); next += 1) name = `${base}-${next}`
  return name
}

/** The newest report of this folder; empty when there is none. Their names sort by time. */
export function newestReport(folder: string): string {
  if (!existsSync(folder)) return ''
  const names = readdirSync(folder).flatMap((name) => /^(import-.*Z(-\d+)?)\.csv$/.exec(name)?.[1] ?? [])
  const newest = names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1)
  return newest === undefined ? '' : join(folder, `${newest}.csv`)
}

export class Report {
  readonly path: string
  readonly #summary_path: string
  readonly #file: number
  readonly #shown: ReportLine[] = []
  #waiting = ''

  /** @throws OperatingError read-only or disk-full when it cannot be written; nothing has been taken in by then */
  constructor(folder: string, at: Instant) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const name = freeName(folder, at)
      this.path = join(folder, `${name}.csv`)
      this.#summary_path = join(folder, `${name}.txt`)
      this.#file = openSync(this.path, 'wx', 0o600)
      this.#waiting = 'file,line,column,value,reason,outcome\r\n'
      this.flush()
    } catch (fault) {
      const known = asOperatingError(fault)
      // Any other obstacle (a file of that name, a missing folder): the report cannot be written.
      if (known instanceof Error && 'code' in known && !(known instanceof OperatingError)) {
        throw new OperatingError('read-only', `${folder}: ${known.message}`)
      }
      throw known
    }
  }

  /** The first lines, without the values: those hold patrons' data. */
  get shown(): ReportLine[] {
    return this.#shown
  }

  add(file: string, line: number, fault: RowFault, outcome: Outcome): void {
    if (this.#shown.length < SHOWN_MAX) {
      this.#shown.push({ file, line, column: fault.column, reason: fault.reason, outcome })
    }
    const cells = [file, String(line), fault.column, fault.value, fault.reason, outcome]
    this.#waiting += `${cells.map(reportCell).join(',')}\r\n`
    if (this.#waiting.length > BUFFER_LENGTH) this.flush()
  }

  flush(): void {
    try {
      if (this.#waiting !== '') writeSync(this.#file, this.#waiting)
      this.#waiting = ''
    } catch (fault) {
      throw asOperatingError(fault)
    }
  }

  close(summary: readonly string[]): void {
    try {
      this.flush()
      writeFileSync(this.#summary_path, `${summary.join('\n')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (fault) {
      throw asOperatingError(fault)
    } finally {
      closeSync(this.#file)
    }
  }
}
