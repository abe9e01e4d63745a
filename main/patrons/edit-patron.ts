/** Changes who a patron is: only what differs is put, and only what was changed is checked. Records nothing itself. */
import type { PatronWords } from '../../shared/journal/events/patrons.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { CONSENT_FIELDS, PATRON_FIELDS, type PatronField } from '../../shared/kernel/patron-field.ts'
import type { ChosenFault } from '../../shared/patron/cards.ts'
import { isGuardianshipOver, isMinor } from '../../shared/patron/guardians.ts'
import { isNameChanged, nameProofs } from '../../shared/patron/name-proofs.ts'
import { fieldProblem, needOf, type Typed } from '../../shared/patron/registration.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { ageHere, here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { guardianOf } from '../store/circulation/eligibility-rows.ts'
import { homeAddress, personById } from '../store/patrons/person-rows.ts'
import { checkedOnOf } from './check-record.ts'
import { bornOf, choiceOf, chosenAgainst, homeLibraryOf, termsOf, unfitFields } from './card-choice.ts'
import { hasWards } from './guardian.ts'
import { fieldRulesOf, isBornOrganization } from '../library/organizations.ts'
import { addressOf } from './register.ts'
import { NOTHING, wordsText } from './words-text.ts'

export type Edit = { readonly typed: Typed; readonly category_code: string; readonly branch_code: string }
type Asked = Pick<Edit, 'typed' | 'category_code'>

/** What the form shows of a patron; null when they are gone. */
export function typedOf(library: Library, patron_id: PatronId): Edit | null {
  const row = library.db.get(personById, { patron_id })
  if (!row) return null
  const address = library.db.get(homeAddress, { patron_id })
  const { street = '', city = '', region = '', postal_code = '' } = address ?? {}
  const { surname, given, preferred_given, born_on, phone, email, guardian, language, category_code, branch_code } = row
  const { notice_kind, history_consent_kind, news_consent_kind } = row
  const agreed = { notice_kind, history_consent_kind, news_consent_kind }
  const who = { surname, given, preferred_given, born_on: born_on ?? '', phone, email, guardian, language, ...agreed }
  return { typed: { ...who, street, city, region, postal_code }, category_code, branch_code }
}

const ADDRESS: ReadonlySet<string> = new Set(['street', 'city', 'region', 'postal_code'])

function isWard({ db }: Library, patron_id: PatronId): boolean {
  return (db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null) !== null
}

/** A guardian who is linked is nobody else by name, and whoever is one does not become a child. */
function familyFault(library: Library, patron_id: PatronId, changed: readonly PatronField[], typed: Typed) {
  if (changed.includes('guardian') && isWard(library, patron_id)) return { field: 'guardian', fault: 'linked' } as const
  const born_on = changed.includes('born_on') ? bornOf(typed.born_on) : null
  const isChild = isMinor(ageHere(library, born_on))
  return isChild && hasWards(library, patron_id) ? ({ field: 'born_on', fault: 'has-wards' } as const) : null
}

/** A blank field that a card of another category asks for, and one of the former category did not. */
function missingFor(library: Library, patron_id: PatronId, { typed, category_code }: Asked, before: Edit) {
  if (category_code === before.category_code) return null
  const field_rules = fieldRulesOf(library)
  const isRequired = (field: PatronField, code: string): boolean => needOf(field_rules, field, code) === 'required'
  const isNew = (field: PatronField): boolean =>
    isRequired(field, category_code) && !isRequired(field, before.category_code)
  const missing = PATRON_FIELDS.find((field) => typed[field].trim() === '' && isNew(field))
  if (missing !== undefined) return missing
  return isGuardianMissing(library, patron_id, { typed, category_code }) ? 'guardian' : null
}

function isGuardianMissing(library: Library, patron_id: PatronId, { typed, category_code }: Asked): boolean {
  const terms = termsOf(library, category_code, choiceOf(library, typed).offered)
  const isAnswered = typed.guardian.trim() !== '' || isWard(library, patron_id)
  return terms?.is_guardian_required === true && !isAnswered
}

/** A guardian by name who is blanked, of a child whose card needs one: to end it is an act of its own, which asks. */
function isGuardianBlanked(library: Library, patron_id: PatronId, edit: Asked, before: Edit): boolean {
  if (before.typed.guardian === '' || edit.typed.guardian.trim() !== '') return false
  const isOver = isGuardianshipOver(ageHere(library, bornOf(edit.typed.born_on)))
  return !isOver && isGuardianMissing(library, patron_id, edit)
}

/** What was seen for a changed name, in the words beside the entry; or that nobody said it. */
function nameFields({ typed, name_proof }: Editing, before: Typed, library: Library): PatronWords['fields'] | Refusal {
  if (!isNameChanged(before, typed)) return {}
  const { proof_kinds } = library.policy().source
  const seen = nameProofs(proof_kinds).find(({ code }) => code === name_proof)
  if (!seen) return refuse('name-proof-missing')
  return { name_proof_code: seen.code, name_changed_on: here(library).today }
}

