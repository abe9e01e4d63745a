/**
 * Whether two names may be one person's: the same, or another writing of it, or another name. Folded names; pure. A
 * twin has another given name: names that are both well known, and no forms of one, are two people's.
 */
import { nameKey } from '../../catalog/fold.ts'
import { consonants, isAbjad, latin } from './latin.ts'
import { rootsOf, soundsOf } from './name-sounds.ts'
import { isTypo } from './typos.ts'

export type NameLikeness = 'same' | 'variant' | 'initial' | 'unknown' | 'other'

export type AskedName = { readonly surname: string; readonly given: string; readonly preferred_given: string }

const RANK = ['same', 'variant', 'initial', 'unknown', 'other'] as const

function better(one: NameLikeness, other: NameLikeness): NameLikeness {
  return RANK.indexOf(one) <= RANK.indexOf(other) ? one : other
}

/** What comes behind a name without being of it. */
const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'junior', 'senior'])

/** The words of a name, in Latin letters. */
export function wordsOfName(name: string): readonly string[] {
  const words = latin(nameKey(name)).split(' ')
  return words.filter((word, at) => word !== '' && (at === 0 || !SUFFIXES.has(word)))
}

/** "Jr" and "III" behind either name tell father and son apart. */
export function suffixOf({ surname, given }: Pick<AskedName, 'surname' | 'given'>): string {
  const found = [...nameKey(given).split(' ').slice(1), ...nameKey(surname).split(' ').slice(1)]
  const suffix = found.find((word) => SUFFIXES.has(word)) ?? ''
  return suffix === 'junior' ? 'jr' : suffix === 'senior' ? 'sr' : suffix
}

/** Whether one name is in Latin letters and the other in a script that cannot be read into them, such as Chinese. */
export function isOtherScript(one: AskedName, other: AskedName): boolean {
  const [a, b] = [one, other].map(({ surname, given }) => latin(nameKey(`${surname} ${given}`)))
  const isLatin = (name = ''): boolean => /\p{Script=Latin}/u.test(name)
  return /\p{L}/u.test(a ?? '') && /\p{L}/u.test(b ?? '') && isLatin(a) !== isLatin(b)
}

const SOUND_LETTERS_MIN = 2

/** A short sound alone would make "Kate" of "Cody": the words have to look alike as well. */
function sounds(one: string, other: string): boolean {
  const [heard, again] = [soundsOf(one), soundsOf(other)]
  const isLook = one.charAt(0) === other.charAt(0) || one.slice(1) === other.slice(1)
  const least = isLook ? SOUND_LETTERS_MIN : SOUND_LETTERS_MIN + 1
  return heard.some((sound) => sound.length >= least && again.includes(sound))
}

/** A letter of another script may be two in Latin. */
const INITIAL_LETTERS_MAX = 2

function isInitial(one: string, other: string): boolean {
  return one.length <= INITIAL_LETTERS_MAX && other.startsWith(one)
}

/** One consonant is in too many names. */
const CONSONANTS_MIN = 2

/** Of a script without vowels the consonants are what there is to compare. */
function isSkeletonSame(one: string, other: string): boolean {
  const heard = consonants(one)
  return heard.length >= CONSONANTS_MIN && heard === consonants(other)
}

function word(one: string, other: string, isLoose = false): NameLikeness {
  if (one === other) return 'same'
  if (isLoose && isSkeletonSame(one, other)) return 'variant'
  if (isInitial(one, other) || isInitial(other, one)) return 'initial'
  return isTypo(one, other) || sounds(one, other) ? 'variant' : 'other'
}

function givenWord(one: string, other: string, isLoose = false): NameLikeness {
  const [roots, others] = [rootsOf(one), rootsOf(other)]
  if (one === other) return 'same'
  if (isLoose && isSkeletonSame(one, other)) return 'variant'
  if (roots.some((root) => others.includes(root))) return 'variant'
  if (roots.length > 0 && others.length > 0) return 'other'
  if (isShort(one, other) || isShort(other, one)) return 'variant'
  return word(one, other)
}

/** A short form begins a name by so many letters or ends it by so many, at least; and the name has so many more. */
const SHORT_LETTERS_MIN = 3
const END_LETTERS_MIN = 4
const MORE_LETTERS_MIN = 2

