/**
 * CSV as RFC 4180 has it, for a person who opens it in a spreadsheet. Pure. Must never let a spreadsheet take a value
 * for a formula.
 */

/** At the head of a file: without it a spreadsheet reads "Núñez" as "NÃºÃ±ez". */
export const BYTE_ORDER_MARK = '\uFEFF'

/** Also in the wide forms, which some spreadsheets read alike, and behind blanks. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u
const NUMBER = /^-\d+(?:\.\d+)?$/

/** Whether a spreadsheet would compute it. */
export function isFormula(value: string): boolean {
  return FORMULA.test(value) && !NUMBER.test(value)
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** What a spreadsheet would compute gets an apostrophe before it; a number below 0 is none. */
export function csvCell(value: string): string {
  return quoted(isFormula(value) ? `'${value}` : value)
}

/** Whether a spreadsheet would compute it, but for apostrophes before it: a file that is read again has one more. */
export function isGuarded(value: string): boolean {
  return isFormula(value.replace(/^'+/, ''))
}

/** As csvCell, for a file that is read again: `unguarded` gives back each value, one that has an apostrophe too. */
function keptCell(value: string): string {
  return quoted(isGuarded(value) ? `'${value}` : value)
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && isGuarded(cell) ? cell.slice(1) : cell
}

export function keptLine(cells: readonly string[]): string {
  return `${cells.map(keptCell).join(',')}\r\n`
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
