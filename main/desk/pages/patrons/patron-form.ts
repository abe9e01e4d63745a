/** The fields of a patron's form, as the library's rules ask for them: one way for registering and for editing. */
import type { Field } from '../../../../shared/desk/page.ts'
import {
  isChoiceField,
  PATRON_CHOICES,
  type ChoiceField,
  type PatronField,
} from '../../../../shared/kernel/patron-field.ts'
import type { FieldNeed } from '../../../../shared/policy/card-facts.ts'
import type { NameProof } from '../../../../shared/patron/name-proofs.ts'
import { organizationOrder } from '../../../../shared/patron/organizations.ts'
import { fieldsOf, type Typed } from '../../../../shared/patron/registration.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Library } from '../../../library/library.ts'
import { fieldRulesOf, isOrganization } from '../../../library/organizations.ts'
import { field } from '../make.ts'

/** Under which heading each field is. */
const GROUPS: Readonly<Record<PatronField, 'name' | 'address' | 'contact'>> = {
  surname: 'name',
  given: 'name',
  preferred_given: 'name',
  born_on: 'name',
  postal_code: 'address',
  city: 'address',
  region: 'address',
  street: 'address',
  phone: 'contact',
  email: 'contact',
  guardian: 'contact',
  language: 'contact',
  notice_kind: 'contact',
  history_consent_kind: 'contact',
  news_consent_kind: 'contact',
}
/** A few characters fill them. */
const SHORT: ReadonlySet<PatronField> = new Set<PatronField>(['postal_code', 'region', 'phone', 'language'])

function kindOf(name: PatronField): Field['kind'] {
  if (isChoiceField(name) || name === 'language') return 'choice'
  return name === 'born_on' ? 'birth-date' : 'text'
}

function optionsOf(speech: Speech, name: PatronField, now: string): Field['options'] {
  if (name === 'language') return [...speech.languages(now)]
  return isChoiceField(name) ? [...choiceOptions(speech, name)] : []
}

function choiceOptions({ words }: Speech, name: ChoiceField): readonly Field['options'][number][] {
  const labels: Readonly<Record<string, string>> = words.pages.patrons.form.choices[name]
  return PATRON_CHOICES[name].map((value) => ({ value, label: labels[value] ?? value }))
}

function hintOf({ words, typed_birth }: Speech, name: PatronField, need: FieldNeed): string {
  const { form } = words.pages.patrons
  if (name === 'city') return form.place_hint
  const suggested = need === 'suggested' ? form.suggested : ''
  return [name === 'born_on' ? typed_birth : '', suggested].filter((part) => part !== '').join(' · ')
}

type TypedName = `typed.${PatronField}`

/** Each field with what is in it at first; those that the library leaves out are not there. */
export function typedFields(
  library: Library,
  speech: Speech,
  category_code: string,
  values: Partial<Typed> = {},
): readonly (Field & { readonly name: TypedName })[] {
  const { options } = speech.words.policy.tables.field_rule.columns.field_name
  const { form } = speech.words.pages.patrons
  const isOrganized = isOrganization(library, category_code)
  const fields = fieldsOf(fieldRulesOf(library), category_code)
  const asked = isOrganized ? organizationOrder(fields) : fields
  const labels = isOrganized ? { ...options, ...form.organization.fields } : options
  // Whom to talk to is asked with the name of an organization.
  const groupOf = (name: PatronField) => (isOrganized && name === 'guardian' ? 'name' : GROUPS[name])
  const isFirst = (name: PatronField): boolean =>
    asked.find((one) => groupOf(one.field) === groupOf(name))?.field === name
  return asked.map(({ field: name, need }) =>
    field(`typed.${name}`, labels[name], kindOf(name), {
      value: values[name] ?? '',
      options: optionsOf(speech, name, values[name] ?? ''),
      is_required: need === 'required',
      hint: hintOf(speech, name, need),
      // What nobody is asked for is reached by Tab; Enter passes it over, and the town, which the ZIP code says.
      only_with: need === 'offered' || name === 'city' ? `typed.${name}` : '',
      is_beside: SHORT.has(name),
      group: isFirst(name) ? form.groups[groupOf(name)] : '',
    }),
  )
}

/** What was seen for a changed name, in the words of the library or else the program's. */
export function nameProofText({ words }: Speech, proof: NameProof): string {
  return proof.by === 'library' ? proof.name : words.pages.patrons.form.name_proofs[proof.code]
}

/** The categories of the library as a choice; blank: the first card that fits. */
export function categoryOptions(library: Library): readonly { readonly value: string; readonly label: string }[] {
  return library.policy().source.categories.map((one) => ({ value: one.category_code, label: one.name }))
}

/** The home branch, where the library has more than one. */
export function branchField(library: Library, label: string, branch_code: string) {
  const options = library.branches().map((one) => ({ value: one.branch_code, label: one.name }))
  if (options.length < 2) return []
  return [field('branch_code', label, 'choice', { value: branch_code, is_required: true, options })]
}
