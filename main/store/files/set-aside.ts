/**
 * The copies of the data files that lie in the data folder beside the files in use: what a restore replaced, what was
 * kept before going on without a damaged file. Only looks: whoever decides that a copy is no longer needed deletes it.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DATA_FILES } from './file-names.ts'

/** Also the folders that work under way leaves behind when the station is killed. */
const SET_ASIDE = /^(replaced|kept|incoming|trial)-/

/** Whole paths, in the order of their names, which end in their time. */
export function setAsideFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && SET_ASIDE.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .filter((path) => DATA_FILES.some((name) => existsSync(join(path, name))))
    .toSorted()
}
