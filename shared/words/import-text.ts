/** A line of the report of an import in words: the reason, and what of its column and value is no text of the file. */
import { placeParts, numberKind } from '../import/marc-number.ts'
import type { FaultColumn, FaultValue, ImportReason, OwnReason, RowFault } from '../import/reason.ts'
import type { Words } from './en/en.ts'
import { findingText, problemText } from './policy-text.ts'
import type { Saying } from './steps.ts'

/** Finishes "column: …", without a full stop. */
export function importReasonText(words: Words, reason: ImportReason, saying: Saying): string {
  if (reason.code === 'finding') return findingText(words, reason.fact, saying)
  if (reason.code === 'setting-wrong') return problemText(words, reason.problem)
  if (reason.code === 'rule-differs') return reason.says
  const said = words.outcomes.import_reasons[reason.code] as string | ((reason: OwnReason) => string)
  return typeof said === 'string' ? said : said(reason)
}

function placeText({ screen }: Words, place: string): string {
  return placeParts(place).join(` ${screen.import.marc_places.with} `)
}

/** "035$a, system number", "003 with 001". */
export function marcPlaceText(words: Words, place: string): string {
  const kind = numberKind(place)
  const text = placeText(words, place)
  return kind === null ? text : `${text}, ${words.screen.import.marc_places.numbers[kind]}`
}

/** "due_at"; "001 or 035$a". */
function columnText(words: Words, column: FaultColumn): string {
  if (typeof column === 'string') return column
  return column.map((place) => placeText(words, place)).join(` ${words.screen.import.marc_places.or} `)
}

function valueText({ screen }: Words, value: FaultValue): string {
  const { not_shown, both } = screen.import.report_lines
  if (typeof value === 'string') return value
  return value.kind === 'hidden' ? not_shown : both(value.here, value.data)
}

/** The cells of a line: the value in full. */
export function rowFaultText(
  words: Words,
  { column, value, reason }: RowFault,
  saying: Saying,
): { readonly column: string; readonly value: string; readonly reason: string } {
  return {
    column: columnText(words, column),
    value: valueText(words, value),
    reason: importReasonText(words, reason, saying),
  }
}
