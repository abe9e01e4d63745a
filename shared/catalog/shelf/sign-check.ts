/**
 * Checks shelf signs: signs that make no sense, and signs of one location that conflict. Pure. Reports every sign that
 * can cover nothing.
 */
import { NO_OPTIONS, type ShelfOptions } from '../call-number/profile.ts'
import { shelfRange, type ShelfRange } from '../call-number/range.ts'
import { END, SIGN } from '../call-number/signs.ts'
import { profileOfSign, schemeOf } from './sign-scheme.ts'
import { placeName, type ShelfSign } from './signs.ts'

/**
 * - `sign-half`: one of the two numbers is missing
 * - `sign-unreadable`, `sign-mixed`, `sign-order`: it can cover nothing
 * - `sign-prefix`: it goes from one section of shelves to another
 * - `sign-double`, `sign-overlap`: another sign of the same location covers some of the same numbers
 */
type SignProblem = {
  readonly what:
    'sign-half' | 'sign-unreadable' | 'sign-mixed' | 'sign-order' | 'sign-prefix' | 'sign-double' | 'sign-overlap'
  /** It can cover nothing. */
  readonly is_void: boolean
  /** The signs it is about. */
  readonly codes: readonly string[]
  /** What is wrong, and what to do: "ends before it begins. Put the lower number first". */
  readonly says: string
}

type OwnProblem = Pick<SignProblem, 'what' | 'is_void' | 'says'>

const isVoid = (what: SignProblem['what'], says: string): OwnProblem => ({ what, is_void: true, says })

/** The section of shelves that a key begins with. */
const sectionOf = (key: string): string => (key.split(SIGN.body, 1)[0] ?? '').replace(END, '')

type Numbers = Pick<ShelfSign, 'from_number' | 'to_number'>

/** What is wrong with a sign by itself. `options` null: the order of sections is not known yet. */
export function signProblem(
  { from_number: from, to_number: to }: Numbers,
  options: ShelfOptions | null,
): OwnProblem | null {
  if (from === null && to === null) return null
  if (from === null || to === null) {
    return isVoid('sign-half', 'needs both numbers. Give the other one too, or neither for all of the place')
  }
  const span = `${from} to ${to}`
  const scheme = schemeOf(from, to)
  if (scheme === 'mixed') {
    return isVoid('sign-mixed', `goes from one scheme to another: ${span}. Make a sign for each`)
  }
  const range = rangeOf(from, to, options ?? NO_OPTIONS)
  if (scheme === 'unreadable' || !range) {
    const such = 'such as 800 to 899, PN to PZ or FIC A to FIC M'
    return isVoid('sign-unreadable', `cannot be read as call numbers: ${span}. Write the first and the last, ${such}`)
  }
  const isOneSection = sectionOf(range.first_key) === sectionOf(range.last_key)
  if (range.last_key < range.first_key && (isOneSection || options)) {
    return isVoid('sign-order', `ends before it begins: ${span}. Put the number that stands first in front`)
  }
  if (isOneSection) return null
  const says = `goes from one section of shelves to another: ${span}. Write the same words in front of both numbers`
  return { what: 'sign-prefix', is_void: false, says }
}

function rangeOf(from: string, to: string, options: ShelfOptions): ShelfRange | null {
  const profile = profileOfSign(from, to)
  return profile && shelfRange(from, to, profile, options)
}

type Stretch = ShelfRange & { readonly sign: ShelfSign; readonly span: string }

/** The ranges of one location that are parsed alike, in order of their start. */
function stretchesOf(signs: readonly ShelfSign[], options: ShelfOptions): readonly (readonly Stretch[])[] {
  const read = signs.flatMap((sign) => {
    const { from_number: from, to_number: to } = sign
    if (from === null || to === null || signProblem(sign, options)?.is_void) return []
    const range = rangeOf(from, to, options)
    return range ? [{ ...range, sign, span: `${from} to ${to}`, profile: profileOfSign(from, to) }] : []
  })
  return [...Map.groupBy(read, (one) => one.profile).values()].map((all) =>
    all.toSorted((one, other) => (one.first_key < other.first_key ? -1 : one.first_key > other.first_key ? 1 : 0)),
  )
}

function overlap(one: Stretch, other: Stretch): SignProblem {
  const codes = [one.sign.sign_code, other.sign.sign_code]
  if (one.first_key === other.first_key && one.last_key === other.last_key) {
    return { what: 'sign-double', is_void: false, codes, says: `both are ${one.span}. Drop one` }
  }
  const sent = `What stands under both is sent to “${other.sign.words}”`
  const says = `share a stretch: ${one.span}, and ${other.span}. ${sent}: if that is not meant, end the first earlier`
  return { what: 'sign-overlap', is_void: false, codes, says }
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
  const says = 'are for all of the same place, and only the first is ever said. Drop the others, or give them numbers'
  return [{ what: 'sign-double', is_void: false, codes: wholes.map((sign) => sign.sign_code), says }]
}
