/** A table on paper: side by side where the paper is wide enough for it, else each row as a few lines. */
import { Fragment, type ReactNode } from 'react'
import type { TableBlock } from '../../../shared/receipt/document.ts'
import { isStacked } from '../../../shared/receipt/layout/layout-table.ts'
import css from '../../styles/paper.module.css'

/** What a printer with paper of 80 mm has, and what is left of it in large print. */
const COLUMNS = 42
const COLUMNS_LARGE = 21

type Drawn = { readonly table: TableBlock }

/** The rows with what tells them apart: two may be the same, word for word. */
function keyed(table: TableBlock): readonly { readonly key: string; readonly row: TableBlock['rows'][number] }[] {
  return table.rows.map((row, index) => ({ key: String(index), row }))
}

function Box(): ReactNode {
  return <span className={css['box']} aria-hidden="true" />
}

function Under({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return lines.map((text) => (
    <p key={text} className={css['small']}>
      <bdi>{text}</bdi>
    </p>
  ))
}

function Besides({ table }: Drawn): ReactNode {
  // As on the printed paper, the smaller lines stand below the title: the first column without a width of its own.
  const title = Math.max(
    0,
    table.columns.findIndex(({ width_count }) => width_count === 0),
  )
  return (
    <table className={css['table']}>
      <colgroup>
        {table.has_boxes ? <col style={{ width: '3ch' }} /> : null}
        {table.columns.map(({ label, width_count }) => (
          // One more, for the gap to the next.
          <col key={label} style={width_count === 0 ? {} : { width: `${width_count + 1}ch` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.has_boxes ? <td /> : null}
          {table.columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(table).map(({ key, row }) => (
          <tr key={key}>
            {table.has_boxes ? (
              <td>
                <Box />
              </td>
            ) : null}
            {table.columns.map(({ label }, index) => (
              <td key={label}>
                <bdi>{row.cells[index]}</bdi>
                {index === title ? <Under lines={row.under} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Stacked({ table }: Drawn): ReactNode {
  return (
    <ul className={css['stacked']}>
      {keyed(table).map(({ key, row }) => (
        <li key={key}>
          {table.has_boxes ? <Box /> : null}
          <div>
            {table.columns.map(({ label, width_count }, index) => (
              <Fragment key={label}>
                {row.cells[index] === '' ? null : (
                  <p className={index === 0 ? css['strong'] : ''}>
                    {index > 1 && width_count > 0 ? `${label}: ` : ''}
                    <bdi>{row.cells[index]}</bdi>
                  </p>
                )}
              </Fragment>
            ))}
            <Under lines={row.under} />
          </div>
        </li>
      ))}
    </ul>
  )
}

export function PaperTable({ table, isLarge }: Drawn & { readonly isLarge: boolean }): ReactNode {
  return isStacked(table, isLarge ? COLUMNS_LARGE : COLUMNS) ? <Stacked table={table} /> : <Besides table={table} />
}
