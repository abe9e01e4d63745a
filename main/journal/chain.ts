/** The seal of the journal: each event's hash covers the one before it and its own canonical content. */
import { hash } from 'node:crypto'

/** What the first event of the first epoch is sealed onto. */
export const FIRST_HEAD: Uint8Array = new Uint8Array(32)

/** SHA-256(previous hash ‖ content). 32 bytes. */
export function seal(previous: Uint8Array, content: string): Uint8Array {
  return hash('sha256', Buffer.concat([previous, Buffer.from(content, 'utf8')]), 'buffer')
}
