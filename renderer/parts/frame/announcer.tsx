/**
 * What is heard: the sound of each outcome, and the sentence for a screen reader. Draws nothing that is seen. Must
 * never keep a sentence on the page that the desk took off the screen: it may name whoever was here.
 */
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { Desk } from '../../desk/desk.ts'
import type { Heard } from '../../desk/heart.ts'
import { useDesk, useHeard } from '../../desk/use-desk.ts'
import { player, soundingOf } from '../../sound/player.ts'
import { forgetPatron, hear, QUIET_MS, speak, SPEECH_AT_REST } from '../../sound/speech.ts'
import { atPapers } from '../../papers-at.ts'
import { said } from '../../text.ts'
import { screenWords } from '../../screen-words.ts'

export function useSounds(): void {
  const desk = useDesk()
  useHeard(
    useCallback(
      (heard: Heard) => {
        if (heard.weight !== 'silent') player.play(soundingOf(heard), desk.store.now().settings)
      },
      [desk],
    ),
  )
}

type Spoken = { readonly status: string; readonly alert: string }
const SILENCE: Spoken = { status: '', alert: '' }

type Told = (change: (before: Spoken) => Spoken) => void

/** Says what is heard, each sentence when its time has come. Returns what stops it. */
function announce({ ports, store, onHeard, onLeft }: Desk, tell: Told): () => void {
  let state = SPEECH_AT_REST
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSilent = true
  const beSilent = (): void => {
    if (!isSilent) tell(() => SILENCE)
    isSilent = true
  }
  /** At an empty desk nothing is left standing: what was kept to be said last goes when a slow reader has said it. */
  const endAtEmptyDesk = (): void => {
    if (store.now().snapshot?.band === null) beSilent()
  }
  const go = (): void => {
    clearTimeout(timer)
    const now_ms = ports.steady_ms()
    const next = speak(state, now_ms)
    state = next.state
    if (next.said) {
      const { where, text, more_count } = next.said
      const { keys, snapshot } = store.now()
      const screen = screenWords(store.now())
      const told = more_count === 0 ? text : `${screen.more_done(more_count)} ${text}`
      const words = said(atPapers(told, screen, snapshot?.beside ?? 'nothing'), keys)
      isSilent = false
      // The newest replaces what was said before it, in the other region too.
      tell((before) => ({ ...SILENCE, [where]: again(before[where], words) }))
    }
    timer =
      next.again_at_ms === null
        ? setTimeout(endAtEmptyDesk, Math.max(0, state.until_ms - now_ms) + QUIET_MS)
        : setTimeout(go, Math.max(0, next.again_at_ms - now_ms))
  }
  const stops = [
    onHeard((heard) => {
      if (heard.spoken === '') return
      // What is over or short is its first word: "done" before that would be believed.
      const isWorded = heard.weight === 'full' && heard.is_off !== true
      const word = isWorded ? `${screenWords(store.now()).outcome_spoken[heard.outcome]} ` : ''
      state = hear(state, heard, `${word}${heard.spoken}`, ports.steady_ms())
      go()
    }),
    onLeft((left) => {
      state = left === 'patron' ? forgetPatron(state) : SPEECH_AT_REST
      beSilent()
      go()
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}

/** The same words again are a change too, or they would not be read again. */
function again(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text
}

/** Both regions stand empty on the page before the first word comes, or nothing would be read. */
export function Announcer(): ReactNode {
  const desk = useDesk()
  const [spoken, setSpoken] = useState<Spoken>(SILENCE)
  useEffect(() => announce(desk, setSpoken), [desk])
  return (
    <>
      <output className="unseen" aria-live="polite" aria-atomic="true" data-part="status">
        {spoken.status}
      </output>
      <div className="unseen" role="alert" aria-atomic="true" data-part="alert">
        {spoken.alert}
      </div>
    </>
  )
}
