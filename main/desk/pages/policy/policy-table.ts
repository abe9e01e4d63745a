/** One area of the rules: its rows in words, its settings, or what was changed. Holds no rule itself. */
import type { SignTally } from '../../../../shared/catalog/shelf/sign-tally.ts'
import { SETTING_NAMES, type SettingName } from '../../../../shared/policy/library-settings.ts'
import { isHeldTable } from '../../../../shared/policy/policy-versions.ts'
import type { Act, Cell, PageRow, PageView } from '../../../../shared/desk/page.ts'
import { keyOf, rowsOf } from '../../../../shared/policy/form-rows.ts'
import { isSettingArea, SETTINGS_ASKED, settingValue, type SettingArea } from '../../../../shared/policy/settings.ts'
import type { Values } from '../../../../shared/policy/columns.ts'
import { isRowTable, type RowTable } from '../../../../shared/policy/tables.ts'
import {
  rowName,
  ruleWords,
  settingWords,
  valueWords,
  whomWords,
  type Names,
} from '../../../../shared/words/policy-rows.ts'
import type { Desk } from '../../desk.ts'
import { findingsNow, policyNow, SETTING } from '../../../policy/change-rules.ts'
import { historyOf, namesNow, settingRows } from '../../../policy/history.ts'
import { signFindings } from '../../../policy/sign-findings.ts'
import { signCounts } from '../../shelves/sign-counts.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'
import { findingsSection, HISTORY_TAB, SETTINGS_TAB, undoActs } from './policy.ts'
import { olderSection } from './policy-older.ts'
import { fieldsOf } from './policy-form.ts'
import { speechOf } from '../../clerk-language.ts'

const HISTORY_SHOWN = 50

/** @param about a table, "settings:" and an area, or "history" */
export function policyTablePage(desk: Desk, about: string): PageView | null {
  if (about === HISTORY_TAB) return historyPage(desk)
  const area = about.startsWith(SETTINGS_TAB) ? about.slice(SETTINGS_TAB.length) : ''
  if (isSettingArea(area)) return settingsPage(desk, area)
  return isRowTable(about) ? rowsPage(desk, about) : null
}

function rowsPage(desk: Desk, name: RowTable): PageView {
  const { title, one } = speechOf(desk).words.policy.tables[name]
  const names = namesNow(desk.library)
  const rows = rowsOf(policyNow(desk.library), name)
  const tally = name === 'shelf_sign' ? signCounts(desk) : null
  const counts = name === 'shelf_sign' ? itemsUnder(tally) : null
  const found = findingsNow(desk.library).filter((one) => one.table === name)
  return page(desk.library, {
    ref: { place: 'policy-table', about: name },
    heading: title,
    lead: LEADS[name] ?? '',
    sections: [
      ...findingsSection(desk, tally ? [...found, ...signFindings(policyNow(desk.library), tally)] : found),
      table({
        section_id: 'rows',
        heading: '',
        columns: [NAMED.has(name) ? 'Name' : 'For', 'What holds', one, ...(counts ? [figures('Items')] : [])],
        rows: rows.map((values) => ruleRow(desk, name, values, names, counts?.(keyOf(name, values)))),
        empty: `There is no ${one.toLowerCase()} yet. M makes one.`,
      }),
      ...olderSection(desk, name),
    ],
    acts: [goTo({ place: 'policy-row', about: `${name}+` }, 'New, empty', 'M'), ...undoActs(desk)],
  })
}

/** Tables whose rows have a name rather than somebody they speak for. */
const NAMED: ReadonlySet<RowTable> = new Set<RowTable>(['limit_group', 'patron_category', 'item_type'])

const LEADS: Partial<Readonly<Record<RowTable, string>>> = {
  loan_rule: 'The most particular rule holds: branch before category before item type. Without one nothing is lent.',
  fixed_date: 'A loan rule names the schedule; the range with the day of the loan says when it is due.',
  fine_rule: 'The most particular rule holds. Without one nothing is charged.',
  lost_rule: 'The most particular rule holds. Without one nobody is billed.',
  limit_rule: 'Every limit that fits is looked at.',
  shelf_sign: 'A branch’s own sign holds before one for all, and of two over one shelf the one that begins last.',
  fine_free_day: 'Whatever comes back on such a day costs no fine, however late it is.',
}

