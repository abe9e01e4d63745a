/**
 * The library's rules, by area: where to go, how much stands there, what is wrong or odd in them. Who may open it is
 * in shared/desk/page-grants.ts.
 */
import type { Finding } from '../../../../shared/policy/policy-finding.ts'
import { SETTING_NAMES } from '../../../../shared/policy/library-settings.ts'
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { rowsOf } from '../../../../shared/policy/form-rows.ts'
import { SETTING_AREAS, SETTINGS_ASKED, type SettingArea } from '../../../../shared/policy/settings.ts'
import { ROW_TABLES, type RowTable } from '../../../../shared/policy/tables.ts'
import type { Desk } from '../../desk.ts'
import { findingsNow, policyNow } from '../../../policy/change-rules.ts'
import { lastChange } from '../../../policy/history.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table, text } from '../make.ts'
import { speechOf } from '../../clerk-language.ts'

/** More than this are counted, not listed: the list of the table has the rest. */
const FINDINGS_SHOWN_MAX = 8

export const SETTINGS_TAB = 'settings:'
export const HISTORY_TAB = 'history'

/** What is wrong or odd, said at the top; nothing when all is well. */
export function findingsSection(desk: Desk, found: readonly Finding[]): readonly Section[] {
  if (found.length === 0) return []
  const { words, finding } = speechOf(desk)
  const { findings } = words.pages.policy
  const shown = found.slice(0, FINDINGS_SHOWN_MAX)
  const more = found.length - shown.length
  return [
    text('findings', findings.heading, [
      ...shown.map((one) => findings.finding(words.policy.leads[one.kind], finding(one.fact))),
      ...(more > 0 ? [findings.more(more)] : []),
    ]),
  ]
}

/** Takes the last change back, said before it is done; nothing when there is none. */
export function undoActs(desk: Desk): readonly Act[] {
  const speech = speechOf(desk)
  const { undo, undo_says } = speech.words.pages.policy
  const what = lastChange(desk.library, speech)
  if (what === null) return []
  return [act({ key: 'U', label: undo, call: callOf('policy.undo-last', {}), says: undo_says(what) })]
}

export function policyPage(desk: Desk): PageView | null {
  const words = speechOf(desk).words.pages.policy.areas
  const { columns } = words
  const found = findingsNow(desk.library)
  return page(desk.library, {
    ref: { place: 'policy', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      ...findingsSection(desk, found),
      table({
        section_id: 'areas',
        heading: '',
        columns: [columns.area, figures(columns.entries), columns.review],
        rows: [
          settingRow(desk, 'whose-rule'),
          ...ROW_TABLES.map((name) => tableRow(desk, name, found)),
          ...otherSettings(desk),
        ],
        empty: words.empty,
      }),
    ],
    acts: [goTo({ place: 'policy-table', about: HISTORY_TAB }, words.history, 'H'), ...undoActs(desk)],
  })
}

function tableRow(desk: Desk, name: RowTable, found: readonly Finding[]): PageRow {
  const { policy, pages } = speechOf(desk).words
  const { review, open } = pages.policy.areas
  const count = found.filter((one) => one.table === name).length
  return row({
    row_id: `area ${name}`,
    cells: [
      cell(policy.tables[name].title),
      figure(rowsOf(policyNow(desk.library), name).length),
      cell(count === 0 ? '' : review(count), 'warn'),
    ],
    enter: goTo({ place: 'policy-table', about: name }, open),
  })
}

function settingRow(desk: Desk, area: SettingArea): PageRow {
  const { policy, pages } = speechOf(desk).words
  const count = SETTING_NAMES.filter((name) => SETTINGS_ASKED[name].area === area).length
  return row({
    row_id: `area ${area}`,
    cells: [cell(policy.areas[area]), figure(count), cell('')],
    enter: goTo({ place: 'policy-table', about: `${SETTINGS_TAB}${area}` }, pages.policy.areas.open),
  })
}

function otherSettings(desk: Desk): readonly PageRow[] {
  return SETTING_AREAS.filter((area) => area !== 'whose-rule').map((area) => settingRow(desk, area))
}
