/** "Why" as months: from the check-out, or from today, to the due date. The page says the same in words. */
import { localTimeAt } from '../../../../shared/circulation/calendar/calendar-index.ts'
import { dueMonths } from '../../../../shared/circulation/loans/due-months.ts'
import type { Section } from '../../../../shared/desk/page.ts'
import type { Instant, LocalDate } from '../../../../shared/kernel/time.ts'
import type { Step } from '../../../../shared/words/steps.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Explained } from '../../policy/explaining.ts'

type Way = {
  readonly from_at: Instant
  readonly due_at: Instant
  readonly steps: readonly Step[]
  readonly branch_code: string
}

/** Of the loan as it is, or of what a check-out would give now. */
function wayOf(desk: Desk, { running, explanation }: Explained): Way | null {
  if (running) {
    const { out_at_ms, due_at_ms, branch_code } = running.loan
    return { from_at: out_at_ms, due_at: due_at_ms, steps: running.steps, branch_code }
  }
  if (explanation?.decision.kind !== 'lend') return null
  const { due_at, steps } = explanation.decision
  return { from_at: here(desk.library).now, due_at, steps, branch_code: explanation.rule_branch.branch_code }
}

/** Where the due date fell before it was moved. */
function passedOn(steps: readonly Step[]): readonly LocalDate[] {
  return steps.flatMap((step) => (step.code === 'closed-day' ? [step.closed_on as LocalDate] : []))
}

export function monthsSection(desk: Desk, explained: Explained): readonly Section[] {
  const way = wayOf(desk, explained)
  const branch = way && desk.library.branch(way.branch_code)
  if (!way || !branch || way.due_at < way.from_at) return []
  const calendar = desk.library.calendar(branch)
  const [from_on, due_on] = [localTimeAt(calendar, way.from_at).on, localTimeAt(calendar, way.due_at).on]
  const labels = speechOf(desk).words.pages.policy.explain.months
  const months = dueMonths(calendar, from_on, due_on, passedOn(way.steps))
  const drawn = months.map(({ first_on, days }) => ({ first_on, days: [...days] }))
  return [{ kind: 'months', section_id: 'months', heading: '', says: '', labels: { ...labels }, months: drawn }]
}
