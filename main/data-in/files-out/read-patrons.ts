/** Reads every patron for a file, a few hundred at a time, with what belongs to them. A patron is read in one turn. */
import { asCells, type PatronRecord } from '../../../shared/import/files-out/patron-record.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import * as rows from '../../store/patrons/export-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'

const PAGE = 200

type Row = { readonly patron_id: PatronId } & Readonly<Record<string, string | number | null>>

export function patronsCount(db: ReadHandle): number {
  return db.get(rows.countPatrons, {})?.patrons_count ?? 0
}

/** How much of what patrons have open there is. */
export function openWork(db: ReadHandle): OpenWork {
  return must(db.get(rows.countOpenWork, {}), 'counts of open work')
}
type OpenWork = NonNullable<(typeof rows.countOpenWork)['row']>

/** By record number, of those who are linked as family by however many links: the number of the first of them. */
export function familyGroups(db: ReadHandle): ReadonlyMap<PatronId, string> {
  const links = db.all(rows.familyLinks, {})
  const firsts = new Map<PatronId, PatronId>()
  const firstOf = (patron_id: PatronId): PatronId => {
    let first = patron_id
    for (let next = firsts.get(first); next !== undefined && next !== first; next = firsts.get(first)) first = next
    firsts.set(patron_id, first)
    return first
  }
  for (const { patron_id, family_patron_id } of links) {
    const [one, other] = [firstOf(patron_id), firstOf(family_patron_id)]
    firsts.set(one < other ? other : one, one < other ? one : other)
  }
  const numbers = new Map(
    links.flatMap(({ patron_id, external_id, family_patron_id, family_id }) => {
      return [[patron_id, external_id] as const, [family_patron_id, family_id] as const]
    }),
  )
  return new Map([...numbers.keys()].map((patron_id) => [patron_id, numbers.get(firstOf(patron_id)) ?? '']))
}

/** Page after page, in the order of their record numbers; between two, the desk can go on. */
export function* patronPages(
  db: ReadHandle,
  groups: ReadonlyMap<PatronId, string> = new Map(),
): Generator<readonly PatronRecord[]> {
  let after = 0 as PatronId
  for (;;) {
    const patrons = db.all(rows.patronsAfter, { after, limit: PAGE })
    const last = patrons.at(-1)?.patron_id
    if (last === undefined) return
    const between = { after, last }
    const [cards, addresses, notes, blocks, pickups, apart] = [
      byPatron(db.all(rows.cardsBetween, between)),
      byPatron(db.all(rows.addressesBetween, between)),
      byPatron(db.all(rows.notesBetween, between)),
      byPatron(db.all(rows.blocksBetween, between)),
      byPatron(db.all(rows.pickupsBetween, between)),
      byPatron(db.all(rows.apartBetween, between)),
    ]
    yield patrons.map(({ patron_id, external_id, has_pin, ...patron }) => {
      const of = (all: ReturnType<typeof byPatron>): PatronRecord['cards'] =>
        (all.get(patron_id) ?? []).map((one) => ({ ...asCells(one), patron_id: external_id }))
      return {
        patron: { ...asCells(patron), patron_id: external_id },
        cards: of(cards),
        addresses: of(addresses),
        notes: of(notes),
        blocks: of(blocks),
        pickups: of(pickups),
        apart: of(apart),
        family_group: groups.get(patron_id) ?? '',
        has_pin: has_pin === 1,
      }
    })
    after = last
  }
}

function byPatron(all: readonly Row[]): ReadonlyMap<PatronId, readonly Row[]> {
  const found = new Map<PatronId, Row[]>()
  for (const row of all) found.set(row.patron_id, [...(found.get(row.patron_id) ?? []), row])
  return found
}
