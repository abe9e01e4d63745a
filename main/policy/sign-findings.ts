/**
 * Findings about the signs from the counts of items, beside the other findings of the rules. Never to be confirmed: a
 * sign may be up before its books are.
 */
import { tallyFindings, type SignTally } from '../../shared/catalog/shelf/sign-tally.ts'
import type { LibraryPolicy } from '../../shared/policy/policy-facts.ts'
import { finding, type Finding } from '../../shared/policy/policy-finding.ts'

export function signFindings({ shelf_signs }: LibraryPolicy, tally: SignTally): readonly Finding[] {
  return tallyFindings(shelf_signs, tally).map(({ codes, flaw }) => finding('warns', 'shelf_sign', codes, flaw))
}
