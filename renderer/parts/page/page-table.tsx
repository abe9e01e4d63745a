/**
 * One table of a page. A single cursor walks the rows of all tables while the focus stays in the line; the row it
 * stands on shows what can be done about it. Long tables redraw only the rows that changed.
 */
import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Cell, PageRow, PageView, Section } from '../../../shared/desk/page.ts'
import { moreAfter } from '../../desk/page.ts'
import type { Form } from '../../desk/state.ts'
import { useDesk, useDeskState, useSaid } from '../../desk/use-desk.ts'
import css from '../../styles/page.module.css'
import { shown } from '../../text.ts'
import { columnWidths } from './column-widths.ts'
import { Acts } from './page-acts.tsx'
import { showWhole } from './in-sight.ts'
import { PageForm } from './page-form.tsx'
import { gridElementId, rowElementIdAt } from './page-ids.ts'

type Table = Extract<Section, { kind: 'table' }>

/** Columns never change places, and two may have the same label. */
const columnKey = (columns: Table['columns'], at: number): string => `${at} ${columns[at]?.label ?? ''}`

function Cells({ cells, columns }: { readonly cells: readonly Cell[]; readonly columns: Table['columns'] }): ReactNode {
  const said = useSaid()
  return cells.map((cell, at) => (
    <td
      key={columnKey(columns, at)}
      className={cell.is_number ? css[columns[at]?.is_number ? 'figure' : 'code'] : undefined}
      data-tone={cell.tone}
    >
      <bdi>{said(cell.text)}</bdi>
    </td>
  ))
}

/** Whether anything is shown under the row once it is the current one: only then it looks as if a click did more. */
function hasMore({ acts, enter, details }: PageRow): boolean {
  return acts.length > 0 || enter !== null || details.length > 0
}

/** What can be done about the row, and the form that asks for more. */
function Under({ row, form, span }: { readonly row: PageRow; readonly form: Form | null; readonly span: number }) {
  const { snapshot } = useDeskState()
  if (!hasMore(row)) return null
  return (
    <tr className={css['under']}>
      <td colSpan={span}>
        {row.details.map((detail) => (
          <p key={detail} className={css['detail']}>
            <bdi>{shown(detail)}</bdi>
          </p>
        ))}
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
  const isShown = isCurrent && form === null
  const says = isShown ? JSON.stringify(row) : ''
  // What it says may change, and with it its height. A page that is only drawn again stays where a person scrolled it.
  useEffect(() => {
    if (isShown && says !== '' && line.current) showWhole(line.current)
  }, [isShown, says])
  const span = columns.length
  return (
    <>
      <tr
        ref={line}
        id={element_id}
        className={hasMore(row) ? `${css['row']} ${css['opens']}` : css['row']}
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

/** The rows of every table of the page with the same columns: groups of one list share their widths. */
function rowsAlike(page: PageView, { columns }: Table): readonly PageRow[] {
  const labels = JSON.stringify(columns)
  return page.sections.flatMap((one) =>
    one.kind === 'table' && JSON.stringify(one.columns) === labels ? one.rows : [],
  )
}

type TableProps = { readonly section: Table; readonly rows_before: number; readonly page: PageView }

export function PageTable({ section, rows_before, page }: TableProps) {
  const desk = useDesk()
  const { page_row_id, form } = useDeskState()
  const said = useSaid()
  const choose = useCallback(
    (row_id: string) =>
      desk.store.change({ page_row_id: row_id, more_of: moreAfter(desk.store.now().more_of, row_id) }),
    [desk],
  )
  const { columns, rows } = section
  const shares = useMemo(() => columnWidths(columns, rowsAlike(page, section)), [page, section, columns])
  if (rows.length === 0) return <p className={css['empty']}>{said(section.empty)}</p>
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
