/** What desks send is packed with zstd. */
import { zstdDecompressSync } from 'node:zlib'

/** More than any document or piece has once unpacked: a packed bomb is none. */
const TEXT_BYTES_MAX = 16 * 1024 * 1024

/** @throws when it is no zstd, or has more than any text of a desk */
export function unpacked(packed: Uint8Array): string {
  return zstdDecompressSync(packed, { maxOutputLength: TEXT_BYTES_MAX }).toString('utf8')
}
