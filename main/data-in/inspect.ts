/**
 * The first look at a text file, before anything is imported: its encoding, and whether it is text at all. Never
 * guesses silently: an encoding other than UTF-8 is reported, and one that is neither of two is refused.
 */
import { isUtf8 } from 'node:buffer'
import { readStream } from './reading/read-file.ts'
import { FileRefused } from './file-refused.ts'

export type TextEncoding = 'utf-8' | 'windows-1252'
export type Inspected = { readonly encoding: TextEncoding; readonly first_odd_line: number }

const NEWLINE = 0x0a
/** Bytes that Windows-1252 leaves undefined: text that has one is in yet another encoding. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
const CHUNK_BYTES = 256 * 1024

function newlines(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1
  return lines
}

function refuseForeign(start: Uint8Array): void {
  const [first, second] = start
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new FileRefused(1, { code: 'file-utf-16' })
  }
  if (first === 0x50 && second === 0x4b) throw new FileRefused(1, { code: 'file-spreadsheet' })
}

/** The end of the last complete line of the chunk: the rest waits for the next chunk. */
function cutAt(bytes: Buffer): number {
  const newline = bytes.lastIndexOf(NEWLINE)
  if (newline >= 0) return newline + 1
  // One endless line: cut before the last character of several bytes, which may go on in the next chunk.
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 4; at -= 1) {
    if ((bytes[at] ?? 0) >= 0xc0) return at
    if ((bytes[at] ?? 0) < 0x80) break
  }
  return bytes.length
}

/** The line, counted from `line`, of the first byte sequence in `bytes` that is not UTF-8. */
function oddLine(bytes: Buffer, line: number): number {
  let from = 0
  for (let now = line; from < bytes.length; now += 1) {
    const newline = bytes.indexOf(NEWLINE, from)
    const to = newline < 0 ? bytes.length : newline + 1
    if (!isUtf8(bytes.subarray(from, to))) return now
    from = to
  }
  return line
}

/** @throws FileRefused when the file is not text, or in an encoding that is not known */
export async function inspectText(path: string): Promise<Inspected> {
  let rest = Buffer.alloc(0)
  let line = 1
  let isFirst = true
  let first_odd_line = 0
  let undefined_line = 0
  const look = (bytes: Buffer): void => {
    const nul = bytes.indexOf(0)
    if (nul >= 0) throw new FileRefused(line + newlines(bytes.subarray(0, nul)), { code: 'file-nul' })
    if (first_odd_line === 0 && !isUtf8(bytes)) first_odd_line = oddLine(bytes, line)
    if (first_odd_line > 0 && undefined_line === 0) {
      const odd = bytes.findIndex((byte) => byte >= 0x80 && UNDEFINED_1252.has(byte))
      if (odd >= 0) undefined_line = line + newlines(bytes.subarray(0, odd))
    }
    line += newlines(bytes)
  }
  for await (const chunk of readStream(path, CHUNK_BYTES)) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    if (isFirst) refuseForeign(bytes)
    isFirst = false
    const cut = cutAt(bytes)
    look(bytes.subarray(0, cut))
    rest = bytes.subarray(cut)
  }
  look(rest)
  if (first_odd_line === 0) return { encoding: 'utf-8', first_odd_line }
  if (undefined_line > 0) throw new FileRefused(first_odd_line, { code: 'file-encoding' })
  return { encoding: 'windows-1252', first_odd_line }
}
