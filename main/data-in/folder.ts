/**
 * What a folder has for the importer, in reading order. Looks at names and sizes only, and never at subfolders, nor at
 * the target of a link.
 */
import { constants, createReadStream, lstatSync, openSync, readdirSync, readFileSync, type ReadStream } from 'node:fs'
import { join } from 'node:path'
import { FORMAT_NAMES, isFormatName, MARC_COMES_AFTER, type FormatName } from '../../shared/import/formats.ts'
import { DEFAULT_MARC_MAPPING, readMarcMapping, type MarcMapping } from '../../shared/import/marc-mapping.ts'
import type { ImportReason } from '../../shared/import/reason.ts'
import { faultCode } from '../store/files/faults.ts'
import { FileRefused } from './file-refused.ts'

export type FoundFile = {
  readonly name: string
  readonly path: string
  readonly bytes: number
  /** `unknown`: a CSV file that is none of ours. `link`: leads to a file elsewhere. Both are told, and left alone. */
  readonly kind: FormatName | 'iso2709' | 'marcxml' | 'unknown' | 'link'
}

export type FoundFolder = {
  readonly files: readonly FoundFile[]
  readonly marc: { readonly mapping: MarcMapping } | { readonly problem: ImportReason }
}

const MARC_MAPPING_FILE = 'marc.json'
/** Windows has no such flag; there the look at the folder is all. */
const O_NOFOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
/** A link in a foreign folder could show any file of this computer in the report. */
export const IS_LINK: ImportReason = { code: 'file-is-link' }

function kindOf(name: string): FoundFile['kind'] | null {
  const lower = name.toLowerCase()
  if (isFormatName(lower)) return lower
  if (/\.(mrc|marc)$/.test(lower)) return 'iso2709'
  if (/\.(xml|marcxml)$/.test(lower)) return 'marcxml'
  return lower.endsWith('.csv') ? 'unknown' : null
}

/** Files of ours by their place in the list; MARC after titles.csv; strangers last. */
function rank(kind: FoundFile['kind']): number {
  if (kind === 'unknown' || kind === 'link') return FORMAT_NAMES.length
  if (kind === 'iso2709' || kind === 'marcxml') return FORMAT_NAMES.indexOf(MARC_COMES_AFTER) + 0.5
  return FORMAT_NAMES.indexOf(kind)
}

function marcMapping(folder: string, names: readonly string[]): FoundFolder['marc'] {
  if (!names.includes(MARC_MAPPING_FILE)) return { mapping: DEFAULT_MARC_MAPPING }
  const path = join(folder, MARC_MAPPING_FILE)
  if (lstatSync(path).isSymbolicLink()) return { problem: { code: 'mapping-is-link' } }
  return readMarcMapping(readFileSync(path, 'utf8'))
}

/** What is wrong with the folder as a whole: the desk's refusal, and words for the log. */
type NoFolder = { readonly code: 'folder-unreadable' | 'folder-without-data'; readonly problem: string }

/** Returns `problem` when the folder does not exist, cannot be read, or has nothing to import. */
export function readFolder(folder: string): FoundFolder | NoFolder {
  let names: string[]
  const files: FoundFile[] = []
  try {
    names = readdirSync(folder)
    for (const name of names) {
      const kind = kindOf(name)
      if (kind === null) continue
      const path = join(folder, name)
      const stat = lstatSync(path)
      if (stat.isSymbolicLink()) files.push({ name, path, bytes: 0, kind: 'link' })
      else if (stat.isFile()) files.push({ name, path, bytes: stat.size, kind })
    }
    if (!files.some((file) => file.kind !== 'unknown')) {
      return { code: 'folder-without-data', problem: 'The folder holds no file that Datestamp knows.' }
    }
    files.sort((a, b) => rank(a.kind) - rank(b.kind) || (a.name < b.name ? -1 : 1))
    return { files, marc: marcMapping(folder, names) }
  } catch (fault) {
    if (!(fault instanceof Error) || !('code' in fault)) throw fault
    const reason = fault.code === 'ENOENT' ? 'is not there' : fault.code === 'ENOTDIR' ? 'is a file' : 'cannot be read'
    return { code: 'folder-unreadable', problem: `The folder ${reason}.` }
  }
}

/** @throws FileRefused for a link, also for one put there since the folder was read */
export function readStream(path: string, chunk_bytes: number): ReadStream {
  try {
    const fd = openSync(path, constants.O_RDONLY | O_NOFOLLOW)
    return createReadStream(path, { fd, highWaterMark: chunk_bytes })
  } catch (fault) {
    if (faultCode(fault) === 'ELOOP') throw new FileRefused(1, IS_LINK)
    throw fault
  }
}
