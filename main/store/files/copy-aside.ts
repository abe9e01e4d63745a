/**
 * Copies the data files as they are, damaged or not: to keep them, or to try something and throw them away. Must never
 * open the files themselves: SQLite would repair them, and what could still be read of the rest would be gone.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withOperatingErrors } from './faults.ts'
import { DATA_FILES, FILE_TAILS, REFERENCE_FILE } from './file-names.ts'

function copyFiles(folder: string, to_folder: string): void {
  mkdirSync(to_folder, { mode: 0o700 })
  for (const name of DATA_FILES) {
    for (const tail of FILE_TAILS) {
      const file = join(folder, name + tail)
      if (existsSync(file)) copyFileSync(file, join(to_folder, name + tail))
    }
  }
}

/** Takes the library's data out of this folder: a person agreed, and it is kept elsewhere. */
export function dropReference(folder: string): void {
  withOperatingErrors(() => {
    for (const tail of FILE_TAILS) rmSync(join(folder, REFERENCE_FILE + tail), { force: true })
  })
}

/** Keeps the data files, with their logs, in a folder of their own beside them. */
export function keepAside(folder: string, label: string): void {
  withOperatingErrors(() => copyFiles(folder, join(folder, `kept-${label}`)))
}

/**
 * Works on a copy that is deleted afterwards.
 * @param beside the folder that takes the copy: another one where `folder` may only be read
 */
export function onCopy<T>(folder: string, label: string, work: (copy_folder: string) => T, beside = folder): T {
  const copy_folder = join(beside, `trial-${label}`)
  try {
    return withOperatingErrors(() => {
      copyFiles(folder, copy_folder)
      return work(copy_folder)
    })
  } finally {
    rmSync(copy_folder, { recursive: true, force: true })
  }
}
