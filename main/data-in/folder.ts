/**
 * What a folder has for the importer, in reading order. Looks at names and sizes only, and never at subfolders, nor at
 * the target of a link.
 */
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORMAT_NAMES, isFormatName, MARC_COMES_AFTER, type FormatName } from '../../shared/import/formats.ts'
import { DEFAULT_MARC_MAPPING, readMarcMapping, type MarcMapping } from '../../shared/import/marc-mapping.ts'
import { outName } from '../../shared/import/files-out/form-files.ts'
import { EVERGREEN } from '../../shared/import/mapping/evergreen.ts'
import { KOHA } from '../../shared/import/mapping/koha.ts'
import {
  refined,
  type MappedFile,
  type MappingName,
  type PatronMapping,
} from '../../shared/import/mapping/patron-mapping.ts'
import type { ImportReason } from '../../shared/import/reason.ts'
import { codesTable } from './reading/codes-table.ts'

export type FoundFile = {
  readonly name: string
  readonly path: string
  readonly bytes: number
  /** `unknown`: a CSV file that is none of ours. `link`: leads to a file elsewhere. Both are told, and left alone. */
  readonly kind: FormatName | 'iso2709' | 'marcxml' | 'mapped' | 'unknown' | 'link'
  /** Of a file of another system: how its rows become ours. */
  readonly mapped?: MappedFile
}

export type FoundFolder = {
  readonly files: readonly FoundFile[]
  readonly marc: { readonly mapping: MarcMapping } | { readonly problem: ImportReason }
  /** Null: the files are in our form. */
  readonly patrons: PatronMapping | null
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
  if (kind === 'unknown' || kind === 'link' || kind === 'mapped') return FORMAT_NAMES.length
  if (kind === 'iso2709' || kind === 'marcxml') return FORMAT_NAMES.indexOf(MARC_COMES_AFTER) + 0.5
  return FORMAT_NAMES.indexOf(kind)
}

function marcMapping(folder: string, names: readonly string[]): FoundFolder['marc'] {
  if (!names.includes(MARC_MAPPING_FILE)) return { mapping: DEFAULT_MARC_MAPPING }
  const path = join(folder, MARC_MAPPING_FILE)
  if (lstatSync(path).isSymbolicLink()) return { problem: { code: 'mapping-is-link' } }
  return readMarcMapping(readFileSync(path, 'utf8'))
}

const SAVED_MAPPING_FILE = 'mapping.json'
const MAPPINGS: Readonly<Record<MappingName, PatronMapping>> = { koha: KOHA, evergreen: EVERGREEN }

/** What files are called that are written for another system. */
export function fileNamesOf(form: MappingName): readonly string[] {
  return MAPPINGS[form].files.map((file) => outName(file, form))
}

class MappingWrong extends Error {}

/** The mapping that comes with the program, refined by what the library says beside its files. */
function savedMapping(folder: string, names: readonly string[], name: MappingName): PatronMapping {
  if (!names.includes(SAVED_MAPPING_FILE)) return MAPPINGS[name]
  const path = join(folder, SAVED_MAPPING_FILE)
  if (!lstatSync(path).isFile()) throw new MappingWrong(SAVED_MAPPING_FILE)
  const read = refined(MAPPINGS[name], readFileSync(path, 'utf8'))
  if ('at' in read) throw new MappingWrong([SAVED_MAPPING_FILE, read.at].filter((one) => one !== '').join(': '))
  return read.mapping
}

function mappedAs({ files }: PatronMapping, name: string): MappedFile | undefined {
  const lower = name.toLowerCase()
  return files.find((one) => one.name === lower || (one.name === '*.csv' && lower.endsWith('.csv')))
}

/** What is wrong with the folder as a whole: the desk's refusal, and words for the log. */
export type NoFolder = {
  readonly code: 'folder-unreadable' | 'folder-without-data' | 'mapping-wrong'
  readonly problem: string
}

/** No mapping and no table is where one was said to be. */
export type NoMapping = NoFolder | { readonly code: 'mapping-none'; readonly problem: string }

/** How a library's own system differs from what the program knows of it, as said in the folder; empty: not at all. */
export function mappingOf(folder: string, name: MappingName): { readonly mapping: PatronMapping } | NoMapping {
  if (folder === '') return { mapping: MAPPINGS[name] }
  try {
    const names = readdirSync(folder)
    const tables = codeFilesOf(MAPPINGS[name]).filter((file) => names.includes(file))
    if (!names.includes(SAVED_MAPPING_FILE) && tables.length === 0) return { code: 'mapping-none', problem: folder }
    return { mapping: withTables(savedMapping(folder, names, name), folder) }
  } catch (fault) {
    return notRead(fault)
  }
}

function codeFilesOf({ files }: PatronMapping): readonly string[] {
  const rules = files.flatMap(({ columns }) => Object.values(columns))
  return rules.flatMap((rule) => ('to' in rule && rule.codes_from ? [rule.codes_from.file] : []))
}

/** With the codes of the tables that are in the folder: a file that is written has no table beside it. */
function withTables(mapping: PatronMapping, folder: string): PatronMapping {
  const files = mapping.files.map((file) => {
    const columns = Object.entries(file.columns).map(([column, rule]) => {
      if (!('to' in rule) || !rule.codes_from) return [column, rule] as const
      const { file: name, key, value } = rule.codes_from
      const table = codesTable(join(folder, name), key, value)
      if (typeof table === 'string' && table !== 'missing') throw new MappingWrong(name)
      return [
        column,
        typeof table === 'string' ? rule : { ...rule, codes: { ...Object.fromEntries(table), ...rule.codes } },
      ] as const
    })
    return { ...file, columns: Object.fromEntries(columns) }
  })
  return { ...mapping, files }
}

/** Returns `problem` when the folder does not exist, cannot be read, or has nothing to import. */
export function readFolder(folder: string, mapping: MappingName | null = null): FoundFolder | NoFolder {
  let names: string[]
  let patrons: PatronMapping | null = null
  const files: FoundFile[] = []
  try {
    names = readdirSync(folder)
    patrons = mapping === null ? null : savedMapping(folder, names, mapping)
    for (const name of names) {
      const mapped = patrons === null ? undefined : mappedAs(patrons, name)
      const kind = patrons === null ? kindOf(name) : mapped && 'mapped'
      if (!kind) continue
      const path = join(folder, name)
      const stat = lstatSync(path)
      if (stat.isSymbolicLink()) files.push({ name, path, bytes: 0, kind: 'link' })
      else if (stat.isFile()) files.push({ name, path, bytes: stat.size, kind, ...(mapped ? { mapped } : {}) })
    }
    if (!files.some((file) => file.kind !== 'unknown')) {
      return { code: 'folder-without-data', problem: 'The folder holds no file that Datestamp knows.' }
    }
    const place = (file: FoundFile): number =>
      file.mapped ? (patrons?.files.indexOf(file.mapped) ?? 0) : rank(file.kind)
    files.sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1))
    return { files, marc: marcMapping(folder, names), patrons }
  } catch (fault) {
    return notRead(fault)
  }
}

function notRead(fault: unknown): NoFolder {
  if (fault instanceof MappingWrong) return { code: 'mapping-wrong', problem: fault.message }
  if (!(fault instanceof Error) || !('code' in fault)) throw fault
  const reason = fault.code === 'ENOENT' ? 'is not there' : fault.code === 'ENOTDIR' ? 'is a file' : 'cannot be read'
  return { code: 'folder-unreadable', problem: `The folder ${reason}.` }
}
