/**
 * Files in one zip, so that they are made together or not at all (PKWARE APPNOTE 6.3.3: deflate, UTF-8
 * names, no zip64).
 */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { readonly path: string; readonly bytes: Uint8Array }

const VERSION = 20
const UTF8 = 0x0800
const DEFLATED = 8
/** January 1, 1980, the first day that a zip knows: the same content gives the same bytes. */
const DATE = 0x0021

/** @returns the whole zip. Together the entries must be below 4 GB, and not more than 65,535. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8')
    const packed = deflateRawSync(bytes)
    const fields = fieldsOf(name, bytes, packed)
    const local = Buffer.concat([signature(0x04034b50), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([signature(0x02014b50), short(VERSION), fields, tail, name]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

/** What the local header and the directory say alike, from the version needed to the length of the extra field. */
function fieldsOf(name: Buffer, bytes: Uint8Array, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(UTF8, 2)
  fields.writeUInt16LE(DEFLATED, 4)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