/** How many items stand under a sign; nothing yet while they are counted. */
function itemsUnder(tally: SignTally | null): (key: string) => Cell {
  return (key) => {
    const count = tally?.items_counts.get(key)
    return count === undefined ? figure('') : figure(count, count === 0 ? 'warn' : 'plain')
  }
}

function ruleRow(desk: Desk, name: RowTable, values: Values, names: Names, items: Cell | undefined): PageRow {
  const speech = speechOf(desk)
  const key = keyOf(name, values)
  const about = `${name}/${key}`
  return row({
    row_id: `row ${key}`,
    cells: [
      cell(whomWords(speech, name, values, names)),
      cell(ruleWords(speech, name, values, names)),
      cell(key, 'quiet'),
      ...(items ? [items] : []),
    ],
    acts: [
      goTo({ place: 'policy-row', about: `${name}+${key}` }, 'New, a copy of this', 'N'),
      dropAct(desk, name, key),
    ],
    enter: goTo({ place: 'policy-row', about }, 'Open and change it', 'E'),
  })
}

export function dropAct(desk: Desk, name: RowTable, key: string): Act {
  const row_name = rowName(speechOf(desk), name, key)
  return act({
    key: 'D',
    label: 'Drop it',
    says: `${row_name} goes. Loans already made keep ${isHeldTable(name) ? 'it' : 'their dates'}.`,
    is_grave: true,
    call: callOf('policy.edit', { table: name, key, values: null }),
  })
}

function settingsPage(desk: Desk, area: SettingArea): PageView {
  const { library } = desk
  const own = settingRows(library)
  const names = SETTING_NAMES.filter((name) => SETTINGS_ASKED[name].area === area)
  return page(library, {
    ref: { place: 'policy-table', about: `${SETTINGS_TAB}${area}` },
    heading: speechOf(desk).words.policy.areas[area],
    sections: [
      table({
        section_id: 'settings',
        heading: '',
        columns: ['What is decided', 'Holds', ''],
        rows: names.map((name) => settingRow(desk, name, own.has(name))),
        empty: 'Nothing to decide.',
      }),
      ...olderSection(desk, SETTING, (key) => names.some((name) => name === key)),
    ],
    acts: undoActs(desk),
  })
}

function settingRow(desk: Desk, name: SettingName, is_own: boolean): PageRow {
  const { library } = desk
  const speech = speechOf(desk)
  const said = settingWords(speech, name)
  const { column } = SETTINGS_ASKED[name]
  const value = settingValue(policyNow(library).settings, name)
  const label = rowName(speech, SETTING, name)
  const edit = act({
    key: 'E',
    label: 'Change it',
    says: label,
    call: callOf('policy.edit', { table: SETTING, key: name, values: {} }),
    asks: fieldsOf(desk, column, said, value),
  })
  const reset = act({
    key: 'D',
    label: 'As usual again',
    says: `${label}: goes back to what holds where a library decides nothing.`,
    call: callOf('policy.edit', { table: SETTING, key: name, values: null }),
  })
  return row({
    row_id: `setting ${name}`,
    cells: [
      cell(label),
      cell(valueWords(speech, column, said, value, namesNow(library))),
      cell(is_own ? 'decided here' : 'as usual', 'quiet'),
    ],
    acts: is_own ? [reset] : [],
    enter: edit,
  })
}

function historyPage(desk: Desk): PageView {
  return page(desk.library, {
    ref: { place: 'policy-table', about: HISTORY_TAB },
    heading: 'What was changed in the rules',
    lead: 'At this desk, newest first.',
    sections: [
      table({
        section_id: 'history',
        heading: '',
        columns: ['When', 'Who', 'What'],
        rows: historyOf(desk.library, speechOf(desk), HISTORY_SHOWN).map((entry) =>
          row({
            row_id: `change ${entry.event}`,
            cells: [cell(entry.at_text), cell(entry.initials), cell(entry.what)],
            notes: [...entry.notes],
          }),
        ),
        empty: 'Nothing was changed here yet.',
      }),
    ],
    acts: undoActs(desk),
  })
}
