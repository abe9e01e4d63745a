/** What tells the key of the data files from another, without giving anything of it: it has 256 random bits. */
import { createHash } from 'node:crypto'

/** 32 hex digits. */
export function keyName(key: Uint8Array): string {
  return createHash('sha256').update('datestamp key name').update(key).digest('hex').slice(0, 32)
}
