/**
 * The practice shift, over every screen of a practice desk: that it is practice, the task now, and its barcodes with a
 * button that scans each for people without a scanner. The station says what is done.
 */
import { GraduationCap } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PracticeView } from '../../../shared/desk/session/practice-view.ts'
import { runAction } from '../../desk/run.ts'
import { useDesk, useDeskState, useSaid, useWords } from '../../desk/use-desk.ts'
import { focusHome } from '../../fields/field.ts'
import css from '../../styles/help.module.css'
import { Button } from './keys.tsx'

function Scans({ scans }: Pick<PracticeView, 'scans'>): ReactNode {
  const desk = useDesk()
  const words = useWords().practice
  return (
    <ul className={css['scans']}>
      {scans.map(({ text, name }) => (
        <li key={text}>
          <span>
            <b>{name}</b> <span className="number">{text}</span>
          </span>
          <button
            type="button"
            className={css['scan']}
            onClick={() => {
              desk.scan(text, 'scan')
              focusHome()
            }}
          >
            {words.scan_for_me}
            <span className="unseen"> {name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Ways({ practice }: { readonly practice: PracticeView }): ReactNode {
  const desk = useDesk()
  const { keys, snapshot } = useDeskState()
  const isPanelShown = (snapshot?.training ?? null) !== null
  const {
    practice: words,
    training: { show: devices },
  } = useWords()
  const act = (method: 'practice.skip' | 'practice.again'): void => {
    void desk.perform({ method, input: {} }, desk.mint())
    focusHome()
  }
  return (
    <span className={css['ways']}>
      {/* Their panel has a button of its own, and the barcodes of the task. */}
      {isPanelShown ? null : (
        <Button chord={keys.training} onClick={() => runAction(desk, 'training')}>
          {devices}
        </Button>
      )}
      {practice.is_over ? (
        <Button onClick={() => act('practice.again')}>{words.again}</Button>
      ) : (
        <Button onClick={() => act('practice.skip')}>{words.skip}</Button>
      )}
    </span>
  )
}

export function PracticeBar(): ReactNode {
  const { snapshot } = useDeskState()
  const words = useWords().practice
  const said = useSaid()
  const practice = snapshot?.practice ?? null
  if (!snapshot || !practice) return null
  const isAtDesk = snapshot.stage === 'desk'
  const { number, tasks_count, done_count, is_over } = practice
  return (
    <section className={css['bar']} aria-label={words.name} data-part="practice" data-task={is_over ? 'over' : number}>
      <p className={css['mark']}>
        <GraduationCap aria-hidden="true" />
        <b>{words.mark}</b>
        <span className={css['count']}>
          {is_over ? words.done(done_count, tasks_count) : words.task(number, tasks_count)}
        </span>
      </p>
      {/* The region is there before it has words, so that each new task is read out. */}
      <p role="status" className={css['says']}>
        {said(practice.says)}
        {isAtDesk ? null : <span> {words.pin}</span>}
      </p>
      {isAtDesk ? <Ways practice={practice} /> : null}
      {isAtDesk && snapshot.training === null && practice.scans.length > 0 ? <Scans scans={practice.scans} /> : null}
    </section>
  )
}
