/**
 * What a kill would leave in a folder, as text: each file by its size and when it was written, and of a write-ahead log
 * only up to its last commit, since nothing behind that is ever read.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LOG = '-wal'
/** Of one process at a time: made anew by the next. */
const SHARED_MEMORY = '-shm'
const HEAD_BYTES = 32
const FRAME_HEAD_BYTES = 24

/** The salts of the log and how many frames are committed; empty without a commit. */
function committed(path: string): string {
  const bytes = readFileSync(path)
  if (bytes.length < HEAD_BYTES) return ''
  const frame_bytes = FRAME_HEAD_BYTES + bytes.readUInt32BE(8)
  const salts = bytes.toString('hex', 16, 24)
  let count = 0
  for (let at = HEAD_BYTES, number = 1; at + frame_bytes <= bytes.length; at += frame_bytes, number += 1) {
    if (bytes.toString('hex', at + 8, at + 16) !== salts) break
    if (bytes.readUInt32BE(at + 4) !== 0) count = number
  }
  return count === 0 ? '' : `${salts} ${count}`
}

export function diskOf(folder: string): string {
  const lines = readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    if (entry.name.endsWith(SHARED_MEMORY)) return []
    if (entry.name.endsWith(LOG)) return [`${path} ${committed(path)}`].filter((line) => !line.endsWith(' '))
    if (entry.isDirectory()) return [path]
    const { size, mtimeNs, ino } = statSync(path, { bigint: true })
    return [`${path} ${size} ${mtimeNs} ${ino}`]
  })
  return lines.toSorted().join('\n')
}
