/** Lines across the top that say what the program itself is going through, and what could not be confirmed. */
import { History, RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProcessState } from '../desk/state.ts'
import { useDeskState } from '../desk/use-desk.ts'
import css from '../styles/desk.module.css'
import { counted, shown } from '../text.ts'

const STARTING_AGAIN =
  'Datestamp’s station is starting again; nothing is lost. Scan on: scans are kept and go in by themselves.'
const STOPPED = [
  'Datestamp’s station has stopped: nothing is recorded now. Your next scan or key starts it again; then scan what is',
  'listed as not confirmed. If it stops once more, use paper and call whoever looks after it.',
].join(' ')

/** Starting again, scans wait and go in. Stopped, nothing is recorded until it starts: the clerk must know. */
function Station({ state }: { readonly state: ProcessState }): ReactNode {
  if (state === 'up') return null
  const isDown = state === 'down'
  return (
    <p className={css['banner']} data-part="station" data-state={state}>
      {isDown ? (
        <TriangleAlert className="icon" aria-hidden="true" />
      ) : (
        <RefreshCw className="icon" aria-hidden="true" />
      )}
      {isDown ? STOPPED : STARTING_AGAIN}
    </p>
  )
}

/** The region stands before it has words, so that they are read out. */
export function Banners(): ReactNode {
  const { station, snapshot, unrecorded, keys } = useDeskState()
  return (
    <output className={css['frame']}>
      <Station state={station} />
      {snapshot && snapshot.recovered !== '' ? (
        <p className={css['banner']} data-tone="info">
          <History className="icon" aria-hidden="true" />
          <bdi>{shown(snapshot.recovered)}</bdi>
        </p>
      ) : null}
      {snapshot && snapshot.modifiers.length > 0 ? (
        <p className={css['banner']} data-tone="modifier" data-part="modifiers">
          <TriangleAlert className="icon" aria-hidden="true" />
          <b>{snapshot.modifiers.map(shown).join(' · ')}</b> <span>until you take it off: {keys.modes}</span>
        </p>
      ) : null}
      {unrecorded.length > 0 ? (
        <p className={css['banner']} data-part="unrecorded">
          <TriangleAlert className="icon" aria-hidden="true" />
          {counted(unrecorded.length, 'scan is', 'scans are')} not confirmed
          {/* A card may be among them: not for whoever passes a desk that is locked or left. */}
          {snapshot?.stage === 'desk'
            ? `, scan again: ${unrecorded.map(shown).join(', ')}. Esc clears this line.`
            : '. Sign in to see which.'}
        </p>
      ) : null}
    </output>
  )
}
