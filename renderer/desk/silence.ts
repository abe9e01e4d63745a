/**
 * Notices that the station says nothing while something waits for its answer: busy, or hanging, it cannot say so
 * itself. Any answer is a sign of life. Must never decide what becomes of what waits.
 */

/** So long a clerk may wonder. */
export const SILENT_AFTER_MS = 5_000

export type Silence = {
  /** Something went out; call what it gives when that was answered. */
  readonly begin: () => () => void
}

/** @param tell told at each change */
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
