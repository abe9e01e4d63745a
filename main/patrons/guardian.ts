/** Links a guardian, or ends it: reads the two, asks the rules, makes the entry. Records nothing itself. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { GuardianFault } from '../../shared/kernel/patron-field.ts'
import { guardianFault, guardianOfFamily, isGuardianshipOver } from '../../shared/patron/guardians.ts'
import { LENGTHS_MAX } from '../../shared/patron/registration.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { ageHere } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { childrenOf, guardianOf } from '../store/circulation/eligibility-rows.ts'
import { patronById } from '../store/patrons/patron-rows.ts'
import { personOf } from './card-choice.ts'
import { cardNamed } from './card-named.ts'
import { NOTHING, wordsText } from './words-text.ts'

export type Guardian = { readonly patron_id: PatronId; readonly name: string }

/** Whether somebody is the guardian of a patron. */
export function hasWards({ db }: Library, patron_id: PatronId): boolean {
  return db.all(childrenOf, { patron_id }).length > 0
}

function factOf(library: Library, patron_id: PatronId) {
  const row = library.db.get(patronById, { patron_id })
  if (!row) return null
  const age_count = ageHere(library, row.born_on)
  const guardian_patron_id = library.db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  const whole = [row.given, row.surname].filter((part) => part !== '').join(' ')
  const name = Array.from(whole).slice(0, LENGTHS_MAX.guardian).join('')
  const has_wards = hasWards(library, patron_id)
  return { patron_id, age_count, guardian_patron_id, has_wards, name, guardian: row.guardian }
}

/** Who would answer for the next child of this patron's family; or why they cannot. */
export function guardianInFamily(library: Library, member: PatronId, age_count: number | null) {
  const of = factOf(library, member)
  const guardian = of && factOf(library, guardianOfFamily(of) as PatronId)
  return foundOr(guardian, guardianFault(guardian, { patron_id: null, age_count, has_wards: false }))
}

function foundOr(guardian: Guardian | null, fault: GuardianFault | null): Guardian | GuardianFault {
  if (guardian === null || fault !== null) return fault ?? 'unknown'
  return { patron_id: guardian.patron_id, name: guardian.name }
}

export function linkingGuardian(library: Library, patron_id: PatronId, barcode: string): Gathering | Refusal {
  const ward = factOf(library, patron_id)
  if (!ward) return refuse('patron-gone')
  const card = cardNamed(library, barcode)
  const guardian = card && factOf(library, card.patron_id)
  const found = foundOr(guardian, guardianFault(guardian, ward))
  if (typeof found === 'string') return refuse('guardian-unfit', { fault: found })
  const fields = { guardian: found.name, guardian_patron_id: found.patron_id }
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'guardian-linked', body: {} }, wordsText({ ...NOTHING, fields }))
  return gathered
}

/** Whether nobody would answer for somebody whose card is for a child with a guardian. */
function isGuardianAsked(library: Library, patron_id: PatronId, age_count: number | null): boolean {
  const person = personOf(library, patron_id)
  return !isRefusal(person) && person.terms.is_guardian_required && !isGuardianshipOver(age_count)
}

/** @param isMeant a person was asked already whether nobody is to answer for them */
export function endingGuardian(library: Library, patron_id: PatronId, isMeant: boolean): Gathering | Refusal {
  const ward = factOf(library, patron_id)
  if (!ward) return refuse('patron-gone')
  if (ward.guardian_patron_id === null && ward.guardian === '') return refuse('guardian-none')
  if (!isMeant && isGuardianAsked(library, patron_id, ward.age_count)) return refuse('guardian-needed')
  const fields = { guardian: '', guardian_patron_id: null }
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'guardian-unlinked', body: {} }, wordsText({ ...NOTHING, fields }))
  return gathered
}
