/**
 * Makes new files, complete or not at all: each is written beside its place under another name, flushed, and linked
 * into place, which no file system does over an existing file. Must never replace a file, follow a link, or leave a
 * file half written.
 */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { faultCode } from './faults.ts'

export type NewFile = { readonly path: string; readonly text: string | Uint8Array }

/** Why nothing was made: something exists at `path`, it is not writable, or the disk is full. */
export type NotMade = { readonly reason: 'taken' | 'unwritable' | 'full'; readonly path: string }

/** The disk operations used; replaced in tests. */
export type Disk = {
  readonly write: (file: number, text: string | Uint8Array) => void
  readonly link: (from: string, to: string) => void
}

const DISK: Disk = { write: (file, text) => writeFileSync(file, text), link: linkSync }
/** Readable by the owner only: what the desk writes is about people. */
const OWNER_ONLY = 0o600
/** File systems of USB sticks often cannot link. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL'])
/** Errors of a full or limited file system. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/**
 * All of the files, or none of them.
 * @param enter records that they are made: once they are whole on the disk, and before any is in its place; what it
 *   throws leaves none
 * @returns why none, or null when they are there
 */
export function makeFiles(files: readonly NewFile[], disk: Disk = DISK, enter: () => void = noEntry): NotMade | null {
  const parts: string[] = []
  const made: string[] = []
  let path = ''
  try {
    for (const file of files) {
      path = file.path
      const part = openPart(dirname(path))
      parts.push(part.name)
      fill(part.file, file.text, disk)
    }
    enter()
    for (const [at, file] of files.entries()) {
      path = file.path
      putInPlace(parts[at] ?? '', path, disk)
      made.push(path)
    }
    return null
  } catch (fault) {
    for (const one of made) rmSync(one, { force: true })
    return notMade(fault, path)
  } finally {
    for (const one of parts) rmSync(one, { force: true })
  }
}

/** For files that need no entry, or get it afterwards. */
function noEntry(): void {}

/** A fault that is not the disk's is rethrown. */
export function notMade(fault: unknown, path: string): NotMade {
  const code = faultCode(fault)
  if (code === 'EEXIST') return { reason: 'taken', path }
  if (FULL.has(code)) return { reason: 'full', path }
  if (fault instanceof Error && 'syscall' in fault) return { reason: 'unwritable', path }
  throw fault
}

/** A new file in this folder, under an unused name. */
function openPart(folder: string): { readonly name: string; readonly file: number } {
  for (let number = 1; ; number += 1) {
    const name = join(folder, `.datestamp-${number}.partial`)
    try {
      return { name, file: openSync(name, 'wx', OWNER_ONLY) }
    } catch (fault) {
      if (faultCode(fault) !== 'EEXIST') throw fault
    }
  }
}

function fill(file: number, text: NewFile['text'], disk: Disk): void {
  try {
    disk.write(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function putInPlace(part: string, path: string, disk: Disk): void {
  try {
    disk.link(part, path)
  } catch (fault) {
    if (!NO_LINKS.has(faultCode(fault))) throw fault
    // An empty file of our own reserves the place, and is the only file replaced.
    closeSync(openSync(path, 'wx', OWNER_ONLY))
    try {
      renameSync(part, path)
    } catch (later) {
      rmSync(path, { force: true })
      throw later
    }
  }
}
