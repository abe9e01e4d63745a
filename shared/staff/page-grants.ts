/**
 * Pages that not every role may open: which grant each takes, and what it is called while a second person is asked.
 * Pure; must never know who is signed in.
 */
import type { PageRef, PageView, Place } from '../desk/page.ts'
import type { Grant } from './permissions.ts'

type Closed = { readonly grant: Grant; readonly name: string }

const RULES: Closed = { grant: 'edit-policy', name: 'the library’s rules' }

const CLOSED: Readonly<Partial<Record<Place, Closed>>> = {
  staff: { grant: 'edit-staff', name: 'staff and roles' },
  'work-log': { grant: 'see-work-log', name: 'the work log' },
  outage: { grant: 'declare-outage', name: 'outages' },
  policy: RULES,
  'policy-table': RULES,
  'policy-row': RULES,
  'policy-loans': RULES,
  'this-desk': { grant: 'look-after-desk', name: 'this desk' },
  'recovery-key': { grant: 'look-after-desk', name: 'the recovery key' },
  'data-in': { grant: 'look-after-desk', name: 'data in' },
}

const LOG: Closed = { grant: 'see-privacy-log', name: 'who looked at which record' }

/** What it takes to open this page; null for a page that is open to everybody. */
export function closedPage({ place, about }: PageRef): Closed | null {
  if (place === 'privacy') return /^(log|staff)( |$)/.test(about) ? LOG : null
  return CLOSED[place] ?? null
}

/** A page that a role may not open, shown by a second person's approval until somebody leaves it. */
export type LentPage = { readonly grant: Grant; readonly approved_by: string; readonly reason: string }

/** What is lent still holds for this page: it takes the same grant. */
export function lentFor(lent: LentPage | null, page: PageRef | null): LentPage | null {
  return lent !== null && page !== null && closedPage(page)?.grant === lent.grant ? lent : null
}

/** A right to change staff would outlive the page: whoever could add a manager would need no approval any more. */
export function isLentToLookAt(grant: Grant): boolean {
  return grant === 'edit-staff'
}

/** The page as it is only looked at: from it one goes on, and changes nothing. */
export function toLookAt(page: PageView): PageView {
  const isGoing = ({ call }: PageView['acts'][number]): boolean => call.method === 'desk.go'
  const goes = <Place extends Pick<PageView, 'acts' | 'enter'>>(place: Place): Place => {
    return {
      ...place,
      acts: place.acts.filter(isGoing),
      enter: place.enter && isGoing(place.enter) ? place.enter : null,
    }
  }
  const sections = page.sections.map((one) => (one.kind === 'table' ? { ...one, rows: one.rows.map(goes) } : one))
  return { ...goes(page), sections }
}
