/**
 * Opening pages and going back, and pages opened by approval. Pure: each function takes a session and returns the next
 * one. Does not decide who may open a page; page-grants.ts and main/library/grants.ts do.
 */
import { DUPLICATES } from '../../patron/lists/card-lists.ts'
import { approvedFor, type ApprovedPage } from '../page-grants.ts'
import type { PageRef } from '../page.ts'
import { nothingBeside } from '../papers.ts'
import { changed, NO_PAGE, type Session } from './session.ts'

const PAGES_BEFORE_MAX = 8

/** What the drawer shows of itself on a page of its own: its lists, and the papers that a list or the drawer opens. */
const OPENED_AT_DRAWER = ['closed', 'settle', 'receipts', 'places', 'z', 'paper', 'sheet', 'x'] as const

/** Whether this opens another page of the drawer, to which the former one stays to go back to. */
function opensAtDrawer(from: PageRef, to: PageRef): boolean {
  const [part, before] = [to, from].map(({ about }) => about.split(' ')[0])
  return to.place === 'drawer' && part !== before && OPENED_AT_DRAWER.some((one) => one === part)
}

/** The page with all lists of cards, from which each of them is opened. */
const CARD_LISTS_PAGE: PageRef = { place: 'card-lists', about: '' }

function opensCardList(from: PageRef, to: PageRef): boolean {
  return to.place === CARD_LISTS_PAGE.place && from.about === CARD_LISTS_PAGE.about && to.about !== from.about
}

/** The pages to go back to from `page`: none twice, so that two pages that lead to each other do not pile up. */
function before(session: Session, page: PageRef): readonly PageRef[] {
  const { page: from, pages_before } = session
  if (from === null || from.place === 'recovery-key') return pages_before
  if (from.place !== page.place) return [...pages_before, from].slice(-PAGES_BEFORE_MAX)
  const at = pages_before.findIndex((one) => one.place === page.place && one.about === page.about)
  if (at >= 0) return pages_before.slice(0, at)
  const isStep = opensAtDrawer(from, page) || opensCardList(from, page)
  return isStep ? [...pages_before, from].slice(-PAGES_BEFORE_MAX) : pages_before
}

/**
 * Opens a page; null closes it. The former page is kept to go back to; opening the same place again only changes it,
 * but for a list or a paper of the drawer, and for a list of cards.
 * Back never leads to the recovery key: each time it is shown is recorded.
 */
export function went(session: Session, page: PageRef | null): Session {
  if (page === null) return changed({ ...session, ...NO_PAGE })
  const from = session.page
  const pages_before = before(session, page)
  // A page ends the moment of the patron who just left; a paper on the page is that paper again.
  const isElsewhere = from?.place !== page.place && page.place !== 'receipt'
  const papers = isElsewhere ? nothingBeside(session.papers) : session.papers
  return changed({ ...at(session, page), pages_before, papers })
}

/**
 * An account that was just opened. From a list of people one after the other is looked after: it is on its page, or at
 * those it may be the same as, and back is the list. From the form of a new patron, back is the form.
 */
export function openedFrom(session: Session, from: PageRef | null): Session {
  const bare = went(session, null)
  if (from?.place !== 'card-lists' && from?.place !== 'patron-new') return bare
  const isTwice = from.place === 'card-lists' && from.about === DUPLICATES
  const isOfLists = opensCardList(CARD_LISTS_PAGE, from)
  return went(went(isOfLists ? went(bare, CARD_LISTS_PAGE) : bare, from), {
    place: isTwice ? 'patron-merge' : 'account',
    about: '',
  })
}

/** A line that only opened the account, without the name: the page that follows has it as its heading. */
export function withBandUnnamed(session: Session): Session {
  const { band } = session
  if (band === null || band.weight === 'full' || band.sentence === '') return session
  return changed({ ...session, band: { ...band, heading: band.sentence, sentence: '' } })
}

/** What happened before the page was opened is no news on it: its band is a line from then on. */
export function calmed(session: Session): Session {
  return session.band === null ? session : changed({ ...session, band: { ...session.band, weight: 'silent' } })
}

/** Back to where the page was opened from, in the end to the rows. */
export function wentBack(session: Session): Session {
  const page = session.pages_before.at(-1) ?? null
  return changed({ ...at(session, page), pages_before: session.pages_before.slice(0, -1) })
}

/** An approval covers pages of the same grant, and ends with the last of them. */
function at(session: Session, page: PageRef | null): Session {
  return { ...session, page, approved_page: approvedFor(session.approved_page, page) }
}

/** Opens a page that the role may not open, until it is left. */
export function lent(session: Session, approved_page: ApprovedPage): Session {
  return changed({ ...session, approved_page })
}

/** Ends the approval: the page has nothing more to show. */
export function withoutApprovedPage(session: Session): Session {
  return session.approved_page === null ? session : changed({ ...session, ...NO_PAGE })
}
