/** Small text files beside the data files: read whole up to a size, and replaced completely or not at all. */
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Null when there is none, it cannot be read, or it is larger than `bytes_max`. */
export function readSmall(path: string, bytes_max: number): string | null {
  try {
    const found = statSync(path)
    return found.isFile() && found.size <= bytes_max ? readFileSync(path, 'utf8') : null
  } catch {
    return null
  }
}

/**
 * Only its owner can read it. Not flushed: after a power cut the former text can be there again.
 * @throws what the file system says; the former text stays
 */
export function replaceSmall(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/**
 * The same, flushed to the disk, and without holding up the process: after a power cut there is the former content or
 * the new. For a key, and for what its absence would be told of.
 */
export async function replaceFlushed(
  path: string,
  content: string | Uint8Array,
  platform: NodeJS.Platform,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rm(`${path}.new`, { force: true })
  const file = await open(`${path}.new`, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  // Windows opens no folder.
  if (platform !== 'win32') await syncFolder(dirname(path))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
