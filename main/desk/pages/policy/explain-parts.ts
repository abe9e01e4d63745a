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
import { rolesIn } from '../../../store/policy/role-rows.ts'
import { outCount, readAccount } from '../../../circulation/accounts/account.ts'
import type { Desk } from '../../desk.ts'
import { roleGrants } from '../../../library/grants.ts'
import { here } from '../../../library/here.ts'
import { cell, facts, figure, figures, row, table, text } from '../make.ts'
import { speechOf, stepsSaid } from '../../clerk-language.ts'
import type { Library } from '../../../library/library.ts'

const CLASS_WORDS = { impossible: 'Stops', decide: 'Asks', alert: 'Is said' } as const

/** "Supervisor, Manager", "nobody"; of what is only said, nothing. */
function whoMayLift(library: Library, { code }: Refusal): string {
  if (refusalEntry(code).class === 'alert') return ''
  const { grant } = refusalEntry(code)
  if (grant === null) return 'nobody'
  const grants = roleGrants(library)
  const roles = rolesIn(library.db).filter((one) => mayRole(grants, one.role_code, grant))
  return roles.map((one) => one.name).join(', ') || 'nobody'
}

function refusalRow(desk: Desk, row_id: string, refusal: Refusal, answered: string): PageRow {
  const { says, way_out } = speechOf(desk).refusal(refusal)
  const { class: kind } = refusalEntry(refusal.code)
  const tone = answered !== '' || kind === 'alert' ? 'plain' : kind === 'decide' ? 'warn' : 'stop'
  return row({
    row_id,
    cells: [
      cell(says, tone),
      cell(answered || CLASS_WORDS[kind]),
      cell(whoMayLift(desk.library, refusal)),
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
  return table({
    section_id: id,
    heading,
    columns: ['Why', 'Class', 'May be lifted by', 'Way out'],
    rows: [
      ...[...refusals, ...alerts].map((one, at) => refusalRow(desk, `${id} ${one.code} ${at}`, one, '')),
      ...overrode.map((one, at) => refusalRow(desk, `${id} answered ${at}`, one, 'Answered')),
    ],
    empty: 'Nothing stands in the way.',
  })
}

function candidateRow(desk: Desk, id: string, { rule_code, scope, why }: Candidate): PageRow {
  const isChosen = why === 'only-one' || why === 'most-particular'
  const words = speechOf(desk).words.explain
  return row({
    row_id: `${id} ${rule_code}`,
    tone: isChosen ? 'plain' : 'quiet',
    cells: [cell(rule_code), cell(words.scope(scope)), cell(words.fits[why], isChosen ? 'good' : 'quiet')],
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
  return table({
    section_id: id,
    heading,
    columns: ['Rule', 'For', 'Why'],
    rows: rows.map((one) => candidateRow(desk, id, one)),
    empty,
  })
}

const BRANCH_FROM: Readonly<Record<Explanation['rule_branch']['from'], string>> = {
  desk: 'of the desk that lends',
  'item-home': 'of the item’s home',
  'item-holding': 'of where the item is',
  patron: 'of the patron',
}

export function branchWords(library: Library, { branch_code, from }: Explanation['rule_branch']): string {
  return `${library.branch(branch_code)?.name ?? branch_code}, the branch ${BRANCH_FROM[from]}`
}

/** Limits with their counts: the account's own, the rule's, the library's. */
export function limitsSection(desk: Desk, { limits, decision }: Explanation): Section {
  const { patron_id } = desk.session
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
    heading: most === null ? 'Limits' : `Limits. The loan rule itself allows ${most} at once`,
    columns: ['What counts', figures('Out'), figures('Limit'), 'By'],
    rows: all.map(({ limit_code, scope, count, limit }, at) =>
      row({
        row_id: `limit ${at} ${limit_code}`,
        cells: [
          cell(capital(speechOf(desk).words.limitScope(scope))),
          figure(count, limit !== null && count >= limit ? 'stop' : 'plain'),
          figure(limit ?? 'none'),
          cell(limit_code, 'quiet'),
        ],
      }),
    ),
    empty: 'No limit applies.',
  })
}

/** What lateness and loss cost, in rates. */
export function costsSection(desk: Desk, explanation: Explanation): Section {
  const { money, step, saying, words } = speechOf(desk)
  const { fine, is_fine_free_patron, lost, lost_cents, rental } = explanation
  return facts('costs', 'What it costs', [
    ['Late', fine === null ? 'no rule: nothing is charged' : capital(words.policy.rows.fineRule(fine, saying))],
    ['Fine-free', is_fine_free_patron ? 'this kind of patron pays no fines' : ''],
    [
      'Lost',
      [lost && step(lost), lost_cents === null ? '' : money(lost_cents)]
        .filter(Boolean)
        .map((part) => capital(String(part)))
        .join('; '),
    ],
    ['Borrowing', rental ? [money(rental.amount_cents), ...rental.steps.map(step)].join(', ') : ''],
  ])
}

/** The fine as it stands now, step by step, and what of it stands on the account already. */
export function fineSection(desk: Desk, fine: Fine, charged_cents: Cents): Section {
  const before: readonly Step[] =
    fine.amount_cents > 0 && charged_cents > 0 ? [{ code: 'charged-before', already_cents: charged_cents }] : []
  const said = fine.steps.length === 0 ? ['It is not late.'] : stepsSaid(desk, [...fine.steps, ...before])
  return text('fine', `Fine by now: ${speechOf(desk).money(fine.amount_cents)}`, said)
}
