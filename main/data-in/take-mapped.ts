/**
 * Takes rows of another system's file by a saved mapping: each becomes rows of ours, and all of them are taken, or none
 * and the row is left out. Counts what became of each cell. A PIN or a password is never looked at.
 */
import { dirname, join } from 'node:path'
import { FORMATS } from '../../shared/import/formats.ts'
import { Losses, placeIn } from '../../shared/import/mapping/losses.ts'
import { rowMapper, shaped, type Fate, type MappedRow, type OwnRow } from '../../shared/import/mapping/map-row.ts'
import { ruleOf, type MappedFile, type PatronMapping } from '../../shared/import/mapping/patron-mapping.ts'
import { ODD_REASONS, type RowFault } from '../../shared/import/reason.ts'
import { cleanText } from '../../shared/import/text.ts'
import { FileRefused } from './file-refused.ts'
import { codesTable, type Unread } from './reading/codes-table.ts'
import type { FoundFile } from './folder.ts'
import { TAKERS, type RowOutcome, type Taker } from './take-csv.ts'
import type { RowNote, WriteContext } from './write-context.ts'

/** A file as it is taken: its rows, what became of their cells, and a row without what must not be shown. */
export type MappedTaking = {
  readonly take: ReturnType<Taker>
  readonly losses: Losses
  /** What was told once the file was read: by their columns, and counted. */
  readonly atEnd: (notes: readonly RowNote[]) => readonly RowNote[]
  readonly shown: (cells: readonly string[]) => readonly string[]
  /** Tables of codes beside the file that could not be read. */
  readonly unread: readonly UnreadTable[]
}

type UnreadTable = { readonly file: string; readonly fault: RowFault }

type OwnTakers = Readonly<Record<OwnRow['file'], ReturnType<Taker>>>

/** @throws FileRefused when the header lacks what every patron needs, or names a column twice */
export function mappedTaking(
  file: FoundFile & { readonly mapped: MappedFile },
  { dates, codes }: PatronMapping,
  header: readonly string[],
  line: number,
  context: WriteContext,
): MappedTaking {
  const { mapped: spec } = file
  const names = header.map((cell) => cleanText(cell).text.toLowerCase())
  refuseHeader(spec, names, line)
  const own = Object.fromEntries(
    Object.values(spec.rows).map((one) => {
      return [one.file, TAKERS[one.file](Object.keys(FORMATS[one.file].columns), line, context)]
    }),
  ) as OwnTakers
  const { found: looked_up, unread } = tables(spec, dirname(file.path))
  const holderOf = (barcode: string): string | null => context.holderOf(barcode)
  for (const name of names) {
    const rule = ruleOf(spec, name)
    if (rule && 'to' in rule) context.facts.columns.add(rule.to.slice(rule.to.indexOf('.') + 1))
  }
  const map = rowMapper(spec, names, { dates, codes, zone: context.library_zone, looked_up, holderOf })
  const losses = new Losses(names, (column) => placeIn(spec, column))
  const take = (cells: readonly string[], at: number): RowOutcome => {
    const mapped = map(cells)
    const counts = { values_count: cells.length, columns_count: names.length }
    for (const [number, here] of mapped.numbers) context.facts.numbers_here.set(number, here)
    const outcome =
      cells.length === names.length
        ? takeRows(mapped, own, at, context)
        : { fault: { column: '', value: '', reason: { code: 'values-count', ...counts } } as const, notes: [] }
    if (outcome.fault) {
      losses.leftOut(mapped)
      context.facts.left_out.add(at)
      return { fault: theirs(spec, mapped, null, outcome.fault), notes: [] }
    }
    const isOdd = ({ note }: RowNotes[number]): boolean => ODD_REASONS.has(note.reason.code)
    losses.add({
      ...mapped,
      fates: adjusted(
        spec,
        mapped,
        outcome.notes.filter((one) => !isOdd(one)),
      ),
    })
    for (const { row, note } of outcome.notes.filter(isOdd))
      losses.doubt(String(theirs(spec, mapped, row, note).column))
    return { fault: null, notes: outcome.notes.map(({ row, note }) => theirs(spec, mapped, row, note)) }
  }
  const atEnd = (notes: readonly RowNote[]): readonly RowNote[] => {
    const grouped = names.find((name) => isOf(spec, name, 'patron.family_group'))
    if (grouped !== undefined) losses.refuse(grouped, 'internal', context.facts.lone_groups_count)
    return notes.map(({ line: at, note }) => {
      const told = theirs(spec, null, { spec: 'patron' }, note)
      losses.refuse(String(told.column), 'refused')
      return { line: at, note: told }
    })
  }
  return { take, losses, atEnd, shown: (cells) => withoutSecrets(spec, names, cells), unread }
}

function isOf(spec: MappedFile, column: string, place: string): boolean {
  const rule = ruleOf(spec, column)
  return rule !== undefined && 'to' in rule && rule.to === place
}

