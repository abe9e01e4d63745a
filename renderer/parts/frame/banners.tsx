/** Lines across the top that say what the program itself is going through, and what could not be confirmed. */
import { History, RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProcessState } from '../../desk/state.ts'
import { useDeskState } from '../../desk/use-desk.ts'
import css from '../../styles/desk.module.css'
import { counted, shown } from '../../text.ts'

const STARTING_AGAIN = 'Datestamp’s station is starting again. Scan on: scans are kept and go in by themselves.'
const SILENT =
  'No answer yet: Datestamp’s station is busy, or it hangs. Scan on: scans are kept and go in by themselves, ' +
  'in order. If it hangs for a minute, it is started again.'
const STOPPED = [
  'Datestamp’s station has stopped: nothing is recorded now. Your next scan or key starts it again; then scan what is',
  'listed as not confirmed. If it stops once more, use paper and call whoever looks after it.',
].join(' ')

const WORDS: Readonly<Record<ProcessState, string>> = { up: SILENT, restarting: STARTING_AGAIN, down: STOPPED }

/** Starting again, scans wait and go in. Stopped, nothing is recorded until it starts: the clerk must know. */
function Station({ state, isSilent }: { readonly state: ProcessState; readonly isSilent: boolean }): ReactNode {
  if (state === 'up' && !isSilent) return null
  const isDown = state === 'down'
  return (
    <p className={css['banner']} data-part="station" data-state={state === 'up' ? 'silent' : state}>
      {isDown ? (
        <TriangleAlert className="icon" aria-hidden="true" />
      ) : (
        <RefreshCw className="icon" aria-hidden="true" />
      )}
      {WORDS[state]}
    </p>
  )
}

/** The region stands before it has words, so that they are read out. */
export function Banners(): ReactNode {
  const { station, is_silent, snapshot, unrecorded, keys } = useDeskState()
  return (
    <output className={css['frame']}>
      <Station state={station} isSilent={is_silent} />
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
