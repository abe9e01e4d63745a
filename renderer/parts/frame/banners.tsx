/** Lines across the top that say what the program itself is going through, and what could not be confirmed. */
import { History, RefreshCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { isDrawnBadge } from '../../../shared/staff/badge-number.ts'
import type { ProcessState } from '../../desk/state.ts'
import { useDeskState, useSaid, useWords } from '../../desk/use-desk.ts'
import css from '../../styles/desk.module.css'
import { shown } from '../../text.ts'

/** Starting again, scans wait and go in. Stopped, nothing is recorded until it starts: the clerk must know. */
function Station({ state, isSilent }: { readonly state: ProcessState; readonly isSilent: boolean }): ReactNode {
  const words = useWords().banner.station
  if (state === 'up' && !isSilent) return null
  const isDown = state === 'down'
  return (
    <p className={css['banner']} data-part="station" data-state={state === 'up' ? 'silent' : state}>
      {isDown ? (
        <TriangleAlert className="icon" aria-hidden="true" />
      ) : (
        <RefreshCw className="icon" aria-hidden="true" />
      )}
      {words[state]}
    </p>
  )
}

/** Enough for a handful of books; what is scanned again makes room for the next. */
const LISTED_MAX = 40

/** The number of a badge is not for whoever passes: with a PIN that was watched it signs in. */
function listed(texts: readonly string[], badge: string): string {
  const more = texts.length > LISTED_MAX ? ', …' : ''
  const named = texts.slice(0, LISTED_MAX).map((text) => (isDrawnBadge(text) ? badge : shown(text)))
  return `${named.join(', ')}${more}`
}

/** The region stands before it has words, so that they are read out. */
export function Banners(): ReactNode {
  const { station, is_silent, snapshot, unrecorded } = useDeskState()
  const words = useWords().banner
  const said = useSaid()
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
          <b>{snapshot.modifiers.map(shown).join(' · ')}</b> <span>{said(words.until_taken_off)}</span>
        </p>
      ) : null}
      {unrecorded.length > 0 ? (
        <p className={css['banner']} data-part="unrecorded">
          <TriangleAlert className="icon" aria-hidden="true" />
          {words.unconfirmed(unrecorded.length)}
          {/* A card may be among them: not for whoever passes a desk that is locked or left. */}
          {snapshot?.stage === 'desk' ? words.scan_again(listed(unrecorded, words.badge)) : words.sign_in_to_see}
        </p>
      ) : null}
    </output>
  )
}
