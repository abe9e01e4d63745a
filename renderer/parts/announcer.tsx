/**
 * What is heard: the sound of each outcome, and the sentence for a screen reader. Draws nothing that is seen. Must
 * never keep a sentence on the page that the desk took off the screen: it may name whoever was here.
 */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Heard } from '../desk/desk.ts'
import { useDesk, useHeard } from '../desk/use-desk.ts'
import { player } from '../sound/player.ts'
import { fallQuiet, hear, QUIET_MS, SPEECH_AT_REST, type Said } from '../sound/speech.ts'
import { said } from '../text.ts'

export function useSounds(): void {
  const desk = useDesk()
  useHeard(
    useCallback(
      (heard: Heard) => {
        player.play(heard, desk.store.now().settings)
      },
      [desk],
    ),
  )
}

type Spoken = { readonly status: string; readonly alert: string }
const SILENCE: Spoken = { status: '', alert: '' }

/** The same words again are a change too, or they would not be read again. */
function again(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text
}

/** Both regions stand empty on the page before the first word comes, or nothing would be read. */
export function Announcer(): ReactNode {
  const { ports, store } = useDesk()
  const [spoken, setSpoken] = useState<Spoken>(SILENCE)
  const speech = useRef(SPEECH_AT_REST)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const say = useCallback(
    (speech: Said) => {
      if (!speech) return
      const text = said(speech.text, store.now().keys)
      // The newest replaces what was said before it, in the other region too.
      setSpoken((before) => ({ ...SILENCE, [speech.where]: again(before[speech.where], text) }))
    },
    [store],
  )
  const listener = useCallback(
    (heard: Heard) => {
      const [next, speaks] = hear(speech.current, heard, ports.steady_ms())
      speech.current = next
      say(speaks)
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const [rest, total] = fallQuiet(speech.current)
        speech.current = rest
        say(total)
      }, QUIET_MS)
    },
    [ports, say],
  )
  useHeard(listener)
  const fallSilent = useCallback(() => {
    if (store.drawn().snapshot?.band !== null) return
    if (timer.current !== null) clearTimeout(timer.current)
    speech.current = SPEECH_AT_REST
    setSpoken(SILENCE)
  }, [store])
  useEffect(() => store.subscribe(fallSilent), [store, fallSilent])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
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
