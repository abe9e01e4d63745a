/**
 * Which patrons are linked as family, without guardianship. Pure. A link gives no right: it shows them together, and
 * says nothing about pickup, debts, limits or what anybody is told.
 */
import type { FamilyLinkFault } from '../kernel/patron-field.ts'

export type Linked = {
  readonly patron_id: number
  /** Whom this record names as family; null: nobody. */
  readonly family_patron_id: number | null
}

/**
 * Why two cannot be linked; null: they can.
 * @param other null: the card is nobody's
 * @param shown who is shown with the first one already
 */
export function familyLinkFault(one: Linked, other: Linked | null, shown: ReadonlySet<number>): FamilyLinkFault | null {
  if (other === null) return 'unknown'
  if (other.patron_id === one.patron_id) return 'self'
  if (shown.has(other.patron_id)) return 'known'
  return one.family_patron_id !== null && other.family_patron_id !== null ? 'full' : null
}

type Naming = { readonly of: number; readonly names: number }

/** Which of the two names the other from now on: the first, unless it names somebody else already. */
export function namedBy(one: Linked, other: Linked): Naming {
  const isFree = one.family_patron_id === null
  const [of, names] = isFree ? [one, other] : [other, one]
  return { of: of.patron_id, names: names.patron_id }
}

/** The records of the two that name the other: none, one, or, after a merge, both. */
export function linksBetween(one: Linked, other: Linked): readonly number[] {
  return [
    ...(one.family_patron_id === other.patron_id ? [one.patron_id] : []),
    ...(other.family_patron_id === one.patron_id ? [other.patron_id] : []),
  ]
}
