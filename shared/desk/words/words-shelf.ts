/**
 * The words of the two shelf tools: why an item is set aside, and what to do with it; how it stands to the one before.
 * Pure; must never say who has an item or waits for it.
 */
import type { Relation } from '../../catalog/shelf/cart.ts'
import type { StrayReason } from '../../catalog/shelf/read-shelf.ts'
import type { ShelfProfile } from '../../catalog/call-number/profile.ts'

/** What the words need of an item that was set aside. */
export type StrayFacts = {
  readonly location: string
  /** Name of the branch it belongs at. */
  readonly home: string
  /** What became of its loan, while it is out: out, lost, claimed-returned, claimed-never-had. */
  readonly loan_status: string | null
  readonly status: string
}

/** The part of a sentence after which F2 is named. */
const TAKE_BACK = 'check it in with F2'

function outWords(loan_status: string | null): string {
  if (loan_status === 'lost') return `Billed as lost, and here it is: ${TAKE_BACK}`
  if (loan_status === 'claimed-returned') return `Said to be returned, and here it is: ${TAKE_BACK}`
  if (loan_status === 'claimed-never-had') return `Said to have never been lent, and here it is: ${TAKE_BACK}`
  return `Checked out by the records: ${TAKE_BACK}`
}

/** Why it is set aside and what to do with it, without a full stop. */
export function strayWords(reason: StrayReason, { location, home, loan_status, status }: StrayFacts): string {
  switch (reason) {
    case 'no-record':
      return 'No record: scan it at the line, which offers to make one'
    case 'checked-out':
      return outWords(loan_status)
    case 'lost':
      return `Lost by the records, and here it is: ${TAKE_BACK}`
    case 'missing':
      return `Missing by the records, and here it is: ${TAKE_BACK}`
    case 'looked-for':
      return `It is being looked for, and here it is: ${TAKE_BACK}`
    case 'on-hold':
      return status === 'hold-shelf'
        ? 'It belongs on the hold shelf: somebody waits for it'
        : `Somebody waits for it: ${TAKE_BACK}`
    case 'in-transit':
      return `On its way by the records, and here it is: ${TAKE_BACK}`
    case 'withdrawn':
      return 'Withdrawn: it belongs on no shelf'
    case 'damaged':
      return 'Marked damaged: it goes to mending'
    case 'not-ready':
      return 'Not ready for the public yet: it goes to cataloging'
    case 'other-branch':
      return `Belongs at ${home}: check it in with F2 to send it there`
    case 'other-location':
      return location === '' ? 'The records name no place for it' : `Belongs in ${location}`
    case 'no-call-number':
      return 'No call number: it goes to cataloging'
    case 'number-unreadable':
      return 'Its call number does not fit this shelf: look at the label'
  }
}

/** In two or three words, for the row of a table beside another reason. */
const ALSO: Readonly<Partial<Record<StrayReason, string>>> = {
  'on-hold': 'somebody waits for it',
  'other-branch': 'belongs at another branch',
  'other-location': 'belongs in another place',
  'no-call-number': 'no call number',
}

/** Everything that is odd about it, the thing to act on first. */
export function allStrayWords(reasons: readonly StrayReason[], facts: StrayFacts): string {
  const [first, ...others] = reasons
  if (first === undefined) return ''
  const also = others.flatMap((one) => ALSO[one] ?? [])
  return [strayWords(first, facts), ...also].join('; also ')
}

/** Reasons that a check-in deals with. */
const TAKEN_BACK: ReadonlySet<StrayReason> = new Set([
  'checked-out',
  'lost',
  'missing',
  'looked-for',
  'on-hold',
  'in-transit',
  'other-branch',
])

/** Whether checking it in is what helps. */
export function isToTakeBack(reasons: readonly StrayReason[], { status }: Pick<StrayFacts, 'status'>): boolean {
  const [first] = reasons
  return first !== undefined && TAKEN_BACK.has(first) && !(first === 'on-hold' && status === 'hold-shelf')
}

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  first: '',
  'same-title': 'right beside it',
  'same-number': 'same number',
  'same-class': 'close by',
  further: '',
}

/** What each order is called at the desk. */
export const PROFILE_WORDS: Readonly<Record<ShelfProfile, string>> = {
  dewey: 'Dewey numbers',
  lc: 'Library of Congress',
  fiction: 'by author',
  biography: 'by whom it is about',
  title: 'by title',
  volume: 'volumes and issues',
  numbered: 'whole numbers',
}
