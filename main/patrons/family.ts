/** Who belongs to the family of a patron: guardian, children, and who has the same guardian. Reads only. */
import { patronId, type PatronId } from '../../shared/kernel/ids.ts'
import type { Library } from '../library/library.ts'
import { childrenOf, guardianOf } from '../store/circulation/eligibility-rows.ts'

export type Kin = 'guardian' | 'child' | 'sibling'

/** The guardian first; without the patron. */
export function familyOf({ db }: Library, patron_id: PatronId): ReadonlyMap<PatronId, Kin> {
  const guardian = db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  const head = guardian === null ? null : patronId(guardian)
  const members = new Map<PatronId, Kin>()
  if (head !== null) members.set(head, 'guardian')
  for (const child of db.all(childrenOf, { patron_id })) members.set(child.patron_id, 'child')
  const others = head === null ? [] : db.all(childrenOf, { patron_id: head })
  for (const other of others) if (!members.has(other.patron_id)) members.set(other.patron_id, 'sibling')
  members.delete(patron_id)
  return members
}
