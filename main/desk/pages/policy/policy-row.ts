/**
 * One row of the rules with every field; a new one; or a change that waits for a yes, with what is odd about it. Must
 * never save what nobody has said yes to.
 */
import type { Act, Call, PageView, Section } from '../../../../shared/desk/page.ts'
import type { Values } from '../../../../shared/policy/columns.ts'
import { findingName } from '../../../../shared/circulation/policy-check/findings.ts'
import { emptyRow, rowOf, valuesOf } from '../../../../shared/policy/form-rows.ts'
import { isRowTable, tableOf, type RowTable } from '../../../../shared/policy/tables.ts'
import { changeWords, columnWords, lineWords, rowName, valueWords } from '../../../../shared/words/policy-rows.ts'
import type { Desk } from '../../desk.ts'
import { findingsNow, meantBy, policyNow, SETTING, type Meant } from '../../../policy/change-rules.ts'
import { draftOf } from '../../../policy/pending-change.ts'
import { namesNow } from '../../../policy/history.ts'
import { drawnFine } from '../../policy/fine-drawn.ts'
import { signCounts } from '../../shelves/sign-counts.ts'
import { act, callOf, facts, field, goTo, page, text } from '../make.ts'
import { findingsSection, undoActs } from './policy.ts'
import { olderSection } from './policy-older.ts'
import { rowFields, type ValueField } from './policy-form.ts'
import { dropAct } from './policy-table.ts'
import { speechOf } from '../../clerk-language.ts'

const ODD = 'odd'

/** @param about "fine_rule/late", "fine_rule+late" for a copy of it, "fine_rule+" for an empty one, or "odd" */
export function policyRowPage(desk: Desk, about: string): PageView | null {
  if (about === ODD) return oddPage(desk)
  const [, name = '', sign = '', key = ''] = /^(\w+)([/+])(.*)$/u.exec(about) ?? []
  if (!isRowTable(name)) return null
  const values = rowOf(policyNow(desk.library), name, key)
  if (sign === '/') return values && rowPage(desk, name, key, values)
  return newPage(desk, name, about, values ?? emptyRow(name))
}

function rowPage(desk: Desk, name: RowTable, key: string, values: Values): PageView {
  const names = namesNow(desk.library)
  const speech = speechOf(desk)
  const words = speech.words.pages.policy
  const { columns, key: own } = tableOf(name)
  const edit = act({
    label: words.edit,
    key: 'E',
    call: callOf('policy.edit', { table: name, key, values: { [own]: key } }),
    asks: rowFields(desk, name, values, false),
    preview: fineShown(name, rowFields(desk, name, values, false)),
  })
  return page(desk.library, {
    ref: { place: 'policy-row', about: `${name}/${key}` },
    heading: rowName(speech, name, key),
    lead: words.row.lead(lineWords(speech, name, values, names)),
    sections: [
      ...findingsSection(
        desk,
        findingsNow(desk.library).filter((found) => found.table === name && found.codes.includes(key)),
      ),
      ...(name === 'fine_rule' ? fineDrawn(desk, values) : []),
      facts(
        'row',
        '',
        columns
          .filter((column) => column.kind !== 'own-code')
          .map((column) => {
            const said = columnWords(speech, name, column.name)
            return [said.label ?? '', valueWords(speech, column, said, values[column.name] ?? null, names)] as const
          }),
      ),
      ...(name === 'shelf_sign' ? [itemsFact(desk, key)] : []),
      ...olderSection(desk, name, (one) => one === key),
    ],
    acts: [
      edit,
      goTo({ place: 'policy-row', about: `${name}+${key}` }, words.copy, 'N'),
      dropAct(desk, name, key),
      ...(name === 'loan_rule' ? [loansAct(desk, key)] : []),
      ...undoActs(desk),
    ],
    enter: { ...edit, act_id: `${edit.act_id} by Enter`, key: '' },
  })
}

