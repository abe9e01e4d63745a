/**
 * Erases a patron: in the transaction of the entry it is kept who that was, by record number and a hash, what they were
 * charged goes into the sums, and their name is taken off the refunds that they got; then the reference file is made to
 * say nothing of them, at once, after an import, and at each start. It may be an older file.
 */
import { z } from 'zod'
import { parseEventRef, type EventOf } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { isNameOf, type PatronName } from '../../../shared/patron/typed-name.ts'
import { parseZoneName, toLocalDate } from '../../../shared/kernel/zone.ts'
import { sumChargesOf } from '../../store/journal/forgotten-rows.ts'
import { keepErasing, markForgotten } from '../../store/journal/acknowledged-rows.ts'
import { forgetPersonal, forgetSeal } from '../../store/journal/forget-rows.ts'
import { forgetJobsSaying } from '../../store/journal/job-rows.ts'
import { dropPayee, refundsWithWords } from '../../store/money/payee-rows.ts'
import { branchZone, ERASE_PATRON, numberAndName } from '../../store/patrons/erase-rows.ts'
import { erasedStillNamed, keepErased } from '../../store/patrons/erased-patrons.ts'
import { numberOfPatron } from '../../store/patrons/merge-beside.ts'
import { formersOf } from '../../store/patrons/merge-rows.ts'
import { loseKeys } from '../../store/patrons/patron-keys.ts'
import { dropOverlayRow } from '../../store/overlay/overlaid.ts'
import { dropPickupsBy, pickedUpFor } from '../../store/patrons/pickup-rows.ts'
import { dropPreference } from '../../store/patrons/preference-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'
import type { Store } from '../../store/store.ts'
import { ackedTo, isUnsent } from '../acknowledged.ts'
import { jobsChanged } from '../queue-jobs.ts'
import { forgetAsNamed } from './forget-named.ts'

const besideRefund = z.array(z.object({ payee_name: z.string().optional() }))

/** A registration that was undone leaves as little. */
type Erasing = EventOf<'patron-erased' | 'registration-undone'>

/** Their number in the library's data is kept as a hash, so that the data cannot bring them back in silence. */
export function noteErased(db: WriteHandle, { kind, head }: Erasing, patron_id: PatronId): void {
  if (ackedTo(db) !== null) db.run(keepErasing, { epoch: head.epoch, seq: head.seq, patron_id })
  const zone = parseZoneName(db.get(branchZone, { branch_code: head.branch })?.zone_name ?? '')
  const erased_on = toLocalDate(instant(head.at_ms), must(zone, 'an erasure is recorded at a branch'))
  const known = db.get(numberAndName, { patron_id })
  forgetPayee(db, patron_id, known)
  const formers = db.all(formersOf, { patron_id }).map((one) => one.former_patron_id as PatronId)
  for (const one of [patron_id, ...formers]) forgetAsNamed(db, one, known)
  forgetAsPicker(db, patron_id)
  // What was undone was never charged.
  if (kind === 'patron-erased') db.run(sumChargesOf, { patron_id })
  db.run(dropPreference, { patron_id })
  keepErased(db, patron_id, known?.external_id ?? null, erased_on)
  // The records that became this one: the library's data may bring each of them again.
  for (const former of formers) {
    keepErased(db, former, db.get(numberOfPatron, { patron_id: former })?.external_id ?? null, erased_on)
  }
}

/**
 * The name of who got the money of a refund. No account leads to it where the receipt was not of one patron, so it is
 * found by what was typed, while the name is still here to compare.
 */
function forgetPayee(db: WriteHandle, patron_id: PatronId, known: PatronName | null): void {
  const acked = ackedTo(db)
  for (const { text, is_own, ...place } of db.all(refundsWithWords, { patron_id })) {
    const { payee_name = '' } = besideRefund.parse(JSON.parse(text))[0] ?? {}
    const isTheirs = payee_name !== '' && (is_own || (known !== null && isNameOf(payee_name, known)))
    if (!isTheirs) continue
    db.run(dropPayee, place)
    db.run(forgetSeal, place)
    // A copy of the slip is behind its own entry.
    db.run(forgetJobsSaying, { words: JSON.stringify(payee_name).slice(1, -1) })
    jobsChanged(db)
    if (isUnsent(acked, { epoch: place.epoch, seq: place.seq })) db.run(markForgotten, place)
  }
}

/** Whoever let them pick up: beside that entry is their record number. */
function forgetAsPicker(db: WriteHandle, patron_id: PatronId): void {
  const acked = ackedTo(db)
  for (const { pickup_ref } of db.all(pickedUpFor, { patron_id })) {
    const { epoch, seq } = must(parseEventRef(pickup_ref), 'an entry of this journal')
    const place = { epoch, seq }
    db.run(forgetPersonal, place)
    db.run(forgetSeal, place)
    db.run(dropOverlayRow, { table_name: 'patron_pickup', row_key: pickup_ref })
    if (isUnsent(acked, { epoch, seq })) db.run(markForgotten, place)
  }
}

/** Must never run while data is taken in: the file has one writer. To run it twice changes nothing. */
export function eraseNamed({ db, reference }: Pick<Store, 'db' | 'reference'>): void {
  const named = db.all(erasedStillNamed, {})
  if (named.length === 0) return
  reference.transact(() => {
    for (const { patron_id } of named) {
      loseKeys(reference, patron_id, () => {
        for (const statement of ERASE_PATRON) reference.run(statement, { patron_id })
      })
      const formers = db.all(formersOf, { patron_id }).map((one) => one.former_patron_id as PatronId)
      for (const by of [patron_id, ...formers]) reference.run(dropPickupsBy, { patron_id: by })
    }
  })
}
