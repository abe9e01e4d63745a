/**
 * What is seen when a patron's name changes: kinds of documents of the library, or the usual ones where it names none.
 * Never a document's number. Pure.
 */
import type { ProofKind } from '../policy/card-facts.ts'

/** Where the library names no kind of its own; their words are the program's. */
export const USUAL_NAME_PROOFS = ['court-order', 'marriage-certificate', 'divorce-decree', 'new-photo-id'] as const
export type UsualNameProof = (typeof USUAL_NAME_PROOFS)[number]

/** Nothing has to be seen: the name was spelled wrong. */
export const SPELLING = 'spelling'

export type NameProof =
  | { readonly by: 'library'; readonly code: string; readonly name: string }
  | { readonly by: 'program'; readonly code: UsualNameProof | typeof SPELLING }

type Kind = Pick<ProofKind, 'proof_code' | 'name' | 'shows_kind' | 'is_active'>

/** What a clerk may choose, a spelling mistake last. */
export function nameProofs(kinds: readonly Kind[]): readonly NameProof[] {
  const own = kinds.filter(({ shows_kind, is_active }) => shows_kind === 'name' && is_active)
  const named = own.map(({ proof_code, name }) => ({ by: 'library', code: proof_code, name }) as const)
  const usual = USUAL_NAME_PROOFS.map((code) => ({ by: 'program', code }) as const)
  return [...(named.length > 0 ? named : usual), { by: 'program', code: SPELLING }]
}

/** A kind that was chosen once, also one that the library does not offer any more; null: nobody knows it. */
export function nameProofOf(kinds: readonly Kind[], code: string): NameProof | null {
  const own = kinds.find((kind) => kind.proof_code === code)
  if (own) return { by: 'library', code, name: own.name }
  const usual = ([...USUAL_NAME_PROOFS, SPELLING] as const).find((one) => one === code)
  return usual === undefined ? null : { by: 'program', code: usual }
}

type Named = { readonly surname: string; readonly given: string }

export function isNameChanged(before: Named, after: Named): boolean {
  return before.surname !== after.surname.trim() || before.given !== after.given.trim()
}
