/**
 * A table on narrow paper: side by side where the columns fit, otherwise each row as a few lines. Leaves no cell out.
 */
import type { TableBlock } from '../document.ts'
import { columnsOf, wrap } from './width.ts'

type TableLine = { readonly text: string; readonly is_strong: boolean }

const BOX = '[ ] '
const NO_BOX = '    '
const GAP_COUNT = 1
/** A flexible column needs this many characters to be readable. */
const FLEXIBLE_MIN = 12
const CELL_LINES_MAX = 3
const UNDER_MIN = 16

/** The width of each column, or null when they do not fit side by side. */
function widths(table: TableBlock, columns: number): readonly number[] | null {
  const gaps = (table.columns.length - 1) * GAP_COUNT
  const fixed = table.columns.reduce((sum, { width_count }) => sum + width_count, 0)
  const flexible_count = table.columns.filter(({ width_count }) => width_count === 0).length
  const left = columns - (table.has_boxes ? BOX.length : 0) - gaps - fixed
  if (left < flexible_count * FLEXIBLE_MIN || left < 0) return null
  const each = flexible_count === 0 ? 0 : Math.floor(left / flexible_count)
  return table.columns.map(({ width_count }) => width_count || each)
}

/** Whether each row of a table takes a few lines on paper with this many columns. */
export function isStacked(table: TableBlock, columns: number): boolean {
  return widths(table, columns) === null
}

const padded = (text: string, width: number): string => `${text}${' '.repeat(Math.max(0, width - columnsOf(text)))}`

/** Cells side by side, in as many lines as the longest needs. */
function sideBySide(cells: readonly string[], sizes: readonly number[]): readonly string[] {
  const broken = cells.map((cell, index) => wrap(cell, sizes[index] ?? 1, CELL_LINES_MAX))
  const height = Math.max(1, ...broken.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) =>
    broken.map((lines, index) => padded(lines[row] ?? '', sizes[index] ?? 0)).join(' '.repeat(GAP_COUNT)),
  )
}

/** Where the smaller lines of a row begin: below its title, unless that leaves too little room. */
function underInset(table: TableBlock, sizes: readonly number[], columns: number): number {
  const lead = table.has_boxes ? BOX.length : 0
  const title = Math.max(
    0,
    table.columns.findIndex(({ width_count }) => width_count === 0),
  )
  const below = sizes.slice(0, title).reduce((sum, size) => sum + size + GAP_COUNT, lead)
  return columns - below >= UNDER_MIN ? below : lead
}

function besides(table: TableBlock, sizes: readonly number[], columns: number): readonly TableLine[] {
  const lead = table.has_boxes ? NO_BOX : ''
  const labels = table.columns.map(({ label }) => label)
  const head = sideBySide(labels, sizes).map((text) => ({ text: `${lead}${text}`, is_strong: true }))
  const inset = underInset(table, sizes, columns)
  const body = table.rows.flatMap(({ cells, under }) => {
    const lines = sideBySide(cells, sizes).map((text, row) =>
      table.has_boxes ? `${row === 0 ? BOX : NO_BOX}${text}` : text,
    )
    const smaller = under.flatMap((text) => wrap(text, columns - inset)).map((text) => `${' '.repeat(inset)}${text}`)
    return [...lines, ...smaller].map((text) => ({ text: text.trimEnd(), is_strong: false }))
  })
  return [...head, ...body]
}

/** One row as lines: its first cell, then the others; a narrow column gives its label, because there is no header. */
function stackedRow(table: TableBlock, row: TableBlock['rows'][number], columns: number): readonly TableLine[] {
  const box = table.has_boxes ? BOX : ''
  const inset = table.has_boxes ? NO_BOX : '  '
  const [first = '', ...others] = row.cells
  const said = others.map((cell, index) => {
    const column = table.columns[index + 1]
    return cell !== '' && column && column.width_count > 0 && index > 0 ? `${column.label}: ${cell}` : cell
  })
  const head = wrap(first, columns - box.length).map((text, index) => `${index === 0 ? box : inset}${text}`)
  const rest = [...said, ...row.under].flatMap((text) => wrap(text, columns - inset.length))
  return [
    ...(head.length > 0 ? head : [box]).map((text) => ({ text, is_strong: true })),
    ...rest.map((text) => ({ text: `${inset}${text}`, is_strong: false })),
  ]
}

/** The lines of a table on paper with this many columns. */
export function layoutTable(table: TableBlock, columns: number): readonly TableLine[] {
  const sizes = widths(table, columns)
  if (sizes) return besides(table, sizes, columns)
  return table.rows.flatMap((row) => stackedRow(table, row, columns))
}
