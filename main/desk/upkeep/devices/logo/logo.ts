/**
 * The library's logo of this desk: read from a file once, and kept as the dots of each width of paper, so that nothing
 * at the desk depends on the file afterwards.
 */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  isWithLogo,
  logoBitmap,
  packed,
  packedBitmapSchema,
  type PackedBitmap,
} from '../../../../../shared/devices/printer/logo.ts'
import { PROFILES, profileOf } from '../../../../../shared/devices/printer/profiles.ts'
import { dotsOf } from '../../../../../shared/devices/printer/profile.ts'
import type { DocumentKind } from '../../../../../shared/receipt/document.ts'
import { refuse, type Refusal } from '../../../../../shared/refusals/refusals.ts'
import { ownDocument, readOwn, writeOwn } from '../../../../journal/own-values.ts'
import type { Library } from '../../../../library/library.ts'
import { PNG_BYTES_MAX, PNG_SIDE_MAX, readPng } from './read-png.ts'

const NAME = 'receipt_logo'
const keptSchema = z.strictObject({ bitmaps: z.array(packedBitmapSchema).max(8) })

const WIDTHS = [...new Set(PROFILES.map(dotsOf))]

/** Null: no file that can be read, such as a folder, or one that is away. */
function bytesOf(path: string): Buffer | 'too-large' | null {
  try {
    const file = openSync(path, 'r')
    try {
      const stat = fstatSync(file)
      if (!stat.isFile()) return null
      return stat.size > PNG_BYTES_MAX ? 'too-large' : readFileSync(file)
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}

/** @param path empty: papers have no logo from now on */
export function keepLogo(library: Library, path: string): Refusal | null {
  const bytes = path.trim() === '' ? '' : bytesOf(path.trim())
  if (bytes === null) return refuse('logo-not-found')
  const picture = bytes === '' || bytes === 'too-large' ? bytes : readPng(bytes)
  if (picture === 'too-large') return refuse('logo-too-large', { max: PNG_SIDE_MAX })
  if (picture === 'not-png') return refuse('logo-not-png')
  if (picture === 'blank') return refuse('logo-blank')
  const bitmaps = picture === '' ? [] : WIDTHS.map((dots) => packed(logoBitmap(picture, dots)))
  writeOwn(library.journal, { [NAME]: bitmaps.length === 0 ? '' : JSON.stringify({ bitmaps }) })
  return null
}

/** As many dots wide as the paper of this model; null: a paper of this kind has none. */
export function logoFor(library: Library, profile_code: string, kind: DocumentKind | 'test-page'): PackedBitmap | null {
  const profile = profileOf(profile_code)
  if (profile === null || (kind !== 'test-page' && !isWithLogo(kind))) return null
  return bitmapsOf(library).find(({ width_dots }) => width_dots === dotsOf(profile)) ?? null
}

/** For papers on the screen, as wide as the widest roll; null: none of these kinds has one. */
export function logoOnScreen(library: Library, kinds: readonly DocumentKind[]): PackedBitmap | null {
  if (!kinds.some(isWithLogo)) return null
  return bitmapsOf(library).toSorted((one, other) => other.width_dots - one.width_dots)[0] ?? null
}

function bitmapsOf(library: Library): readonly PackedBitmap[] {
  return keptSchema.safeParse(ownDocument(readOwn(library.db, NAME))).data?.bitmaps ?? []
}

export function hasLogo(library: Library): boolean {
  return readOwn(library.db, NAME) !== ''
}
