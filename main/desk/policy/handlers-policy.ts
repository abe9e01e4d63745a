/** The methods about the library's rules: viewed, checked, changed, undone, applied to existing loans. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { Finding } from '../../../shared/policy/policy-finding.ts'
import { SETTING_NAMES } from '../../../shared/policy/library-settings.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { went, wentBack } from '../../../shared/desk/session/session-pages.ts'
import { plainBand, silentBand } from '../../../shared/desk/words/words.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { POLICY_METHODS } from '../../../shared/ipc/methods-policy.ts'
import type { Value, Values } from '../../../shared/policy/columns.ts'
import { findingName, newFindings } from '../../../shared/circulation/policy-check/findings.ts'
import { lineWords, rowName } from '../../../shared/words/policy-rows.ts'
import { keyOf, rowsOf, valuesOf } from '../../../shared/policy/form-rows.ts'
import { settingValue } from '../../../shared/policy/settings.ts'
import { ok, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { once, snapshotAnswer } from '../handlers-desk.ts'
import { countSigns } from '../shelves/sign-counts.ts'
import {
  findingsNow,
  isSame,
  meantBy,
  objection,
  ownGrantMissing,
  policyNow,
  policyWith,
  save,
  SETTING,
  type Meant,
  type PolicyChange,
  isKeptByLoans,
} from '../../policy/change-rules.ts'
import { previewFine } from './fine-drawn.ts'
import { keepDraft } from '../../policy/pending-change.ts'
import { historyOf, namesNow, undoLastChange } from '../../policy/history.ts'
import { speechOf } from '../clerk-language.ts'
import { applyRow } from '../../policy/older-loans.ts'
import { applyToLoans, lookAtLoans } from '../../policy/open-loans.ts'
import { signFindings } from '../../policy/sign-findings.ts'
import { actorOf } from '../desk.ts'
import type { Words } from '../../../shared/words/en/en.ts'

export type PolicyMethod = keyof typeof POLICY_METHODS
type Recording = 'policy.change' | 'policy.edit' | 'policy.undo-last' | 'policy.apply-row' | 'policy.apply-to-loans'

export function policyHandlers(desk: Desk): Pick<Handlers, PolicyMethod> {
  const recording =
    <Name extends Recording>(name: Name, work: (command: Command, input: Input<Name>) => Refusal | null) =>
    (input: Input<Name>): Answer<Output<'desk.snapshot'>> =>
      once(
        desk,
        name,
        input,
        (command) => work(command, input),
        () => desk.library.reload(),
      )
  return {
    'policy.get': ({ table }) => ok({ rows: rowsSaid(desk, table) }),
    'policy.check': ({ change }) => check(desk, change),
    'policy.change': recording('policy.change', (command, { table, key, after, accept_findings }) => {
      const meant = meantBy(desk.library, { table, key, after })
      if ('code' in meant) return meant
      const refused = ownGrantMissing(desk.library, actorOf(desk), meant) ?? objection(meant, accept_findings)
      if (refused) return refused
      saveAndSay(desk, command, meant)
      return null
    }),
    'policy.edit': recording('policy.edit', (command, { table, key, values }) =>
      edit(desk, command, { table, key, after: values }),
    ),
    'policy.fine-preview': (input) => ok(previewFine(desk, input)),
    'policy.history': ({ limit }) => {
      const entries = historyOf(desk.library, speechOf(desk), limit)
      return ok({ entries: entries.map((entry) => ({ ...entry, notes: [...entry.notes] })) })
    },
    'policy.undo-last': recording('policy.undo-last', (command) => {
      const done = undoLastChange(desk.library, actorOf(desk), command)
      if ('code' in done) return done
      sayChange(desk, done.undone, wordsOf(desk).undone)
      return null
    }),
    'policy.apply-row': recording('policy.apply-row', (command, { table, key }) => {
      const refused = applyRow(desk.library, actorOf(desk), command, table, key)
      if (refused) return refused
      const says = wordsOf(desk).applied
      desk.session = withBand(desk.session, silentBand(rowName(speechOf(desk), table, key), says))
      return null
    }),
    'policy.look-at-loans': ({ rule_code, is_shortening }) => {
      const refused = lookAtLoans(desk.library, rule_code, is_shortening)
      if (refused) return { refused }
      desk.session = went(desk.session, { place: 'policy-loans', about: rule_code })
      return snapshotAnswer(desk)
    },
    'policy.apply-to-loans': recording('policy.apply-to-loans', (command, { rule_code, is_shortening }) => {
      const done = applyToLoans(desk.library, actorOf(desk), command, rule_code, is_shortening)
      if ('code' in done) return done
      const words = wordsOf(desk)
      const left = done.left_count === 0 ? '' : words.left(done.left_count)
      const moved = words.moved(done.moved_count)
      desk.session = withBand(desk.session, silentBand(words.loan_rule(rule_code), moved, left))
      return null
    }),
  }
}

function edit(desk: Desk, command: Command, change: PolicyChange): Refusal | null {
  const meant = meantBy(desk.library, change)
  if ('code' in meant) return meant
  const refused = ownGrantMissing(desk.library, actorOf(desk), meant) ?? objection(meant, [])
  if (refused?.code !== 'policy-findings') {
    if (refused) return refused
    saveAndSay(desk, command, meant)
    return null
  }
  // Nothing is saved: warnings are shown first, and a person confirms them or edits the row again.
  keepDraft(desk.library, change)
  desk.session = went(desk.session, { place: 'policy-row', about: 'odd' })
  const says = wordsOf(desk).not_saved(meant.fresh.length)
  desk.session = withBand(desk.session, plainBand('decide', rowName(speechOf(desk), meant.table, meant.key), says))
  return null
}

function saveAndSay(desk: Desk, command: Command, meant: Meant): void {
  const words = wordsOf(desk)
  const isNew = save(desk.library, actorOf(desk), command, meant)
  keepDraft(desk.library, null)
  sayChange(
    desk,
    meant,
    isNew ? (meant.after === null && meant.table !== SETTING ? words.dropped : words.saved) : words.same,
  )
  if (desk.session.page?.place === 'policy-row') desk.session = wentBack(desk.session)
}

/** What applies from now on, and that it applies to new loans, not to existing ones. */
function sayChange(desk: Desk, meant: Meant, done: string): void {
  const { table, after } = meant
  const values = table !== SETTING && after ? valuesOf(table, after) : null
  const names = namesNow(desk.library)
  const says = table !== SETTING && values ? lineWords(speechOf(desk), table, values, names) : ''
  desk.session = withBand(
    desk.session,
    silentBand(rowName(speechOf(desk), meant.table, meant.key), done, says, loansWords(wordsOf(desk), meant)),
  )
}

