/**
 * The logs of confidentiality, for whoever may see them (shared/desk/page-grants.ts): everything told to others, who
 * looks at records, and what one member of staff looked at. Must never be built for anybody else.
 */
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import { addDays, localDate } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { listsByStaff, viewers } from '../../../store/privacy/privacy-rows.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import { here } from '../../../library/here.ts'
import { allDisclosures } from '../../privacy/disclosures.ts'
import { labelOf } from '../../../../shared/words/labels.ts'
import { viewsBy } from '../../privacy/record-views.ts'
import { cell, figure, figures, goTo, page, row, table } from '../make.ts'
import { disclosureTable } from './privacy-tables.ts'
import type { Library } from '../../../library/library.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'

export const LOG_TAB = 'log'
export const STAFF_TAB = 'staff'
const SHOWN_MAX = 200
/** Who looks at records is counted over this long. */
const COUNTED_DAYS = 30

/** @param about "log", "staff", or "staff rortiz" */
export function logPage(desk: Desk, about: string): PageView | null {
  const { library } = desk
  const speech = speechOf(desk)
  if (about === LOG_TAB) return disclosurePage(library, speech)
  if (about === STAFF_TAB) return viewersPage(library, speech)
  return about.startsWith(`${STAFF_TAB} `)
    ? staffViews(library, speech, about.slice(STAFF_TAB.length + 1), about)
    : null
}

function disclosurePage(library: Library, speech: Speech): PageView {
  const { heading, log_lead } = speech.words.pages.privacy.disclosures
  return page(library, {
    ref: { place: 'privacy', about: LOG_TAB },
    heading,
    lead: log_lead,
    sections: [disclosureTable(speech, allDisclosures(library, SHOWN_MAX), true)],
  })
}

function staffNames(library: Library): ReadonlyMap<string, string> {
  return new Map(library.db.all(allStaff, {}).map((one) => [one.staff_code, one.name]))
}

function viewersPage(library: Library, speech: Speech): PageView {
  const { today } = here(library)
  const { views, viewers: words } = speech.words.pages.privacy
  const { columns } = words
  const names = staffNames(library)
  return page(library, {
    ref: { place: 'privacy', about: STAFF_TAB },
    heading: words.heading,
    lead: words.lead(COUNTED_DAYS),
    sections: [
      table({
        section_id: 'viewers',
        heading: '',
        columns: [columns.name, figures(columns.records), figures(columns.times), figures(columns.lists), columns.last],
        rows: library.db.all(viewers, { since_on: addDays(today, -COUNTED_DAYS) }).map((one) =>
          row({
            row_id: `viewer ${one.staff_code}`,
            cells: [
              cell(names.get(one.staff_code) ?? (one.staff_code || words.the_desk)),
              figure(one.patrons_count),
              figure(one.views_count),
              figure(one.lists_count),
              cell(speech.date(localDate(one.last_on)), 'quiet'),
            ],
            enter: goTo({ place: 'privacy', about: `${STAFF_TAB} ${one.staff_code}` }, words.open),
          }),
        ),
        empty: views.empty,
      }),
    ],
  })
}

function staffViews(library: Library, speech: Speech, staff_code: string, about: string): PageView {
  const { reasons, views, viewers: words } = speech.words.pages.privacy
  const { columns } = views
  return page(library, {
    ref: { place: 'privacy', about },
    heading: words.of(staffNames(library).get(staff_code) ?? staff_code),
    lead: words.of_lead,
    sections: [
      table({
        section_id: 'views',
        heading: '',
        columns: [columns.day, columns.whose, columns.reason, figures(columns.times)],
        rows: viewsBy(library, staff_code, SHOWN_MAX).map((view) =>
          row({
            row_id: `view ${view.viewed_on} ${view.patron_id} ${view.place} ${view.reason}`,
            cells: [
              cell(speech.date(localDate(view.viewed_on)), 'quiet'),
              cell(view.name),
              cell(labelOf(reasons, view.reason)),
              figure(view.views_count),
            ],
          }),
        ),
        empty: words.of_empty,
      }),
      ...listsRead(library, speech, staff_code),
    ],
  })
}

/** How many lists of people this staff member read. No section where none is on record. */
function listsRead(library: Library, speech: Speech, staff_code: string): readonly Section[] {
  const { lists } = speech.words.pages.privacy
  const rows = library.db.all(listsByStaff, { staff_code, limit: SHOWN_MAX })
  if (rows.length === 0) return []
  return [
    table({
      section_id: 'lists',
      heading: lists.heading,
      columns: [lists.columns.day, figures(lists.columns.times)],
      rows: rows.map((one) =>
        row({
          row_id: `lists ${one.looked_on}`,
          cells: [cell(speech.date(localDate(one.looked_on)), 'quiet'), figure(one.lists_count)],
        }),
      ),
      empty: '',
    }),
  ]
}
