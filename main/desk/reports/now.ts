/** The reports in progress or finished, as their pages draw them: their state, and what they found. */
import type { Push } from '../../../shared/ipc/envelope.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import {
  overdueReport,
  type LateFilter,
  type LateLines,
  type OverdueReport,
} from '../../../shared/reports/overdue-sums.ts'
import type { Worker } from 'node:worker_threads'
import type { Actor } from '../../library/actor.ts'
import { mayOwn } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import type { AlikeReport } from '../../../shared/patron/alike/alike-pairs.ts'
import type { CardReport } from '../../../shared/reports/card-sums.ts'
import type { Grant } from '../../../shared/staff/permissions.ts'

/** Whose role reads the names of the late; the figures are for everybody. */
export const SEES_NAMES: Grant = 'see-late-patrons'

/** Where a report that runs beside the desk tells how far it is, and what went wrong. */
export type ReportPorts = { readonly push: (push: Push) => void; readonly log: (line: string) => void }

/** What each report finds. */
export type Results = {
  readonly overdue: LateLines
  readonly cards: CardReport
  readonly duplicates: AlikeReport
}
export type ReportOf = keyof Results

export type Report<Of extends ReportOf = 'overdue'> = {
  readonly report_ref: string
  readonly status: 'running' | 'done' | 'failed' | 'canceled'
  readonly as_of_ms: Instant
  /** The journal says that whoever started it reads names: without that entry none is shown. */
  readonly is_entered: boolean
  readonly result: Results[Of] | null
}

export type Run<Of extends ReportOf = ReportOf> = {
  readonly of: Of
  report: Report<Of>
  worker: Worker | null
  readonly staff: string
}
/** The last of each; one at most is running. */
export type Runs = { [Of in ReportOf]?: Run<Of> }

/** What was summed last: a page is built at every scan, and asks for the same again. */
const summed = new WeakMap<LateLines, { readonly filter: LateFilter; readonly report: OverdueReport }>()

/** In memory only; gone with the desk. */
export const runs = new WeakMap<Library, Runs>()

/** The report of the signed-in staff member; null when they asked for none. */
export function reportNow<Of extends ReportOf>(library: Library, actor: Actor, of: Of): Report<Of> | null {
  const run: Run<Of> | undefined = runs.get(library)?.[of]
  return run && run.staff === actor.staff?.staff_code ? run.report : null
}

/** What this age and this branch of a report come to. */
export function lateOf(lines: LateLines, filter: LateFilter): OverdueReport {
  const last = summed.get(lines)
  if (last && last.filter.age === filter.age && last.filter.branch_code === filter.branch_code) return last.report
  const report = overdueReport(lines, filter)
  summed.set(lines, { filter, report })
  return report
}

/** Whether the report may name patrons to this staff member: their role may, and that they read it is entered. */
export function isNaming(library: Library, actor: Actor, { is_entered }: Report): boolean {
  return is_entered && mayOwn(library, actor, SEES_NAMES)
}
