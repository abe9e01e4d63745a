/** What happened in this session, newest first. A row that waits shows its keys; none is ever a dialog. */
import { Undo2 } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { DeskSnapshot, Row } from '../../../shared/desk/screen.ts'
import { undecided } from '../../desk/state.ts'
import { useDesk, useDeskState, useSaid, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/rows.module.css'
import { shown } from '../../text.ts'
import { ApprovalForm } from '../frame/approval-form.tsx'
import { Shape, Unchanged } from '../frame/shape.tsx'
import { AlreadyOut } from './already-out.tsx'
import { AnswerButtons } from './answer-buttons.tsx'

function classes(...names: (string | false)[]): string {
  return names
    .filter((name) => name !== false)
    .map((name) => css[name])
    .join(' ')
}

/** The answers of a row, each with its key. */
function Answers({ row, isCurrent }: { readonly row: Row; readonly isCurrent: boolean }): ReactNode {
  const said = useSaid()
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <tr ref={line} className={classes('ask', isCurrent && 'current')} data-row-answers={row.row_id}>
      <td colSpan={4}>
        {row.notes.map((note) => (
          <p key={note} className={css['notes']}>
            <bdi>{said(note)}</bdi>
          </p>
        ))}
        <div className={css['answers']}>
          <AnswerButtons row={row} isCurrent={isCurrent} />
        </div>
        {row.approval === null ? null : <ApprovalForm row={row} until_ms={row.approval.until_ms} />}
      </td>
    </tr>
  )
}

/** Where it stands; its barcode when it has no call number and the title does not say the barcode already. */
function callOf(row: Row): string {
  if (row.call_number !== '') return shown(row.call_number)
  return row.title === row.barcode || row.title === '' ? '' : row.barcode
}

/** What stays in sight under a row that is done: why not, or what it costs. The band has it only until the next. */
function reasonOf({ outcome, notes }: Row): string | undefined {
  if (outcome === 'stop') return notes[0]
  const costs = notes.filter((note) => /\$\d/.test(note))
  return costs.length === 0 ? undefined : costs.join(' ')
}

function Mark({ row }: { readonly row: Row }): ReactNode {
  if (row.is_undone) return <Undo2 data-shape="undone" className="icon" aria-hidden="true" />
  return row.is_unchanged ? <Unchanged /> : <Shape outcome={row.outcome} kind={row.kind} />
}

function RowLine({ row, isCurrent }: { readonly row: Row; readonly isCurrent: boolean }): ReactNode {
  const desk = useDesk()
  const said = useSaid()
  const { kinds } = useWords()
  const isAsking = row.choices.length > 0
  const reason = isAsking ? undefined : reasonOf(row)
  const call = callOf(row)
  const hasMore = isAsking || reason !== undefined
  return (
    <>
      <tr
        className={classes(isAsking && 'waits', isCurrent && 'current', row.is_undone && 'undone', hasMore && 'noted')}
        data-row={row.row_id}
        aria-current={isCurrent || undefined}
        onClick={isAsking ? () => desk.store.change({ walked_row_id: row.row_id }) : undefined}
      >
        <td>
          <span className={css['name']}>
            <bdi className={css['title']}>{shown(row.title) || row.barcode}</bdi>
            {row.author === '' ? null : ', '}
            {row.author === '' ? null : <bdi>{shown(row.author)}</bdi>}
          </span>
          <bdi className={`${css['under']} ${css['mono']}`}>{call}</bdi>
        </td>
        <td className={css['call']}>
          <span className={classes('clip', 'mono', row.call_number === '' && 'barcode')}>
            <bdi>{call}</bdi>
          </span>
        </td>
        <td>
          <span
            className={css['tag']}
            data-outcome={row.is_unchanged || row.is_undone ? 'unchanged' : row.outcome}
            data-kind={row.kind ?? undefined}
          >
            <Mark row={row} />
            {row.kind === null ? null : <span className="unseen">{kinds[row.kind].label}: </span>}
            <span className={css['clip']}>{row.happened}</span>
          </span>
        </td>
        <td className={css['fact']}>{row.fact}</td>
      </tr>
      {isAsking ? <Answers row={row} isCurrent={isCurrent} /> : null}
      {reason === undefined ? null : (
        <tr className={css['note']}>
          <td colSpan={4}>
            <bdi>{said(reason)}</bdi>
          </td>
        </tr>
      )}
    </>
  )
}

function Head({ snapshot }: { readonly snapshot: DeskSnapshot }): ReactNode {
  const words = useWords().page.rows
  const isIn = snapshot.mode === 'in'
  return (
    <thead>
      <tr>
        <th scope="col">{words.title}</th>
        <th scope="col" className={css['call']}>
          {words.call_number}
        </th>
        <th scope="col">{isIn ? words.put_it : words.happened}</th>
        <th scope="col">{snapshot.mode === 'out' ? words.due : <span className="unseen">{words.more}</span>}</th>
      </tr>
    </thead>
  )
}

function Rows({ snapshot }: { readonly snapshot: DeskSnapshot }): ReactNode {
  const { current } = undecided(useDeskState())
  const words = useWords().page.rows
  const { rows, rows_count } = snapshot
  const older_count = rows_count - rows.length
  return (
    <>
      <table className={css['table']} data-part="rows" data-mode={snapshot.mode}>
        <caption className="unseen">{words.caption}</caption>
        <colgroup>
          <col />
          <col className={css['call']} />
          <col className={css['happened']} />
          <col className={css['end']} />
        </colgroup>
        <Head snapshot={snapshot} />
        <tbody>
          {rows.map((row) => (
            <RowLine key={row.row_id} row={row} isCurrent={row.row_id === current?.row_id} />
          ))}
        </tbody>
      </table>
      {older_count > 0 ? <p className={css['older']}>{words.older(older_count)}</p> : null}
    </>
  )
}

/** The rows of this session; under them, what the open patron has besides. */
export function RowsTable(): ReactNode {
  const { snapshot } = useDeskState()
  const words = useWords().page.rows
  if (!snapshot) return null
  const { rows, beside, patron } = snapshot
  const about = beside === 'patron' ? patron : null
  if (rows.length === 0 && about === null) return null
  return (
    <section className={css['scroll']} aria-label={words.session} tabIndex={0}>
      {rows.length > 0 ? <Rows snapshot={snapshot} /> : null}
      {about ? <AlreadyOut patron={about} rows={rows} /> : null}
    </section>
  )
}
