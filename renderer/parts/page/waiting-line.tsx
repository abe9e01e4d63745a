/** The row that waits for an answer while a page is open: one line with its keys, so that the page keeps its room. */
import { useEffect, useRef, type ReactNode } from 'react'
import { undecided } from '../../desk/state.ts'
import { useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/rows.module.css'
import { shown } from '../../text.ts'
import { ApprovalForm } from '../frame/approval-form.tsx'
import { Shape } from '../frame/shape.tsx'
import { AnswerButtons } from './answer-buttons.tsx'

export function WaitingLine(): ReactNode {
  const state = useDeskState()
  const { current, rows } = undecided(state)
  const box = useRef<HTMLElement>(null)
  const asks = state.form === null ? current?.row_id : undefined
  useEffect(() => {
    if (asks !== undefined) box.current?.scrollIntoView({ block: 'nearest' })
  }, [asks])
  const words = useWords().page.rows
  if (!current) return null
  const { row_id, approval } = current
  const others_count = rows.length - 1
  return (
    <section
      ref={box}
      className={css['waiting']}
      aria-label={words.waits}
      data-part="rows"
      data-row={row_id}
      aria-current
    >
      <Shape outcome={current.outcome} kind={current.kind} className="icon" />
      <p className={css['question']}>
        <b>
          <bdi>{shown(current.title) || current.barcode}</bdi>
        </b>{' '}
        {current.happened}
        {others_count > 0 ? <span className={css['others']}> {words.others(others_count)}</span> : null}
      </p>
      <div className={css['answers']} data-row-answers={row_id}>
        <AnswerButtons row={current} isCurrent />
      </div>
      {approval === null ? null : <ApprovalForm row={current} until_ms={approval.until_ms} />}
    </section>
  )
}
