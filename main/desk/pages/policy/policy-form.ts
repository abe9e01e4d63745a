/** The forms of the rules pages: a field for every column, with what stands there now. Holds no rule. */
import type { Field } from '../../../../shared/desk/page.ts'
import { listOf, type Option, type PolicyColumn, type Value, type Values } from '../../../../shared/policy/columns.ts'
import { codeInName } from '../../../../shared/policy/rows.ts'
import { tableOf, type RowTable } from '../../../../shared/policy/tables.ts'
import { policyNow } from '../../../policy/changing.ts'
import { field } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const ANY: Option = { value: '*', label: 'Any' }

export type ValueField = Field & { readonly name: `values.${string}` }

/** What a code is chosen from. */
function optionsOf(library: Library, { kind, options, none }: PolicyColumn): readonly Option[] {
  const { categories, item_types, limit_groups, fixed_dates } = policyNow(library)
  const types = item_types.map((one) => ({ value: one.item_type_code as string, label: one.name }))
  switch (kind) {
    case 'branch':
      return [ANY, ...library.branches().map((one) => ({ value: one.branch_code, label: one.name }))]
    case 'category':
      return [ANY, ...categories.map((one) => ({ value: one.category_code, label: one.name }))]
    case 'item-type':
      return [ANY, ...types]
    case 'schedule': {
      const codes = new Set(fixed_dates.map((one) => one.schedule_code))
      return [{ value: '', label: none ?? '' }, ...[...codes].map((code) => ({ value: code, label: code }))]
    }
    case 'target':
      return [
        { value: 'all', label: 'Everything' },
        ...limit_groups.map((one) => ({ value: `group ${one.group_code}`, label: one.name })),
        ...types.map((one) => ({ value: `item-type ${one.value}`, label: one.label })),
      ]
    case 'item-types':
      return types
    default:
      return options
  }
}

function textOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return String(value)
}

function hintOf({ hint, none }: PolicyColumn, text: string): string {
  const empty = none === null ? '' : text === '' ? `Empty: ${none}` : `A lone - : ${none}`
  return [hint, empty].filter((part) => part !== '').join('. ')
}

/** The field of one column. A group's item types are a tick each. */
export function fieldsOf(library: Library, column: PolicyColumn, value: Value): readonly ValueField[] {
  const { name, label, kind, none } = column
  const text = textOf(value)
  const asked = { value: text, is_required: none === null, hint: hintOf(column, text) }
  switch (kind) {
    case 'own-code':
    case 'code':
    case 'text':
      return [field(`values.${name}`, label, 'text', asked)]
    case 'money':
      return [field(`values.${name}`, label, 'money', asked)]
    case 'count':
      return [field(`values.${name}`, label, 'number', asked)]
    case 'date':
      return [field(`values.${name}`, label, 'date', asked)]
    case 'tick':
      return [field(`values.${name}`, label, 'tick', { ...asked, is_required: false })]
    case 'item-types': {
      const chosen = listOf(value)
      return optionsOf(library, column).map((type) =>
        field(`values.${name}.${codeInName(type.value)}`, type.label, 'tick', {
          value: chosen.includes(type.value) ? 'yes' : '',
        }),
      )
    }
    default:
      return [field(`values.${name}`, label, 'choice', { ...asked, options: [...optionsOf(library, column)] })]
  }
}

/** Every field of a row. One that is there already keeps its name, which is not asked. */
export function rowFields(library: Library, table: RowTable, row: Values, is_new: boolean): readonly ValueField[] {
  return tableOf(table)
    .columns.filter((column) => is_new || column.kind !== 'own-code')
    .flatMap((column) =>
      fieldsOf(library, column, is_new && column.kind === 'own-code' ? '' : (row[column.name] ?? null)),
    )
}
