/** Tries again to open the data files, by button or key; says when nothing has changed. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDesk, useWords } from '../desk/use-desk.ts'

export const RETRY_KEY = 'F5'

type Retrying = { readonly isBusy: boolean; readonly said: string; readonly retry: () => void }

export function useRetry(): Retrying {
  const desk = useDesk()
  const { still_shut } = useWords().rescue
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const isAsking = useRef(false)
  const retry = useCallback(() => {
    if (isAsking.current) return
    isAsking.current = true
    setBusy(true)
    setSaid('')
    void desk.ask('rescue.retry', {}).then((answer) => {
      isAsking.current = false
      setBusy(false)
      if (answer.kind !== 'ok') return setSaid(answer.says)
      if (answer.output.snapshot.stage === 'rescue') setSaid(still_shut)
      desk.take(answer.output.snapshot)
    })
  }, [desk, still_shut])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== RETRY_KEY) return
      event.preventDefault()
      if (!event.repeat) retry()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [retry])
  return { isBusy, said, retry }
}
