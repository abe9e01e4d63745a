/**
 * CSV as RFC 4180 has it, for a person who opens it in a spreadsheet. Pure. Must never let a spreadsheet take a value
 * for a formula.
 */

/** Also in the wide forms, which some spreadsheets read alike, and behind blanks. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u
const NUMBER = /^-\d+(?:\.\d+)?$/

/** Whether a spreadsheet would compute it. */
export function isFormula(value: string): boolean {
  return FORMULA.test(value) && !NUMBER.test(value)
}

/** What a spreadsheet would compute gets an apostrophe before it; a number below 0 is none. */
export function csvCell(value: string): string {
  const safe = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
