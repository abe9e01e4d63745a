/**
 * What the form asks of an organization: its name, whom to talk to and a phone, and no birth date. Whoever answers for
 * it is kept where a child's guardian is by name. Pure.
 */
import type { CategoryCode } from '../kernel/ids.ts'
import type { PatronField } from '../kernel/patron-field.ts'
import type { FieldNeed, FieldRule } from '../policy/card-facts.ts'
import { needOf } from './registration.ts'

const NEEDS: Readonly<Partial<Record<PatronField, FieldNeed>>> = {
  given: 'off',
  preferred_given: 'off',
  born_on: 'off',
  phone: 'required',
  guardian: 'required',
  history_consent_kind: 'off',
}

/** The rules of the library, and behind them what is usual of an organization: a rule for its category is before it. */
export function withOrganizations(rules: readonly FieldRule[], codes: readonly string[]): readonly FieldRule[] {
  const usual = codes.flatMap((code) =>
    Object.entries(NEEDS).map(([field_name, need_kind]) => ({
      rule_code: `${code} ${field_name}`,
      field_name: field_name as PatronField,
      category_code: code as CategoryCode,
      need_kind,
    })),
  )
  return usual.length === 0 ? rules : [...rules, ...usual]
}

/** Whether a category is an organization's, by the form of which nobody is born. */
export function isWithoutBirth(rules: readonly FieldRule[], codes: readonly string[], category_code: string): boolean {
  return codes.includes(category_code) && needOf(rules, 'born_on', category_code) === 'off'
}

/** In the order of its form: whom to talk to comes right after its name. */
export function organizationOrder<Row extends { readonly field: PatronField }>(rows: readonly Row[]): readonly Row[] {
  const rank = ({ field }: Row): number => (field === 'surname' ? 0 : field === 'guardian' ? 1 : 2)
  return rows.toSorted((one, other) => rank(one) - rank(other))
}
