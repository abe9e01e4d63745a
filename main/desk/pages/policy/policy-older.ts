/** Rows of the rules as loans from before a change still have them, on the page of their table. Decides nothing. */
import type { Act, PageRow, Section } from '../../../../shared/desk/page.ts'
import type { PolicyVersion } from '../../../../shared/policy/policy-versions.ts'
import { isSettingName } from '../../../../shared/policy/library-settings.ts'
import { capital } from '../../../../shared/desk/words/words.ts'
import { storedRow, valuesOf } from '../../../../shared/policy/form-rows.ts'
import { isRowTable } from '../../../../shared/policy/tables.ts'
import { rowName, ruleWords, settingText } from '../../../../shared/words/policy-rows.ts'
import type { ChangedTable } from '../../../policy/change-rules.ts'
import { namesNow, storedValue } from '../../../policy/history.ts'
import { olderRows } from '../../../policy/older-loans.ts'
import { act, callOf, cell, row, table } from '../make.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'

const SHOWN_MAX = 20

/** @param isShown which rows: those of this page */
export function olderSection(
  desk: Desk,
  name: ChangedTable,
  isShown: (key: string) => boolean = () => true,
): readonly Section[] {
  const rows = olderRows(desk.library, name).filter((one) => isShown(one.row_key))
  if (rows.length === 0) return []
  const { heading, columns } = speechOf(desk).words.pages.policy.older
  return [
    table({
      section_id: 'older',
      heading,
      columns: [columns.entry, columns.until, columns.says],
      rows: rows.slice(0, SHOWN_MAX).map((one) => olderRow(desk, name, one)),
      empty: '',
    }),
  ]
}

function olderRow(desk: Desk, name: ChangedTable, version: PolicyVersion): PageRow {
  const speech = speechOf(desk)
  const { row_key } = version
  return row({
    row_id: `older ${row_key}`,
    cells: [
      cell(isSettingName(row_key) ? rowName(speech, 'library_setting', row_key) : row_key),
      cell(speech.moment(version.until_at)),
      cell(wordsOf(desk, version)),
    ],
    acts: [applyAct(desk, name, row_key)],
  })
}

function wordsOf(desk: Desk, { table: name, row_key, fact }: PolicyVersion): string {
  const speech = speechOf(desk)
  const names = namesNow(desk.library)
  if (isSettingName(row_key) && name === 'library_setting') {
    return settingText(speech, row_key, storedValue(fact), names)
  }
  if (fact === null || !isRowTable(name)) return speech.words.pages.policy.older.none
  const values = valuesOf(name, storedRow(fact as Parameters<typeof storedRow>[0]))
  return values ? capital(ruleWords(speech, name, values, names)) : ''
}

function applyAct(desk: Desk, name: ChangedTable, key: string): Act {
  const speech = speechOf(desk)
  const { apply, apply_says } = speech.words.pages.policy.older
  return act({
    key: 'L',
    label: apply,
    says: apply_says(rowName(speech, name, key)),
    is_grave: true,
    call: callOf('policy.apply-row', { table: name, key }),
  })
}
