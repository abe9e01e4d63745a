/**
 * Asks for a preview of the open form, once its fields are unchanged for a moment. It bypasses the outbox and is not a
 * step, so no key waits for it and no scan queues behind it. An old preview is removed as soon as a field changes; only
 * the newest question is answered, and a silent station is not asked.
 */
import type { Call, PreviewLine } from '../../shared/desk/page.ts'
import { isMethodName } from '../../shared/ipc/contract.ts'
import type { Form, Store } from './state.ts'
import type { Wire } from './wire.ts'

/** Shorter than a person's pause between two words, longer than the gap between two digits of an amount typed fast. */
const STANDS_STILL_MS = 120

/** @param call null when there is nothing to ask */
export type AskPreview = (form_id: number, call: Call | null) => void

export function createPreview(ask: Wire['call'], store: Store): AskPreview {
  let timer: ReturnType<typeof setTimeout> | undefined
  let questions_count = 0
  let isAsking = false
  /** The next question, asked when the one before is answered. */
  let next: (() => void) | null = null

  /** What is seen beside the fields keeps its place until the next is known (page-form.tsx). */
  const show = (
    form_id: number,
    preview: readonly PreviewLine[],
    seen: Partial<Pick<Form, 'pictured' | 'alike'>> = {},
  ): void => {
    const { form } = store.now()
    if (form?.form_id !== form_id || (form.preview.length === 0 && preview.length === 0)) return
    store.change({ form: { ...form, preview, ...seen } })
  }

  const send = async (form_id: number, { method, input }: Call, question: number): Promise<void> => {
    const { form, station, is_silent } = store.now()
    const isWanted = question === questions_count && form?.form_id === form_id && !form.is_sending
    if (!isWanted || station !== 'up' || is_silent || !isMethodName(method)) return
    isAsking = true
    const answer = await ask(method, input as Parameters<typeof ask>[1])
    isAsking = false
    const shown = answer.kind === 'ok' && 'lines' in answer.output ? answer.output : { lines: [] }
    const alike = answer.kind === 'ok' && 'alike' in answer.output ? answer.output.alike : []
    const seen = { pictured: shown.picture ?? null, alike }
    if (question === questions_count) show(form_id, shown.lines, seen)
    const following = next
    next = null
    following?.()
  }

  return (form_id, call) => {
    questions_count += 1
    const question = questions_count
    clearTimeout(timer)
    next = null
    show(form_id, [])
    if (call === null) return
    timer = setTimeout(() => {
      const go = (): void => void send(form_id, call, question)
      if (isAsking) next = go
      else go()
    }, STANDS_STILL_MS)
  }
}
