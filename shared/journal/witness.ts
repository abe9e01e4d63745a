/**
 * What is known from outside the journal of how far it went, and what the journal lacks by it. A log that was cut
 * short, or an older copy put in its place, looks whole from within: only a witness tells. Pure.
 */
import { z } from 'zod'
import { count, instantMs } from './events/fields.ts'

/**
 * The desk’s own note, the last backup, the last export; the reference file, which knows its place but no seal; the
 * head that this computer signed last, which is kept apart from all of these.
 */
export const witnessKind = z.enum(['desk', 'backup', 'export', 'reference', 'signed'])
export type WitnessKind = z.infer<typeof witnessKind>

/** An entry that was on the disk: its place, and its seal and moment where they are known. */
export type Witness = {
  readonly known_by: WitnessKind
  readonly terminal: string
  readonly epoch: number
  readonly seq: number
  /** Hex of the SHA-256 up to there. */
  readonly hash: string | null
  readonly at_ms: number | null
}

/** What one witness knows of that the journal does not have: entries after its end, or the same place otherwise. */
export const missing = z.strictObject({
  known_by: witnessKind,
  kind: z.enum(['cut-short', 'other-history']),
  epoch: z.int().positive(),
  seq: z.int().positive(),
  hash: z.string().nullable(),
  at_ms: instantMs.nullable(),
  /** How many entries are missing; 0 for another history, where that cannot be known. */
  entries_count: count,
  /** A whole epoch is missing between: how many entries the epoch before it had is not known. */
  is_at_least: z.boolean(),
})
export type Missing = z.infer<typeof missing>

/** The journal as far as a witness asks. */
export type Reach = {
  /** Null for a journal that was made just now: whatever a witness knows of is not in it. */
  readonly terminal: string | null
  /** The last entry; 0.0 when there is none. */
  readonly last: { readonly epoch: number; readonly seq: number }
  readonly hashAt: (epoch: number, seq: number) => string | null
  /** The highest number of an epoch, 0 when it has none. */
  readonly lastSeqIn: (epoch: number) => number
}

/** Null: the witness agrees, or is of another terminal and knows nothing of this one. */
export function missingBy(witness: Witness, journal: Reach): Missing | null {
  const { known_by, epoch, seq, hash, at_ms } = witness
  if (journal.terminal !== null && journal.terminal !== witness.terminal) return null
  const found = { known_by, epoch, seq, hash, at_ms }
  const here = journal.terminal === null ? null : journal.hashAt(epoch, seq)
  if (here !== null && hash !== null && here !== hash) {
    return { ...found, kind: 'other-history', entries_count: 0, is_at_least: false }
  }
  const { last } = journal
  // Without a seal only the end can be compared: an epoch that was left may have ended anywhere.
  const isThere = hash === null ? epoch < last.epoch || (epoch === last.epoch && seq <= last.seq) : here !== null
  if (isThere) return null
  const entries_count = seq - (journal.terminal === null ? 0 : journal.lastSeqIn(epoch))
  return { ...found, kind: 'cut-short', entries_count, is_at_least: epoch > Math.max(last.epoch, 1) }
}

/** The gravest of what witnesses miss: another history, else whatever reached furthest. */
export function gravest(all: readonly Missing[]): Missing | null {
  const rank = ({ kind, epoch, seq }: Missing): readonly number[] => [kind === 'other-history' ? 1 : 0, epoch, seq]
  return all.reduce<Missing | null>((most, one) => (most === null || isAbove(rank(one), rank(most)) ? one : most), null)
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const index = one.findIndex((value, at) => value !== other[at])
  return index >= 0 && (one[index] ?? 0) > (other[index] ?? 0)
}