/** What a fine rule would cost, seen while it is typed. */
function fineShown(name: RowTable, fields: readonly ValueField[]): Call | null {
  if (name !== 'fine_rule') return null
  const values = Object.fromEntries(fields.map((one) => [one.name.replace('values.', ''), null]))
  return callOf('policy.fine-preview', { values })
}

function fineDrawn(desk: Desk, values: Values): readonly Section[] {
  const drawn = drawnFine(desk, values)
  return drawn ? [drawn] : []
}

/** How many items stand under this sign; nothing yet while they are counted. */
function itemsFact(desk: Desk, key: string): Section {
  const { items } = speechOf(desk).words.pages.policy.row
  const count = signCounts(desk)?.items_counts.get(key)
  return facts('items', '', [[items, count === undefined ? '' : String(count), count === 0 ? 'warn' : 'plain']])
}

function loansAct(desk: Desk, rule_code: string): Act {
  const words = speechOf(desk).words.pages.policy.row
  return act({
    key: 'L',
    label: words.loans,
    says: words.loans_says,
    call: callOf('policy.look-at-loans', { rule_code }),
    asks: [field('is_shortening', words.shortening, 'tick')],
  })
}

function newPage(desk: Desk, name: RowTable, about: string, values: Values): PageView {
  const { policy, pages } = speechOf(desk).words
  const words = pages.policy.row
  return page(desk.library, {
    ref: { place: 'policy-row', about },
    heading: words.add(policy.tables[name].one.toLowerCase()),
    lead: words.add_lead,
    sections: [],
    enter: act({
      label: words.add(policy.tables[name].one.toLowerCase()),
      call: callOf('policy.edit', { table: name, key: '' }),
      asks: rowFields(desk, name, values, true),
      preview: fineShown(name, rowFields(desk, name, values, true)),
    }),
  })
}

/** The change that was sent, what it would bring, and the two ways out. */
function oddPage(desk: Desk): PageView | null {
  const { library } = desk
  const draft = draftOf(library)
  if (!draft || draft.table === SETTING) return null
  const name = draft.table
  const meant = meantBy(library, draft)
  if ('code' in meant) return null
  const before = meant.before && valuesOf(name, meant.before)
  const after = meant.after && valuesOf(name, meant.after)
  const call = { table: name, key: meant.key, after: draft.after as Record<string, never> | null }
  const again = after && againAct(desk, name, meant, after)
  const speech = speechOf(desk)
  const words = speech.words.pages.policy.row
  return page(library, {
    ref: { place: 'policy-row', about: ODD },
    heading: words.unsaved(rowName(speech, name, meant.key)),
    lead: words.unsaved_lead,
    sections: [...findingsSection(desk, meant.fresh), text('change', words.change, said(desk, name, before, after))],
    acts: [
      act({
        key: 'S',
        label: words.save,
        call: callOf('policy.change', { ...call, accept_findings: meant.fresh.map(findingName) }),
      }),
      ...(again ? [again] : []),
    ],
    enter: again && { ...again, act_id: `${again.act_id} by Enter`, key: '' },
  })
}

/** The form once more, as it was sent. */
function againAct(desk: Desk, name: RowTable, { key, before }: Meant, after: Values): Act {
  const own = tableOf(name).key
  return act({
    key: 'E',
    label: speechOf(desk).words.pages.policy.row.again,
    call: callOf('policy.edit', { table: name, key: before ? key : '', values: { [own]: key } }),
    asks: rowFields(desk, name, after, false),
    preview: fineShown(name, rowFields(desk, name, after, false)),
  })
}

function said(desk: Desk, name: RowTable, before: Values | null, after: Values | null): readonly string[] {
  const speech = speechOf(desk)
  const names = namesNow(desk.library)
  if (before && after) return changeWords(speech, name, before, after, names)
  const row = after ?? before
  const whole = row ? lineWords(speech, name, row, names) : ''
  const { added, deleted } = speech.words.pages.policy.row
  return [after ? added(whole) : deleted(whole)]
}
