/**
 * How the first desk brings its library to its central server: rows of both its files, in pieces, and which tables stay
 * at the desk. Pure.
 */
import { z } from 'zod'
import { tableRows } from './central.ts'

export const foundingPiece = z.strictObject({ file: z.enum(['reference', 'journal']), tables: z.array(tableRows) })
export type FoundingPiece = z.infer<typeof foundingPiece>

/** What is of this computer alone: its devices, half-typed forms, what waits to be printed. */
const OF_THIS_DESK: ReadonlySet<string> = new Set([
  'setting',
  'device_job',
  'form_draft',
  'cash_looked',
  'forgotten_unsent',
  'erasing_unsent',
  'feed_seen',
])

export function doesTravel(table: string): boolean {
  return !OF_THIS_DESK.has(table)
}

/** Settings that say how far the file is, without which its rows say nothing. */
export const TRAVELING_SETTINGS: readonly string[] = ['checkpoint', 'overlay_shape']
