/**
 * Who a patron is and which cards they have, as entries of this desk say it, written into the reference file. To write
 * an entry twice, in their order, changes nothing. Must never take a card from another patron, nor bring back somebody
 * who was erased.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { nameKey } from '../../../shared/catalog/fold.ts'
import { patronWords, type PatronWords } from '../../../shared/journal/events/patrons.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { addressesWith, type KeptAddress } from '../../../shared/patron/address-text.ts'
import { addAddress, dropAddressesOf, putCard } from '../import/import-people-rows.ts'
import { ERASED_LIKE } from '../journal/forget-rows.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { insert } from '../whole-rows.ts'
import { build, statement, type Statement, type WriteHandle } from '../sql.ts'
import { dropApart, pairOf, putApart } from './apart-rows.ts'
import { addressesNow } from './before-rows.ts'
import { dropBounceOf, dropMailBack, putBounce, putMailBack } from './came-back-rows.ts'
import { keepKeys } from './patron-keys.ts'
import { dropPinOf, putPin } from './patron-pin-rows.ts'
import { cardByBarcode } from './patron-rows.ts'

/** What the library's data would know somebody by who was registered here. */
export function registeredId(entry_ref: string): string {
  return `desk:${entry_ref}`
}

const entryRow = patronWords.extend({ entry_ref: z.string(), patron_id: z.int().positive() })

const whoIs = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(sql<number>`external_id LIKE ${sql.lit(ERASED_LIKE)}`.as('is_erased'))
    .where('patron_id', '=', p.patron_id),
)

const addPatron = insert(
  'patron',
  'receipt_kind',
  'is_large_print',
  'guardian_patron_id',
  'family_patron_id',
  'registration_checked_on',
  'name_proof_code',
  'name_changed_on',
  'unfit_on',
)

type Named = { surname: string; given: string }
const keysOfName = ({ surname, given }: Named) => ({ surname_key: nameKey(surname), given_key: nameKey(given) })

/** The fields of somebody new; what no form asked is empty. */
function newPatron(patron_id: PatronId, entry_ref: string, { fields, registered_on }: PatronWords) {
  const { category_code, branch_code, born_on = null, expires_on = null, address_checked_on = null } = fields
  assert(category_code !== undefined && branch_code !== undefined, 'a registration names category and branch')
  const { surname = '', given = '', preferred_given = '', email = '', phone = '', guardian = '' } = fields
  const { language = '', home_library_name = '', consented_on = null } = fields
  const { notice_kind = '', history_consent_kind = '', news_consent_kind = '' } = fields
  const agreed = { notice_kind, history_consent_kind, news_consent_kind }
  const said = { surname, given, preferred_given, email, phone, guardian, language, home_library_name, ...agreed }
  return {
    patron_id,
    external_id: registeredId(entry_ref),
    category_code,
    branch_code,
    ...said,
    ...keysOfName(said),
    born_on: dateOf(born_on),
    expires_on: dateOf(expires_on),
    address_checked_on: dateOf(address_checked_on),
    consented_on: dateOf(consented_on),
    registered_on: dateOf(registered_on),
    is_barred: 0,
    is_active: 1,
  }
}

function dateOf(text: string | null) {
  return text === null ? null : localDate(text)
}

const LINKS = ['guardian_patron_id', 'family_patron_id'] as const

type Known = {
  readonly fields: PatronWords['fields']
  /** Somebody whom the entry names is not in this file: the library's data may bring them in under their number. */
  readonly isMissing: boolean
}

/** Without a guardian or family whom the file does not have, or who was erased since. */
function withKnownPeople(reference: WriteHandle, patron_id: PatronId, fields: PatronWords['fields']): Known {
  const { guardian_patron_id: _guardian, family_patron_id: _family, ...others } = fields
  const known: Partial<Record<(typeof LINKS)[number], number | null>> = {}
  let isMissing = false
  for (const link of LINKS) {
    const other = fields[link]
    if (other === undefined || other === patron_id) continue
    const found = other === null ? null : reference.get(whoIs, { patron_id: other as PatronId })
    if (other === null || found?.is_erased === 0) known[link] = other
    else if (!found) isMissing = true
  }
  return { fields: { ...others, ...known }, isMissing }
}

/** Whom somebody new names: the row of a newcomer is made of the rest. */
function linksIn({ guardian_patron_id = null, family_patron_id = null }: PatronWords['fields']): PatronWords['fields'] {
  return { ...(guardian_patron_id && { guardian_patron_id }), ...(family_patron_id && { family_patron_id }) }
}

