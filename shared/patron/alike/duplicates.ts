/**
 * Whether somebody who is being registered may be a patron already: points for and against, fact by fact, after Fellegi
 * and Sunter. Pure: gives the points, how sure that is, and why. Twins and father and son are told apart by the given
 * name and the birth date, whatever else they share.
 */
import {
  compareAreas,
  compareBorn,
  compareEmails,
  compareHouses,
  comparePhones,
  yearsBetween,
  type FactLikeness,
} from './compare-facts.ts'
import {
  compareGiven,
  compareSurnames,
  isOtherScript,
  suffixOf,
  withoutSurname,
  type NameLikeness,
} from './compare-names.ts'

/** What is typed, or known of a patron; an empty text or null is not known. */
export type Identity = {
  readonly surname: string
  readonly given: string
  readonly preferred_given: string
  readonly born_on: string | null
  readonly phone: string
  readonly email: string
  readonly street: string
  readonly postal_code: string
}

/** Why two are thought to be one, in the order in which it is told. */
const ALIKE_FACTS = ['name', 'name-variant', 'name-swapped', 'born', 'born-near', 'phone', 'email', 'house'] as const
export type AlikeFact = (typeof ALIKE_FACTS)[number]

export type Alike = {
  readonly points: number
  /** `certain`: registering asks why it is another person; `likely`: shown; `no`: not shown. */
  readonly sure: 'certain' | 'likely' | 'no'
  readonly facts: readonly AlikeFact[]
}

/** At least so many to be shown, and to be asked about. */
const LIKELY_POINTS_MIN = 9
const CERTAIN_POINTS_MIN = 13

const SURNAME: Readonly<Record<NameLikeness, number>> = { same: 4, variant: 3, initial: 0, unknown: 0, other: -5 }
const GIVEN: Readonly<Record<NameLikeness, number>> = { same: 4, variant: 3, initial: 1.5, unknown: 0, other: -20 }
const BORN: Readonly<Record<FactLikeness, number>> = { same: 6, near: 4, unknown: 0, other: -6 }
const PHONE: Readonly<Record<FactLikeness, number>> = { same: 4, near: 2, unknown: 0, other: -0.5 }
const EMAIL: Readonly<Record<FactLikeness, number>> = { same: 5, near: 3, unknown: 0, other: -0.5 }
const HOUSE: Readonly<Record<FactLikeness, number>> = { same: 3, near: 2, unknown: 0, other: 0 }
const AREA: Readonly<Record<FactLikeness, number>> = { same: 1, near: 0, unknown: 0, other: 0 }

/** Father and son, aunt and niece: too far apart for a slip of the hand. */
const GENERATION_YEARS_MIN = 15
const OTHER_PERSON_POINTS = -20

type Names = { readonly points: number; readonly facts: readonly AlikeFact[]; readonly isKnown: boolean }

function straight(one: Identity, other: Identity): Names {
  // Of a name that cannot be read, the birth date with the phone or the house says enough.
  if (isOtherScript(one, other)) return { points: 0, facts: [], isKnown: true }
  const surname = compareSurnames(one.surname, other.surname)
  const [ours, theirs] = [withoutSurname(one.given, other.surname), withoutSurname(other.given, one.surname)]
  const given = compareGiven({ ...one, given: ours }, { ...other, given: theirs })
  const isWhole = surname === 'same' && given === 'same'
  const isForm = surname !== 'other' && given !== 'other'
  const facts = isWhole ? (['name'] as const) : isForm ? (['name-variant'] as const) : []
  return { points: SURNAME[surname] + GIVEN[given], facts, isKnown: given !== 'unknown' }
}

/** First and last name in each other's fields. */
function swapped(one: Identity, other: Identity): Names {
  const surname = compareSurnames(one.given, other.surname)
  const given = compareGiven({ given: one.surname, preferred_given: '' }, other)
  const isSwapped = [surname, given].every((likeness) => likeness === 'same' || likeness === 'variant')
  const points = SURNAME[surname] + GIVEN[given] - 1
  return { points, facts: isSwapped ? ['name-swapped'] : [], isKnown: true }
}

function apart(one: Identity, other: Identity): number {
  const [suffix, others] = [suffixOf(one), suffixOf(other)]
  if (suffix !== '' && others !== '' && suffix !== others) return OTHER_PERSON_POINTS
  const born = compareBorn(one.born_on, other.born_on)
  const isGeneration = born === 'other' && yearsBetween(one.born_on, other.born_on) >= GENERATION_YEARS_MIN
  return isGeneration ? OTHER_PERSON_POINTS : 0
}

/** @param one what is typed. @param other a patron */
export function alike(one: Identity, other: Identity): Alike {
  const [plain, crossed] = [straight(one, other), swapped(one, other)]
  const names = crossed.facts.length > 0 && crossed.points > plain.points ? crossed : plain
  const born = compareBorn(one.born_on, other.born_on)
  const phone = comparePhones(one.phone, other.phone)
  const email = compareEmails(one.email, other.email)
  const house = compareHouses(one.street, other.street)
  const area = compareAreas(one.postal_code, other.postal_code)
  const beside = BORN[born] + PHONE[phone] + EMAIL[email] + HOUSE[house]
  const points = names.points + beside + AREA[area] + apart(one, other)
  const told = (likeness: FactLikeness, same: AlikeFact, near: AlikeFact = same): readonly AlikeFact[] =>
    likeness === 'same' ? [same] : likeness === 'near' ? [near] : []
  const facts = [
    ...names.facts,
    ...told(born, 'born', 'born-near'),
    ...told(phone, 'phone'),
    ...told(email, 'email'),
    ...told(house, 'house'),
  ]
  // A name alone is no evidence: half a town is called Smith.
  const isShown = points >= LIKELY_POINTS_MIN && facts.length > names.facts.length && names.isKnown
  return { points, sure: !isShown ? 'no' : points >= CERTAIN_POINTS_MIN ? 'certain' : 'likely', facts }
}

/** How many fields have to be filled in, both names among them, before anybody is looked for. */
const FIELDS_MIN = 3

export function isEnough(typed: Identity): boolean {
  const { surname, given, preferred_given: _, ...others } = typed
  const others_count = Object.values(others).filter((text) => (text ?? '').trim() !== '').length
  return surname.trim() !== '' && given.trim() !== '' && others_count + 2 >= FIELDS_MIN
}

/** The best first, at most `most` of them. */
export function mostAlike<Found extends { readonly alike: Alike }>(found: readonly Found[], most: number): Found[] {
  return found
    .filter((one) => one.alike.sure !== 'no')
    .toSorted((a, b) => b.alike.points - a.alike.points)
    .slice(0, most)
}
