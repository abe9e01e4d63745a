/** The seal of the journal: each event's hash covers the one before it and its own canonical content. */
import { hash } from 'node:crypto'

/** What the first event of the first epoch is sealed onto. */
export const FIRST_HEAD: Uint8Array = new Uint8Array(32)

/** The buffer for what is sealed: a new one for each event costs as much as the hash. */
let room = Buffer.allocUnsafe(64 * 1024)

/** SHA-256(previous hash ‖ content). 32 bytes. */
export function seal(previous: Uint8Array, content: string): Uint8Array {
  // A character is three bytes at most.
  const most = previous.length + content.length * 3
  if (most > room.length) room = Buffer.allocUnsafe(most)
  room.set(previous)
  const end = previous.length + room.write(content, previous.length, 'utf8')
  return hash('sha256', room.subarray(0, end), 'buffer')
}