/** Puts the fields that an entry names; the others stay. */
function setFields(fields: PatronWords['fields']): Statement<{ patron_id: PatronId }, unknown> {
  // Its dates were parsed: they are the columns of the table (patronWords).
  const columns = fields as Partial<ReferenceTables['patron']>
  return statement<{ patron_id: PatronId }>()((p) =>
    build.updateTable('patron').set(columns).where('patron_id', '=', p.patron_id),
  )
}

const setKeys = statement<{ patron_id: PatronId; surname_key: string; given_key: string }>()((p) =>
  build
    .updateTable('patron')
    .set({ surname_key: p.surname_key, given_key: p.given_key })
    .where('patron_id', '=', p.patron_id),
)

const namesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select(['surname', 'given']).where('patron_id', '=', p.patron_id),
)

function change(reference: WriteHandle, patron_id: PatronId, fields: PatronWords['fields']): void {
  if (Object.keys(fields).length > 0) reference.run(setFields(fields), { patron_id })
  const names = reference.get(namesOf, { patron_id })
  if (names && ('surname' in fields || 'given' in fields)) {
    reference.run(setKeys, { patron_id, ...keysOfName(names) })
  }
}

const dropCard = statement<{ patron_id: PatronId; barcode: string }>()((p) =>
  build.deleteFrom('card').where('barcode', '=', p.barcode).where('patron_id', '=', p.patron_id),
)

/** Who was erased since is nobody whom they could be. Who is not in this file may be brought in again by its number. */
function layApart(reference: WriteHandle, patron_id: PatronId, entry: PatronWords): void {
  const { apart_patron_id: other, not_apart_patron_id: same } = entry
  const known = other === undefined ? null : reference.get(whoIs, { patron_id: other as PatronId })
  if (other !== undefined && known?.is_erased !== 1) reference.run(putApart, pairOf(patron_id, other))
  if (same !== undefined) reference.run(dropApart, pairOf(patron_id, same))
}

function layMailBack(reference: WriteHandle, patron_id: PatronId, entry: PatronWords): void {
  const { mail_back_on: on, not_mail_back_on: not_on } = entry
  if (on !== undefined) reference.run(putMailBack, { patron_id, from_on: localDate(on) })
  if (not_on !== undefined) reference.run(dropMailBack, { patron_id, from_on: localDate(not_on) })
}

function setAddresses(reference: WriteHandle, patron_id: PatronId, addresses: readonly KeptAddress[]): void {
  reference.run(dropAddressesOf, { patron_id })
  for (const address of addresses) reference.run(addAddress, { patron_id, ...address })
}

/** @returns no when there is nobody to change, or somebody whom they are linked to is not in the file yet */
export function putPatronEntry(reference: WriteHandle, entry_ref: string, row: unknown): boolean {
  const entry = entryRow.parse(row)
  const patron_id = entry.patron_id as PatronId
  const known = reference.get(whoIs, { patron_id })
  if (known?.is_erased === 1) return true
  const isNew = entry.registered_on !== null
  if (!known && !isNew) return false
  const { fields, isMissing } = withKnownPeople(reference, patron_id, entry.fields)
  keepKeys(reference, patron_id, () => {
    if (!known) reference.run(addPatron, newPatron(patron_id, entry_ref, entry))
    change(reference, patron_id, known && !isNew ? fields : linksIn(fields))
    if (entry.address !== null) {
      setAddresses(reference, patron_id, addressesWith(reference.all(addressesNow, { patron_id }), entry.address))
    }
    if (entry.addresses !== undefined) setAddresses(reference, patron_id, entry.addresses)
    for (const barcode of entry.cards_gone ?? []) reference.run(dropCard, { patron_id, barcode })
    for (const { barcode, status } of entry.cards) {
      const whose = reference.get(cardByBarcode, { barcode })
      if (!whose || whose.patron_id === patron_id) reference.run(putCard, { barcode, patron_id, status })
    }
  })
  layApart(reference, patron_id, entry)
  layMailBack(reference, patron_id, entry)
  if (entry.email_bounced_on === null) reference.run(dropBounceOf, { patron_id })
  else if (entry.email_bounced_on !== undefined)
    reference.run(putBounce, { patron_id, bounced_on: localDate(entry.email_bounced_on) })
  if (entry.pin === null) reference.run(dropPinOf, { patron_id })
  else if (entry.pin !== undefined) {
    const { set_on, ...hash } = entry.pin
    reference.run(putPin, { patron_id, ...hash, set_on: localDate(set_on) })
  }
  return !isMissing
}
