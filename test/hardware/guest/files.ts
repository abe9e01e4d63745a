/** Files of devices, which are full or empty for the moment and say so. */
import { readSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const ROOM_BYTES = 65_536

/** Null where the system says to ask again. */
function unlessAgain(work: () => number): number | null {
  try {
    return work()
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EAGAIN') return null
    throw fault
  }
}

/** Writes all of it to a file that may be full for the moment. */
export async function writeWhole(fd: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const taken_count = unlessAgain(() => writeSync(fd, bytes, at))
    if (taken_count === null) await wait(1)
    else at += taken_count
  }
}

/** @returns what has come; nothing where nothing has */
export function readSome(fd: number): Buffer {
  const room = Buffer.alloc(ROOM_BYTES)
  return room.subarray(0, unlessAgain(() => readSync(fd, room)) ?? 0)
}
