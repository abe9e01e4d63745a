/**
 * Whose hands a drawer is in, and who must look at what differs: the rules of the model beside its sums. Imports
 * nothing of the program.
 */
import type { Clerk, Session } from './lines.ts'

/** What comes of it when this clerk asks: it is done, no, or a second person is asked first. */
export type Word = 'done' | 'refused' | 'asked'

/** Only Rosa Ortiz takes a drawer out of another's hands. */
const mayOthers = (by: Clerk): boolean => by === 'rortiz'

/** In cents: from here a difference takes a note, and from there a second person. Any takes a reason. */
const NOTE_FROM = 1000
export const SIGN_OFF_FROM = 2500

/** What was said of a difference: nothing, its reason, or a note as well. */
export type Said = 'nothing' | 'reason' | 'all'

/** R10: what a count that is off takes. */
export function differs(off: number, says: Said): Word {
  const size = Math.abs(off)
  if (size === 0) return 'done'
  if (says === 'nothing' || (says === 'reason' && size >= NOTE_FROM)) return 'refused'
  return size < SIGN_OFF_FROM ? 'done' : 'asked'
}

/** Nobody surprises themselves: of a drawer in one's own hands a second person is asked. */
export function surprising({ owner, on_break }: Session, by: Clerk): Word {
  return owner === by || on_break?.cover === by ? 'asked' : 'done'
}

/** A close of another's drawer is asked for, too. */
export function closing({ owner }: Session, by: Clerk, off: number, says: Said): Word {
  const word = differs(off, says)
  return word === 'done' && owner !== by && !mayOthers(by) ? 'asked' : word
}

export type Wish = {
  readonly reason: 'suspend' | 'resume' | 'break' | 'cover' | 'back'
  readonly named: Clerk | null
  readonly counted: number | null
}

/** Who would do it rightly: who has the drawer, or who is named to cover it. */
export function rightHand({ owner, on_break }: Session, reason: Wish['reason']): Clerk {
  return reason === 'cover' ? (on_break?.named ?? owner) : owner
}

/** Where a drawer changes hands, who gives it and who takes it have counted it. */
export function custody(session: Session, by: Clerk, wish: Wish): Word {
  const { owner, status, on_break } = session
  const own: Word = by === owner || mayOthers(by) ? 'done' : 'asked'
  if (wish.reason === 'resume') return status === 'suspended' ? own : 'refused'
  if (status !== 'open') return 'refused'
  switch (wish.reason) {
    case 'suspend':
      return on_break?.cover === by ? 'done' : own
    case 'break':
      if (on_break !== null || wish.named === owner) return 'refused'
      return wish.named !== null && wish.counted === null ? 'refused' : own
    case 'cover':
      return on_break !== null && on_break.cover === null && on_break.named === by ? 'done' : 'refused'
    case 'back': {
      if (on_break === null) return 'refused'
      if (on_break.cover === null) return own
      const isCounted = wish.counted !== null && (on_break.has_counted || mayOthers(by))
      return isCounted ? own : 'refused'
    }
  }
}

export function changeHands(session: Session, by: Clerk, { reason, named }: Wish): void {
  if (reason === 'suspend' || reason === 'resume') session.status = reason === 'suspend' ? 'suspended' : 'open'
  if (reason === 'break') session.on_break = { named, cover: null, has_counted: false }
  if (reason === 'cover' && session.on_break) Object.assign(session.on_break, { cover: by, has_counted: true })
  if (reason === 'back') session.on_break = null
}
