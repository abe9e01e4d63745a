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

export function createSilence(tell: (isSilent: boolean) => void): Silence {
  let waiting_count = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listen = (): void => {
    clearTimeout(timer)
    if (waiting_count > 0) timer = setTimeout(() => tell(true), SILENT_AFTER_MS)
  }
  return {
    begin: () => {
      waiting_count += 1
      if (waiting_count === 1) listen()
      return () => {
        waiting_count -= 1
        tell(false)
        listen()
      }
    },
  }
}
