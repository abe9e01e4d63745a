/**
 * A settlement of the card processor that differs from its batch, until this person says why, or leaves it. What is
 * missing and what is extra stays in sight meanwhile. Pure.
 */
import type { ClosingSoFar } from './closing-so-far.ts'
import type { CardEntry } from '../../cash/evidence/settlement-match.ts'
import type { SettledLine } from '../../cash/evidence/settlement-file.ts'

export type SettlingSoFar = {
  readonly session_ref: string
  readonly settled_on: string
  /** A total that was typed, or the whole path of a file. */
  readonly of: { readonly settled_cents: number } | { readonly file: string }
  readonly batch_cents: number
  readonly found_cents: number
  /** The size of the difference that a second person may have to sign off. */
  readonly off_cents: number
  readonly missing: readonly CardEntry[]
  readonly extra: readonly SettledLine[]
}

/** What this person has not finished yet of money. */
export type MoneySoFar = {
  /** What was said so far of a drawer that is being closed. */
  readonly closing: ClosingSoFar | null
  /** A card settlement that differs, and is not confirmed yet. */
  readonly settling: SettlingSoFar | null
}

export const NO_MONEY_SO_FAR: MoneySoFar = { closing: null, settling: null }
