/** A rule that was changed at this desk and differs in a folder, in words for the person who decides. Reads only. */
import { sayDate } from '../../shared/kernel/say-date.ts'
import type { RuleRow } from '../../shared/import/rules-here.ts'
import { instant } from '../../shared/kernel/time.ts'
import { toLocalDate } from '../../shared/kernel/zone.ts'
import { ruleWords, valueWords, type Names } from '../../shared/circulation/policy-check/row-words.ts'
import { valuesOf } from '../../shared/policy/rows.ts'
import { isRowTable, tableOf, type RowTable } from '../../shared/policy/tables.ts'
import type { AskedRule } from '../data-in/judge-rules.ts'
import { staffWhole } from '../store/policy/staff-rows.ts'
import { here } from '../library/here.ts'
import { namesNow, rowName, settingText } from './history.ts'
import { SETTING } from './changing.ts'
import type { Library } from '../library/library.ts'

/** "Fine rule late, changed here on Tue, Nov 24. Amount: $0.50 here, $0.25 in the folder." */
export function sayChangedRule(library: Library, asked: AskedRule): string {
  const { branch, today } = here(library)
  const on = sayDate(toLocalDate(instant(asked.at_ms), branch.zone), today)
  if (asked.table === 'staff') return `${staffName(library, asked.key)}, changed here on ${on}, and in the folder too.`
  const said = differences(library, asked)
  return `${[`${rowName(asked.table, asked.key)}, changed here on ${on}`, ...said].join('. ')}.`
}

/** Their differences are not shown: they can be a badge and a PIN. */
function staffName(library: Library, staff_code: string): string {
  return `Staff ${library.db.get(staffWhole, { staff_code })?.name ?? staff_code}`
}

function differences(library: Library, { table, ours, says }: AskedRule): readonly string[] {
  if (table === SETTING) return [twoSides(settingText(ours), settingText(says))]
  if (!isRowTable(table)) return []
  const names = namesNow(library)
  if (ours === null) return [`Dropped here; in the folder: ${whole(table, says, names)}`]
  if (says === null) return [`Here: ${whole(table, ours, names)}; not in the folder`]
  const [here_values, folder_values] = [valuesOf(table, ours) ?? {}, valuesOf(table, says) ?? {}]
  return tableOf(table).columns.flatMap((column) => {
    const own = valueWords(column, here_values[column.name] ?? null, names)
    const other = valueWords(column, folder_values[column.name] ?? null, names)
    return own === other ? [] : [`${column.label}: ${twoSides(own, other)}`]
  })
}

function whole(table: RowTable, row: RuleRow, names: Names): string {
  const values = row && valuesOf(table, row)
  return values ? ruleWords(table, values, names) : ''
}

function twoSides(ours: string, folder: string): string {
  return `${ours || 'nothing'} here, ${folder || 'nothing'} in the folder`
}
