/** What a desk that is enrolled can be at, and which troubles it does not try again by itself. */
import type { Instant } from '../../shared/kernel/time.ts'
import { CentralRefused } from './call-central.ts'

/** Why a person has to do something. */
export type HeldReason = 'revoked' | 'not-enrolled' | 'fork' | 'behind' | 'entry' | 'newer'

export type SyncState =
  | { readonly kind: 'alone' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'founding'; readonly progress: number }
  | { readonly kind: 'current' }
  | { readonly kind: 'away'; readonly since_ms: Instant }
  | { readonly kind: 'held'; readonly reason: HeldReason }

export class Held extends Error {
  override name = 'Held'
  readonly reason: HeldReason

  constructor(reason: HeldReason) {
    super(`held: ${reason}`)
    this.reason = reason
  }
}

/** A session of fifteen minutes is over: the next one begins at once. */
export function isOver(fault: unknown): boolean {
  return fault instanceof CentralRefused && fault.refused === 'session-over'
}

export function heldBy(fault: unknown): HeldReason | null {
  if (fault instanceof Held) return fault.reason
  if (!(fault instanceof CentralRefused)) return null
  const { refused } = fault
  if (refused === 'revoked' || refused === 'not-enrolled' || refused === 'newer') return refused
  return refused === 'elsewhere' ? 'fork' : null
}
