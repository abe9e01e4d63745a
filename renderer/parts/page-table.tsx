/**
 * One table of a page. A single cursor walks the rows of all tables while the focus stays in the line; the row it
 * stands on shows what can be done about it. Long tables redraw only the rows that changed.
 */
import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Cell, PageRow, Section } from '../../shared/desk/page.ts'
import type { Form } from '../desk/state.ts'
import { useDesk, useDeskState } from '../desk/use-desk.ts'
import css from '../styles/page.module.css'
import { shown } from '../text.ts'
import { Acts } from './page-acts.tsx'
import { PageForm } from './page-form.tsx'
import { gridElementId, rowElementIdAt } from './page-ids.ts'

type Table = Extract<Section, { kind: 'table' }>

/** Columns never change places, and two may have the same label. */
const columnKey = (columns: Table['columns'], at: number): string => `${at} ${columns[at]?.label ?? ''}`

function Cells({ cells, columns }: { readonly cells: readonly Cell[]; readonly columns: Table['columns'] }): ReactNode {
  return cells.map((cell, at) => (
    <td key={columnKey(columns, at)} className={cell.is_number ? css['figure'] : undefined} data-tone={cell.tone}>
      <bdi>{shown(cell.text)}</bdi>
    </td>
  ))
}

/** What can be done about the row, and the form that asks for more. */
function Under({ row, form, span }: { readonly row: PageRow; readonly form: Form | null; readonly span: number }) {
  const { snapshot } = useDeskState()
  if (row.acts.length === 0 && !row.enter) return null
  return (
    <tr className={css['under']}>
      <td colSpan={span}>
        <div className={css['acts']}>
          <Acts acts={row.acts} row_id={row.row_id} enter={row.enter} />
        </div>
        {form ? <PageForm key={form.form_id} form={form} today={snapshot?.page?.today ?? ''} /> : null}
      </td>
    </tr>
  )
}

type RowProps = {
  readonly row: PageRow
  readonly columns: Table['columns']
  readonly element_id: string
  readonly isCurrent: boolean
  readonly form: Form | null
  readonly onChoose: (row_id: string) => void
}

const Row = memo(function Row({ row, columns, element_id, isCurrent, form, onChoose }: RowProps): ReactNode {
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (!isCurrent) return
    // What can be done stands under the row, and is to be seen as well.
    line.current?.nextElementSibling?.scrollIntoView({ block: 'nearest' })
    line.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const span = columns.length
  return (
    <>
      <tr
        ref={line}
        id={element_id}
        className={css['row']}
        aria-selected={isCurrent}
        data-tone={row.tone}
        onClick={() => onChoose(row.row_id)}
      >
        <Cells cells={row.cells} columns={columns} />
      </tr>
      {row.notes.map((note) => (
        <tr key={note} className={css['note']} data-current={isCurrent || undefined}>
          <td colSpan={span}>
            <bdi>{shown(note)}</bdi>
          </td>
        </tr>
      ))}
      {isCurrent || form ? <Under row={row} form={form} span={span} /> : null}
    </>
  )
})

const TEXT_WEIGHT_MAX = 36
/** Figures are wider than letters. */
const FIGURE_WEIGHT = 1.5
const ROOM_WEIGHT = 3

/**
 * How wide each column is, in percent: by its longest text, within reason. Given beforehand, so that the browser need
 * not measure every cell of a long table again for each key.
 */
function widths({ columns, rows }: Table): readonly string[] {
  const weights = columns.map(({ label, is_number }, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, row.cells[at]?.text.length ?? 0), label.length)
    return Math.min(longest * (is_number ? FIGURE_WEIGHT : 1), TEXT_WEIGHT_MAX) + ROOM_WEIGHT
  })
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return weights.map((weight) => `${((weight / sum) * 100).toFixed(2)}%`)
}

export function PageTable({ section, rows_before }: { readonly section: Table; readonly rows_before: number }) {
  const desk = useDesk()
  const { page_row_id, form } = useDeskState()
  const choose = useCallback((row_id: string) => desk.store.change({ page_row_id: row_id }), [desk])
  const { columns, rows } = section
  const shares = useMemo(() => widths(section), [section])
  if (rows.length === 0) return <p className={css['empty']}>{shown(section.empty)}</p>
  return (
    <table
      className={css['table']}
      id={gridElementId(section.section_id)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a cursor walks its rows
      role="grid"
      aria-label={shown(section.heading)}
    >
      <colgroup>
        {shares.map((width, at) => (
          <col key={columnKey(columns, at)} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={columnKey(columns, at)} scope="col" className={column.is_number ? css['figure'] : undefined}>
              {shown(column.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Row
            key={row.row_id}
            row={row}
            columns={columns}
            element_id={rowElementIdAt(rows_before + at)}
            isCurrent={row.row_id === page_row_id}
            form={form?.row_id === row.row_id ? form : null}
            onChoose={choose}
          />
        ))}
      </tbody>
    </table>
  )
}
