/**
 * MARC 21 records of an ISO 2709 file, in MARC-8 or UTF-8. The structure is checked before marcjs takes a record apart,
 * since it trusts what it is given. A record that is cut short or out of step refuses the file; one whose directory
 * lies is told and left out.
 */
import { isUtf8 } from 'node:buffer'
import Iso2709Parser from 'marcjs/lib/Iso2709Parser.js'
import { decodeMarc8, type Marc8Tables } from '../../../shared/import/marc8.ts'
import type { MarcField, MarcRecord } from '../../../shared/import/marc-record.ts'
import type { ImportReason, RowFault } from '../../../shared/import/reason.ts'
import { chunksOf, type Meter } from '../bytes.ts'
import { FileRefused } from '../file-refused.ts'

export type ReadRecord = {
  /** Which record of the file, from 1; of MARCXML the line it begins on. */
  readonly line: number
  readonly notes: readonly RowFault[]
} & ({ readonly record: MarcRecord } | { readonly fault: RowFault })

const RECORD_END = 0x1d
const FIELD_END = 0x1e
const LEADER_BYTES = 24
const ENTRY_BYTES = 12

function numberAt(bytes: Buffer, from: number, to: number): number {
  const digits = bytes.toString('latin1', from, to)
  return /^\d+$/.test(digits) ? Number(digits) : -1
}

/** Why the directory of a record cannot be believed; null when it can. */
function directoryProblem(bytes: Buffer): ImportReason | null {
  const base = numberAt(bytes, 12, 17)
  if (base <= LEADER_BYTES || base >= bytes.length) return { code: 'leader-no-data-place' }
  if ((base - 1 - LEADER_BYTES) % ENTRY_BYTES !== 0 || bytes[base - 1] !== FIELD_END)
    return { code: 'directory-cut-short' }
  for (let at = LEADER_BYTES; at < base - 1; at += ENTRY_BYTES) {
    const end = base + numberAt(bytes, at + 7, at + 12) + numberAt(bytes, at + 3, at + 7)
    if (numberAt(bytes, at + 3, at + 7) < 1 || numberAt(bytes, at + 7, at + 12) < 0 || end >= bytes.length) {
      return { code: 'entry-outside', tag: bytes.toString('latin1', at, at + 3) }
    }
  }
  return null
}

type Charset = { readonly isUtf8: boolean; readonly notes: readonly RowFault[] }

/** What the leader says, unless the bytes say otherwise. */
function charsetOf(bytes: Buffer): Charset {
  const says = String.fromCharCode(bytes[9] ?? 0x20) === 'a' ? 'UTF-8' : 'MARC-8'
  const isPlain = bytes.every((byte) => byte < 0x80 && byte !== 0x1b)
  if (isPlain) return { isUtf8: true, notes: [] }
  const isReally = isUtf8(bytes) && !bytes.includes(0x1b)
  if (isReally === (says === 'UTF-8')) return { isUtf8: isReally, notes: [] }
  const reason = { code: 'charset-other', says, is: isReally ? 'UTF-8' : 'MARC-8' } as const
  return { isUtf8: isReally, notes: [{ column: 'leader', value: bytes.toString('latin1', 0, LEADER_BYTES), reason }] }
}

/** Text in which one character stands for one byte, decoded. Counts what no table knows. */
class Decoder {
  readonly #charset: Charset
  readonly #tables: Marc8Tables
  unknown_count = 0

  constructor(charset: Charset, tables: Marc8Tables) {
    this.#charset = charset
    this.#tables = tables
  }

  text(latin1: string): string {
    const bytes = Buffer.from(latin1, 'latin1')
    if (this.#charset.isUtf8) return bytes.toString('utf8')
    const { text, unknown_count } = decodeMarc8(bytes, this.#tables)
    this.unknown_count += unknown_count
    return text
  }
}

function fieldOf(parts: readonly string[], decoder: Decoder): MarcField {
  const [tag = '', second = '', ...rest] = parts
  if (/^00\d$/.test(tag)) return { tag, value: decoder.text(second), indicators: '', subfields: [] }
  const subfields = []
  for (let at = 0; at + 1 < rest.length; at += 2) {
    subfields.push({ code: rest[at] ?? '', value: decoder.text(rest[at + 1] ?? '') })
  }
  return { tag, value: '', indicators: second, subfields }
}

function readRecord(bytes: Buffer, line: number, tables: Marc8Tables): ReadRecord {
  const problem = directoryProblem(bytes)
  if (problem !== null) {
    return {
      line,
      notes: [],
      fault: { column: 'directory', value: bytes.toString('latin1', 0, LEADER_BYTES), reason: problem },
    }
  }
  // marcjs asks for text by byte range and would decode it as UTF-8; answered byte by byte, nothing is lost in MARC-8.
  const raw = { toString: (_encoding: string, from: number, to: number) => bytes.toString('latin1', from, to) }
  const { leader, fields } = Iso2709Parser.parse(raw)
  const charset = charsetOf(bytes)
  const decoder = new Decoder(charset, tables)
  const record = { leader, fields: fields.map((parts) => fieldOf(parts, decoder)) }
  if (decoder.unknown_count === 0) return { line, notes: charset.notes, record }
  const reason = { code: 'characters-unknown', count: decoder.unknown_count } as const
  return { line, notes: [...charset.notes, { column: 'leader', value: leader, reason }], record }
}

/** Length of the line breaks and blanks that some programs put between records. */
function gapLength(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length && [0x0a, 0x0d, 0x20, 0x1a].includes(bytes[at] ?? 0)) at += 1
  return at
}

/** @throws FileRefused naming the record at which the file is cut short or out of step */
export async function* iso2709Records(path: string, meter: Meter): AsyncGenerator<ReadRecord> {
  const tables = (await import('marc8/lib/marc8_mapping.js')).default.CODESETS
  let rest: Buffer = Buffer.alloc(0)
  let line = 0
  for await (const chunk of chunksOf(path, meter)) {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      rest = rest.subarray(gapLength(rest))
      if (rest.length < LEADER_BYTES) break
      const length = numberAt(rest, 0, 5)
      if (length <= LEADER_BYTES) throw new FileRefused(line + 1, { code: 'record-no-begin' })
      if (rest.length < length) break
      line += 1
      if (rest[length - 1] !== RECORD_END) throw new FileRefused(line, { code: 'record-no-end' })
      yield readRecord(rest.subarray(0, length), line, tables)
      rest = rest.subarray(length)
    }
  }
  if (rest.length > 0) throw new FileRefused(line + 1, { code: 'record-cut-short' })
  if (line === 0) throw new FileRefused(1, { code: 'file-empty' })
}
