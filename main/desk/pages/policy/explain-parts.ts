/** The parts of "explain this result": refusals and who may lift them, rules that fitted, limits, costs. Pure words. */
import type { Candidate, Explanation } from '../../../../shared/circulation/loans/explain.ts'
import { refusalEntry, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { EVERYTHING } from '../../../../shared/circulation/loans/limits.ts'
import type { Fine } from '../../../../shared/circulation/fines/fine.ts'
import type { PageRow, Section } from '../../../../shared/desk/page.ts'
import { capital } from '../../../../shared/desk/words/words.ts'
import type { Cents } from '../../../../shared/kernel/money.ts'
import type { Step } from '../../../../shared/words/steps.ts'
import { mayRole } from '../../../../shared/staff/permissions.ts'
import { rolesSaid } from '../../../library/staff-known.ts'
import { outCount, readAccount } from '../../../circulation/accounts/account.ts'
import type { Desk } from '../../desk.ts'
import { roleGrants } from '../../../library/grants.ts'
import { here } from '../../../library/here.ts'
import { cell, facts, figure, figures, row, table, text } from '../make.ts'
import { speechOf, stepsSaid } from '../../clerk-language.ts'

/** "Supervisor, Manager", "nobody"; of what is only said, nothing. */
function whoMayLift(desk: Desk, { code }: Refusal): string {
  const { library } = desk
  const { words } = speechOf(desk)
  const { nobody } = words.pages.policy.explain
  if (refusalEntry(code).class === 'alert') return ''
  const { grant } = refusalEntry(code)
  if (grant === null) return nobody
  const grants = roleGrants(library)
  const roles = rolesSaid(library, words).filter((one) => mayRole(grants, one.role_code, grant))
  return roles.map((one) => one.name).join(', ') || nobody
}

function refusalRow(desk: Desk, row_id: string, refusal: Refusal, answered: string): PageRow {
  const speech = speechOf(desk)
  const { says, way_out } = speech.refusal(refusal)
  const { class: kind } = refusalEntry(refusal.code)
  const tone = answered !== '' || kind === 'alert' ? 'plain' : kind === 'decide' ? 'warn' : 'stop'
  return row({
    row_id,
    cells: [
      cell(says, tone),
      cell(answered || speech.words.pages.policy.explain.kinds[kind]),
      cell(whoMayLift(desk, refusal)),
      cell(way_out),
    ],
  })
}

type Decided = {
  readonly refusals: readonly Refusal[]
  readonly alerts?: readonly Refusal[]
  readonly overrode?: readonly Refusal[]
}

/** Every "no", the first to tell first, then what is only said, then what a person has answered. */
export function refusalsSection(desk: Desk, id: string, heading: string, decided: Decided): Section {
  const { refusals, alerts = [], overrode = [] } = decided
  const words = speechOf(desk).words.pages.policy.explain
  const { reason, kind, lifted_by, way_out } = words.refusal_columns
  return table({
    section_id: id,
    heading,
    columns: [reason, kind, lifted_by, way_out],
    rows: [
      ...[...refusals, ...alerts].map((one, at) => refusalRow(desk, `${id} ${one.code} ${at}`, one, '')),
      ...overrode.map((one, at) => refusalRow(desk, `${id} answered ${at}`, one, words.overridden)),
    ],
    empty: words.no_refusals,
  })
}

function candidateRow(desk: Desk, id: string, { rule_code, scope, reason }: Candidate): PageRow {
  const isChosen = reason === 'only-one' || reason === 'most-particular'
  const words = speechOf(desk).words.explain
  return row({
    row_id: `${id} ${rule_code}`,
    tone: isChosen ? 'plain' : 'quiet',
    cells: [cell(rule_code), cell(words.scope(scope)), cell(words.fits[reason], isChosen ? 'good' : 'quiet')],
  })
}

/** Rows that fitted: the one that holds, and why the others do not. */
export function rulesSection(
  desk: Desk,
  id: string,
  heading: string,
  rows: readonly Candidate[],
  empty: string,
): Section {
  const { rule, whom, reason } = speechOf(desk).words.pages.policy.explain.rule_columns
  return table({
    section_id: id,
    heading,
    columns: [rule, whom, reason],
    rows: rows.map((one) => candidateRow(desk, id, one)),
    empty,
  })
}

export function branchWords(desk: Desk, { branch_code, from }: Explanation['rule_branch']): string {
  const { branch_from } = speechOf(desk).words.pages.policy.explain
  return branch_from[from](desk.library.branch(branch_code)?.name ?? branch_code)
}

/** Limits with their counts: the account's own, the rule's, the library's. */
export function limitsSection(desk: Desk, { limits, decision }: Explanation): Section {
  const { patron_id } = desk.session
  const { pages, limitScope } = speechOf(desk).words
  const words = pages.policy.explain
  const { counts, out, limit: allowed, by } = words.limit_columns
  const account = patron_id === null ? null : readAccount(desk.library, patron_id, here(desk.library).today)
  const own = account && {
    limit_code: account.row.category_name,
    scope: EVERYTHING,
    count: outCount(account),
    limit: account.row.loans_count_max,
  }
  const all = own ? [own, ...limits] : limits
  const most = decision.kind === 'lend' ? decision.rule.loans_count_max : null
  return table({
    section_id: 'limits',
    heading: most === null ? words.limits : words.limits_of_rule(most),
    columns: [counts, figures(out), figures(allowed), by],
    rows: all.map(({ limit_code, scope, count, limit }, at) =>
      row({
        row_id: `limit ${at} ${limit_code}`,
        cells: [
          cell(capital(limitScope(scope))),
          figure(count, limit !== null && count >= limit ? 'stop' : 'plain'),
          figure(limit ?? words.no_limit),
          cell(limit_code, 'quiet'),
        ],
      }),
    ),
    empty: words.no_limits,
  })
}

/** What lateness and loss cost, in rates. */
export function costsSection(desk: Desk, explanation: Explanation): Section {
  const { money, step, saying, words } = speechOf(desk)
  const labels = words.pages.policy.explain
  const { fine, is_fine_free_patron, lost, lost_cents, rental } = explanation
  return facts('costs', labels.costs, [
    [labels.late, fine === null ? labels.no_fine : capital(words.policy.rows.fineRule(fine, saying))],
    [labels.fine_free, is_fine_free_patron ? labels.fine_free_patron : ''],
    [
      labels.lost,
      [lost && step(lost), lost_cents === null ? '' : money(lost_cents)]
        .filter(Boolean)
        .map((part) => capital(String(part)))
        .join('; '),
    ],
    [labels.rental, rental ? [money(rental.amount_cents), ...rental.steps.map(step)].join(', ') : ''],
  ])
}

/** The fine as it stands now, step by step, and what of it stands on the account already. */
export function fineSection(desk: Desk, fine: Fine, charged_cents: Cents): Section {
  const speech = speechOf(desk)
  const words = speech.words.pages.policy.explain
  const before: readonly Step[] =
    fine.amount_cents > 0 && charged_cents > 0 ? [{ code: 'charged-before', already_cents: charged_cents }] : []
  const said = fine.steps.length === 0 ? [words.not_late] : stepsSaid(desk, [...fine.steps, ...before])
  return text('fine', words.fine(speech.money(fine.amount_cents)), said)
}
