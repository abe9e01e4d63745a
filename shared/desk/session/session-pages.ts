/**
 * Going to pages and back, and pages that are lent by approval until they are left. Pure: each function takes a session
 * and gives the next one. Must never decide who may open a page; page-grants.ts and
 * main/library/grants.ts do.
 */
import { approvedFor, type ApprovedPage } from '../page-grants.ts'
import type { PageRef } from '../page.ts'
import { nothingBeside } from '../papers.ts'
import { changed, NO_PAGE, type Session } from './session.ts'

const PAGES_BEFORE_MAX = 8

/**
 * Goes to a page; null closes it. The place before is kept to go back to; the same place again only changes it. The
 * recovery key is never come back to: each time it is shown is entered.
 */
export function went(session: Session, page: PageRef | null): Session {
  if (page === null) return changed({ ...session, ...NO_PAGE })
  const from = session.page
  const pages_before =
    from === null || from.place === page.place || from.place === 'recovery-key'
      ? session.pages_before
      : [...session.pages_before, from].slice(-PAGES_BEFORE_MAX)
  // A page is not the moment of whoever has just left; a paper on the page is that paper once more.
  const isElsewhere = from?.place !== page.place && page.place !== 'receipt'
  const papers = isElsewhere ? nothingBeside(session.papers) : session.papers
  return changed({ ...at(session, page), pages_before, papers })
}

/** Back to where the page was come to from, in the end to the rows. */
export function wentBack(session: Session): Session {
  const page = session.pages_before.at(-1) ?? null
  return changed({ ...at(session, page), pages_before: session.pages_before.slice(0, -1) })
}

/** What was lent is for pages that take the same grant, and goes with the last of them. */
function at(session: Session, page: PageRef | null): Session {
  return { ...session, page, approved_page: approvedFor(session.approved_page, page) }
}

/** A role that may not open the page has it until it is left. */
export function lent(session: Session, approved_page: ApprovedPage): Session {
  return changed({ ...session, approved_page })
}

/** What was lent is taken back: the page has nothing more to show. */
export function withoutApprovedPage(session: Session): Session {
  return session.approved_page === null ? session : changed({ ...session, ...NO_PAGE })
}