/** In a row with too few or too many values, each may be of a column as many places away: blank where one is secret. */
function withoutSecrets(spec: MappedFile, names: readonly string[], cells: readonly string[]): readonly string[] {
  const off = cells.length - names.length
  const secret = names.flatMap((name, at) => {
    const rule = ruleOf(spec, name)
    return rule !== undefined && 'drop' in rule && rule.drop === 'secret' ? [at] : []
  })
  const isNear = (at: number): boolean =>
    secret.some((one) => at >= Math.min(one, one + off) && at <= Math.max(one, one + off))
  return cells.map((cell, at) => (isNear(at) ? '' : cell))
}

function refuseHeader(spec: MappedFile, names: readonly string[], line: number): void {
  if (names.length === 1 && /[;\t|]/.test(names[0] ?? ''))
    throw new FileRefused(line, { code: 'columns-not-by-commas' })
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new FileRefused(line, { code: 'column-twice', column: twice })
  const needed = Object.entries(spec.columns).filter(([, rule]) => {
    return 'to' in rule && ['patron.surname', 'patron.branch_code', 'patron.category_code'].includes(rule.to)
  })
  const wanting = needed.find(([name, rule]) => {
    return !names.includes(name) && !needed.some(([other, same]) => sameTo(rule, same) && names.includes(other))
  })
  if (wanting) throw new FileRefused(line, { code: 'column-missing', column: wanting[0] })
  if (!spec.key.some((name) => names.includes(name)))
    throw new FileRefused(line, { code: 'column-missing', column: spec.key[0] ?? '' })
}

function sameTo(one: MappedFile['columns'][string], other: MappedFile['columns'][string]): boolean {
  return 'to' in one && 'to' in other && one.to === other.to
}

type Table = ReadonlyMap<string, string>

/** The tables of the folder that codes are looked up in. What cannot be read turns nothing, and is told once. */
function tables(
  spec: MappedFile,
  folder: string,
): { readonly found: ReadonlyMap<string, Table>; unread: UnreadTable[] } {
  const found = new Map<string, Table>()
  const unread: UnreadTable[] = []
  for (const [column, rule] of Object.entries(spec.columns)) {
    if (!('to' in rule) || rule.codes_from === undefined) continue
    const { file, key, value } = rule.codes_from
    const read = codesTable(join(folder, file), key, value)
    if (typeof read !== 'string') found.set(column, read)
    else if (read !== 'missing') unread.push({ file, fault: unreadFault(column, read) })
  }
  return { found, unread }
}

function unreadFault(column: string, reason: Exclude<Unread, 'missing'>): RowFault {
  return { column: '', value: '', reason: { code: 'codes-unread', column, reason } }
}

type RowNotes = readonly { readonly row: OwnRow; readonly note: RowFault }[]

/** All rows, or none of them. */
function takeRows(
  { rows }: MappedRow,
  own: OwnTakers,
  line: number,
  context: WriteContext,
): { readonly fault: RowFault | null; readonly notes: RowNotes } {
  const notes: { row: OwnRow; note: RowFault }[] = []
  let fault: RowFault | null = null
  context.connection.wholly(() => {
    for (const row of rows) {
      const columns = Object.keys(FORMATS[row.file].columns)
      const outcome = own[row.file](
        columns.map((column) => row.cells[column] ?? ''),
        line,
      )
      const told = [...outcome.notes, ...context.takeNotes().map((one) => one.note)]
      notes.push(...told.map((note) => ({ row, note })))
      fault = outcome.fault && { ...outcome.fault, column: `${row.spec}.${String(outcome.fault.column)}` }
      if (fault) return false
    }
    return true
  })
  return { fault, notes: fault ? [] : notes }
}

/** Where our number of a patron comes from: the card of somebody who is here, or the first key that holds something. */
function numberColumn(spec: MappedFile, mapped: MappedRow | null, place: string): string | undefined {
  if (mapped === null || place !== 'patron.patron_id') return undefined
  return mapped.numbers.length > 0 ? spec.card_column : spec.key.find((name) => mapped.fates.has(name))
}

/** A fault by the column of theirs that it came from. */
function theirs(
  spec: MappedFile,
  mapped: MappedRow | null,
  row: Pick<OwnRow, 'spec'> | null,
  fault: RowFault,
): RowFault {
  const place = row === null ? String(fault.column) : `${row.spec}.${String(fault.column)}`
  const from = Object.entries(spec.columns).filter(([, rule]) => 'to' in rule && rule.to === place)
  const [name = numberColumn(spec, mapped, place)] = from.find(([one]) => mapped?.fates.has(one)) ?? from[0] ?? []
  return { ...fault, column: name ?? place.slice(place.indexOf('.') + 1) }
}

/** What the reader took otherwise than it stands there: "taken as empty". */
function adjusted(spec: MappedFile, { fates }: MappedRow, notes: RowNotes): ReadonlyMap<string, Fate> {
  const changed = new Map(fates)
  for (const { row, note } of notes) {
    for (const [name, rule] of Object.entries(spec.columns)) {
      if ('to' in rule && rule.to === `${row.spec}.${String(note.column)}` && fates.get(name)?.became !== 'dropped')
        if (fates.has(name)) changed.set(name, shaped('adjusted', typeof note.value === 'string' ? note.value : '', ''))
    }
  }
  return changed
}
