/** Takes in one file, whatever its kind: row after row, each counted, each fault and change written to the report. */
import { statSync } from 'node:fs'
import { ODD_REASONS, type RowFault } from '../../shared/import/reason.ts'
import { cleanText } from '../../shared/import/text.ts'
import type { FormatName } from '../../shared/import/formats.ts'
import type { LossSum } from '../../shared/import/mapping/losses.ts'
import type { MappedFile, PatronMapping } from '../../shared/import/mapping/patron-mapping.ts'
import type { MarcMapping } from '../../shared/import/marc-mapping.ts'
import { Meter } from './bytes.ts'
import { csvRows, lineOf } from './csv-rows.ts'
import type { FoundFile, FoundFolder } from './folder.ts'
import { inspectText, type Inspected } from './inspect.ts'
import { iso2709Records, type ReadRecord } from './marc/iso2709.ts'
import { marcXmlRecords } from './marc/marcxml.ts'
import type { FileNotes, Progress } from './progress.ts'
import { FileRefused } from './file-refused.ts'
import type { Report } from './report.ts'
import { TAKERS, type RowOutcome } from './take-csv.ts'
import { mappedTaking, type MappedTaking } from './take-mapped.ts'
import { marcTaker } from './take-marc.ts'
import type { WriteContext } from './write-context.ts'

export type TakenFile = {
  readonly rows_count: number
  readonly imported_count: number
  readonly rejected_count: number
  readonly sha256: string
  readonly notes: FileNotes
  /** Of a mapped file: what became of its cells. */
  readonly losses: readonly LossSum[]
}

/** Counts what became of the rows, and writes the faults down. */
class Tally {
  readonly #file: string
  readonly #report: Pick<Report, 'add'>
  readonly #progress: Progress
  rows_count = 0
  imported_count = 0
  rejected_count = 0
  notes_count = 0

  constructor(file: string, report: Pick<Report, 'add'>, progress: Progress) {
    this.#file = file
    this.#report = report
    this.#progress = progress
  }

  add(outcome: RowOutcome, line: number): void {
    this.rows_count += 1
    this.#progress.count(outcome.fault === null)
    if (outcome.fault) {
      this.rejected_count += 1
      this.#report.add(this.#file, line, outcome.fault, 'row-left-out')
      return
    }
    this.imported_count += 1
    for (const note of outcome.notes) this.note(line, note)
  }

  note(line: number, note: RowFault): void {
    this.#report.add(this.#file, line, note, ODD_REASONS.has(note.reason.code) ? 'to-look-at' : 'taken-changed')
    this.notes_count += 1
    if (note.beside) this.#progress.besideDesk(note.beside)
  }
}

function notesOf(tally: Tally, context: WriteContext, inspected: Inspected | null): FileNotes {
  const { pins_kept_count, bad_check_count, fourteen_count } = context
  return {
    notes_count: tally.notes_count,
    pins_kept_count,
    wanting_count: context.numberless.wanting_count,
    bad_check_count,
    fourteen_count,
    windows_1252_line: inspected?.encoding === 'windows-1252' ? inspected.first_odd_line : null,
  }
}

/** @throws FileRefused when the file is not what its name says; the caller rolls back */
export async function takeFile(
  file: FoundFile,
  found: FoundFolder,
  context: WriteContext,
  report: Pick<Report, 'add' | 'addLeftOut'>,
  progress: Progress,
): Promise<TakenFile> {
  const { marc } = found
  if (statSync(file.path).size === 0) throw new FileRefused(1, { code: 'file-empty' })
  const meter = new Meter()
  const tally = new Tally(file.name, report, progress)
  let inspected: Inspected | null = null
  let losses: readonly LossSum[] = []
  if (file.kind === 'iso2709') {
    await takeRecords(iso2709Records(file.path, meter), mappingOf(marc), { context, tally, progress, meter })
  } else {
    inspected = await inspectText(file.path)
    if (file.kind === 'marcxml') {
      const records = marcXmlRecords(file.path, inspected.encoding, meter)
      await takeRecords(records, mappingOf(marc), { context, tally, progress, meter })
    } else if (file.mapped !== undefined && found.patrons !== null) {
      const mapped = { ...file, mapped: file.mapped }
      losses = await takeMapped(mapped, found.patrons, inspected, { context, tally, progress, meter }, report)
    } else {
      await takeRows(file, inspected, { context, tally, progress, meter })
    }
  }
  context.end()
  tellNotes(context, tally)
  const { rows_count, imported_count, rejected_count } = tally
  const notes = notesOf(tally, context, inspected)
  return { rows_count, imported_count, rejected_count, sha256: meter.sha256(), notes, losses }
}

function mappingOf(marc: FoundFolder['marc']): MarcMapping {
  if ('problem' in marc) throw new FileRefused(1, marc.problem)
  return marc.mapping
}

/** What the writers changed in rows that were taken. */
function tellNotes(context: WriteContext, tally: Tally): void {
  for (const { line, note } of context.takeNotes()) tally.note(line, note)
}

type Tools = {
  readonly context: WriteContext
  readonly tally: Tally
  readonly progress: Progress
  readonly meter: Meter
}

async function takeRows(file: FoundFile, inspected: Inspected, tools: Tools): Promise<void> {
  const { context, tally, progress, meter } = tools
  const name = file.name.toLowerCase() as FormatName
  let take: ReturnType<(typeof TAKERS)[FormatName]> | null = null
  for await (const row of csvRows(file.path, inspected.encoding, meter)) {
    const line = lineOf(row)
    if (take === null) {
      for (const cell of row.cells) context.facts.columns.add(cleanText(cell).text.toLowerCase())
      take = TAKERS[name](row.cells, line, context)
      continue
    }
    tally.add(take(row.cells, line), line)
    tellNotes(context, tally)
    if (progress.isBreathDue()) await progress.breathe(meter.bytes)
  }
  if (take === null) throw new FileRefused(1, { code: 'file-empty' })
}

/** @returns what became of the cells */
async function takeMapped(
  file: FoundFile & { readonly mapped: MappedFile },
  mapping: PatronMapping,
  inspected: Inspected,
  { context, tally, progress, meter }: Tools,
  report: Pick<Report, 'add' | 'addLeftOut'>,
): Promise<readonly LossSum[]> {
  let taking: MappedTaking | null = null
  let header: readonly string[] = []
  for await (const row of csvRows(file.path, inspected.encoding, meter)) {
    const line = lineOf(row)
    if (taking === null) {
      taking = mappedTaking(file, mapping, row.cells, line, context)
      for (const { file: table, fault } of taking.unread) report.add(table, 0, fault, 'to-look-at')
      header = row.cells
      continue
    }
    const outcome = taking.take(row.cells, line)
    tally.add(outcome, line)
    if (outcome.fault) report.addLeftOut(file.name, header, taking.shown(row.cells), outcome.fault)
    if (progress.isBreathDue()) await progress.breathe(meter.bytes)
  }
  if (taking === null) throw new FileRefused(1, { code: 'file-empty' })
  context.end()
  for (const { line, note } of taking.atEnd(context.takeNotes())) tally.note(line, note)
  return taking.losses.lines()
}

async function takeRecords(records: AsyncGenerator<ReadRecord>, mapping: MarcMapping, tools: Tools): Promise<void> {
  const { context, tally, progress, meter } = tools
  const take = marcTaker(mapping, context)
  for await (const read of records) {
    for (const outcome of take(read)) tally.add(outcome, read.line)
    tellNotes(context, tally)
    if (progress.isBreathDue()) await progress.breathe(meter.bytes)
  }
}
