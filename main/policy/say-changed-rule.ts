/** A rule that was changed at this desk and differs in a folder, in words for the person who decides. Reads only. */
import type { RuleRow } from '../../shared/import/rules-here.ts'
import { instant } from '../../shared/kernel/time.ts'
import { toLocalDate } from '../../shared/kernel/zone.ts'
import { isSettingName } from '../../shared/policy/library-settings.ts'
import { valuesOf } from '../../shared/policy/form-rows.ts'
import { isRowTable, type RowTable } from '../../shared/policy/tables.ts'
import { differences, rowName, ruleWords, settingText, type Names } from '../../shared/words/policy-rows.ts'
import type { Speech } from '../../shared/words/speech.ts'
import type { AskedRule } from '../data-in/judge-rules.ts'
import { staffWhole } from '../store/policy/staff-rows.ts'
import { here } from '../library/here.ts'
import { namesNow, storedValue } from './history.ts'
import { SETTING } from './change-rules.ts'
import type { Library } from '../library/library.ts'

/** "Fine rule late, changed here on Tue, Nov 24. Amount: $0.50 here, $0.25 in the folder." */
export function sayChangedRule(library: Library, speech: Speech, asked: AskedRule): string {
  const { conflict } = speech.words.policy.rows
  const on = speech.date(toLocalDate(instant(asked.at_ms), here(library).branch.zone))
  // Differences of staff are not shown: they can be a badge and a PIN.
  if (asked.table === 'staff') {
    return conflict.staff(library.db.get(staffWhole, { staff_code: asked.key })?.name ?? asked.key, on)
  }
  const what = asked.table === SETTING || isRowTable(asked.table) ? rowName(speech, asked.table, asked.key) : asked.key
  return conflict.all([conflict.changed(what, on), ...differing(library, speech, asked)])
}

function differing(library: Library, speech: Speech, { table, key, ours, says }: AskedRule): readonly string[] {
  const { conflict } = speech.words.policy.rows
  const names = namesNow(library)
  if (table === SETTING) {
    if (!isSettingName(key)) return []
    const [own, other] = [ours, says].map((row) => settingText(speech, key, storedValue(row), names))
    return [conflict.value(own ?? '', other ?? '')]
  }
  if (!isRowTable(table)) return []
  if (ours === null) return [conflict.deleted_here(whole(speech, table, says, names))]
  if (says === null) return [conflict.not_in_folder(whole(speech, table, ours, names))]
  return differences(speech, table, valuesOf(table, ours) ?? {}, valuesOf(table, says) ?? {}, names).map(
    ({ label, one, other }) => conflict.column(label, one, other),
  )
}

function whole(speech: Speech, table: RowTable, row: RuleRow, names: Names): string {
  const values = row && valuesOf(table, row)
  return values ? ruleWords(speech, table, values, names) : ''
}
