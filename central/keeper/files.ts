/** Where central keeps what it makes from the log: the library's file, and each desk's twin beside it. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const MADE = 'made'
const MAKING = 'making'

export type MadeFiles = { readonly shared: string; readonly twin: (terminal_code: string) => string }

function filesIn(root: string): MadeFiles {
  return { shared: join(root, 'library'), twin: (terminal_code) => join(root, 'twins', terminal_code) }
}

export function madeFiles(folder: string): MadeFiles {
  return filesIn(join(folder, MADE))
}

export function areMade(folder: string): boolean {
  return existsSync(join(folder, MADE))
}

/** Makes all of it apart, and puts it in place at once: after a stop it begins again from nothing. */
export async function makeFiles(folder: string, make: (files: MadeFiles) => Promise<void>): Promise<void> {
  const making = join(folder, MAKING)
  rmSync(making, { recursive: true, force: true })
  const files = filesIn(making)
  mkdirSync(files.shared, { recursive: true, mode: 0o700 })
  await make(files)
  renameSync(making, join(folder, MADE))
}
