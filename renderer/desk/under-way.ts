/**
 * Whether the desk is between steps: something was sent and is not answered, or the answer is not drawn yet. A key
 * pressed meanwhile is meant for the next step, and waits for it (keys/listen.ts). And whether the station is silent
 * while something waits for its answer: a busy or hung station cannot say so itself, and any answer is a sign of life.
 */
import { placeKey, stepOf } from './page.ts'
import type { DeskState, Store } from './state.ts'

/** Counts a step until it is done, whatever its result. One that takes very long no longer holds keys back. */
export async function underWay<Result>(store: Store, step: Promise<Result>): Promise<Result> {
  const count = (by: 1 | -1): void => store.change({ under_way_count: store.now().under_way_count + by })
  const leave = (): void => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    count(-1)
  }
  let timer: ReturnType<typeof setTimeout> | null = setTimeout(leave, SILENT_AFTER_MS)
  count(1)
  try {
    return await step
  } finally {
    leave()
  }
}

/**
 * What takes the focus when drawn: another screen, a page, whose form opens once it is drawn, a form, a tender's
 * fields, a row that asks for initials and PIN.
 */
function focusOf({ snapshot, form, pay }: DeskState): string {
  const asks = snapshot?.rows.find((row) => row.approval !== null)?.row_id ?? ''
  const page = snapshot?.page ?? null
  const at = page && [placeKey(page.ref), stepOf(page)]
  return JSON.stringify([snapshot?.stage, at, form?.form_id, pay?.tender, asks])
}

/** A station that is silent or gone holds back no key. */
export function isUnderWay({ now, drawn }: Store): boolean {
  const { station, is_silent, under_way_count, waiting_count } = now()
  if (station !== 'up' || is_silent) return false
  return under_way_count > 0 || waiting_count > 0 || focusOf(now()) !== focusOf(drawn())
}

/** After this long the clerk is told. */
export const SILENT_AFTER_MS = 5_000

export type Silence = {
  /** A request went out; call the result when it was answered. */
  readonly begin: () => () => void
}

/** @param tell called at each change */
export function createSilence(tell: (isSilent: boolean) => void): Silence {
  let waiting_count = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isTold = false
  const turn = (isSilent: boolean): void => {
    if (isSilent !== isTold) tell(isSilent)
    isTold = isSilent
  }
  const listen = (): void => {
    clearTimeout(timer)
    if (waiting_count > 0) timer = setTimeout(() => turn(true), SILENT_AFTER_MS)
  }
  return {
    begin: () => {
      waiting_count += 1
      if (waiting_count === 1) listen()
      return () => {
        waiting_count -= 1
        turn(false)
        listen()
      }
    },
  }
}
