/**
 * The modifiers that hold for every scan until they are taken off, and their banner. Must never let one outlive its
 * day, nor reach further than the role of whoever sets it.
 */
import { lastClosing } from '../../../shared/circulation/calendar/open-time.ts'
import { localTimeAt } from '../../../shared/circulation/calendar/calendar-index.ts'
import { modifiersSchema, modifierWords, NO_MODIFIERS, type Modifiers } from '../../../shared/desk/modifiers.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { sayDate, sayLocalTime } from '../../../shared/kernel/say-date.ts'
import { changed, unmodified } from '../../../shared/desk/session/session.ts'
import { daysBetween, localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { askApproval, mayOrAsks } from '../approvals/asking.ts'
import type { Desk } from '../desk.ts'
import { may } from '../../library/grants.ts'
import { here } from '../../library/here.ts'
import { actorOf } from '../desk.ts'

type Change = { readonly [Name in keyof Modifiers]?: Modifiers[Name] | undefined }

/**
 * Changes some of the modifiers; the others stay as they are. A day further back than the role reaches, and fines let
 * off by a role that waives nothing, are asked of a second person. @returns why not, or null
 */
export function modify(desk: Desk, change: Change): Refusal | null {
  if (change.is_amnesty && !desk.library.policy().settings.is_amnesty_allowed) return refuse('amnesty-off')
  if (change.is_amnesty && !mayLetFinesOff(desk, change)) return null
  if (change.back_on && !mayDateBack(desk, change, localDate(change.back_on))) return null
  const next = modifiersSchema.parse({ ...modifiersNow(desk), ...change })
  const isAny = Object.values(next).some((value) => value !== false && value !== null)
  const { session } = desk
  const on = { ...session, modifiers: next, amnesty_by: amnestyBy(desk, change), modified_on: here(desk.library).today }
  desk.session = isAny ? changed(on) : unmodified(session)
  return null
}

/** Letting fines off is waiving; how much of it, each return asks (charges/at-return.ts). */
function mayLetFinesOff(desk: Desk, input: Change): boolean {
  const wish = { method: 'desk.modify', input, grant: 'waive', reach: 0, why: 'waived' } as const
  // Asked again, it is about fines over the clerk's own ceiling: an approval lets off as far as the approver may.
  const isFurther =
    modifiersNow(desk).is_amnesty && desk.approved === null && !may(desk.library, actorOf(desk), 'waive', Infinity)
  if (isFurther) askApproval(desk, wish, 'Let larger fines off too')
  return !isFurther && mayOrAsks(desk, wish, 'Charge no fines')
}

/** Fines over the ceiling of whoever is signed in are charged in spite of an amnesty, and nobody has approved more. */
export function isAmnestyLimited(desk: Desk): boolean {
  return (
    modifiersNow(desk).is_amnesty &&
    desk.session.amnesty_by === '' &&
    !may(desk.library, actorOf(desk), 'waive', Infinity)
  )
}

/** Whoever approved that no fines are charged, for as long as none are; each return goes as far as they may. */
function amnestyBy({ approved, session }: Desk, { is_amnesty }: Change): string {
  if (is_amnesty === undefined) return session.amnesty_by
  return is_amnesty && approved?.grant === 'waive' ? approved.approved_by : ''
}

/** A day to come counts as now, and needs nobody's leave. */
function mayDateBack(desk: Desk, input: Change, back_on: LocalDate): boolean {
  const { today } = here(desk.library)
  const reach = Math.max(0, daysBetween(back_on, today))
  const wish = { method: 'desk.modify', input, grant: 'backdate', reach } as const
  return mayOrAsks(desk, wish, `Returns as of ${sayDate(back_on, today)}`)
}

/** What holds now. A day after they were set nothing does any more. */
export function modifiersNow(desk: Desk): Modifiers {
  const { modifiers, modified_on } = desk.session
  return modified_on === '' || modified_on === here(desk.library).today ? modifiers : NO_MODIFIERS
}

/** The banner: what holds now, one part each. */
export function modifierBanner(desk: Desk): readonly string[] {
  if (desk.session.modified_on === '' || desk.session.staff === null || !desk.library.here()) return []
  const { branch, now, today } = here(desk.library)
  const calendar = desk.library.calendar(branch)
  const { is_book_drop_backdated } = desk.library.policy().settings
  const closing = is_book_drop_backdated ? lastClosing(calendar, localTimeAt(calendar, now)) : null
  return modifierWords(modifiersNow(desk), today, closing === null ? '' : sayLocalTime(closing, today))
}
