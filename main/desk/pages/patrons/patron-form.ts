/** The fields of a patron's form, as the library's rules ask for them: one way for registering and for editing. */
import type { Field } from '../../../../shared/desk/page.ts'
import type { PatronField } from '../../../../shared/kernel/patron-field.ts'
import { fieldsOf, type Typed } from '../../../../shared/patron/registration.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Library } from '../../../library/library.ts'
import { field } from '../make.ts'

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
  return fieldsOf(library.policy().source.field_rules, category_code).map(({ field: name, need }) =>
    field(`typed.${name}`, options[name], name === 'born_on' ? 'date' : 'text', {
      value: values[name] ?? '',
      is_required: need === 'required',
      hint: need === 'suggested' ? form.suggested : '',
      // What nobody is asked for is reached by Tab; Enter passes it over.
      only_with: need === 'offered' ? `typed.${name}` : '',
    }),
  )
}

/** The categories of the library as a choice; blank: the first card that fits. */
export function categoryOptions(library: Library): readonly { readonly value: string; readonly label: string }[] {
  return library.policy().source.categories.map((one) => ({ value: one.category_code, label: one.name }))
}
