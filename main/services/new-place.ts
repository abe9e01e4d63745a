/** Where somebody says that a file or a folder is to be made: the place, or why nothing is made there. */
import { refuse, type Refusal } from '../../shared/circulation/refusals.ts'
import { unreachable } from '../../shared/kernel/assert.ts'
import { makeFiles, type NewFile } from '../store/new-files.ts'
import { placeFor } from '../store/places.ts'
import type { Desk } from './context.ts'

/** @returns the whole path, with the links of its folder followed */
export function newPlace(desk: Desk, typed: string, what: 'file' | 'folder'): Refusal | { readonly path: string } {
  const place = placeFor(typed, desk.store.folder)
  switch (place.kind) {
    case 'free':
      return { path: place.path }
    case 'nowhere':
      return refuse('folder-unreadable', { folder: place.folder })
    case 'own':
      return refuse('place-is-data', { place: place.path })
    case 'taken':
      return what === 'file'
        ? refuse('file-exists', { file: place.path })
        : refuse('folder-exists', { folder: place.path })
    default:
      return unreachable(place)
  }
}

/** Makes all of the files, or none. @returns why not, or null */
export function makeNewFiles(files: readonly NewFile[]): Refusal | null {
  const failed = makeFiles(files)
  if (failed === null) return null
  const { why, path: file } = failed
  if (why === 'taken') return refuse('file-exists', { file })
  return why === 'full' ? refuse('place-full', { file }) : refuse('file-unwritable', { file })
}
