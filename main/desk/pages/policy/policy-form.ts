/** The forms of the rules pages: a field for every column, with what stands there now. Holds no rule. */
import type { Field } from '../../../../shared/desk/page.ts'
import { listOf, type PolicyColumn, type Value, type Values } from '../../../../shared/policy/columns.ts'
import { codeInName } from '../../../../shared/policy/form-rows.ts'
import { tableOf, type RowTable } from '../../../../shared/policy/tables.ts'
import { columnWords } from '../../../../shared/words/policy-rows.ts'
import type { AnyColumnWords } from '../../../../shared/words/policy-words.ts'
import { policyNow } from '../../../policy/change-rules.ts'
import { field } from '../make.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'

type Option = Field['options'][number]

export type ValueField = Field & { readonly name: `values.${string}` }

/** What a code is chosen from. */
function optionsOf(desk: Desk, { kind, options }: PolicyColumn, said: AnyColumnWords): readonly Option[] {
  const { library } = desk
  const { rows } = speechOf(desk).words.policy
  const any = { value: '*', label: rows.any }
  const { categories, item_types, limit_groups, fixed_dates } = policyNow(library)
  const types = item_types.map((one) => ({ value: one.item_type_code as string, label: one.name }))
  switch (kind) {
    case 'branch':
      return [any, ...library.branches().map((one) => ({ value: one.branch_code, label: one.name }))]
    case 'category':
      return [any, ...categories.map((one) => ({ value: one.category_code, label: one.name }))]
    case 'item-type':
      return [any, ...types]
    case 'schedule': {
      const codes = new Set(fixed_dates.map((one) => one.schedule_code))
      return [{ value: '', label: said.none ?? '' }, ...[...codes].map((code) => ({ value: code, label: code }))]
    }
    case 'target':
      return [
        { value: 'all', label: rows.all_items },
        ...limit_groups.map((one) => ({ value: `group ${one.group_code}`, label: one.name })),
        ...types.map((one) => ({ value: `item-type ${one.value}`, label: one.label })),
      ]
    case 'item-types':
      return types
    default:
      return options.map((value) => ({ value, label: said.options?.[value] ?? value }))
  }
}

function textOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return String(value)
}

function hintOf(desk: Desk, name: string, { hint = '', none }: AnyColumnWords): string {
  const { blank, this_desk } = speechOf(desk).words.pages.policy.form
  const own = name === 'terminal_code' ? this_desk(desk.library.journal.terminal) : ''
  const empty = none === undefined ? '' : blank(none)
  return [hint, own, empty].filter((part) => part !== '').join('. ')
}

/** The field of one column. A group's item types are a tick each. */
export function fieldsOf(desk: Desk, column: PolicyColumn, said: AnyColumnWords, value: Value): readonly ValueField[] {
  const { name, kind, is_optional, options } = column
  const { label = name } = said
  const text = textOf(value)
  if (options.length > 0 && kind === 'own-code') {
    return [
      field(`values.${name}`, label, 'choice', { is_required: true, options: [...optionsOf(desk, column, said)] }),
    ]
  }
  const asked = { value: text, is_required: !is_optional, hint: hintOf(desk, name, said) }
  switch (kind) {
    case 'own-code':
    case 'code':
    case 'letter':
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
      return optionsOf(desk, column, said).map((type) =>
        field(`values.${name}.${codeInName(type.value)}`, type.label, 'tick', {
          value: chosen.includes(type.value) ? 'yes' : '',
        }),
      )
    }
    default:
      return [field(`values.${name}`, label, 'choice', { ...asked, options: [...optionsOf(desk, column, said)] })]
  }
}

/** Every field of a row. One that is there already keeps its name, which is not asked. */
export function rowFields(desk: Desk, table: RowTable, row: Values, is_new: boolean): readonly ValueField[] {
  return tableOf(table)
    .columns.filter((column) => is_new || column.kind !== 'own-code')
    .flatMap((column) =>
      fieldsOf(
        desk,
        column,
        columnWords(speechOf(desk), table, column.name),
        is_new && column.kind === 'own-code' ? '' : (row[column.name] ?? null),
      ),
    )
}
