/**
 * Files of one line beside the data files: the last signed head, for whoever checks a copy of the folder, and who put
 * a backup in place, until the next opening enters it. Written completely or not at all; a torn one counts as none.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { restoredSchema, type Restored } from '../../../shared/journal/restored.ts'
import { readSmall, replaceSmall } from './small-files.ts'

/** In the data folder and in each backup. The copy that is compared at a start is kept elsewhere. */
export const SIGNED_HEAD_FILE = 'head.signed'
const RESTORED_FILE = 'restored-by'
const LINE_MAX_BYTES = 2_000

/** Null when there is none. */
export function readSignedHead(folder: string): string | null {
  return readSmall(join(folder, SIGNED_HEAD_FILE), LINE_MAX_BYTES)
}

/** @returns false when it could not be written; the former one stays */
export function writeSignedHead(folder: string, line: string): boolean {
  try {
    replaceSmall(join(folder, SIGNED_HEAD_FILE), `${line}\n`)
    return true
  } catch {
    return false
  }
}

/** Noted before a file is exchanged, so that a restore that is cut off after it is entered at the next opening. */
export function noteRestored(folder: string, restored: Restored): void {
  writeFileSync(join(folder, RESTORED_FILE), JSON.stringify(restored), { mode: 0o600 })
}

/** Null when no restore waits to be entered. */
export function notedRestored(folder: string): Restored | null {
  const text = readSmall(join(folder, RESTORED_FILE), LINE_MAX_BYTES)
  if (text === null) return null
  const parsed = z.safeParse(z.preprocess(fromJson, restoredSchema), text)
  return parsed.success ? parsed.data : null
}

function fromJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

export function dropRestoredNote(folder: string): void {
  rmSync(join(folder, RESTORED_FILE), { force: true })
}
