/**
 * Forgets what stands in rows of its own: what a settled charge was for, ended claims, old notes, who looked. Sums and
 * counts stay, in the journal's file. First beside the journal, where whose it was goes in one transaction with the
 * counting, so that nothing counts twice: what dies in between is found again by its row, and only taken out then.
 */
import { instant, MS_PER_DAY, type Instant, type LocalDate } from '../../shared/kernel/time.ts'
import * as rows from '../store/journal/forget-rows.ts'
import * as forgotten from '../store/journal/forgotten-rows.ts'
import { readTerminal } from '../store/journal/journal-rows.ts'
import { forgetBefore, forgetMoments } from '../store/patrons/before-rows.ts'
import type { Store } from '../store/store.ts'
import { isForgottenRef } from './compare.ts'
import { letGo } from './forget.ts'
import type { Journal } from './journal.ts'
import { forgetMoved } from './people/merge.ts'

const AT_ONCE_MAX = 500
const MONTH_MS = 31 * MS_PER_DAY

type Forgetting = Pick<Journal, 'writes' | 'terminal'>

/** A charge that was settled before then: one of this desk goes into the sums, one of the library loses its item. */
export function forgetCharges({ writes, terminal }: Forgetting, before_ms: Instant): number {
  const charges = writes.db.all(rows.chargesToForget, {
    before_ms,
    month_ms: instant(before_ms - MONTH_MS),
    limit: AT_ONCE_MAX,
  })
  if (charges.length === 0) return 0
  writes.db.transact(() => {
    for (const { charge_ref } of charges) {
      if (letGo(writes.db, terminal, [charge_ref]) > 0) writes.db.run(forgotten.sumCharge, { charge_ref })
    }
  })
  writes.reference.transact(() => {
    for (const { charge_ref, party_ref } of charges) {
      if (party_ref === '') writes.reference.run(rows.blankCharge, { charge_ref })
      else writes.reference.run(forgotten.dropCharge, { ref: charge_ref })
    }
  })
  return charges.length
}

/** Of an ended claim stays that there was one, in its month: the library may count them. */
export function forgetClaims({ writes, terminal }: Forgetting, before_ms: Instant): number {
  const claims = writes.db.all(rows.claimsToForget, { before_ms, limit: AT_ONCE_MAX })
  if (claims.length === 0) return 0
  writes.db.transact(() => {
    for (const { claim_ref } of claims) {
      if (letGo(writes.db, terminal, [claim_ref]) > 0) writes.db.run(forgotten.countClaim, { claim_ref })
    }
  })
  writes.reference.transact(() => {
    for (const { claim_ref } of claims) writes.reference.run(forgotten.dropClaim, { ref: claim_ref })
  })
  return claims.length
}

/**
 * Takes out of a reference file that was copied before it what was forgotten since. Must never take out what only the
 * reference file tells of: where the journal lost its end, its rows name entries that are not there.
 */
export function forgetAgain({ db, reference }: Pick<Store, 'db' | 'reference'>): void {
  const terminal = db.get(readTerminal, {})?.terminal_id
  if (terminal === undefined) return
  const own = { after: `${terminal}.`, before: `${terminal}/` }
  for (const { all, drop } of forgotten.OWN_ROWS) {
    const gone = db.all(all, own).filter(({ ref }) => isForgottenRef(db, ref))
    if (gone.length > 0) reference.transact(() => gone.forEach((row) => reference.run(drop, row)))
  }
}

/** Who looked at a record, and why; and who read how many lists of people. */
export function forgetViews({ writes }: Forgetting, before_on: LocalDate): number {
  const lists_count = writes.db.run(rows.dropListsBefore, { before_on }).changes
  return lists_count + writes.db.run(rows.dropViewsBefore, { before_on }).changes
}

/** What an undo would give back of patrons and of records that became one, once that can be undone no more. */
export function forgetUndoable({ writes }: Forgetting, before_ms: Instant): number {
  const { db } = writes
  return forgetMoved(db, before_ms) + db.run(forgetBefore, { before_ms }).changes + db.run(forgetMoments, {}).changes
}

export function forgetNotes({ writes, terminal }: Forgetting, before_on: LocalDate, today: LocalDate): number {
  const notes = writes.db.all(rows.notesToForget, { before_on, today, limit: AT_ONCE_MAX })
  if (notes.length === 0) return 0
  const refs = notes.map((one) => one.note_ref)
  writes.db.transact(() => letGo(writes.db, terminal, refs))
  writes.reference.transact(() => {
    for (const note_ref of refs) writes.reference.run(rows.dropNote, { note_ref })
  })
  return notes.length
}