/** Why another category takes the grant to choose; null: it does not, or the category stays. */
export function chosenInEdit(library: Library, patron_id: PatronId, edit: Asked): ChosenFault | null {
  const { typed, category_code } = edit
  return category_code === typedOf(library, patron_id)?.category_code
    ? null
    : chosenAgainst(library, typed, category_code)
}

/** `branch_code`: null where it stays; `name_proof`: empty where the name stays. */
type Editing = Asked & { readonly branch_code: string | null; readonly name_proof: string }

/** Another home branch, if the library has it. */
function branchFields(
  library: Library,
  branch_code: string,
  before: Edit,
): Pick<PatronWords['fields'], 'branch_code'> | Refusal {
  if (branch_code === before.branch_code) return {}
  return library.branch(branch_code) ? { branch_code } : refuse('branch-unknown', { branch: branch_code })
}

/** The library that the new address belongs to: it goes with the address, as at a registration. */
function homeLibrary(library: Library, patron_id: PatronId, typed: Typed): PatronWords['fields'] {
  const { residency } = choiceOf(library, typed)
  const home_library_name = homeLibraryOf(residency)
  const now = library.db.get(personById, { patron_id })?.home_library_name
  return residency === null || home_library_name === now ? {} : { home_library_name }
}

/** Another address that the patron tells is the answer to the question for it. */
function isTold(address: NonNullable<PatronWords['address']>): boolean {
  return Object.values(address).some((part) => part !== '')
}

/** The entry that changes a patron, or why not. */
export function editing(library: Library, patron_id: PatronId, edit: Editing): Gathering | Refusal {
  const { typed, category_code } = edit
  const before = typedOf(library, patron_id)
  if (!before) return refuse('patron-gone')
  const { categories } = library.policy().source
  const field_rules = fieldRulesOf(library)
  if (!categories.some((one) => one.category_code === category_code)) return refuse('card-category-missing')
  const changed = PATRON_FIELDS.filter((field) => typed[field].trim() !== before.typed[field])
  const { today } = here(library)
  for (const field of changed) {
    const problem = fieldProblem(field, typed[field], needOf(field_rules, field, category_code), today)
    const limit = problem && 'most' in problem ? problem.most : 0
    if (problem) return refuse('patron-field-wrong', { field, fault: problem.code, limit })
  }
  const isBlanked = isGuardianBlanked(library, patron_id, edit, before)
  const missing = isBlanked ? 'guardian' : missingFor(library, patron_id, edit, before)
  if (missing) return refuse('patron-field-wrong', { field: missing, fault: 'required', limit: 0 })
  const isOther = category_code !== before.category_code
  if (isOther && isBornOrganization(library, category_code, typed.born_on)) {
    return refuse('patron-field-wrong', { field: 'born_on', fault: 'organization', limit: 0 })
  }
  const unfit = familyFault(library, patron_id, changed, typed)
  if (unfit) return refuse('patron-field-wrong', { ...unfit, limit: 0 })
  const branch = branchFields(library, edit.branch_code ?? before.branch_code, before)
  if (isRefusal(branch)) return branch
  if (changed.length === 0 && !isOther && branch.branch_code === undefined) return refuse('patron-unchanged')
  const named = nameFields(edit, before.typed, library)
  if (isRefusal(named)) return named
  const own = changed.filter((field) => !ADDRESS.has(field))
  const texts = own.map((field) => [field, field === 'born_on' ? bornOf(typed.born_on) : typed[field].trim()])
  const category = isOther ? { category_code } : {}
  const consent = changed.some((field) => CONSENT_FIELDS.has(field)) ? { consented_on: today } : {}
  // Parsed by its shape before it is recorded (wordsText).
  const isMoved = own.length < changed.length
  const address = isMoved ? (addressOf(typed) ?? { street: '', city: '', region: '', postal_code: '' }) : null
  const checked = address && isTold(address) ? { address_checked_on: checkedOnOf(library, patron_id) } : {}
  const told = Object.fromEntries(texts) as PatronWords['fields']
  const row = isMoved || isOther ? library.db.get(personById, { patron_id }) : null
  const unfit_on = row ? unfitFields(library, row, typed, { category_code, expires_on: row.expires_on }) : {}
  const fields = {
    ...consent,
    ...named,
    ...checked,
    ...told,
    ...category,
    ...branch,
    ...unfit_on,
    ...(isMoved && homeLibrary(library, patron_id, typed)),
  }
  const gathered = new Gathering()
  gathered.about(patron_id, { kind: 'patron-changed', body: {} }, wordsText({ ...NOTHING, fields, address }))
  return gathered
}
