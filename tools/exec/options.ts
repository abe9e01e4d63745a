/** The options of the script door, and the folder to open: each mistake is explained in words. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { faultCode } from '../../main/store/files/faults.ts'

export const USAGE =
  'usage: npm run desk:exec -- --data DIR [--practice] [--key FILE | --recovery-key-file FILE] < commands.jsonl'
const NAMES = ['data', 'key', 'recovery-key-file'] as const
type Name = (typeof NAMES)[number]

/** `is_practice`: a practice desk with its training devices. */
export type Options = {
  readonly data: string
  readonly is_practice: boolean
  readonly key?: string
  readonly recovery_key_file?: string
}
/** `is_asked`: help was asked for, which is not a mistake. */
export type Stopped = { readonly says: string; readonly is_asked?: boolean }

function isName(name: string): name is Name {
  return NAMES.some((one) => one === name)
}

export function readOptions(args: readonly string[]): Options | Stopped {
  const paths = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' } as const]))
  const options = { ...paths, practice: { type: 'boolean' } } as const
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const given: Partial<Record<Name, string>> = {}
  let is_practice = false
  for (const token of tokens) {
    if (token.kind === 'positional') return { says: `“${token.value}” belongs to no option.\n${USAGE}` }
    if (token.kind !== 'option') continue
    if (token.name === 'help' || token.name === 'h') return { says: USAGE, is_asked: true }
    if (token.name === 'practice') {
      if (token.value !== undefined) return { says: `${token.rawName} takes no value.\n${USAGE}` }
      is_practice = true
      continue
    }
    if (!isName(token.name)) return { says: `There is no option ${token.rawName}.\n${USAGE}` }
    if (!token.value || token.value.startsWith('--')) return { says: `${token.rawName} needs a path.\n${USAGE}` }
    given[token.name] = token.value
  }
  const { data, key, 'recovery-key-file': recovery_key_file } = given
  if (data === undefined) return { says: `Say which folder holds the desk: --data DIR.\n${USAGE}` }
  if (key !== undefined && recovery_key_file !== undefined) return { says: `Give one key, not two.\n${USAGE}` }
  return { data, is_practice, ...(key && { key }), ...(recovery_key_file && { recovery_key_file }) }
}

/** Creates the folder if it does not exist. @returns what is wrong with it, or null */
export function folderProblem(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!statSync(folder).isDirectory()) return `${folder} is a file. --data takes a folder.`
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return null
  } catch (fault) {
    const code = faultCode(fault)
    if (code === 'EEXIST' || code === 'ENOTDIR') return `${folder} is a file, or lies in one. --data takes a folder.`
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `Datestamp may not write in ${folder}.`
    return `The folder ${folder} cannot be made (${code || 'unknown'}). Choose another.`
  }
}
