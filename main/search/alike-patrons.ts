/**
 * Finds patrons who may be the person that is being registered: by birth date, sounds of both names, phone, e-mail and
 * house, from indexes alone; then compares each (shared/patron/alike). Reads no more than a few hundred rows, however
 * large the library.
 */
import { backwards, emailKey, phoneDigits, storedKey, type PatronKeyKind } from '../../shared/catalog/patron-keys.ts'
import { parseLocalDate } from '../../shared/kernel/time.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { mailKeys, nameSoundKeys } from '../../shared/patron/alike/alike-keys.ts'
import { foldedEmail, houseKey } from '../../shared/patron/alike/compare-facts.ts'
import { alike, isEnough, mostAlike, type Alike, type Identity } from '../../shared/patron/alike/duplicates.ts'
import * as rows from '../store/patrons/alike-rows.ts'
import { homeAddress } from '../store/patrons/person-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { keyPrefix } from './key-bounds.ts'

/** Of each way of finding, so many are compared. Born on one day are some 20 of 500,000. */
const FOUND_MAX = 300
const LOCAL_DIGITS = 7
/** What an address could still add. */
const ADDRESS_POINTS_MAX = 4
const ALMOST_POINTS_MIN = 9 - ADDRESS_POINTS_MAX

export type AlikePatron = { readonly patron_id: PatronId; readonly alike: Alike }

/** @returns the most alike first; nobody before enough is typed */
export function patronsAlike(db: ReadHandle, typed: Identity, most: number): readonly AlikePatron[] {
  if (!isEnough(typed)) return []
  const found = new Map(candidates(db, typed).map((row) => [row.patron_id, row]))
  return mostAlike(
    [...found.values()].map((row) => ({ patron_id: row.patron_id, alike: compared(db, typed, row) })),
    most,
  )
}

function compared(db: ReadHandle, typed: Identity, { patron_id, ...row }: rows.AlikeRow): Alike {
  const first = alike(typed, { ...row, street: '', postal_code: '' })
  if (first.points < ALMOST_POINTS_MIN) return first
  const address = db.get(homeAddress, { patron_id })
  return address ? alike(typed, { ...row, ...address }) : first
}

function candidates(db: ReadHandle, typed: Identity): readonly rows.AlikeRow[] {
  const limit = FOUND_MAX
  const born_on = parseLocalDate(typed.born_on ?? '')
  const phone = phoneDigits(typed.phone)
  const local = phone.length < LOCAL_DIGITS ? '' : backwards(phone).slice(0, LOCAL_DIGITS)
  const house = houseKey(typed.street)
  const mails = new Set([emailKey(typed.email), foldedEmail(typed.email)])
  const byKey = (kind: PatronKeyKind, key: string): readonly rows.AlikeRow[] => {
    const from = storedKey({ kind, key })
    return key === '' ? [] : db.all(rows.bySearchKey, { from, below: `${from}\u0000`, limit })
  }
  return [
    ...(born_on === null ? [] : db.all(rows.bornOn, { born_on, limit })),
    ...[...nameSoundKeys(typed), ...mailKeys(typed.email)].flatMap((key) => db.all(rows.byAlikeKey, { key, limit })),
    ...(local === '' ? [] : db.all(rows.bySearchKey, { ...bounds('phone-end', local), limit })),
    ...[...mails].flatMap((mail) => byKey('email', mail)),
    ...byKey('street', house),
  ]
}

function bounds(kind: PatronKeyKind, start: string): { from: string; below: string } {
  const { from, below } = keyPrefix(kind, start, 0)
  return { from, below }
}
