/** Who belongs to the family of a patron: guardian, children, who has the same one, and who is linked. Reads only. */
import { patronId, type PatronId } from '../../shared/kernel/ids.ts'
import type { Library } from '../library/library.ts'
import { childrenOf, familyNamedBy, familyNaming, guardianOf } from '../store/circulation/eligibility-rows.ts'

/** A relative is linked, by however many links, or belongs to somebody who is. */
export type Kin = 'guardian' | 'child' | 'sibling' | 'relative'

type Db = Library['db']

/** Whatever the data says, one account shows no more. */
const MEMBERS_MAX = 50

function guardianKnown(db: Db, patron_id: PatronId): PatronId | null {
  const guardian = db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  return guardian === null ? null : patronId(guardian)
}

/** Who is linked to a patron as family, without guardianship, by one link. */
export function linkedTo({ db }: Pick<Library, 'db'>, patron_id: PatronId): readonly PatronId[] {
  const named = db.get(familyNamedBy, { patron_id })?.family_patron_id ?? null
  const others = db.all(familyNaming, { patron_id }).map((one) => one.patron_id)
  return [...new Set([...(named === null ? [] : [patronId(named)]), ...others])]
}

/** The guardian first; without the patron. */
export function familyOf(library: Library, patron_id: PatronId): ReadonlyMap<PatronId, Kin> {
  const { db } = library
  const head = guardianKnown(db, patron_id)
  const members = new Map<PatronId, Kin>()
  if (head !== null) members.set(head, 'guardian')
  for (const child of db.all(childrenOf, { patron_id })) members.set(child.patron_id, 'child')
  const others = head === null ? [] : db.all(childrenOf, { patron_id: head })
  for (const other of others) if (!members.has(other.patron_id)) members.set(other.patron_id, 'sibling')
  members.delete(patron_id)
  // Whoever is found on the way is asked in turn.
  const reached = new Set([patron_id, ...members.keys()])
  for (const one of reached) {
    const near = [...linkedTo(library, one), ...(members.get(one) === 'relative' ? careOf(db, one) : [])]
    for (const next of near) {
      if (reached.has(next) || members.size >= MEMBERS_MAX) continue
      reached.add(next)
      members.set(next, 'relative')
    }
  }
  return members
}

/** The guardian and the children of somebody who is linked: one household. */
function careOf(db: Db, patron_id: PatronId): readonly PatronId[] {
  const head = guardianKnown(db, patron_id)
  return [...(head === null ? [] : [head]), ...db.all(childrenOf, { patron_id }).map((one) => one.patron_id)]
}
