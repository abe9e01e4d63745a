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
  const { policy, pages } = speechOf(desk).words
  const { title, one } = policy.tables[name]
  const words = pages.policy.table
  const leads: Partial<Record<RowTable, string>> = words.leads
  const { columns } = words
  const names = namesNow(desk.library)
  const rows = rowsOf(policyNow(desk.library), name)
  const tally = name === 'shelf_sign' ? signCounts(desk) : null
  const counts = name === 'shelf_sign' ? itemsUnder(tally) : null
  const found = findingsNow(desk.library).filter((one) => one.table === name)
  return page(desk.library, {
    ref: { place: 'policy-table', about: name },
    heading: title,
    lead: leads[name] ?? '',
    sections: [
      ...findingsSection(desk, tally ? [...found, ...signFindings(policyNow(desk.library), tally)] : found),
      table({
        section_id: 'rows',
        heading: '',
        columns: [
          NAMED.has(name) ? columns.name : columns.whom,
          columns.says,
          one,
          ...(counts ? [figures(columns.items)] : []),
        ],
        rows: rows.map((values) => ruleRow(desk, name, values, names, counts?.(keyOf(name, values)))),
        empty: words.empty,
      }),
      ...olderSection(desk, name),
    ],
    acts: [goTo({ place: 'policy-row', about: `${name}+` }, words.add, 'M'), ...undoActs(desk)],
  })
}

/** Tables whose rows have a name rather than somebody they speak for. */
const NAMED: ReadonlySet<RowTable> = new Set<RowTable>([
  'limit_group',
  'patron_category',
  'item_type',
  'cash_drawer',
  'product',
  'cash_reason',
  'variance_tier',
  'float_piece',
  'in_kind_tender',
  'residency_rule',
  'field_rule',
  'proof_kind',
  'card_range',
])

/** How many items stand under a sign; nothing yet while they are counted. */
function itemsUnder(tally: SignTally | null): (key: string) => Cell {
  return (key) => {
    const count = tally?.items_counts.get(key)
    return count === undefined ? figure('') : figure(count, count === 0 ? 'warn' : 'plain')
  }
}

function ruleRow(desk: Desk, name: RowTable, values: Values, names: Names, items: Cell | undefined): PageRow {
  const speech = speechOf(desk)
  const words = speech.words.pages.policy
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
    acts: [goTo({ place: 'policy-row', about: `${name}+${key}` }, words.copy, 'N'), dropAct(desk, name, key)],
    enter: goTo({ place: 'policy-row', about }, words.table.open, 'E'),
  })
}

export function dropAct(desk: Desk, name: RowTable, key: string): Act {
  const speech = speechOf(desk)
  const { drop, drop_says, drop_held_says } = speech.words.pages.policy
  return act({
    key: 'D',
    label: drop,
    says: (isHeldTable(name) ? drop_held_says : drop_says)(rowName(speech, name, key)),
    is_grave: true,
    call: callOf('policy.edit', { table: name, key, values: null }),
  })
}

function settingsPage(desk: Desk, area: SettingArea): PageView {
  const { library } = desk
  const { policy, pages } = speechOf(desk).words
  const { columns, empty } = pages.policy.settings
  const own = settingRows(library)
  const names = SETTING_NAMES.filter((name) => SETTINGS_ASKED[name].area === area)
  return page(library, {
    ref: { place: 'policy-table', about: `${SETTINGS_TAB}${area}` },
    heading: policy.areas[area],
    sections: [
      table({
        section_id: 'settings',
        heading: '',
        columns: [columns.setting, columns.value, columns.source],
        rows: names.map((name) => settingRow(desk, name, own.has(name))),
        empty,
      }),
      ...olderSection(desk, SETTING, (key) => names.some((name) => name === key)),
    ],
    acts: undoActs(desk),
  })
}

function settingRow(desk: Desk, name: SettingName, is_own: boolean): PageRow {
  const { library } = desk
  const speech = speechOf(desk)
  const { edit: change, settings: words } = speech.words.pages.policy
  const said = settingWords(speech, name)
  const { column } = SETTINGS_ASKED[name]
  const value = settingValue(policyNow(library).settings, name)
  const label = rowName(speech, SETTING, name)
  const edit = act({
    key: 'E',
    label: change,
    says: label,
    call: callOf('policy.edit', { table: SETTING, key: name, values: {} }),
    asks: fieldsOf(desk, column, said, value),
  })
  const reset = act({
    key: 'D',
    label: words.reset,
    says: words.reset_says(label),
    call: callOf('policy.edit', { table: SETTING, key: name, values: null }),
  })
  return row({
    row_id: `setting ${name}`,
    cells: [
      cell(label),
      cell(valueWords(speech, column, said, value, namesNow(library))),
      cell(is_own ? words.own : words.usual, 'quiet'),
    ],
    acts: is_own ? [reset] : [],
    enter: edit,
  })
}

function historyPage(desk: Desk): PageView {
  const speech = speechOf(desk)
  const { heading, lead, columns, empty } = speech.words.pages.policy.history
  return page(desk.library, {
    ref: { place: 'policy-table', about: HISTORY_TAB },
    heading,
    lead,
    sections: [
      table({
        section_id: 'history',
        heading: '',
        columns: [columns.when, columns.who, columns.what],
        rows: historyOf(desk.library, speech, HISTORY_SHOWN).map((entry) =>
          row({
            row_id: `change ${entry.event}`,
            cells: [cell(entry.at_text), cell(entry.initials), cell(entry.what)],
            notes: [...entry.notes],
          }),
        ),
        empty,
      }),
    ],
    acts: undoActs(desk),
  })
}
