/** Links two patrons as family, or ends it: reads both, asks the rules, makes the entries. Records nothing itself. */
import { must } from '../../shared/kernel/assert.ts'
import { patronId, type PatronId } from '../../shared/kernel/ids.ts'
import { familyLinkFault, linksBetween, namedBy } from '../../shared/patron/family-links.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import type { Library } from '../library/library.ts'
import { familyNamedBy } from '../store/circulation/eligibility-rows.ts'
import { cardNamed } from './card-named.ts'
import { familyOf } from './family.ts'
import { NOTHING, wordsText } from './words-text.ts'

/** @param barcode the card of who is family */
export function linkingFamily(library: Library, patron_id: PatronId, barcode: string): Gathering | Refusal {
  const { db } = library
  const one = db.get(familyNamedBy, { patron_id })
  if (!one) return refuse('patron-gone')
  const card = cardNamed(library, barcode)
  const other = card && db.get(familyNamedBy, card)
  const fault = familyLinkFault(one, other, new Set(familyOf(library, patron_id).keys()))
  if (fault !== null) return refuse('family-unfit', { fault })
  const { of, names } = namedBy(one, must(other, 'who has this card'))
  const gathered = new Gathering()
  const words = wordsText({ ...NOTHING, fields: { family_patron_id: names } })
  gathered.about(patronId(of), { kind: 'family-linked', body: {} }, words)
  return gathered
}

export function endingFamily(library: Library, patron_id: PatronId, other: number): Gathering | Refusal {
  const { db } = library
  const [one, two] = [db.get(familyNamedBy, { patron_id }), db.get(familyNamedBy, { patron_id: patronId(other) })]
  if (!one) return refuse('patron-gone')
  const links = two === null ? [] : linksBetween(one, two)
  if (links.length === 0) return refuse('family-none')
  const gathered = new Gathering()
  const words = wordsText({ ...NOTHING, fields: { family_patron_id: null } })
  for (const of of links) gathered.about(patronId(of), { kind: 'family-unlinked', body: {} }, words)
  return gathered
}
