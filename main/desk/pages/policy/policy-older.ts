/** Rows of the rules as loans from before a change still have them, on the page of their table. Decides nothing. */
import type { Act, PageRow, Section } from '../../../../shared/desk/page.ts'
import type { PolicyVersion } from '../../../../shared/policy/policy-versions.ts'
import { isSettingName } from '../../../../shared/policy/library-settings.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { capital } from '../../../../shared/desk/words/words.ts'
import { ruleWords, valueWords } from '../../../../shared/circulation/policy-check/row-words.ts'
import { storedRow, valuesOf } from '../../../../shared/policy/rows.ts'
import { SETTINGS_ASKED, settingLabel } from '../../../../shared/policy/settings.ts'
import { isRowTable, tableOf } from '../../../../shared/policy/tables.ts'
import { here } from '../../../library/here.ts'
import type { ChangedTable } from '../../../policy/changing.ts'
import { namesNow } from '../../../policy/history.ts'
import { olderRows } from '../../../policy/older-loans.ts'
import { act, callOf, cell, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

const SHOWN_MAX = 20

/** @param isShown which rows: those of this page */
export function olderSection(
  library: Library,
  name: ChangedTable,
  isShown: (key: string) => boolean = () => true,
): readonly Section[] {
  const rows = olderRows(library, name).filter((one) => isShown(one.row_key))
  if (rows.length === 0) return []
  return [
    table({
      section_id: 'older',
      heading: 'As it was, for loans already made',
      columns: ['Entry', 'For loans from before', 'What they keep'],
      rows: rows.slice(0, SHOWN_MAX).map((one) => olderRow(library, name, one)),
      empty: '',
    }),
  ]
}

function olderRow(library: Library, name: ChangedTable, version: PolicyVersion): PageRow {
  const { branch, today } = here(library)
  const { row_key } = version
  return row({
    row_id: `older ${row_key}`,
    cells: [
      cell(isSettingName(row_key) ? settingLabel(row_key) : row_key),
      cell(sayMoment(version.until_at, branch.zone, today)),
      cell(wordsOf(library, version)),
    ],
    acts: [applyAct(name, row_key)],
  })
}

function wordsOf(library: Library, { table: name, row_key, fact }: PolicyVersion): string {
  const names = namesNow(library)
  if (isSettingName(row_key) && name === 'library_setting') {
    const { column } = SETTINGS_ASKED[row_key]
    const value = fact?.['value']
    return fact === null ? 'as usual' : valueWords(column, settingValueOf(value), names)
  }
  if (fact === null || !isRowTable(name)) return 'there was none'
  const values = valuesOf(name, storedRow(fact as Parameters<typeof storedRow>[0]))
  return values ? capital(ruleWords(name, values, names)) : ''
}

/** As the column has it: a tick is yes or no in the file. */
function settingValueOf(value: unknown): string | boolean {
  return value === 'yes' || value === 'no' ? value === 'yes' : String(value)
}

function applyAct(name: ChangedTable, key: string): Act {
  const what = isRowTable(name) ? `${tableOf(name).one} ${key}` : isSettingName(key) ? settingLabel(key) : key
  return act({
    key: 'L',
    label: 'Loans already made too',
    says: `${what}, as it is now, holds for loans already made too. Fines that run change with it; none is sent back.`,
    is_grave: true,
    call: callOf('policy.apply-row', { table: name, key }),
  })
}
