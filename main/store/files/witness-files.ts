/**
 * Witnesses beside the journal: small files that say how far it went, so that a truncated log is noticed. Written
 * completely or not at all, never waited for, and only about entries already on disk. They stop nothing: a missing,
 * torn or garbled one counts as none.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { eventRefText, parseEventRef } from '../../../shared/journal/event.ts'
import type { Witness, WitnessKind } from '../../../shared/journal/witness.ts'
import { readSmall, replaceSmall } from './small-files.ts'

type FileWitness = Exclude<WitnessKind, 'reference' | 'signed'>

/** One file each, so that a damaged one does not affect the others. */
const FILES: Readonly<Record<FileWitness, string>> = {
  desk: 'witness',
  backup: 'witness-backup',
  export: 'witness-export',
}
export const WITNESS_FILES: readonly string[] = Object.values(FILES)
const LINE_MAX_BYTES = 400

/** "datestamp-witness 1 TERMINAL.1.480:HASH 1765000000000 CHECK" */
function lineOf({ terminal, epoch, seq, hash, at_ms }: Witness): string {
  const said = `datestamp-witness 1 ${eventRefText({ terminal, epoch, seq })}:${hash ?? ''} ${at_ms ?? 0}`
  return `${said} ${checkOf(said)}\n`
}

/** A checksum: a flipped digit must not report entries that never existed. */
function checkOf(said: string): string {
  return createHash('sha256').update(said).digest('hex').slice(0, 16)
}

function readLine(known_by: FileWitness, line: string): Witness | null {
  const match = /^(datestamp-witness 1 (\S{1,64}\.\d{1,9}\.\d{1,9}):([0-9a-f]{64}) (\d{1,15})) ([0-9a-f]{16})\n$/.exec(
    line,
  )
  const [, said = '', place = '', hash = '', at = '', check = ''] = match ?? []
  const ref = parseEventRef(place)
  if (!ref || ref.epoch === 0 || ref.seq === 0 || checkOf(said) !== check) return null
  return { known_by, ...ref, hash, at_ms: Number(at) }
}

/** @returns null when there is none, or it cannot be read */
export function readWitness(folder: string, known_by: FileWitness): Witness | null {
  const line = readSmall(join(folder, FILES[known_by]), LINE_MAX_BYTES)
  return line === null ? null : readLine(known_by, line)
}

export function readWitnesses(folder: string): readonly Witness[] {
  const all: readonly FileWitness[] = ['desk', 'backup', 'export']
  return all.flatMap((known_by) => readWitness(folder, known_by) ?? [])
}

/**
 * Not flushed: after a power cut an older one knows less, and never too much.
 * @returns false when it could not be written; the former one stays
 */
export function writeWitness(folder: string, known_by: FileWitness, witness: Omit<Witness, 'known_by'>): boolean {
  try {
    replaceSmall(join(folder, FILES[known_by]), lineOf({ known_by, ...witness }))
    return true
  } catch {
    return false
  }
}
