/** Whom a form on a page is about, so that its draft goes with them. Pure. */
import type { PageRef, Place } from '../page.ts'

/** Pages about the open patron: what is typed there is a draft about them. */
const OF_PATRON: ReadonlySet<Place> = new Set<Place>([
  'account',
  'waive',
  'hold-new',
  'renewals',
  'privacy',
  'recent',
  'pay',
  'patron-merge',
])

/** Whom a form on this page is about: the open patron, or nobody. */
export function draftAbout<Id>({ place }: PageRef, open: Id | null): Id | null {
  return OF_PATRON.has(place) ? open : null
}
