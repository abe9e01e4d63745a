/**
 * What the printers of this desk have to do, and did lately. Says what each paper is, when it was asked for and how it
 * stands; never whose it is, nor what is on it.
 */
import { deviceFor } from '../../../../shared/devices/job-choice.ts'
import { mayQueueAgain } from '../../../../shared/devices/job.ts'
import type { Act, PageRow, PageView, Tone } from '../../../../shared/desk/page.ts'
import { deviceName } from '../../../../shared/devices/device-name.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { overJobs } from '../../../journal/jobs.ts'
import { openJobs, openJobsReady, type JobSeen } from '../../../journal/queue-jobs.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { stateOf, whatOf } from '../../papers/job-said.ts'
import { act, callOf, cell, field, page, row, table } from '../make.ts'
import { stateSaid } from './printers.ts'

const OVER_MAX = 20

/** Why a job cannot begin now: nothing is set up that could do it, or its printer is not ready. */
function waitsFor(desk: Desk, pages: Words['pages'], job: JobSeen): readonly string[] {
  if (job.status !== 'queued' && job.status !== 'failed') return []
  const says = pages.jobs
  const device = deviceFor(job, desk.devices.own)
  if (device === null) {
    if (job.kind !== 'receipt') return [says.no_opener]
    return [desk.devices.own.some(({ role }) => role === 'printer') ? says.no_printer : says.no_printer_at_all]
  }
  const isSaid = job.status === 'failed' || job.detail_code in says.details
  if (isSaid || device.role !== 'printer' || desk.devices.isReady(device)) return []
  const { says: state } = stateSaid(desk, pages, device, desk.devices.now(device.device_code))
  return [says.waits(deviceName(pages, device.device_code), state)]
}

/** What the device said last, and what to do about it. */
function notesOf(desk: Desk, pages: Words['pages'], job: JobSeen): readonly string[] {
  const says = pages.jobs
  const detail = Object.entries(says.details).find(([name]) => name === job.detail_code)
  return [
    ...waitsFor(desk, pages, job),
    ...(detail && job.status !== 'taken' ? [detail[1]] : []),
    ...(job.kind === 'receipt' && job.reason === 'may-be-done' ? [says.is_reprint] : []),
  ]
}

function actsOf(desk: Desk, pages: Words['pages'], job: JobSeen): readonly Act[] {
  const says = pages.jobs
  const { job_ref, kind, status } = job
  const others = desk.devices.own.filter(
    ({ role, device_code }) => role === 'printer' && device_code !== job.device_code,
  )
  const again = act({ key: 'A', label: says.again, call: callOf('job.again', { job_ref }) })
  const options = others.map(({ device_code }) => ({ value: device_code, label: deviceName(pages, device_code) }))
  const reroute = act({
    key: 'O',
    label: says.reroute,
    call: callOf('job.reroute', { job_ref }),
    asks: [
      field('device_code', says.reroute_to, 'choice', { value: options[0]?.value ?? '', is_required: true, options }),
    ],
  })
  const isMovable = kind === 'receipt' && status !== 'taken' && others.length > 0
  return [
    ...(kind === 'receipt' && mayQueueAgain(kind, status) ? [again] : []),
    ...(isMovable ? [reroute] : []),
    act({ key: 'C', label: says.cancel, call: callOf('job.cancel', { job_ref }) }),
  ]
}

function jobRow(desk: Desk, speech: Speech, job: JobSeen, isOpen: boolean): PageRow {
  const { pages } = speech.words
  const says = pages.jobs
  const { text, tone } = stateOf(says, job)
  const acts = isOpen ? actsOf(desk, pages, job) : []
  return row({
    row_id: job.job_ref,
    cells: [
      cell(whatOf(speech, job)),
      cell(speech.dayTime(job.queued_at)),
      cell(job.device_code === '' ? says.any : deviceName(pages, job.device_code)),
      cell(text, tone),
    ],
    notes: [...notesOf(desk, pages, job)],
    acts: [...acts],
    enter: acts.find(({ key }) => key === 'A') ?? null,
  })
}

export function jobsPage(desk: Desk): PageView {
  const speech = speechOf(desk)
  const says = speech.words.pages.jobs
  const { db } = desk.library
  const columns = [says.columns.what, says.columns.asked_at, says.columns.device, says.columns.state]
  return page(desk.library, {
    ref: { place: 'jobs', about: '' },
    heading: says.heading,
    lead: says.lead,
    sections: [
      table({
        section_id: 'open',
        heading: says.waiting,
        columns,
        rows: openJobs(db).map((job) => jobRow(desk, speech, job, true)),
        empty: says.none,
      }),
      table({
        section_id: 'over',
        heading: says.over,
        columns,
        rows: overJobs(db, OVER_MAX).map((job) => jobRow(desk, speech, job, false)),
        empty: says.none_over,
      }),
    ],
  })
}

type JobSaid = {
  readonly job_ref: string
  readonly what: string
  readonly state: string
  readonly tone: Tone
  readonly notes: string[]
}

/** What waits for the devices, and what they did last, in words: newest first. */
export function jobsSaid(desk: Desk, limit: number): readonly JobSaid[] {
  const speech = speechOf(desk)
  const says = speech.words.pages.jobs
  const { db } = desk.library
  const open = openJobs(db).toReversed()
  return [...open, ...overJobs(db, limit)].slice(0, limit).map((job) => {
    const { text: state, tone } = stateOf(says, job)
    return {
      job_ref: job.job_ref,
      what: whatOf(speech, job),
      state,
      tone,
      notes: [...notesOf(desk, speech.words.pages, job)],
    }
  })
}

/** What the top strip says of the jobs; empty while nothing waits. */
export function jobsOnStrip(desk: Desk, { words }: Speech): { readonly tone: 'ok' | 'warn'; readonly says: string } {
  const says = words.screen.strip.jobs
  const jobs = openJobsReady(desk.library.journal).filter(({ kind }) => kind === 'receipt')
  const failed_count = jobs.filter(({ status }) => status === 'failed').length
  if (failed_count > 0) return { tone: 'warn', says: says.failed(failed_count) }
  return { tone: 'ok', says: jobs.length === 0 ? '' : says.waiting(jobs.length) }
}
