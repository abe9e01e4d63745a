/**
 * In the reference file: a record becomes another one, row by row, and is gone; or it is put back as it was. Must never
 * leave a search key of a record that is gone.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { addressesOver } from '../../../shared/patron/address-text.ts'
import {
  dropBounceOf,
  dropMailBack,
  dropSameMailBack,
  putBounce,
  putMailBack,
  type MailBack,
} from './came-back-rows.ts'
import { addAddress, dropAddressesOf, putAddress, putCard } from '../import/import-people-rows.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { insert } from '../whole-rows.ts'
import { build, statement, type Statement, type WriteHandle } from '../sql.ts'
import { apartOf, dropApart, dropApartOf, pairOf, putApart } from './apart-rows.ts'
import { REFERENCE_LISTS } from './merge-rows.ts'
import { keptAddresses, dropPinOf, putPin } from './record-rows.ts'
import { keepKeys, loseKeys } from './patron-keys.ts'

type Apart = { readonly distinct_patron_id: number }

/** What of the reference file went over, and both records as they were. */
export type MovedRecord = {
  readonly reference: Readonly<Record<keyof typeof REFERENCE_LISTS, readonly (readonly unknown[])[]>>
  readonly kept: ReferenceTables['patron']
  readonly former: ReferenceTables['patron']
  readonly addresses: readonly ReferenceTables['patron_address'][]
  readonly cards: readonly ReferenceTables['card'][]
  /** Who is another person than either. */
  readonly kept_apart: readonly Apart[]
  readonly former_apart: readonly Apart[]
  /** Of the former record: the kept one stays with its own, or has none. */
  readonly pins: readonly ReferenceTables['patron_pin'][]
  /** Of both. */
  readonly bounces: readonly ReferenceTables['patron_email_bounce'][]
  /** Of both. */
  readonly mail_backs: readonly MailBack[]
}

type Pair = { from: PatronId; to: PatronId }

/** A card in use stays so only where the kept record has none; which of two is kept, the entry says. */
const takeCards: Statement<Pair, unknown> = {
  sql: `UPDATE card SET patron_id = ?, status = iif(status = 'current'
      AND EXISTS (SELECT 1 FROM card AS own WHERE own.patron_id = ? AND own.status = 'current'), 'former', status)
    WHERE patron_id = ?`,
  bind: (p) => [p.to, p.to, p.from],
}

/** Whoever is barred under one record is barred under both; an account that is open under one stays open. */
const takeStanding: Statement<Pair, unknown> = {
  sql: `UPDATE patron SET is_barred = max(patron.is_barred, former.is_barred),
      is_active = max(patron.is_active, former.is_active)
    FROM patron AS former WHERE former.patron_id = ? AND patron.patron_id = ?`,
  bind: (p) => [p.from, p.to],
}

const dropPatron = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron').where('patron_id', '=', p.patron_id),
)

const addKept = insert('patron')

function setKept({ patron_id: _key, ...row }: ReferenceTables['patron']) {
  return statement<{ patron_id: PatronId }>()((p) =>
    build.updateTable('patron').set(row).where('patron_id', '=', p.patron_id),
  )
}

/** A row of the former record that is no part of the kept one. */
const DROPS = [dropApartOf, dropAddressesOf, dropPinOf, dropBounceOf, dropPatron]

export function takeOver(reference: WriteHandle, from: PatronId, to: PatronId): void {
  const gone = { patron_id: from }
  keepKeys(reference, to, () => {
    loseKeys(reference, from, () => {
      for (const { moveAll } of Object.values(REFERENCE_LISTS)) reference.run(moveAll, { from, to })
      reference.run(dropSameMailBack, { patron_id: to })
      reference.run(takeCards, { from, to })
      reference.run(takeStanding, { from, to })
      const [theirs, ours] = [from, to].map((patron_id) => reference.all(keptAddresses, { patron_id }))
      for (const address of addressesOver(theirs ?? [], ours ?? []))
        reference.run(addAddress, { patron_id: to, ...address })
      // Whoever is another person than one of them is another than both.
      for (const { distinct_patron_id } of reference.all(apartOf, gone))
        if (distinct_patron_id !== to) reference.run(putApart, pairOf(to, distinct_patron_id))
      for (const drop of DROPS) reference.run(drop, gone)
    })
  })
}

export function giveBack(
  reference: WriteHandle,
  { reference: lists, kept, former, addresses, cards, pins, bounces, mail_backs, ...apart }: MovedRecord,
): void {
  const pair = { from: kept.patron_id, to: former.patron_id }
  keepKeys(reference, kept.patron_id, () => {
    // A record that was there before needs no key that is missing yet.
    reference.run(addKept, former)
    keepKeys(reference, former.patron_id, () => {
      const isThere = reference.run(setKept(kept), { patron_id: kept.patron_id }).changes > 0
      if (!isThere) reference.run(addKept, kept)
      for (const [name, { moveListed }] of Object.entries(REFERENCE_LISTS)) {
        reference.run(moveListed, { ...pair, keys: JSON.stringify(lists[name as keyof typeof lists]) })
      }
      for (const card of cards) reference.run(putCard, card)
      for (const pin of pins) reference.run(putPin, pin)
      reference.run(dropBounceOf, { patron_id: kept.patron_id })
      for (const bounce of bounces) reference.run(putBounce, bounce)
      for (const { patron_id } of [kept, former]) reference.run(dropAddressesOf, { patron_id })
      for (const address of addresses) reference.run(putAddress, address)
    })
  })
  giveMailBack(reference, pair, mail_backs)
  giveApartBack(reference, pair, apart)
}

/** What the kept record has by itself stays with it, also where the row that went over was the one for that day. */
function giveMailBack(reference: WriteHandle, { from, to }: Pair, both: readonly MailBack[]): void {
  const own = new Set(both.filter(({ patron_id }) => patron_id === from).map(({ from_on }) => from_on))
  for (const from_on of own) reference.run(putMailBack, { patron_id: from, from_on })
  for (const { from_on } of both.filter(({ patron_id }) => patron_id === to)) {
    if (!own.has(from_on)) reference.run(dropMailBack, { patron_id: from, from_on })
    reference.run(putMailBack, { patron_id: to, from_on })
  }
}

function giveApartBack(
  reference: WriteHandle,
  { from, to }: Pair,
  { kept_apart, former_apart }: Pick<MovedRecord, 'kept_apart' | 'former_apart'>,
): void {
  const own = new Set(kept_apart.map((one) => one.distinct_patron_id))
  for (const { distinct_patron_id } of former_apart) {
    if (!own.has(distinct_patron_id)) reference.run(dropApart, pairOf(from, distinct_patron_id))
    reference.run(putApart, pairOf(to, distinct_patron_id))
  }
}
