/**
 * The supervisor's page: what this desk did today, by hour, and what was overridden or let off, by whom and why; from
 * here to who is late and to the work log. Names staff and no patron; who may open it is in
 * shared/desk/page-grants.ts.
 */
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { eventRefText } from '../../../../shared/journal/event.ts'
import type { Place } from '../../../../shared/journal/place.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { isRefusalCode } from '../../../../shared/refusals/refusals.ts'
import { byPerson, DAY_ACTS, type DeskDay, type Exception } from '../../../../shared/reports/desk-day.ts'
import { reasonLabel } from '../../../../shared/staff/reasons.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { deskDayNow } from '../../../library/desk-day.ts'
import { here } from '../../../library/here.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { patronOf } from '../../approvals/of-another.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { closesWaiting } from '../closes-to-review.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'
import { drawersPastDay } from '../drawers-past-day.ts'
import { surprisesWaiting } from '../surprises-due.ts'
import { logFrom } from '../staff/work-log.ts'

const PERSON_TAB = 'staff '

type Now = {
  readonly desk: Desk
  readonly speech: Speech
  readonly nameOf: (staff_code: string) => string
  readonly day: DeskDay
}

/** @param about "staff CODE" for what one person overrode and let off, else empty */
export function supervisorPage(desk: Desk, about: string): PageView | null {
  const speech = speechOf(desk)
  const now = { desk, speech, nameOf: staffNames(desk.library), day: deskDayNow(desk.library) }
  if (about.startsWith(PERSON_TAB)) return personPage(desk, now, about.slice(PERSON_TAB.length))
  if (about !== '') return null
  const words = speech.words.pages.reports.supervisor
  return page(desk.library, {
    ref: { place: 'supervisor', about: '' },
    heading: words.heading(speech.date(here(desk.library).today)),
    lead: words.lead,
    sections: [
      ...drawersPastDay(desk),
      ...surprisesWaiting(desk),
      ...closesWaiting(desk),
      byHour(now),
      people(now),
      latest(now),
    ],
    aside: ['people'],
    acts: [
      goTo({ place: 'overdue', about: '' }, words.overdue, 'O'),
      goTo({ place: 'work-log', about: '' }, words.work_log, 'W'),
      goTo({ place: 'cash-desk', about: '' }, speech.words.pages.cash_desk.heading, 'C'),
    ],
  })
}

function byHour({ speech, day }: Now): Section {
  const words = speech.words.pages.reports.supervisor
  const { hours, totals } = day
  const acts = DAY_ACTS.filter((one) => totals[one] > 0)
  const said = acts.map((one) => words.total[one](totals[one])).join(', ')
  if (acts.length === 0) return { kind: 'text', section_id: 'hours', heading: words.hours, lines: [words.empty] }
  return {
    kind: 'chart',
    section_id: 'hours',
    heading: words.hours,
    says: said,
    shape: 'columns',
    label_heading: words.hour,
    series: acts.map((one) => words.acts[one]),
    unit: 'count',
    bars: hours.map((one) => ({
      label: speech.hourOfDay(one.hour),
      values: acts.map((act) => one[act]),
      mark: 'plain',
    })),
  }
}

function people({ speech, nameOf, day }: Now): Section {
  const words = speech.words.pages.reports.supervisor
  const { columns } = words
  return table({
    section_id: 'people',
    heading: words.people,
    columns: [columns.who, figures(columns.overrides), figures(columns.let_off)],
    rows: byPerson(day.exceptions).map(({ staff, overrides_count, let_off_count, let_off_cents }) =>
      row({
        row_id: `staff ${staff}`,
        cells: [
          cell(nameOf(staff)),
          figure(overrides_count),
          figure(words.let_off(let_off_count, speech.money(cents(let_off_cents)))),
        ],
        enter: goTo({ place: 'supervisor', about: PERSON_TAB + staff }, words.open),
      }),
    ),
    empty: words.none,
  })
}

function latest(now: Now): Section {
  const words = now.speech.words.pages.reports.supervisor
  return list(now, 'latest', words.latest, now.day.exceptions, true)
}

function list(now: Now, section_id: string, heading: string, all: readonly Exception[], isNamed: boolean): Section {
  const { columns, none } = now.speech.words.pages.reports.supervisor
  const { when, who, what, reason, approved_by } = columns
  return table({
    section_id,
    heading,
    columns: [when, ...(isNamed ? [who] : []), what, reason, approved_by],
    rows: all.map((one) => exceptionRow(now, one, isNamed)),
    empty: none,
  })
}

function exceptionRow({ desk, speech, nameOf }: Now, one: Exception, isNamed: boolean): PageRow {
  const words = speech.words.pages.reports.supervisor
  const { reasons } = speech.words.outcomes
  return row({
    row_id: `${one.epoch}.${one.seq}`,
    cells: [
      cell(speech.time(instant(one.at_ms)), 'quiet'),
      ...(isNamed ? [cell(nameOf(one.staff))] : []),
      cell(whatSaid(desk, speech, one)),
      cell(one.reasons.map((code) => reasonLabel(reasons, code)).join(', ')),
      cell(one.approved_by.map(nameOf).join(', '), 'quiet'),
    ],
    acts: [...opensAccount(desk, words.account, one)],
    enter: goTo(logFrom(one), words.entry),
  })
}

function whatSaid({ library }: Desk, speech: Speech, one: Exception): string {
  if (one.what === 'override')
    return one.codes.map((code) => (isRefusalCode(code) ? speech.short(code) : code)).join(', ')
  const { log } = speech.words
  const amount_said = speech.money(cents(one.amount_cents))
  if (one.what === 'let-off') return log.let_off[one.code](amount_said)
  const kind = library.policy().source.in_kind_tenders.find(({ kind_code }) => kind_code === one.kind_code)
  return log.in_kind(kind?.name ?? one.kind_code, amount_said)
}

/** The account that it was about, as long as the desk knows whose; opening it is noted as always. */
function opensAccount({ library }: Desk, label: string, place: Place): readonly Act[] {
  const event = library.journal.event(eventRefText({ terminal: library.journal.terminal, ...place }))
  const patron_id = event && patronOf(library, event)
  return patron_id ? [act({ key: 'A', label, call: callOf('desk.open-patron', { patron_id }) })] : []
}

function personPage(desk: Desk, now: Now, staff: string): PageView | null {
  const all = now.day.exceptions.filter((one) => one.staff === staff)
  if (all.length === 0) return null
  const { person } = now.speech.words.pages.reports.supervisor
  return page(desk.library, {
    ref: { place: 'supervisor', about: PERSON_TAB + staff },
    heading: person(now.nameOf(staff)),
    sections: [list(now, 'exceptions', '', all, false)],
  })
}
