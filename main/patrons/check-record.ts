/**
 * Tells whether the address of a patron is due to be checked; notes that it was and is the same, or that their
 * registration was read once more: makes the entry. Records nothing itself.
 */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { addressDue, isCheckedYearly } from '../../shared/patron/lists/address-due.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { blocksOf, personById, registrationOf } from '../store/patrons/person-rows.ts'
import { NOTHING, wordsText } from './words-text.ts'

/** Whether the address of somebody is due to be checked: mail came back, or a year is over. */
export function isAddressDue(library: Library, patron_id: PatronId): boolean {
  const row = library.db.get(personById, { patron_id })
  if (row === null) return false
  const { expires_on, address_checked_on: checked_on, category_code } = row
  const facts = {
    is_active: row.is_active === 1,
    expires_on,
    checked_on,
    blocks: library.db.all(blocksOf, { patron_id }),
  }
  const is_yearly = isCheckedYearly(library.policy().source.card_rules, category_code)
  return addressDue({ ...facts, is_yearly }, here(library).today) !== null
}

export type Checked = 'address' | 'registration'

/** The entry, or why not: nothing is left to check. */
export function checkingRecord(library: Library, patron_id: PatronId, what: Checked): Gathering | Refusal {
  const { today } = here(library)
  // Somebody without an address was asked for it, which is a check as well.
  const isLeft =
    what === 'address'
      ? library.db.get(personById, { patron_id })?.address_checked_on !== today
      : library.db.get(registrationOf, { patron_id })?.registration_checked_on === null
  if (!isLeft) return refuse('patron-unchanged')
  const fields = what === 'address' ? { address_checked_on: today } : { registration_checked_on: today }
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'patron-changed', body: {} }, wordsText({ ...NOTHING, fields }))
  return gathered
}
