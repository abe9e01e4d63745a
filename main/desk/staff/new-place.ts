/** Paths that a person types for existing or new files and folders: the resolved path, or why it is refused. */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { unreachable } from '../../../shared/kernel/assert.ts'
import { makeFiles, type NewFile, type NotMade } from '../../store/files/new-files.ts'
import { placeFor, wholePlace } from '../../store/files/places.ts'
import type { Library } from '../../library/library.ts'

/** @returns a folder to read from, or why the typed text names none. The caller finds out whether it exists. */
export function typedPlace(typed: string): Refusal | { readonly path: string } {
  const whole = wholePlace(typed)
  return 'path' in whole ? whole : refuse('place-not-whole', { place: typed.trim(), example: whole.example })
}

/** @returns the absolute path of what is to be made, with the links of its folder resolved */
export function newPlace(
  library: Library,
  typed: string,
  what: 'file' | 'folder',
): Refusal | { readonly path: string } {
  const whole = typedPlace(typed)
  if ('code' in whole) return whole
  const place = placeFor(whole.path, library.folder)
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

/** Makes all of the files, or none; `enter` as in new-files.ts. @returns why not, or null */
export function makeNewFiles(files: readonly NewFile[], enter?: () => void): Refusal | null {
  const failed = makeFiles(files, undefined, enter)
  return failed === null ? null : notMadeRefusal(failed, 'file')
}

export function notMadeRefusal({ reason, path: file }: NotMade, what: 'file' | 'folder'): Refusal {
  if (reason === 'taken')
    return what === 'file' ? refuse('file-exists', { file }) : refuse('folder-exists', { folder: file })
  return reason === 'full' ? refuse('place-full', { file }) : refuse('file-unwritable', { file })
}
