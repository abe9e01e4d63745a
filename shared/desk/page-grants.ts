/**
 * Pages that not every role may open: the grant each needs, what it is called while a supervisor is asked, what may be
 * read on it while it is approved, and which acts it offers. Pure; does not know who is signed in.
 */
import { PLACES, type PageRef, type PageView, type Place } from './page.ts'
import type { Grant } from '../staff/permissions.ts'
import type { Words } from '../words/en/en.ts'

/** `is_own`: shows or changes what outlives the page, so it needs one's own role and cannot be approved. */
type Closed = { readonly grant: Grant; readonly opens: keyof Words['pages']['opens']; readonly is_own?: true }

const RULES: Closed = { grant: 'edit-policy', opens: 'rules' }

const CLOSED: Readonly<Partial<Record<Place, Closed>>> = {
  staff: { grant: 'edit-staff', opens: 'staff' },
  'work-log': { grant: 'see-work-log', opens: 'work_log' },
  supervisor: { grant: 'see-desk-day', opens: 'supervisor' },
  'card-lists': { grant: 'see-card-lists', opens: 'card_lists' },
  'cash-desk': { grant: 'see-cash', opens: 'cash_desk', is_own: true },
  drawer: { grant: 'use-drawer', opens: 'drawer', is_own: true },
  pay: { grant: 'take-money', opens: 'pay', is_own: true },
  outage: { grant: 'declare-outage', opens: 'outages' },
  policy: RULES,
  'policy-table': RULES,
  'policy-row': RULES,
  'policy-loans': RULES,
  'this-desk': { grant: 'look-after-desk', opens: 'this_desk' },
  devices: { grant: 'look-after-desk', opens: 'devices', is_own: true },
  'recovery-key': { grant: 'look-after-desk', opens: 'recovery_key', is_own: true },
  'data-in': { grant: 'look-after-desk', opens: 'data_in', is_own: true },
}

/** Every page that some role may not open. */
export const CLOSED_PLACES: readonly Place[] = PLACES.filter((place) => place in CLOSED)

const LOG: Closed = { grant: 'see-privacy-log', opens: 'views' }

/** The grant needed to open this page; null for a page open to everyone. */
export function closedPage({ place, about }: PageRef): Closed | null {
  if (place === 'privacy') return /^(log|staff)( |$)/.test(about) ? LOG : null
  return CLOSED[place] ?? null
}

/** What an approved page may read, by its grant, until it is left. Nothing here records or writes. */
const READ: Readonly<Partial<Record<Grant, readonly string[]>>> = {
  'see-work-log': ['work-log.list', 'work-log.find', 'work-log.find-preview', 'journal.recent'],
  'see-privacy-log': ['privacy.disclosures', 'privacy.views'],
  'declare-outage': ['outage.look'],
  'edit-policy': ['policy.get', 'policy.check', 'policy.history', 'policy.look-at-loans'],
  'look-after-desk': ['journal.verify'],
}

/**
 * The acts that an approved page offers, by its grant: each asks for an approval of its own, which carries out that one
 * act. The rest of the grant is not included: a person who could read the key, import data, restore a backup or add a
 * manager would need no approval any more.
 */
const ASKED = {
  'declare-outage': ['outage.declare', 'outage.withdraw'],
  'edit-policy': ['policy.change', 'policy.edit', 'policy.undo-last', 'policy.apply-row', 'policy.apply-to-loans'],
  'look-after-desk': ['store.backup', 'journal.export', 'desk.branch', 'desk.trust-clock'],
} as const satisfies Readonly<Partial<Record<Grant, readonly string[]>>>
export type AskedAct = (typeof ASKED)[keyof typeof ASKED][number]

/** Whether a page approved by this grant may also call this method, which reads. */
export function isLent(grant: Grant, method: string): boolean {
  const methods: readonly string[] = READ[grant] ?? []
  return methods.includes(method)
}

/** Whether a page approved by this grant offers this act, by an approval of its own. */
export function isAskedAct(grant: Grant, method: string): method is AskedAct {
  const methods: readonly string[] = grant in ASKED ? ASKED[grant as keyof typeof ASKED] : []
  return methods.includes(method)
}

/** A page that a role may not open, shown by a supervisor's approval until it is left. */
export type ApprovedPage = { readonly grant: Grant; readonly approved_by: string; readonly reason: string }

/** The approval, if it also covers this page: one of the same grant that can be approved. */
export function approvedFor(lent: ApprovedPage | null, page: PageRef | null): ApprovedPage | null {
  const closed = page && closedPage(page)
  return lent !== null && closed?.grant === lent.grant && !closed.is_own ? lent : null
}

/** The page with only what it can lead to: pages that can be approved, what it may read, acts that can be asked for. */
export function asApproved(page: PageView, grant: Grant): PageView {
  const isKept = ({ call }: PageView['acts'][number]): boolean => {
    if (call.method !== 'desk.go') return isLent(grant, call.method) || isAskedAct(grant, call.method)
    const to = call.input['page'] as PageRef | null | undefined
    return !(to && closedPage(to)?.is_own)
  }
  const kept = <Place extends Pick<PageView, 'acts' | 'enter'>>(place: Place): Place => {
    return { ...place, acts: place.acts.filter(isKept), enter: place.enter && isKept(place.enter) ? place.enter : null }
  }
  const sections = page.sections.map((one) => {
    if (one.kind === 'table') return { ...one, rows: one.rows.map(kept) }
    return one.kind === 'choices' ? { ...one, choices: one.choices.filter(({ act }) => isKept(act)) } : one
  })
  return { ...kept(page), sections }
}
