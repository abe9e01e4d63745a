/** English for the library's rules. */
import { USUAL_CASH } from './policy/cash.ts'
import { CHECKS, LEADS } from './policy/checks.ts'
import { atField, PROBLEMS, THE_ROW } from './policy/problems.ts'
import { ROWS } from './policy/rows.ts'
import { AREAS, SETTINGS } from './policy/settings.ts'
import { TABLES } from './policy/tables.ts'

export const POLICY_WORDS = {
  tables: TABLES,
  areas: AREAS,
  settings: SETTINGS,
  usual_cash: USUAL_CASH,
  rows: ROWS,
  findings: CHECKS,
  leads: LEADS,
  problems: PROBLEMS,
  at_field: atField,
  the_row: THE_ROW,
  field: { value: 'Value', yes: 'Yes' },
}
