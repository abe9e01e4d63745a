/**
 * How wide each column of a table is, given beforehand, so that the browser need not measure every cell of a long table
 * again for each key. Pure.
 */
import type { PageRow, Section } from '../../../shared/desk/page.ts'

type Columns = Extract<Section, { kind: 'table' }>['columns']

/** Widths are reckoned in letters of the table's own text. */
const TEXT_MAX = 36
/** A column of short words is never squeezed: nobody reads initials over two lines. */
const SHORT_MAX = 15
/** Initials are capitals, each as wide as two letters. */
const LETTERS_MIN = 5
/** Figures are wider than letters, in a time of day, too, and are never broken. */
const FIGURE_FACTOR = 1.2
const BEGINS_WITH_FIGURE = /^\d/
/** The first column is bold, and a short word of it may be all wide letters: "Damage". */
const BOLD_FACTOR = 1.3
/** The number of a receipt is bold capitals and figures, and is read aloud: it is never broken. */
const CODE_FACTOR = 1.6
const CODE = /^[0-9A-Z]+(-[0-9A-Z]+)+$/
/** The cell's own room at both sides. */
const ROOM = 3
/** A word of this length is never broken; a path may be. */
const WORD_MAX = 28
/** A long word of the first column has narrow letters, too. */
const WORD_BOLD_FACTOR = 1.1
/** The words of a heading are smaller. */
const HEADING_FACTOR = 0.9
/** Letters in a line of a page beside an open patron, at 1280 by 720: the narrowest that one is. */
const LINE = 79

/**
 * How wide each column is, in percent: by its longest text, and where that is too much for the line, the columns of
 * long texts give way. Given beforehand, so that the browser need not measure every cell of a long table again for each
 * key.
 */
export function columnWidths(columns: Columns, rows: readonly PageRow[]): readonly string[] {
  const wanted = columns.map(({ label, is_number }, at) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, row.cells[at]?.text.length ?? 0),
      Math.max(label.length, LETTERS_MIN),
    )
    const first = rows[0]?.cells[at]
    const isShort = longest <= SHORT_MAX
    const isFigures =
      is_number || (first?.is_number ?? false) || (isShort && BEGINS_WITH_FIGURE.test(first?.text ?? ''))
    const isFixed = isFigures || isShort
    const bold = CODE.test(first?.text ?? '') ? CODE_FACTOR : BOLD_FACTOR
    const factor = at === 0 && isFixed ? bold : isFigures ? FIGURE_FACTOR : 1
    const letters = Math.min(longest * factor, TEXT_MAX) + ROOM
    const word = rows.reduce((most, row) => Math.max(most, longestWord(row.cells[at]?.text ?? '')), 0)
    const words = Math.max(word * (at === 0 ? WORD_BOLD_FACTOR : factor), longestWord(label) * HEADING_FACTOR) + ROOM
    const least = isFixed && !isFigures ? letters : Math.min(words, letters)
    return { letters, least, isFixed }
  })
  const sum = (isFixed: boolean): number =>
    wanted.reduce((all, one) => all + (one.isFixed === isFixed ? one.letters : 0), 0)
  const squeeze = Math.min(1, Math.max(0.4, (LINE - sum(true)) / Math.max(1, sum(false))))
  const letters = wanted.map(({ letters: most, least, isFixed }) => (isFixed ? most : Math.max(most * squeeze, least)))
  const given = fitted(letters, wanted)
  const all = given.reduce((total, one) => total + one, 0)
  return given.map((one) => `${((one / all) * 100).toFixed(2)}%`)
}

/** Where the line is too short even so, headings of several words take several lines. */
function fitted(letters: readonly number[], wanted: readonly { readonly least: number }[]): readonly number[] {
  const over = letters.reduce((total, one) => total + one, 0) - LINE
  const spare = letters.map((one, at) => one - (wanted[at]?.least ?? one))
  const all = spare.reduce((total, one) => total + one, 0)
  if (over <= 0 || all <= 0) return letters
  const share = Math.min(1, over / all)
  return letters.map((one, at) => one - (spare[at] ?? 0) * share)
}

function longestWord(text: string): number {
  return Math.min(WORD_MAX, Math.max(...text.split(/[\s-]+/).map((word) => word.length)))
}
