/**
 * The folders of this computer by name, for choosing one to import: no file is named, and nothing is opened. Without a
 * folder it lists where data usually is: the home folder, its usual subfolders, and removable disks.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Output } from '../../../shared/ipc/contract.ts'
import { faultCode } from '../../store/files/faults.ts'
import { readFolder } from '../../data-in/folder.ts'

type Listed = Output<'folder.list'>

const FOLDERS_MAX = 500
const USUAL = ['Desktop', 'Downloads', 'Documents', 'Escritorio', 'Descargas', 'Documentos'] as const
/** Where disks are mounted, and how deep. */
const MOUNTED: readonly (readonly [folder: string, depth: 1 | 2])[] = [
  ['/media', 2],
  ['/run/media', 2],
  ['/Volumes', 1],
  ['/mnt', 1],
]
const DRIVES = Array.from({ length: 24 }, (_none, at) => `${String.fromCodePoint(67 + at)}:\\`)

/** Names of the subfolders, sorted; null when the folder cannot be read. A link to a folder counts. */
function subfolders(folder: string): readonly string[] | null {
  try {
    const found = readdirSync(folder, { withFileTypes: true })
    const names = found.filter((one) => isFolder(one, folder)).map(({ name }) => name)
    return names.filter((name) => !/^[.$]/.test(name)).toSorted((a, b) => a.localeCompare(b))
  } catch (fault) {
    if (faultCode(fault) === '') throw fault
    return null
  }
}

function isFolder(one: { isDirectory: () => boolean; isSymbolicLink: () => boolean; name: string }, folder: string) {
  if (!one.isSymbolicLink()) return one.isDirectory()
  // A link that leads round in a circle, or where nobody may look, is no reason to show nothing at all.
  try {
    return statSync(join(folder, one.name)).isDirectory()
  } catch (fault) {
    if (faultCode(fault) === '') throw fault
    return false
  }
}

function mounted(folder: string, depth: 1 | 2): readonly string[] {
  const inside = (subfolders(folder) ?? []).map((name) => join(folder, name))
  return depth === 1 ? inside : inside.flatMap((one) => mounted(one, 1))
}

/** Where to begin. */
function places(): readonly string[] {
  const home = homedir()
  const usual = USUAL.map((name) => join(home, name)).filter((folder) => existsSync(folder))
  if (process.platform === 'win32') return [home, ...usual, ...DRIVES.filter((drive) => existsSync(drive))]
  return [home, ...usual, ...MOUNTED.flatMap(([folder, depth]) => mounted(folder, depth)), '/']
}

/** @param folder an absolute path, or empty for the usual places @returns null when it cannot be read */
export function lookInFolder(folder: string): Listed | null {
  if (folder === '') {
    const all = places().map((path) => ({ name: path, folder: path }))
    return { folder: '', parent: null, folders: all, files_count: 0 }
  }
  const path = resolve(folder)
  const names = subfolders(path)
  if (names === null) return null
  const found = readFolder(path)
  const files_count = 'problem' in found ? 0 : found.files.filter((file) => file.kind !== 'unknown').length
  const parent = dirname(path) === path ? '' : dirname(path)
  const folders = names.slice(0, FOLDERS_MAX).map((name) => ({ name: basename(name), folder: join(path, name) }))
  return { folder: path, parent, folders, files_count }
}
