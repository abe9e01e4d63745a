/** What this session adds up to, and the two keys that end it. Finish says what it waits for. */
import type { ReactNode } from 'react'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { actOfEnter, isOffice } from '../../desk/page.ts'
import { finish, runAction, runPageEnter } from '../../desk/run.ts'
import { undecided } from '../../desk/state.ts'
import { useDesk, useDeskState, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/chrome.module.css'
import { Button } from './keys.tsx'

/** A count of zero is told only where its scans are taken. */
function Totals({ snapshot }: { readonly snapshot: DeskSnapshot }): ReactNode {
  const { totals, mode, beside } = snapshot
  const isAtWork = beside !== 'nothing'
  const words = useWords().bottom
  const parts: readonly (readonly [number, (count: number) => string, boolean])[] = [
    [totals.out_count, words.out, isAtWork && mode === 'out'],
    [totals.in_count, words.in, isAtWork && mode === 'in'],
    [totals.other_count, words.scanned, isAtWork && (mode === 'in-house' || mode === 'inventory')],
    [totals.renewed_count, words.renewed, false],
  ]
  return parts
    .filter(([count, , always]) => always || count > 0)
    .map(([count, label]) => (
      <span key={label(0)} className={css['total']}>
        <b>{count}</b> {label(count)}
      </span>
    ))
}

export function BottomBar(): ReactNode {
  const desk = useDesk()
  const state = useDeskState()
  const { snapshot, keys } = state
  const words = useWords().bottom
  if (!snapshot) return null
  const { totals } = snapshot
  const waits_count = totals.undecided_count
  // At an empty desk, and on a page of the office, Enter only clears the screen.
  const isToFinish = snapshot.patron !== null || snapshot.rows_count > 0
  // What is undone is of the patron before, and not of the form.
  const isFormOfOffice = state.form !== null && isOffice(snapshot)
  const enter = waits_count > 0 ? null : actOfEnter(state)
  return (
    <footer className={css['bar']} data-asking={undecided(state).current ? true : undefined}>
      <Totals snapshot={snapshot} />
      <span className={css['range']}>{totals.due_range_text}</span>
      <span className={css['gap']} />
      {snapshot.undo_label === '' || isFormOfOffice ? null : (
        <Button chord={keys.undo} onClick={() => runAction(desk, 'undo')}>
          {snapshot.undo_label}
        </Button>
      )}
      {/* Enter belongs to the open form, whose button says so; while hits are listed, it never finishes. */}
      {state.form === null ? (
        <Button
          {...(state.search === null ? { chord: 'Enter' } : {})}
          look={waits_count > 0 ? 'waits' : isToFinish || enter ? 'main' : 'plain'}
          isRefused={waits_count > 0}
          onClick={() => (enter ? runPageEnter(desk) : finish(desk))}
        >
          {waits_count > 0 ? words.to_decide(waits_count) : (enter?.act.label ?? snapshot.finish_label)}
        </Button>
      ) : null}
    </footer>
  )
}
