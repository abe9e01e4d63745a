/** Scans that wait until a row is answered, in the order in which they will run; the last can be taken away. */
import type { ReactNode } from 'react'
import { dropLastWaiting } from '../../desk/run-rows.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import { focusHome } from '../../fields/field.ts'
import css from '../../styles/line.module.css'
import { shown } from '../../text.ts'
import { Button } from '../frame/keys.tsx'

export function WaitingScans(): ReactNode {
  const desk = useDesk()
  const { snapshot } = useDeskState()
  const { waiting: count, queue: words } = useWords().line
  if (!snapshot || snapshot.waiting.scans.length === 0) return null
  const { waiting, totals } = snapshot
  const isForFinish = waiting.is_held && totals.undecided_count === 0
  const remove = (): void => {
    focusHome()
    dropLastWaiting(desk)
  }
  return (
    <section className={css['queue']} aria-label={words.label} data-part="waiting-scans" tabIndex={0}>
      <p className={css['reason']}>
        <b>{count(waiting.scans.length)}</b> {isForFinish ? words.for_finish : words.for_answer}
      </p>
      <ol className={css['scans']}>
        {waiting.scans.map(({ waiting_id, says, barcode }) => (
          <li key={waiting_id}>
            <bdi>{shown(says)}</bdi>
            {barcode === '' ? null : <bdi className="mono"> {shown(barcode)}</bdi>}
          </li>
        ))}
      </ol>
      <Button chord="Delete" onClick={remove}>
        {words.remove}
      </Button>
    </section>
  )
}
