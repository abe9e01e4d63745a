/**
 * The reject report of one import: a CSV file with a line for every row that was left out and every value that was
 * changed, and a summary beside it, both in the language of the person who imports. Both contain patrons' data, so only
 * their owner can read them. Must never hold a PIN, nor let a spreadsheet take a value for a formula.
 */
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportStatus } from '../../shared/ipc/contract.ts'
import type { RowFault } from '../../shared/import/reason.ts'
import type { ImportOutcome } from '../../shared/import/report-line.ts'
import { shownValue } from '../../shared/import/text.ts'
import { lossLineSchema, type LossLine } from '../../shared/import/mapping/loss-line.ts'
import { csvCell, csvLine, keptLine } from '../../shared/kernel/csv.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import type { Instant } from '../../shared/kernel/time.ts'
import type { Speech } from '../../shared/words/speech.ts'
import { asOperatingError } from '../store/files/faults.ts'

/** How many lines of the report a screen shows; the file has the rest. */
const SHOWN_MAX = 50

type ReportLine = ImportStatus['report'][number]

/** Behind the columns of a row that was left out; a mapping has no such column, so it is not taken in again. */
const WHY_COLUMN = 'left_out_because'
const BUFFER_LENGTH = 64 * 1024
/** What is longer is in full in the file that was imported. */
const CELL_LENGTH_MAX = 200

/** A cell of the report. @param cut says the beginning of a long one, and its length */
export function reportCell(value: string, cut: Parameters<typeof shownValue>[2]): string {
  return csvCell(shownValue(value, CELL_LENGTH_MAX, cut))
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
  const names = readdirSync(folder).flatMap((name) => /^(import-[\dT-]+Z(?:-\d+)?)\.csv$/.exec(name)?.[1] ?? [])
  const newest = names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1)
  return newest === undefined ? '' : join(folder, `${newest}.csv`)
}

export class Report {
  readonly path: string
  readonly #summary_path: string
  readonly #file: number
  readonly #shown: ReportLine[] = []
  readonly #speech: Speech
  #waiting = ''
  /** By path. */
  readonly #left_out = new Map<string, number>()

  /** @throws OperatingError read-only or disk-full when it cannot be written; nothing has been taken in by then */
  constructor(folder: string, at: Instant, speech: Speech) {
    this.#speech = speech
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const name = freeName(folder, at)
      this.path = join(folder, `${name}.csv`)
      this.#summary_path = join(folder, `${name}.txt`)
      this.#file = openSync(this.path, 'wx', 0o600)
      const { file, line, column, value, reason, outcome } = speech.words.screen.import.report_lines.columns
      this.#waiting = `${[file, line, column, value, reason, outcome].join(',')}\r\n`
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

  /** The first lines, said, without the values: those hold patrons' data. */
  get shown(): ReportLine[] {
    return this.#shown
  }

  /** @param file null: about the rules of the folder */
  add(file: string | null, line: number, fault: RowFault, outcome: ImportOutcome): void {
    const { the_rules, outcomes, cut } = this.#speech.words.screen.import.report_lines
    const { column, value, reason } = this.#speech.rowFault(fault)
    const about = file ?? the_rules
    if (this.#shown.length < SHOWN_MAX) {
      this.#shown.push({ file: about, line, column, code: fault.reason.code, reason, outcome })
    }
    const cells = [about, String(line), column, value, reason, outcomes[outcome]]
    this.#waiting += `${cells.map((cell) => reportCell(cell, cut)).join(',')}\r\n`
    if (this.#waiting.length > BUFFER_LENGTH) this.flush()
  }

  /** A row of another system's file that was left out, to be corrected and imported again: its cells, and why. */
  addLeftOut(file: string, header: readonly string[], cells: readonly string[], fault: RowFault): void {
    const { column, reason } = this.#speech.rowFault(fault)
    const cause = column === '' ? reason : `${column}: ${reason}`
    const path = `${this.path.slice(0, -'.csv'.length)}-left-out-${file}`
    try {
      if (!this.#left_out.has(path)) {
        this.#left_out.set(path, openSync(path, 'wx', 0o600))
        writeSync(this.#left_out.get(path) ?? -1, keptLine([...header, WHY_COLUMN]))
      }
      writeSync(this.#left_out.get(path) ?? -1, keptLine([...cells, cause]))
    } catch (fault_of_disk) {
      throw asOperatingError(fault_of_disk)
    }
  }

  /** What became of each column of a mapped file, for a spreadsheet. */
  writeLosses(lines: readonly LossLine[]): void {
    if (lines.length === 0) return
    const names = Object.keys(lossLineSchema.shape) as (keyof LossLine)[]
    const rows = lines.map((line) => names.map((name) => [line[name]].flat().join('; ')))
    try {
      const text = [names, ...rows].map(csvLine).join('')
      writeFileSync(`${this.path.slice(0, -'.csv'.length)}-fields.csv`, text, { mode: 0o600, flag: 'wx' })
    } catch (fault) {
      throw asOperatingError(fault)
    }
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
      for (const file of this.#left_out.values()) closeSync(file)
    }
  }
}
