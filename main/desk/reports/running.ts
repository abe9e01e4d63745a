/**
 * Reports beside the desk: one at a time, on a read-only thread. A page has the reference of one and draws what is
 * ready. The result is kept in memory for the signed-in staff member, with record numbers and no names.
 */
import { Worker } from 'node:worker_threads'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { REPORT_METHODS } from '../../../shared/ipc/methods-report.ts'
import type { Push } from '../../../shared/ipc/envelope.ts'
import { hex } from '../../../shared/kernel/ids.ts'
import { lateFilterText } from '../../../shared/reports/late-filter.ts'
import type { LateFilter } from '../../../shared/reports/overdue-sums.ts'
import { copyOverlay } from '../../store/reports/report-store.ts'
import { no, ok } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import { snapshotAnswer } from '../handlers-desk.ts'
import { mayOpen } from '../approvals/page-approval.ts'
import { goToPage } from '../places.ts'
import { cardRenewals } from './card-renewals.ts'
import { logHandlers } from './handlers-log.ts'
import { saveCards } from './card-tables.ts'
import { saveLate } from './late-list.ts'
import { deskZone } from '../../library/here.ts'
import {
  lateOf,
  reportNow,
  runs,
  SEES_NAMES,
  type Report,
  type ReportOf,
  type ReportPorts,
  type Results,
  type Run,
} from './now.ts'
import type { FromReport, ReportJob } from './report-worker.ts'
import { ownCommand } from '../../library/follow.ts'
import { mayOwn } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

/** A file of its own beside the sources; another bundle beside the bundle. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? 'report-worker.ts' : '../report/index.js', import.meta.url)
}

/** What is entered before a report that will name patrons; whether it was. */
function enterNaming(desk: Desk, of: ReportOf): boolean {
  const actor = actorOf(desk)
  if (of !== 'overdue' || !mayOwn(desk.library, actor, SEES_NAMES)) return false
  const viewed = { kind: 'list-viewed', body: { list: 'overdue' } } as const
  record(desk.library, actor, ownCommand(desk.library, 'list'), [viewed])
  return true
}

/** Starts reading. A running report is ended first; that one will name patrons is entered first. */
function startReport(desk: Desk, ports: ReportPorts, of: ReportOf): void {
  const is_entered = enterNaming(desk, of)
  void cancelReport(desk.library)
  const report_ref = hex(desk.library.random.bytes(8))
  const as_of_ms = desk.library.clock.now()
  const report: Report<ReportOf> = { report_ref, status: 'running', as_of_ms, is_entered, result: null }
  const run: Run = { of, report, worker: null, staff: desk.session.staff?.staff_code ?? '' }
  runs.set(desk.library, { ...runs.get(desk.library), [of]: run })
  desk.session = changed(desk.session)
  ports.push(progressOf(desk, 0))
  void read(desk, run, ports)
}

function progressOf(desk: Desk, progress: number): Push {
  return { topic: 'progress', of: 'report', progress, says: speechOf(desk).words.pages.reports.overdue.reading }
}

async function read<Of extends ReportOf>(desk: Desk, run: Run<Of>, { push, log }: ReportPorts): Promise<void> {
  const end = (status: Report['status'], result: Results[Of] | null = null): void => {
    if (run.report.status !== 'running') return
    run.report = { ...run.report, status, result }
    desk.session = changed(desk.session)
    push({ topic: 'desk-changed', version: desk.session.version })
  }
  const fail = (reason: string): void => {
    if (run.report.status === 'running') log(`report: ${reason}`)
    end('failed')
  }
  try {
    const { folder, key } = desk.library
    const overlay = await copyOverlay(desk.library.db, run.of === 'overdue' ? ['overlay_loan'] : [])
    const isRunning = (): boolean => run.report.status === 'running'
    const renewals = run.of === 'cards' ? await cardRenewals(desk.library, isRunning) : []
    if (!isRunning()) return
    const zone = deskZone(desk.library)
    const workerData: ReportJob = { of: run.of, folder, key, overlay, renewals, now_ms: run.report.as_of_ms, zone }
    const worker = new Worker(workerFile(), { workerData })
    run.worker = worker
    worker.on('message', (said: FromReport<Of>) => {
      if ('report' in said) end('done', said.report)
      else if (isRunning()) push(progressOf(desk, said.progress))
    })
    worker.on('error', (fault) => fail(String(fault)))
    worker.on('exit', (code) => fail(`its thread ended with ${code} and no result`))
  } catch (fault) {
    // The desk was closed or a file went away meanwhile: there is no report, and nothing else is lost.
    fail(String(fault))
  }
}

/** Ends the running report, if any, and waits until it has ended. */
export async function cancelReport(library: Library): Promise<void> {
  for (const run of Object.values(runs.get(library) ?? {})) {
    if (run.report.status === 'running') run.report = { ...run.report, status: 'canceled' }
    await run.worker?.terminate()
  }
}

/** No report reads while `work` is done; one that ran begins again after it. */
export async function withoutReports(desk: Desk, ports: ReportPorts, work: () => void): Promise<void> {
  const running = Object.values(runs.get(desk.library) ?? {}).filter(({ report }) => report.status === 'running')
  await cancelReport(desk.library)
  try {
    work()
  } finally {
    for (const { of, report, staff } of running) {
      const again: Run = { of, report: { ...report, status: 'running' }, worker: null, staff }
      runs.set(desk.library, { ...runs.get(desk.library), [of]: again })
      void read(desk, again, ports)
    }
  }
}

function cancelAsked(desk: Desk, report_ref: string): Refusal | null {
  const run = Object.values(runs.get(desk.library) ?? {}).find(({ report }) => report.report_ref === report_ref)
  if (run?.staff !== actorOf(desk).staff?.staff_code || run?.report.status !== 'running') return refuse('page-empty')
  void cancelReport(desk.library)
  desk.session = changed(desk.session)
  return null
}

function asked({ age, branch_code }: Input<'report.filter-preview'>): LateFilter {
  return { age: age || null, branch_code: branch_code || null }
}

export type ReportMethod = keyof typeof REPORT_METHODS

export function reportHandlers(desk: Desk, ports: ReportPorts): Pick<Handlers, ReportMethod> {
  return {
    ...logHandlers(desk, ports),
    'report.start': ({ of = 'overdue' }) => {
      if (of !== 'overdue' && !mayOpen(desk, { place: 'card-lists', about: '' })) return no('not-permitted')
      startReport(desk, ports, of)
      return snapshotAnswer(desk)
    },
    'report.cancel': ({ report_ref }) => {
      const refused = cancelAsked(desk, report_ref)
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'report.filter': (input) => {
      const refused = goToPage(desk, { place: 'overdue', about: lateFilterText(asked(input)) })
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'report.filter-preview': (input) => {
      const report = reportNow(desk.library, actorOf(desk), 'overdue')
      if (!report?.result) return ok({ lines: [] })
      const { items_count, patrons_count } = lateOf(report.result, asked(input))
      const text = speechOf(desk).words.pages.reports.overdue.total(items_count, patrons_count)
      return ok({ lines: [{ text, tone: 'plain' }] })
    },
    'report.save-cards': (input) => {
      if (!mayOpen(desk, { place: 'card-lists', about: '' })) return no('not-permitted')
      const refused = saveCards(desk, input)
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'report.save': async (input) => {
      const refused = await saveLate(desk, input)
      return refused ? { refused } : snapshotAnswer(desk)
    },
  }
}
