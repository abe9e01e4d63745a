/**
 * What an account adds up to with its household, as far as the library's limits ask for it: debts of children and
 * guardians, what they have out, lost and claimed items, fine days. Reads only what some limit looks at.
 */
import type { OutFact, EligibilityFacts } from '../../../shared/policy/facts.ts'
import { branchCode, categoryCode, itemTypeCode, type PatronId } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { addDays, daysBetween, instant, localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { owedByPatron } from '../../store/money/charge-rows.ts'
import { goneOutOfPatron } from '../../store/circulation/gone-rows.ts'
import type { loansOfPatron, PatronRow } from '../../store/patrons/patron-rows.ts'
import { childrenOf, guardianOf, outOfMember, suspendedTo } from '../../store/circulation/eligibility-rows.ts'
import type { Library } from '../../library/library.ts'

type Loan = NonNullable<(typeof loansOfPatron)['row']>

export type Eligibility = { readonly facts: EligibilityFacts; readonly out: readonly OutFact[] }

type Household = { readonly children: readonly PatronId[]; readonly others: readonly PatronId[] }

/** Those who live under one debt: the guardian with all they answer for, seen from any of them. */
function householdOf(library: Library, patron_id: PatronId): Household {
  const { db } = library
  const children = db.all(childrenOf, { patron_id }).map((row) => row.patron_id)
  const guardian = db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  if (guardian === null) return { children, others: children }
  const head = guardian as PatronId
  const siblings = db.all(childrenOf, { patron_id: head }).map((row) => row.patron_id)
  const others = new Set([head, ...siblings, ...children])
  others.delete(patron_id)
  return { children, others: [...others] }
}

function owedBy(library: Library, patrons: readonly PatronId[]): Cents {
  const owed = patrons.map((patron_id) => library.db.get(owedByPatron, { patron_id })?.owed_cents ?? 0)
  return cents(owed.reduce((sum, one) => sum + one, 0))
}

/** Days since the longest overdue item was due; what was billed or is claimed is not. Loans come soonest due first. */
function overdueDays(library: Library, loans: readonly Loan[], today: LocalDate): number {
  const zone = library.here()?.zone
  const first = loans.find((loan) => loan.loan_status === 'out')
  return first && zone ? Math.max(0, daysBetween(toLocalDate(instant(first.due_at_ms), zone), today)) : 0
}

type OutRow = { readonly item_type_code: string | null; readonly branch_code: string }

function outFact({ item_type_code: type, branch_code }: OutRow, is_family: boolean): OutFact {
  return { item_type_code: type === null ? null : itemTypeCode(type), branch_code: branchCode(branch_code), is_family }
}

export function readEligibility(
  library: Library,
  { row, loans, owed }: { readonly row: PatronRow; readonly loans: readonly Loan[]; readonly owed: Cents },
  today: LocalDate,
): Eligibility {
  const { patron_id } = row
  const policy = library.policy()
  const { settings } = policy
  const limits = policy.categories.get(categoryCode(row.category_code))
  const family_owed_max = settings.is_family_debt_blocking ? (limits?.family_owed_cents_max ?? null) : null
  const guarantees_owed_max =
    settings.guarantee_owed_cents_max === null ? null : cents(settings.guarantee_owed_cents_max)
  const isFamilyCounted = policy.source.limit_rules.some((rule) => rule.for_kind === 'family')
  const isAsked = family_owed_max !== null || guarantees_owed_max !== null || isFamilyCounted
  const household = isAsked ? householdOf(library, patron_id) : { children: [], others: [] }
  const suspension = library.db.get(suspendedTo, { patron_id, today })
  const suspended = suspension?.until_on ?? null
  const family = isFamilyCounted ? household.others : []
  return {
    facts: {
      overdue_days_count: overdueDays(library, loans, today),
      overdue_days_count_max: limits?.overdue_days_count_max ?? null,
      lost_count: loans.filter((loan) => loan.loan_status === 'lost').length,
      lost_count_max: limits?.lost_count_max ?? null,
      claims_count: loans.filter((loan) => loan.loan_status.startsWith('claimed')).length,
      claims_count_max: limits?.claims_count_max ?? null,
      family_owed: family_owed_max === null ? owed : cents(owed + owedBy(library, household.others)),
      family_owed_max,
      guarantees_owed: guarantees_owed_max === null ? cents(0) : owedBy(library, household.children),
      guarantees_owed_max,
      suspended_until_on: suspended === null ? null : addDays(localDate(suspended), 1),
      suspension_note: suspension?.note ?? null,
    },
    out: [
      ...loans.map((loan) => outFact(loan, false)),
      ...library.db.all(goneOutOfPatron, { patron_id }).map(({ branch_code }) => {
        return outFact({ item_type_code: null, branch_code }, false)
      }),
      ...family.flatMap((member) =>
        library.db.all(outOfMember, { patron_id: member }).map((loan) => outFact(loan, true)),
      ),
    ],
  }
}
