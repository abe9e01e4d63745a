/**
 * The logs of confidentiality, for whoever may see them (shared/desk/page-grants.ts): everything told to others, who
 * looks at records, and what one member of staff looked at. Must never be built for anybody else.
 */
import type { PageView } from '../../../../shared/desk/page.ts'
import { sayDate } from '../../../../shared/kernel/say-date.ts'
import { addDays, localDate } from '../../../../shared/kernel/time.ts'
import { privacyLabel } from '../../../../shared/patron/privacy.ts'
import { viewers } from '../../../store/privacy/privacy-rows.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import { here } from '../../../library/here.ts'
import { allDisclosures } from '../../privacy/disclosures.ts'
import { viewsBy } from '../../privacy/views.ts'
import { cell, figure, figures, goTo, page, row, table } from '../make.ts'
import { disclosureTable } from './privacy-tables.ts'
import type { Library } from '../../../library/library.ts'

export const LOG_TAB = 'log'
export const STAFF_TAB = 'staff'
const SHOWN_MAX = 200
/** Who looks at records is counted over this long. */
const COUNTED_DAYS = 30

/** @param about "log", "staff", or "staff rortiz" */
export function logPage(library: Library, about: string): PageView | null {
  if (about === LOG_TAB) return disclosurePage(library)
  if (about === STAFF_TAB) return viewersPage(library)
  return about.startsWith(`${STAFF_TAB} `) ? staffViews(library, about.slice(STAFF_TAB.length + 1), about) : null
}

function disclosurePage(library: Library): PageView {
  return page(library, {
    ref: { place: 'privacy', about: LOG_TAB },
    heading: 'Told to others',
    lead: 'Newest first. Whoever was erased stands without a name.',
    sections: [disclosureTable(library, allDisclosures(library, SHOWN_MAX), true)],
  })
}

function staffNames(library: Library): ReadonlyMap<string, string> {
  return new Map(library.db.all(allStaff, {}).map((one) => [one.staff_code, one.name]))
}

function viewersPage(library: Library): PageView {
  const { today } = here(library)
  const names = staffNames(library)
  return page(library, {
    ref: { place: 'privacy', about: STAFF_TAB },
    heading: 'Who looks at records',
    lead: `The last ${COUNTED_DAYS} days. Enter shows whose records somebody looked at.`,
    sections: [
      table({
        section_id: 'viewers',
        heading: '',
        columns: ['Name', figures('Records'), figures('Times'), 'Last'],
        rows: library.db.all(viewers, { since_on: addDays(today, -COUNTED_DAYS) }).map((one) =>
          row({
            row_id: `viewer ${one.staff_code}`,
            cells: [
              cell(names.get(one.staff_code) ?? (one.staff_code || 'The desk by itself')),
              figure(one.patrons_count),
              figure(one.views_count),
              cell(sayDate(localDate(one.last_on), today), 'quiet'),
            ],
            enter: goTo({ place: 'privacy', about: `${STAFF_TAB} ${one.staff_code}` }, 'Whose records'),
          }),
        ),
        empty: 'Nobody, or your library does not keep it.',
      }),
    ],
  })
}

function staffViews(library: Library, staff_code: string, about: string): PageView {
  const { today } = here(library)
  return page(library, {
    ref: { place: 'privacy', about },
    heading: `Records that ${staffNames(library).get(staff_code) ?? staff_code} looked at`,
    lead: 'By day, and no closer: a time would tell who borrowed what.',
    sections: [
      table({
        section_id: 'views',
        heading: '',
        columns: ['Day', 'Whose', 'Why', figures('Times')],
        rows: viewsBy(library, staff_code, SHOWN_MAX).map((view) =>
          row({
            row_id: `view ${view.viewed_on} ${view.patron_id} ${view.place} ${view.reason}`,
            cells: [
              cell(sayDate(localDate(view.viewed_on), today), 'quiet'),
              cell(view.name),
              cell(privacyLabel(view.reason)),
              figure(view.views_count),
            ],
          }),
        ),
        empty: 'None that is kept.',
      }),
    ],
  })
}
