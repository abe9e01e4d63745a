/**
 * Forgets what stands in rows of its own: what a settled charge was for, ended claims, old notes, who looked. Sums and
 * counts stay. First beside the journal: what dies in between is found again by its row, and forgotten then.
 */
import type { Instant, LocalDate } from '../../shared/kernel/time.ts'
import * as rows from '../store/journal/forget-rows.ts'
import { letGo } from './forget.ts'
import type { Journal } from './journal.ts'

const AT_ONCE_MAX = 500

type Forgetting = Pick<Journal, 'writes' | 'terminal'>

/** A charge that was settled before then: one of this desk goes into the sums, one of the library loses its item. */
export function forgetCharges({ writes, terminal }: Forgetting, before_ms: Instant): number {
  const charges = writes.db.all(rows.chargesToForget, { before_ms, limit: AT_ONCE_MAX })
  if (charges.length === 0) return 0
  const refs = charges.map((one) => one.charge_ref)
  writes.db.transact(() => letGo(writes.db, terminal, refs))
  writes.reference.transact(() => {
    for (const { charge_ref, party_ref } of charges) {
      const statements = party_ref === '' ? [rows.blankCharge] : rows.FOLD_CHARGE
      for (const statement of statements) writes.reference.run(statement, { charge_ref })
    }
  })
  return charges.length
}

/** Of an ended claim stays that there was one, in its month: the library may count them. */
export function forgetClaims({ writes, terminal }: Forgetting, before_ms: Instant): number {
  const claims = writes.db.all(rows.claimsToForget, { before_ms, limit: AT_ONCE_MAX })
  if (claims.length === 0) return 0
  const refs = claims.map((one) => one.claim_ref)
  writes.db.transact(() => letGo(writes.db, terminal, refs))
  writes.reference.transact(() => {
    for (const { claim_ref } of claims) {
      for (const statement of rows.FOLD_CLAIM) writes.reference.run(statement, { claim_ref })
    }
  })
  return claims.length
}

/** Who looked at a record, and why. */
export function forgetViews({ writes }: Forgetting, before_on: LocalDate): number {
  return writes.db.run(rows.dropViewsBefore, { before_on }).changes
}

export function forgetNotes({ writes, terminal }: Forgetting, before_on: LocalDate, today: LocalDate): number {
  const notes = writes.db.all(rows.notesToForget, { before_on, today, limit: AT_ONCE_MAX })
  if (notes.length === 0) return 0
  const refs = notes.map((one) => one.note_ref)
  writes.db.transact(() => letGo(writes.db, terminal, refs))
  writes.reference.transact(() => {
    for (const { note_id } of notes) writes.reference.run(rows.dropNoteById, { note_id })
  })
  return notes.length
}
