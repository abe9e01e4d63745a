/**
 * Makes a new folder of files, whole or not at all: it is filled beside its place under another name, flushed, and
 * renamed. Must never write over anything, nor leave a folder half filled.
 */
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { faultCode } from './faults.ts'
import { notMade, type NotMade } from './new-files.ts'

/** Readable by the owner only: what the desk writes is about people. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 }

export type FolderFile = { readonly write: (text: string) => void }

/**
 * @param begins told the folder beside the place, before anything is in it
 * @param fill writes the files; `file` makes one
 * @param enter records that they are made: once they are whole on the disk, and before the folder is in its place; what
 *   it throws leaves nothing
 * @returns why not, or null when it is there
 */
export async function makeFolder(
  path: string,
  begins: (part: string) => void,
  fill: (file: (name: string) => FolderFile) => Promise<void>,
  enter: () => void,
): Promise<NotMade | null> {
  const open: number[] = []
  let part: string | null = null
  try {
    part = madePart(path)
    const beside = part
    begins(part)
    await fill((name) => {
      const file = openSync(join(beside, name), 'wx', OWNER_ONLY.file)
      open.push(file)
      return { write: (text) => writeWhole(file, text) }
    })
    for (const file of open) fsyncSync(file)
    closeAll(open)
    if (lstatSync(path, { throwIfNoEntry: false })) return { reason: 'taken', path }
    enter()
    renameSync(part, path)
    part = null
    return null
  } catch (fault) {
    return notMade(fault, path)
  } finally {
    closeAll(open)
    if (part !== null) rmSync(part, { recursive: true, force: true })
  }
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text)
  let at = 0
  while (at < bytes.length) at += writeSync(file, bytes, at)
}

function closeAll(files: number[]): void {
  for (const file of files.splice(0)) closeSync(file)
}

/** A new folder beside the place, under an unused name. */
function madePart(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = join(dirname(path), `.${basename(path)}-${number}.partial`)
    try {
      mkdirSync(name, { mode: OWNER_ONLY.folder })
      return name
    } catch (fault) {
      if (faultCode(fault) !== 'EEXIST') throw fault
    }
  }
}

/**
 * Deletes the folder that an earlier process left half filled, with files of these names alone: whatever else is there
 * stays. @returns whether it was there and is gone
 */
export function dropPart(part: string, names: readonly string[]): boolean {
  if (!/^\..+-\d+\.partial$/s.test(basename(part))) return false
  try {
    if (!lstatSync(part).isDirectory()) return false
    for (const name of names) rmSync(join(part, name), { force: true })
    rmdirSync(part)
    return true
  } catch (fault) {
    if (faultCode(fault) === '') throw fault
    return false
  }
}
