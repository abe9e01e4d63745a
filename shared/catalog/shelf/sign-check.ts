/**
 * Checks shelf signs: signs that make no sense, and signs of one location that conflict. Pure. Reports every sign that
 * can cover nothing.
 */
import { NO_OPTIONS, type ShelfOptions } from '../call-number/profile.ts'
import { shelfRange, type ShelfRange } from '../call-number/range.ts'
import { END, SIGN } from '../call-number/alphabet.ts'
import { profileOfSign, schemeOf } from './sign-scheme.ts'
import { placeName, type ShelfSign } from './signs.ts'

/** From one call number to another, as the sign has them. */
export type Span = { readonly from: string; readonly to: string }

/**
 * What is wrong with signs, named by their words.
 * - `sign-half`: one of the two numbers is missing
 * - `sign-unreadable`, `sign-mixed`, `sign-order`: it can cover nothing
 * - `sign-prefix`: it goes from one section of shelves to another
 * - `sign-double`, `sign-wholes`, `sign-overlap`: another sign of the same location covers some of the same numbers
 */
export type SignFlaw =
  | { readonly code: 'sign-half'; readonly sign: string }
  | { readonly code: SpanFlaw; readonly sign: string; readonly span: Span }
  | { readonly code: 'sign-double'; readonly signs: readonly string[]; readonly span: Span }
  | { readonly code: 'sign-wholes'; readonly signs: readonly string[] }
  | { readonly code: 'sign-overlap'; readonly signs: readonly [string, string]; readonly spans: readonly [Span, Span] }
type SpanFlaw = 'sign-unreadable' | 'sign-mixed' | 'sign-order' | 'sign-prefix'

type SignProblem = {
  readonly flaw: SignFlaw
  /** It can cover nothing. */
  readonly is_void: boolean
  /** The signs it is about. */
  readonly codes: readonly string[]
}

type OwnProblem = Pick<SignProblem, 'flaw' | 'is_void'>

/** The section of shelves that a key begins with. */
const sectionOf = (key: string): string => (key.split(SIGN.body, 1)[0] ?? '').replace(END, '')

type Numbers = Pick<ShelfSign, 'from_number' | 'to_number' | 'words'>

/** What is wrong with a sign by itself. `options` null: the order of sections is not known yet. */
export function signProblem(
  { from_number: from, to_number: to, words: sign }: Numbers,
  options: ShelfOptions | null,
): OwnProblem | null {
  if (from === null && to === null) return null
  if (from === null || to === null) return { flaw: { code: 'sign-half', sign }, is_void: true }
  const flawed = (code: SpanFlaw, is_void = true): OwnProblem => ({ flaw: { code, sign, span: { from, to } }, is_void })
  const scheme = schemeOf(from, to)
  if (scheme === 'mixed') return flawed('sign-mixed')
  const range = rangeOf(from, to, options ?? NO_OPTIONS)
  if (scheme === 'unreadable' || !range) return flawed('sign-unreadable')
  const isOneSection = sectionOf(range.first_key) === sectionOf(range.last_key)
  if (range.last_key < range.first_key && (isOneSection || options)) return flawed('sign-order')
  return isOneSection ? null : flawed('sign-prefix', false)
}

function rangeOf(from: string, to: string, options: ShelfOptions): ShelfRange | null {
  const profile = profileOfSign(from, to)
  return profile && shelfRange(from, to, profile, options)
}

type Stretch = ShelfRange & { readonly sign: ShelfSign; readonly span: Span }

/** The ranges of one location that are parsed alike, in order of their start. */
function stretchesOf(signs: readonly ShelfSign[], options: ShelfOptions): readonly (readonly Stretch[])[] {
  const read = signs.flatMap((sign) => {
    const { from_number: from, to_number: to } = sign
    if (from === null || to === null || signProblem(sign, options)?.is_void) return []
    const range = rangeOf(from, to, options)
    return range ? [{ ...range, sign, span: { from, to }, profile: profileOfSign(from, to) }] : []
  })
  return [...Map.groupBy(read, (one) => one.profile).values()].map((all) =>
    all.toSorted((one, other) => (one.first_key < other.first_key ? -1 : one.first_key > other.first_key ? 1 : 0)),
  )
}

function overlap(one: Stretch, other: Stretch): SignProblem {
  const codes = [one.sign.sign_code, other.sign.sign_code]
  const signs = [one.sign.words, other.sign.words] as const
  if (one.first_key === other.first_key && one.last_key === other.last_key) {
    return { flaw: { code: 'sign-double', signs, span: one.span }, is_void: false, codes }
  }
  return { flaw: { code: 'sign-overlap', signs, spans: [one.span, other.span] }, is_void: false, codes }
}

/** Compares each range with the nearest before it that reaches into it. Classes of more letters may lie inside one. */
function overlaps(stretches: readonly Stretch[]): readonly SignProblem[] {
  return stretches.flatMap((other, at) => {
    const one = stretches.slice(0, at).findLast((before) => before.own_key >= other.first_key)
    return one ? [overlap(one, other)] : []
  })
}

/** What is wrong with a library's signs, each by itself and against the others of its location. */
export function signProblems(signs: readonly ShelfSign[], options: ShelfOptions): readonly SignProblem[] {
  const own = signs.flatMap((sign) => {
    const problem = signProblem(sign, options)
    return problem ? [{ ...problem, codes: [sign.sign_code] }] : []
  })
  const places = Map.groupBy(signs, (sign) => `${sign.branch_code}\n${placeName(sign.location)}`)
  return [
    ...own,
    ...[...places.values()].flatMap((all) => [...doubleWholes(all), ...stretchesOf(all, options).flatMap(overlaps)]),
  ]
}

/** Two signs for all of one location: only the first is ever shown. */
function doubleWholes(signs: readonly ShelfSign[]): readonly SignProblem[] {
  const wholes = signs.filter((sign) => sign.from_number === null && sign.to_number === null)
  if (wholes.length < 2) return []
  const flaw: SignFlaw = { code: 'sign-wholes', signs: wholes.map((sign) => sign.words) }
  return [{ flaw, is_void: false, codes: wholes.map((sign) => sign.sign_code) }]
}
