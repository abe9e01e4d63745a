/**
 * "Explain this result": why something is due when it is, why not lent, what it costs. About the newest result of this
 * session, or any item. Decides with the functions that lend; records nothing; says nothing of whoever has an item but
 * is not at the desk.
 */
import type { Explanation } from '../../../../shared/circulation/loans/explain.ts'
import { findRule } from '../../../../shared/policy/policy.ts'
import type { RenewalDecision } from '../../../../shared/circulation/loans/renew.ts'
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import type { SessionRow } from '../../../../shared/desk/session/session.ts'
import { capital } from '../../../../shared/desk/words/words.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../../../shared/kernel/ids.ts'
import { rowOf } from '../../../../shared/policy/form-rows.ts'
import { ruleWords } from '../../../../shared/words/policy-rows.ts'
import { ruleStep } from '../../../../shared/policy/scoped.ts'
import type { ItemRow } from '../../../store/circulation/item-rows.ts'
import type { Desk } from '../../desk.ts'
import { may } from '../../../library/grants.ts'
import { here } from '../../../library/here.ts'
import { speechOf, stepsSaid } from '../../clerk-language.ts'
import { policyNow } from '../../../policy/change-rules.ts'
import { explainItem, lastResult, recordedBy, type RunningLoan } from '../../policy/explaining.ts'
import { namesNow } from '../../../policy/history.ts'
import { setBy } from '../../../library/staff-known.ts'
import { dueActs } from '../account/due-act.ts'
import {
  branchWords,
  costsSection,
  fineSection,
  limitsSection,
  refusalsSection,
  rulesSection,
} from './explain-parts.ts'
import { explainHoldPage, holdPlacedBy } from './explain-hold.ts'
import { monthsSection } from './explain-months.ts'
import { cell, facts, goTo, page, row, table, text } from '../make.ts'
import { actorOf } from '../../desk.ts'

/** @param about an item's barcode; empty for the newest result of this session */
export function explainPage(desk: Desk, about: string): PageView | null {
  const result = about === '' ? lastResult(desk) : null
  const placed = result && holdPlacedBy(desk, result)
  if (result && placed) return explainHoldPage(desk, result, placed)
  const explained = explainItem(desk, result?.row.barcode ?? about)
  if (!explained) return null
  const { item, running, explanation } = explained
  const { policy, opens } = speechOf(desk).words.pages
  const words = policy.explain
  return page(desk.library, {
    ref: { place: 'explain', about },
    heading: words.heading(item.title),
    lead: explanation || running ? '' : words.lead_no_account,
    sections: [
      ...(result ? resultSections(desk, result) : []),
      ...monthsSection(desk, explained),
      ...(explanation && !running?.is_own ? lendingSections(desk, explanation) : []),
      ...(running ? loanSections(desk, running, result) : []),
      ...(explanation ? ruleSections(desk, explanation) : [whoCould(desk, item)]),
    ],
    acts: [
      ...(running?.is_own ? dueActs(speechOf(desk), desk.library, item.barcode, running.loan) : []),
      goTo({ place: 'item', about: item.barcode }, words.to_item, 'I'),
      ...(may(desk.library, actorOf(desk), 'edit-policy')
        ? [goTo({ place: 'policy', about: '' }, opens.rules, 'P')]
        : []),
    ],
  })
}

/** What was recorded for the result: why that date, why that fine. Of a refusal the reasons stand below. */
function resultSections(desk: Desk, result: SessionRow): readonly Section[] {
  if (result.act === 'none') return []
  const words = speechOf(desk).words.pages.policy.explain
  const { happened, fact, notes } = result.row
  const { steps, fines } = recordedBy(desk, result)
  const lines = steps.length > 0 ? stepsSaid(desk, steps) : notes.map(capital)
  const heading = [happened, fact].filter((part) => part !== '').join(', ')
  return [
    ...(lines.length > 0 ? [text('result', words.result(heading), lines)] : []),
    ...fines.map((fine, at) => text(`charged ${at}`, words.charged, stepsSaid(desk, fine))),
  ]
}

function renewalSections(desk: Desk, renewal: RenewalDecision): readonly Section[] {
  const { words, moment } = speechOf(desk)
  const { renewal: heading, renewal_refused } = words.pages.policy.explain
  if (renewal.kind === 'refused') return [refusalsSection(desk, 'renewal', renewal_refused, renewal)]
  const lines = stepsSaid(desk, [ruleStep('loan', renewal.rule), ...renewal.steps])
  return [text('renewal', heading(moment(renewal.due_at)), lines)]
}

