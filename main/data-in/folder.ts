/**
 * What a folder holds for the importer, in the order in which it is read. Looks at names and sizes only, and never at
 * folders inside it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FORMAT_NAMES, isFormatName, MARC_COMES_AFTER, type FormatName } from '../../shared/import/formats.ts'
import { DEFAULT_MARC_MAPPING, readMarcMapping, type MarcMapping } from '../../shared/import/marc-mapping.ts'

export type FoundFile = {
  readonly name: string
  readonly path: string
  readonly bytes: number
  /** `unknown`: a CSV file that is none of ours; told, and left alone. */
  readonly kind: FormatName | 'iso2709' | 'marcxml' | 'unknown'
}

export type FoundFolder = {
  readonly files: readonly FoundFile[]
  readonly marc: { readonly mapping: MarcMapping } | { readonly problem: string }
}

const MARC_MAPPING_FILE = 'marc.json'

function kindOf(name: string): FoundFile['kind'] | null {
  const lower = name.toLowerCase()
  if (isFormatName(lower)) return lower
  if (/\.(mrc|marc)$/.test(lower)) return 'iso2709'
  if (/\.(xml|marcxml)$/.test(lower)) return 'marcxml'
  return lower.endsWith('.csv') ? 'unknown' : null
}

/** Files of ours by their place in the list; MARC after titles.csv; strangers last. */
function rank(kind: FoundFile['kind']): number {
  if (kind === 'unknown') return FORMAT_NAMES.length
  if (kind === 'iso2709' || kind === 'marcxml') return FORMAT_NAMES.indexOf(MARC_COMES_AFTER) + 0.5
  return FORMAT_NAMES.indexOf(kind)
}

function marcMapping(folder: string, names: readonly string[]): FoundFolder['marc'] {
  if (!names.includes(MARC_MAPPING_FILE)) return { mapping: DEFAULT_MARC_MAPPING }
  return readMarcMapping(readFileSync(join(folder, MARC_MAPPING_FILE), 'utf8'))
}

/** What is wrong with the folder as a whole: as the desk refuses it, and in words for the log. */
type NoFolder = { readonly code: 'folder-unreadable' | 'folder-without-data'; readonly problem: string }

/** Answers `problem` when the folder is not there, cannot be read, or holds nothing to take in. */
export function readFolder(folder: string): FoundFolder | NoFolder {
  let names: string[]
  const files: FoundFile[] = []
  try {
    names = readdirSync(folder)
    for (const name of names) {
      const kind = kindOf(name)
      const stat = kind === null ? null : statSync(join(folder, name))
      if (kind !== null && stat?.isFile()) files.push({ name, path: join(folder, name), bytes: stat.size, kind })
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
