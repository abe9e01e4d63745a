/**
 * Erases a patron: in the transaction of the entry it is kept who that was, by record number and a hash, and what they
 * were charged goes into the sums; then the reference file is made to say nothing of them, at once, after an import,
 * and at each start. It may be an older file.
 */
import type { EventOf } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { instant } from '../../shared/kernel/time.ts'
import { parseZoneName, toLocalDate } from '../../shared/kernel/zone.ts'
import { sumChargesOf } from '../store/journal/forgotten-rows.ts'
import { branchZone, ERASE_PATRON, numberOfPatron } from '../store/patrons/erase-rows.ts'
import { erasedStillNamed, keepErased } from '../store/patrons/erased-patrons.ts'
import { withNames } from '../store/patrons/patron-keys.ts'
import { dropPreference } from '../store/patrons/preference-rows.ts'
import type { WriteHandle } from '../store/sql.ts'
import type { Store } from '../store/store.ts'

/** Their number in the library's data is kept as a hash, so that the data cannot bring them back in silence. */
export function noteErased(db: WriteHandle, { head }: EventOf<'patron-erased'>, patron_id: PatronId): void {
  const zone = parseZoneName(db.get(branchZone, { branch_code: head.branch })?.zone_name ?? '')
  const erased_on = toLocalDate(instant(head.at_ms), must(zone, 'an erasure is recorded at a branch'))
  db.run(sumChargesOf, { patron_id })
  db.run(dropPreference, { patron_id })
  keepErased(db, patron_id, db.get(numberOfPatron, { patron_id })?.external_id ?? null, erased_on)
}

/** Must never run while data is taken in: the file has one writer. To run it twice changes nothing. */
export function eraseNamed({ db, reference }: Pick<Store, 'db' | 'reference'>): void {
  const named = db.all(erasedStillNamed, {})
  if (named.length === 0) return
  reference.transact(() => {
    for (const { patron_id } of named) {
      withNames(reference, patron_id, () => {
        for (const statement of ERASE_PATRON) reference.run(statement, { patron_id })
      })
    }
  })
}