function dueFacts(desk: Desk, { due_at_ms, due_staff_code, recalled_at_ms }: RunningLoan['loan']): string {
  const { words, moment } = speechOf(desk)
  const recalled = recalled_at_ms === null ? '' : words.pages.policy.explain.recalled
  const by = setBy(desk.library, due_staff_code)
  const byHand = by === null ? '' : words.pages.items.item.set_by(by)
  return [moment(due_at_ms), recalled, byHand].filter(Boolean).join(', ')
}

function loanSections(desk: Desk, running: RunningLoan, result: SessionRow | null): readonly Section[] {
  const { library } = desk
  const { loan, is_own, steps, fine, charged_cents, lost, renewal, stood_on } = running
  const { moment, date, words: all } = speechOf(desk)
  const words = all.pages.policy.explain
  const times = loan.renewals_count === 0 ? '' : `${loan.renewals_count}×`
  return [
    facts('loan', is_own ? words.loan : words.loan_elsewhere, [
      [words.due, dueFacts(desk, loan)],
      [words.lent, `${moment(loan.out_at_ms)}, ${library.branch(loan.branch_code)?.name ?? loan.branch_code}`],
      [words.renewed, times],
      [words.rules, stood_on === null ? '' : words.rules_of(date(stood_on))],
      [words.unreturned, lost === null ? words.not_billed : stepsSaid(desk, [lost]).join('')],
    ]),
    // The result itself was this loan: it says so already.
    ...(result?.event === loan.loan_ref
      ? []
      : [text('lent', words.why_lent, steps.length > 0 ? stepsSaid(desk, steps) : [words.lent_elsewhere])]),
    fineSection(desk, fine, charged_cents),
    ...(renewal ? renewalSections(desk, renewal) : []),
  ]
}

/** What a check-out to whoever is open would decide now. */
function lendingSections(desk: Desk, { decision }: Explanation): readonly Section[] {
  const { moment, words: all } = speechOf(desk)
  const words = all.pages.policy.explain
  if (decision.kind === 'refused') return [refusalsSection(desk, 'lending', words.lending_refused, decision)]
  const lines = stepsSaid(desk, [ruleStep('loan', decision.rule), ...decision.steps])
  const due = text('lending', words.lending(moment(decision.due_at)), lines)
  if (decision.alerts.length + decision.overrode.length === 0) return [due]
  return [due, refusalsSection(desk, 'said', words.alerts, { refusals: [], ...decision })]
}

/** The rules that fitted, costs and limits. */
function ruleSections(desk: Desk, explanation: Explanation): readonly Section[] {
  const { rule_branch, loan_rules, fine_rules } = explanation
  const words = speechOf(desk).words.pages.policy.explain
  return [
    text('branch', words.branch, [branchWords(desk, rule_branch)]),
    rulesSection(desk, 'loan-rules', words.loan_rules, loan_rules, words.no_loan_rule),
    rulesSection(desk, 'fine-rules', words.fine_rules, fine_rules, words.no_fine_rule),
    costsSection(desk, explanation),
    limitsSection(desk, explanation),
  ]
}

/** With nobody open: what each kind of patron would get, by the rules alone. */
function whoCould(desk: Desk, item: ItemRow): Section {
  const { library } = desk
  const { branch } = here(library)
  const speech = speechOf(desk)
  const words = speech.words.pages.policy.explain
  const { category, says, rule } = words.category_columns
  const names = namesNow(library)
  const policy = policyNow(library)
  return table({
    section_id: 'categories',
    heading: words.categories(item.item_type_name),
    columns: [category, says, rule],
    rows: policy.categories.map(({ category_code, name }) => {
      const asked = {
        branch_code: branchCode(branch.branch_code),
        category_code: categoryCode(category_code),
        item_type_code: itemTypeCode(item.item_type_code),
      }
      const code = findRule(library.rules(), asked)?.rule.rule_code ?? null
      const values = code === null ? null : rowOf(policy, 'loan_rule', code)
      return row({
        row_id: `category ${category_code}`,
        cells: [
          cell(name),
          values ? cell(capital(ruleWords(speech, 'loan_rule', values, names))) : cell(words.not_lent, 'stop'),
          cell(code ?? '', 'quiet'),
        ],
      })
    }),
    empty: words.no_categories,
  })
}