type PolicyWords = Words['outcomes']['desk']['policy']

function wordsOf(desk: Desk): PolicyWords {
  return speechOf(desk).words.outcomes.desk.policy
}

function loansWords(words: PolicyWords, meant: Meant): string {
  if (isSame(meant)) return ''
  if (meant.table === 'loan_rule') return words.keeps_dates
  return isKeptByLoans(meant) ? words.keeps : ''
}

type Checked = Answer<Output<'policy.check'>>

/** Everything is read as of the request; then the items are counted, a few at a time. */
async function check(desk: Desk, change: Input<'policy.check'>['change']): Promise<Checked> {
  const { library } = desk
  const findings = findingsNow(library)
  const meant = change && meantBy(library, change)
  if (meant && 'code' in meant) return { refused: meant }
  const now = policyNow(library)
  const tried = meant ? policyWith(now, meant) : now
  const before = await countSigns(library, now)
  const empty = signFindings(now, before)
  const tally = meant?.table === 'shelf_sign' ? await countSigns(library, tried) : before
  const signs = [...tally.items_counts].map(([sign_code, items_count]) => ({ sign_code, items_count }))
  const fresh = meant ? [...meant.fresh, ...newFindings(empty, signFindings(tried, tally))] : []
  const { finding } = speechOf(desk)
  const said = (found: Finding): Output<'policy.check'>['findings'][number] => {
    return { name: findingName(found), kind: found.kind, says: finding(found.fact) }
  }
  return ok({ findings: [...findings, ...empty].map(said), fresh: fresh.map(said), signs })
}

type RowSaid = Output<'policy.get'>['rows'][number]

function rowsSaid(desk: Desk, table: Input<'policy.get'>['table']): RowSaid[] {
  const { library } = desk
  const speech = speechOf(desk)
  if (table === SETTING) {
    return SETTING_NAMES.map((key) => {
      const value = settingValue(policyNow(library).settings, key)
      return { key, values: copiedRow({ value }), says: rowName(speech, SETTING, key) }
    })
  }
  const names = namesNow(library)
  return rowsOf(policyNow(library), table).map((row) => {
    const says = lineWords(speech, table, row, names)
    return { key: keyOf(table, row), values: copiedRow(row), says }
  })
}

function copiedRow(row: Values): RowSaid['values'] {
  const entries = Object.entries(row).map(([name, value]) => [name, copied(value)] as const)
  return Object.fromEntries(entries)
}

function copied(value: Value): RowSaid['values'][string] {
  return typeof value === 'object' && value !== null ? [...value] : value
}
