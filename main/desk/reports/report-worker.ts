/**
 * The thread of one report: reads, sums, reports progress, returns the result and ends. It can be terminated at any
 * moment, which loses nothing: it can write nowhere.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { OverdueSums, type LateLines } from '../../../shared/reports/overdue-sums.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import { instant, daysBetween, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../../shared/kernel/zone.ts'
import { openReportStore, type CopiedTable } from '../../store/reports/report-store.ts'
import { lastItem, lateLoans } from '../../store/reports/report-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'

const PAGE_ROWS = 500

/** What the thread is given. */
export type ReportJob = {
  readonly folder: string
  readonly key: Uint8Array
  readonly overlay: readonly CopiedTable[]
  readonly now_ms: Instant
  readonly zone: ZoneName
}

export type FromReport = { readonly progress: number } | { readonly report: LateLines }

function overdue(db: ReadHandle, { now_ms, zone }: ReportJob, tell: (progress: number) => void): LateLines {
  const today = toLocalDate(now_ms, zone)
  const last = Math.max(1, db.get(lastItem, {})?.item_id ?? 1)
  const sums = new OverdueSums()
  let after = 0
  for (;;) {
    const rows = db.all(lateLoans, { after_item_id: after as ItemId, before_ms: now_ms, limit: PAGE_ROWS })
    for (const { patron_id, due_at_ms, branch_code } of rows) {
      // An item due earlier today is not yet a day overdue.
      sums.add({ patron_id, branch_code, late_days_count: daysBetween(toLocalDate(instant(due_at_ms), zone), today) })
    }
    if (rows.length < PAGE_ROWS) return sums.lines()
    after = must(rows.at(-1), 'a full page').item_id
    tell(after / last)
  }
}

const job = workerData as ReportJob
const port = must(parentPort, 'a report runs on a thread of its own')
const store = openReportStore(job.folder, job.key, job.overlay)
const send = (said: FromReport): void => port.postMessage(said)
send({ report: overdue(store.db, job, (progress) => send({ progress })) })
store.close()
