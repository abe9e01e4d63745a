/**
 * Calls of the system that may not come back. Each holds one of the four threads of this process for as long as it
 * hangs, and without threads no device is read: while one hangs, it is not made again.
 */
import { inTime } from './line.ts'

const OPEN_LIMIT_MS = 5_000

/** The paths whose opening has not come back. */
const hanging = new Set<string>()

/**
 * Opens a device within its time.
 * @param closeLate closes one that opens after all, and would be kept from everybody
 */
export async function openedInTime<Device>(
  path: string,
  open: () => Promise<Device>,
  closeLate: (device: Device) => Promise<unknown>,
  limit_ms = OPEN_LIMIT_MS,
): Promise<Device> {
  if (hanging.has(path)) throw new Error('an earlier try to open it still hangs')
  const opening = open()
  const done = await inTime(limit_ms, opening)
  if (done) return done.result
  hanging.add(path)
  void opening
    .then(closeLate)
    // It was told already that it did not open.
    .catch(() => undefined)
    .finally(() => hanging.delete(path))
  throw new Error(`opening took longer than ${limit_ms} ms`)
}

/** A call that is made once at a time for each thing: who asks while it is under way gets its answer, too. */
export function oneAtATime<Result>(call: (of: string) => Promise<Result>): (of?: string) => Promise<Result> {
  const under_way = new Map<string, Promise<Result>>()
  return (of = '') => {
    const made = under_way.get(of) ?? call(of).finally(() => under_way.delete(of))
    under_way.set(of, made)
    return made
  }
}
