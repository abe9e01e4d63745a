/**
 * Notes that the address of a patron was checked and is the same, or that their registration was read once more: makes
 * the entry. Records nothing itself.
 */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { homeAddress, registrationOf } from '../store/patrons/person-rows.ts'
import { NOTHING, wordsText } from './words-text.ts'

export type Checked = 'address' | 'registration'

/** The entry, or why not: nothing is left to check. */
export function checkingRecord(library: Library, patron_id: PatronId, what: Checked): Gathering | Refusal {
  const { today } = here(library)
  const isThere =
    what === 'address'
      ? library.db.get(homeAddress, { patron_id }) !== null
      : library.db.get(registrationOf, { patron_id })?.registration_checked_on === null
  if (!isThere) return refuse('patron-unchanged')
  const fields = what === 'address' ? { address_checked_on: today } : { registration_checked_on: today }
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'patron-changed', body: {} }, wordsText({ ...NOTHING, fields }))
  return gathered
}
