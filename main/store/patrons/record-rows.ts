/** Who a patron is, whole: read from the rows that say it, written where it differs. Of a PIN only hashes. Private. */
import { nameKey } from '../../../shared/catalog/fold.ts'
import { PATRON_COLUMNS, type PatronWords } from '../../../shared/journal/events/patrons.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { isSameAddresses, type PatronRecord } from '../../../shared/patron/record.ts'
import { addAddress, dropAddressesOf, putCard } from '../import/import-people-rows.ts'
import { cardsOfPatron } from '../privacy/page-rows.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement, type ReadHandle, type Statement, type WriteHandle } from '../sql.ts'
import { replace } from '../whole-rows.ts'
import { apartOf, dropApart, pairOf, putApart } from './apart-rows.ts'
import { bouncedOn, dropBounceOf, dropMailBack, mailBacksOf, putBounce, putMailBack } from './came-back-rows.ts'
import { cardByBarcode } from './patron-rows.ts'

type Of = { readonly patron_id: PatronId }
type CardStatus = PatronRecord['cards'][string]

export const putPin = replace('patron_pin')
export const dropPinOf = statement<Of>()((p) => build.deleteFrom('patron_pin').where('patron_id', '=', p.patron_id))
export const pinSetOn = statement<Of>()((p) =>
  build.selectFrom('patron_pin').select('set_on').where('patron_id', '=', p.patron_id),
)
const pinOf = statement<Of>()((p) =>
  build.selectFrom('patron_pin').select(['pin_salt', 'pin_hash', 'set_on']).where('patron_id', '=', p.patron_id),
)

const fieldsOf = statement<Of>()((p) =>
  build.selectFrom('patron').select(PATRON_COLUMNS).where('patron_id', '=', p.patron_id),
)

export const keptAddresses = statement<Of>()((p) =>
  build
    .selectFrom('patron_address')
    .select(['kind', 'street', 'city', 'region', 'postal_code', 'is_in_city_limits'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('address_number'),
)

/** Null: the file has nobody under this number. */
export function readRecord(db: ReadHandle, patron_id: PatronId): PatronRecord | null {
  const of = { patron_id }
  const fields = db.get(fieldsOf, of)
  if (!fields) return null
  return {
    is_whole: true,
    // The table holds what no form takes, too: an undo of that is not kept (patronWords).
    fields: fields as PatronWords['fields'],
    addresses: db.all(keptAddresses, of),
    cards: Object.fromEntries(db.all(cardsOfPatron, of).map(({ barcode, status }) => [barcode, status as CardStatus])),
    apart: db.all(apartOf, of).map((one) => one.distinct_patron_id),
    email_bounced_on: db.get(bouncedOn, of)?.bounced_on ?? null,
    mail_backs_on: db.all(mailBacksOf, of).map(({ from_on }) => from_on),
    pin: db.get(pinOf, of),
  }
}

/** Writes what of a patron who is there is another than it was. Must never take a card from another patron. */
export function writeRecord(db: WriteHandle, patron_id: PatronId, was: PatronRecord, now: PatronRecord): void {
  const of = { patron_id }
  writeFields(db, patron_id, was.fields, now.fields)
  if (!isSameAddresses(was.addresses, now.addresses)) {
    db.run(dropAddressesOf, of)
    for (const address of now.addresses) db.run(addAddress, { patron_id, ...address })
  }
  for (const barcode of Object.keys(was.cards)) {
    if (!Object.hasOwn(now.cards, barcode)) db.run(dropCard, { patron_id, barcode })
  }
  for (const [barcode, status] of Object.entries(now.cards)) {
    if (was.cards[barcode] === status) continue
    const whose = db.get(cardByBarcode, { barcode })
    if (!whose || whose.patron_id === patron_id) db.run(putCard, { barcode, patron_id, status })
  }
  for (const other of without(now.apart, was.apart)) db.run(putApart, pairOf(patron_id, other))
  for (const other of without(was.apart, now.apart)) db.run(dropApart, pairOf(patron_id, other))
  for (const on of without(now.mail_backs_on, was.mail_backs_on)) db.run(putMailBack, mailBack(patron_id, on))
  for (const on of without(was.mail_backs_on, now.mail_backs_on)) db.run(dropMailBack, mailBack(patron_id, on))
  const { email_bounced_on: bounced_on, pin } = now
  // Another address in the table ends it there.
  if (bounced_on !== was.email_bounced_on || now.fields.email !== was.fields.email) {
    if (bounced_on) db.run(putBounce, { patron_id, bounced_on: localDate(bounced_on) })
    else db.run(dropBounceOf, of)
  }
  if (pin === was.pin) return
  if (pin) db.run(putPin, { patron_id, ...pin, set_on: localDate(pin.set_on) })
  else db.run(dropPinOf, of)
}

const mailBack = (patron_id: PatronId, from_on: string) => ({ patron_id, from_on: localDate(from_on) })

function without<One>(all: readonly One[], those: readonly One[]): readonly One[] {
  return all.filter((one) => !those.includes(one))
}

const dropCard = statement<Of & { barcode: string }>()((p) =>
  build.deleteFrom('card').where('barcode', '=', p.barcode).where('patron_id', '=', p.patron_id),
)

function writeFields(
  db: WriteHandle,
  patron_id: PatronId,
  was: PatronRecord['fields'],
  now: PatronRecord['fields'],
): void {
  const columns = PATRON_COLUMNS.filter((name) => now[name] !== was[name])
  if (columns.length === 0) return
  const { surname = '', given = '' } = now
  const isRenamed = surname !== was.surname || given !== was.given
  const keys = isRenamed ? { surname_key: nameKey(surname), given_key: nameKey(given) } : {}
  db.run(setFields({ ...Object.fromEntries(columns.map((name) => [name, now[name]])), ...keys }), { patron_id })
}

/** Its dates were parsed: they are the columns of the table (patronWords). */
function setFields(columns: Partial<ReferenceTables['patron']>): Statement<Of, unknown> {
  return statement<Of>()((p) => build.updateTable('patron').set(columns).where('patron_id', '=', p.patron_id))
}
