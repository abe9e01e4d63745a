/** The openings of a drawer on its own page: what can be opened again, and the pulses of which nobody knows. */
import type { Act, PageRow, Section } from '../../../../shared/desk/page.ts'
import { entryOf, unknownPulses } from '../../../cash/pulses.ts'
import type { JobSeen } from '../../../journal/queue-jobs.ts'
import { drawersOpened } from '../../../library/own-devices.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, cell, row, table } from '../make.ts'

/** Did the drawer open? One row a pulse; none while all are known. */
export function unknownSection(desk: Desk, drawer_code: string): readonly Section[] {
  const { drawer } = speechOf(desk).words.pages
  const unknown = unknownPulses(desk.library).filter((one) => one.drawer === drawer_code)
  if (unknown.length === 0) return []
  return [
    table({
      section_id: 'unknown',
      heading: drawer.did_it_open,
      columns: [drawer.columns.at, drawer.columns.what],
      rows: unknown.map((one) => unknownRow(desk, one)),
      empty: '',
    }),
  ]
}

function unknownRow(desk: Desk, job: JobSeen): PageRow {
  const speech = speechOf(desk)
  const { words } = speech
  const { drawer } = words.pages
  const of_ref = entryOf(job)
  const kind = desk.library.journal.event(of_ref)?.kind
  const known = Object.entries(words.outcomes.records.late).find(([name]) => name === kind)
  const opened = act({
    key: 'V',
    label: drawer.it_opened,
    call: callOf('drawer.settle', { job_ref: job.job_ref, was_opened: true }),
  })
  return row({
    row_id: job.job_ref,
    cells: [cell(speech.time(job.queued_at)), cell(known?.[1] ?? '', 'warn')],
    acts: [
      opened,
      act({
        key: 'Q',
        label: drawer.open_it_again,
        call: callOf('drawer.pulse', { drawer_code: job.drawer, reason: 'again', of_ref }),
      }),
    ],
    enter: opened,
  })
}

/** To count it, and again where nothing is known of a pulse that failed. */
export function pulseActs(desk: Desk, drawer_code: string): readonly Act[] {
  if (!drawersOpened(desk.library.db).has(drawer_code)) return []
  const { drawer } = speechOf(desk).words.pages
  const pulse = (key: string, label: string, reason: 'count' | 'again'): Act =>
    act({ key, label, call: callOf('drawer.pulse', { drawer_code, reason, of_ref: '' }) })
  return [pulse('C', drawer.open_to_count, 'count'), pulse('D', drawer.open_again, 'again')]
}
