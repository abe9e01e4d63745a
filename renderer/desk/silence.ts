/**
 * Notices that the station is silent while something waits for its answer: a busy or hung station cannot say so itself.
 * Any answer is a sign of life. Only reports; the outbox decides what happens to what waits.
 */

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
