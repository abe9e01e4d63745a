/**
 * Tells whether the address of a patron is due to be checked; notes that it was and is the same, that mail or e-mail
 * came back, that their registration was read once more, or that their account is closed or open again: makes the
 * entry. Records nothing itself.
 */
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Checked } from '../../shared/kernel/patron-field.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import { addressDue, isCheckedYearly, isMailBack } from '../../shared/patron/lists/address-due.ts'
import { isAboutAddress } from '../../shared/policy/facts.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { bouncedOn } from '../store/patrons/came-back-rows.ts'
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

/** Whether mail came back: that the address is the same is then no answer of one key, and would end the block. */
export function isMailBackOf(library: Library, patron_id: PatronId): boolean {
  const { db } = library
  const checked_on = db.get(personById, { patron_id })?.address_checked_on ?? null
  return isMailBack({ blocks: db.all(blocksOf, { patron_id }), checked_on }, here(library).today)
}

/**
 * The day of a check that is made now. Where mail came back on a later day, by a clock that was ahead, it is that day:
 * else the check would leave them blocked.
 */
export function checkedOnOf(library: Library, patron_id: PatronId): LocalDate {
  const { today } = here(library)
  const days = library.db
    .all(blocksOf, { patron_id })
    .filter((one) => isAboutAddress(one) && (one.until_on === null || one.until_on >= today))
  return days.reduce((latest, { from_on }) => (from_on !== null && from_on > latest ? from_on : latest), today)
}

/** The entry, or why not: nothing is left to check or to say. */
export function checkingRecord(library: Library, patron_id: PatronId, what: Checked): Gathering | Refusal {
  const { today } = here(library)
  if (what === 'bounced' || what === 'arrives') return notingEmail(library, patron_id, what, today)
  if (what === 'mail') return notingMail(library, patron_id, today)
  if (what === 'closed' || what === 'opened') return closing(library, patron_id, what)
  // Somebody without an address was asked for it, which is a check as well.
  const checked_on = checkedOnOf(library, patron_id)
  const isLeft =
    what === 'address'
      ? library.db.get(personById, { patron_id })?.address_checked_on !== checked_on
      : library.db.get(registrationOf, { patron_id })?.registration_checked_on === null
  if (!isLeft) return refuse('patron-unchanged')
  const fields = what === 'address' ? { address_checked_on: checked_on } : { registration_checked_on: today }
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'patron-changed', body: {} }, wordsText({ ...NOTHING, fields }))
  return gathered
}

/** Loans, holds and what is owed stay. */
function closing({ db }: Library, patron_id: PatronId, what: 'closed' | 'opened'): Gathering | Refusal {
  const is_active = what === 'opened' ? 1 : 0
  if (db.get(personById, { patron_id })?.is_active === is_active) return refuse('patron-unchanged')
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'patron-changed', body: {} }, wordsText({ ...NOTHING, fields: { is_active } }))
  return gathered
}

/** What was sent to their e-mail address came back, or arrives after all; nothing to say where it is known already. */
function notingEmail(
  { db }: Library,
  patron_id: PatronId,
  what: 'bounced' | 'arrives',
  today: LocalDate,
): Gathering | Refusal {
  const isBounced = db.get(bouncedOn, { patron_id }) !== null
  if (db.get(personById, { patron_id })?.email === '' || isBounced === (what === 'bounced'))
    return refuse('patron-unchanged')
  const gathered = new Gathering()
  const words = wordsText({ ...NOTHING, also: [{ put: 'bounced', on: what === 'bounced' ? today : null }] })
  gathered.about(patron_id, { kind: `email-${what}`, body: {} }, words)
  return gathered
}

/**
 * Mail to their address came back: from today it is as after a block about the address from the library's data. A check
 * that was made before it today, or by a clock that was ahead, would settle it.
 */
function notingMail(library: Library, patron_id: PatronId, today: LocalDate): Gathering | Refusal {
  if (isMailBackOf(library, patron_id)) return refuse('patron-unchanged')
  const checked_on = library.db.get(personById, { patron_id })?.address_checked_on ?? null
  const fields = checked_on !== null && checked_on >= today ? { address_checked_on: null } : {}
  const gathered = new Gathering()
  const words = wordsText({ ...NOTHING, fields, also: [{ put: 'mail-back', on: today }] })
  gathered.about(patron_id, { kind: 'mail-returned', body: {} }, words)
  return gathered
}
