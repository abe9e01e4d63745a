/**
 * Forgets, minute by minute, what is past the library's retention time: who returned or held what, what a paid charge
 * was for, ended claims, old notes, who looked. Sums and counts stay. Must never forget what can still be undone, nor
 * anything with money open.
 */
import type { LibrarySettings } from '../../../shared/policy/library-settings.ts'
import { addDays, instant, MS_PER_DAY, MS_PER_MINUTE, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { forgetOver, letGo, type Before } from '../../journal/forget.ts'
import { settle } from '../../journal/settle.ts'
import { foldLogs } from '../../store/files/fold-logs.ts'
import * as rows from '../../store/journal/forget-rows.ts'
import type { Desk } from '../desk.ts'
import { deskZone } from '../../library/here.ts'
import { finishErasures } from './erasing.ts'
import type { Library } from '../../library/library.ts'

/** Nothing is forgotten sooner: for this long a mistake can be undone. */
export const RETENTION_MS = 60 * MS_PER_MINUTE
/** The longest that a record waits for the central server, whatever retention time the library sets. */
const UNSENT_KEPT_DAYS = 14
const AT_ONCE_MAX = 500

/** @param isQuiet nobody is at the desk, so that it may take a moment longer */
export function keepPrivate(desk: Desk, isQuiet: boolean): void {
  const now = desk.library.clock.now()
  const before = beforeBy(desk.library.policy().settings, now)
  const over = forgetOver(desk.library.db, before)
  let { count } = over
  const isLeft = now - (desk.session.active_at_ms ?? 0) > RETENTION_MS
  if (over.waits && (isQuiet || isLeft)) {
    settle(desk.library.store, desk.library.journal)
    count += forgetOver(desk.library.db, before).count
  }
  count +=
    forgetCharges(desk.library, before.loans) + forgetClaims(desk.library, before.loans) + forgetByDay(desk.library)
  finishErasures(desk.library)
  if (count > 0 || over.waits) desk.library.store.isForgottenInLogs = true
  if (!isQuiet || !desk.library.store.isForgottenInLogs) return
  foldLogs(desk.library.store)
  desk.library.store.isForgottenInLogs = false
}

function beforeBy(settings: LibrarySettings, now: Instant): Before {
  const after = (days_count: number): Instant => instant(now - Math.max(RETENTION_MS, days_count * MS_PER_DAY))
  return {
    loans: after(settings.loan_history_days_count),
    holds: after(settings.holds_kept_days_count),
    acts: after(0),
    unsent: after(UNSENT_KEPT_DAYS),
  }
}

/** Charges settled before then: one of this desk goes into the sums, one of the library's data loses its item. */
function forgetCharges(library: Library, before_ms: Instant): number {
  const { store, journal } = library
  const charges = store.db.all(rows.chargesToForget, { before_ms, limit: AT_ONCE_MAX })
  if (charges.length === 0) return 0
  // First beside the journal: if the desk dies in between, the row leads here again.
  const refs = charges.map((one) => one.charge_ref)
  store.db.transact(() => letGo(store.db, journal.terminal, refs))
  store.reference.transact(() => {
    for (const { charge_ref, party_ref } of charges) {
      const statements = party_ref === '' ? [rows.blankCharge] : rows.FOLD_CHARGE
      for (const statement of statements) store.reference.run(statement, { charge_ref })
    }
  })
  return charges.length
}

/** Of an ended claim only its month stays, because the library may count them. */
function forgetClaims(library: Library, before_ms: Instant): number {
  const { store, journal } = library
  const claims = store.db.all(rows.claimsToForget, { before_ms, limit: AT_ONCE_MAX })
  if (claims.length === 0) return 0
  const refs = claims.map((one) => one.claim_ref)
  store.db.transact(() => letGo(store.db, journal.terminal, refs))
  store.reference.transact(() => {
    for (const { claim_ref } of claims) {
      for (const statement of rows.FOLD_CLAIM) store.reference.run(statement, { claim_ref })
    }
  })
  return claims.length
}

/** Notes and views, which are kept by the day. */
function forgetByDay(library: Library): number {
  const { store, journal } = library
  const { notes_kept_days_count: kept, view_audit_days_count } = library.policy().settings
  const today = toLocalDate(library.clock.now(), deskZone(library))
  const views = store.db.run(rows.dropViewsBefore, { before_on: addDays(today, -view_audit_days_count) }).changes
  if (kept === null) return views
  const notes = store.db.all(rows.notesToForget, { before_on: addDays(today, -kept), today, limit: AT_ONCE_MAX })
  if (notes.length === 0) return views
  const refs = notes.map((one) => one.note_ref)
  store.db.transact(() => letGo(store.db, journal.terminal, refs))
  store.reference.transact(() => {
    for (const { note_id } of notes) store.reference.run(rows.dropNoteById, { note_id })
  })
  return views + notes.length
}
