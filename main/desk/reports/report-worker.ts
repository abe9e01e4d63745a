/**
 * The thread of one report: reads, sums, reports progress, returns the result and ends. It can be terminated at any
 * moment, which loses nothing: it can write nowhere.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { OverdueSums, type LateLines } from '../../../shared/reports/overdue-sums.ts'
import { apartPair, pairOf } from '../../store/patrons/apart-rows.ts'
import { AlikePairs, type AlikeReport } from '../../../shared/patron/alike/alike-pairs.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import { CardSums, type CardRenewal, type CardReport } from '../../../shared/reports/card-sums.ts'
import { instant, daysBetween, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../../shared/kernel/zone.ts'
import { openReportStore, type CopiedTable } from '../../store/reports/report-store.ts'
import { cardFacts, lastItem, lastPatron, lateLoans } from '../../store/reports/report-rows.ts'
import { patronsAlike } from '../../search/alike-patrons.ts'
import { identitiesAfter } from '../../store/patrons/alike-rows.ts'
import { homeAddress } from '../../store/patrons/person-rows.ts'
import type { ReadHandle } from '../../store/sql.ts'
import type { ReportOf, Results } from './now.ts'

const PAGE_ROWS = 500
/** Each is compared with a few hundred: progress is told every second or so. */
const PEOPLE_EACH = 100
/** As many records of one person as are found at once. */
const ALIKE_MAX = 20

/** What the thread is given. */
export type ReportJob = {
  readonly of: ReportOf
  readonly folder: string
  readonly key: Uint8Array
  readonly overlay: readonly CopiedTable[]
  /** Of the report of cards: read from the journal, which this thread cannot. */
  readonly renewals: readonly CardRenewal[]
  readonly now_ms: Instant
  readonly zone: ZoneName
}

export type FromReport<Of extends ReportOf = ReportOf> =
  { readonly progress: number } | { readonly report: Results[Of] }

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

function cards(db: ReadHandle, { now_ms, zone, renewals }: ReportJob, tell: (progress: number) => void): CardReport {
  const last = Math.max(1, db.get(lastPatron, {})?.patron_id ?? 1)
  const sums = new CardSums(toLocalDate(now_ms, zone))
  for (const one of renewals) sums.renewed(one)
  let after = 0
  for (;;) {
    const rows = db.all(cardFacts, { after_patron_id: after as PatronId, limit: PAGE_ROWS })
    for (const fact of rows) sums.add(fact)
    if (rows.length < PAGE_ROWS) return sums.report()
    after = must(rows.at(-1), 'a full page').patron_id
    tell(after / last)
  }
}

/** Each with those who have a higher number: a pair is found once. */
function duplicates(db: ReadHandle, _job: ReportJob, tell: (progress: number) => void): AlikeReport {
  const last = Math.max(1, db.get(lastPatron, {})?.patron_id ?? 1)
  const pairs = new AlikePairs()
  let after = 0
  for (;;) {
    const rows = db.all(identitiesAfter, { patron_id: after as PatronId, limit: PEOPLE_EACH })
    for (const { patron_id, ...row } of rows) {
      const { street = '', postal_code = '' } = db.get(homeAddress, { patron_id }) ?? {}
      for (const { patron_id: other_patron_id, alike } of patronsAlike(db, { ...row, street, postal_code }, ALIKE_MAX))
        if (alike.sure === 'certain' && db.get(apartPair, pairOf(patron_id, other_patron_id)) === null)
          pairs.add({ patron_id, other_patron_id, ...alike })
    }
    if (rows.length < PEOPLE_EACH) return pairs.report()
    after = must(rows.at(-1), 'a full page').patron_id
    tell(after / last)
  }
}

const job = workerData as ReportJob
const port = must(parentPort, 'a report runs on a thread of its own')
const store = openReportStore(job.folder, job.key, job.overlay)
const send = (said: FromReport): void => port.postMessage(said)
const READS = { overdue, cards, duplicates } as const
send({ report: READS[job.of](store.db, job, (progress) => send({ progress })) })
store.close()