/** "Lety" and "Winnie" are "Let" and "Win" with an ending. */
function stemOf(word: string): string {
  return word.replace(/(?:ie|[aeiouy])$/, '').replace(/([^aeiouy])\1$/, '$1')
}

/** "Raj" and "Encarna" begin a name, "Nando" and "Femi" end one; "Winnie" begins one but for its ending. */
function isShort(one: string, other: string): boolean {
  if (one.length < SHORT_LETTERS_MIN || other.length < one.length + MORE_LETTERS_MIN) return false
  if (other.startsWith(one) || (one.length >= END_LETTERS_MIN && other.endsWith(one))) return true
  const stem = stemOf(one)
  return stem.length >= SHORT_LETTERS_MIN && other.startsWith(stem)
}

/** Alone they are no name in common: "de la Cruz" and "de la Torre" are two. */
const PARTICLES: ReadonlySet<string> = new Set(
  (
    'a ab abu af al am ap ar as ash av az bar bat ben bin bint bu d da dal dall das de del della den der des di do ' +
    'dos du e el en ez fitz het ibn in la las le les lo los mac mc na ni o of op san santa st saint sur t te ten ter ' +
    'un van vande vander vd ver vom von vor y z zu zum zur'
  ).split(' '),
)

/** Two surnames: "García Márquez", "Garcia", and "Garciamarquez" may be one. */
export function compareSurnames(one: string, other: string): NameLikeness {
  const [a, b] = [wordsOfName(one), wordsOfName(other)]
  if (a.length === 0 || b.length === 0) return 'unknown'
  const whole = word(a.join(''), b.join(''), isAbjad(one) || isAbjad(other))
  if (whole === 'same' || whole === 'variant') return whole
  if (a.length === 1 && b.length === 1) return whole
  const isAny = a.some((part) => !PARTICLES.has(part) && part.length > 1 && b.includes(part))
  return isAny ? 'variant' : 'other'
}

type Given = Pick<AskedName, 'given' | 'preferred_given'>

function middleOf(words: readonly string[]): string {
  return words[1] ?? ''
}

/** "María José" and "María Luisa" are sisters, however the first name is alike; "M." may be either. */
function isMiddleOther(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [middleOf(a), middleOf(b)]
  return one !== '' && other !== '' && givenWord(one, other) === 'other' && word(one, other) === 'other'
}

/** "María Peña" without the Peña that is the other's first surname. */
export function withoutSurname(given: string, surname: string): string {
  const [first = '', ...others] = given.trim().split(/\s+/)
  const taken = new Set(wordsOfName(surname))
  return [first, ...others.filter((word) => !wordsOfName(word).some((part) => taken.has(part)))].join(' ')
}

/** Two given names, with what people are called besides. */
export function compareGiven(one: Given, other: Given): NameLikeness {
  const [a, b] = [wordsOfName(one.given), wordsOfName(other.given)]
  const called = [wordsOfName(one.preferred_given), wordsOfName(other.preferred_given)]
  if (a.length === 0 || b.length === 0) return 'unknown'
  const isLoose = isAbjad(one.given) || isAbjad(other.given)
  const first = givenWord(a[0] ?? '', b[0] ?? '', isLoose)
  if (first === 'same') return isMiddleOther(a, b) ? 'other' : 'same'
  const joined = a.length + b.length > 2 ? givenWord(a.join(''), b.join(''), isLoose) : 'other'
  const best = better(first, joined === 'same' ? 'variant' : joined)
  if (best !== 'other') return best === 'variant' && isMiddleOther(a, b) ? 'other' : best
  // Called by the second name, or by one that is in no document.
  const [all, others] = [
    [...a, ...(called[0] ?? [])],
    [...b, ...(called[1] ?? [])],
  ]
  const isCalled = (names: readonly string[], firsts: readonly (string | undefined)[]): boolean =>
    names.some((name) => name.length > 1 && firsts.some((own) => own !== undefined && isForm(name, own)))
  const isSecond = isCalled(all.slice(1), [b[0], called[1]?.[0]]) || isCalled(others.slice(1), [a[0], called[0]?.[0]])
  return isSecond ? 'variant' : 'other'
}

function isForm(one: string, other: string): boolean {
  return ['same', 'variant'].includes(givenWord(one, other))
}
