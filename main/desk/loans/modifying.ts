/**
 * The modifiers that apply to every scan until they are turned off, and their banner. Must never let one outlive its
 * day, nor exceed the role that set it: the next clerk would waive fines without knowing.
 */
import { lastClosing } from '../../../shared/circulation/calendar/open-time.ts'
import { localTimeAt } from '../../../shared/circulation/calendar/calendar-index.ts'
import {
  modifiersSchema,
  modifierWords,
  NO_MODIFIERS,
  type Allowed,
  type Modifiers,
} from '../../../shared/desk/modifiers.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import { unmodified } from '../../../shared/desk/session/session-cart.ts'
import type { Grant } from '../../../shared/staff/permissions.ts'
import { daysBetween, localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { askApproval, mayOrAsks } from '../approvals/asking.ts'
import type { Desk } from '../desk.ts'
import { may } from '../../library/grants.ts'
import { here } from '../../library/here.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

type Change = { readonly [Name in keyof Modifiers]?: Modifiers[Name] | undefined }

/**
 * Changes some of the modifiers; the others stay. A date further back than the role allows, and an amnesty by a role
 * that waives nothing, go to a supervisor. @returns why not, or null
 */
export function modify(desk: Desk, change: Change): Refusal | null {
  if (change.is_amnesty && !desk.library.policy().settings.is_amnesty_allowed) return refuse('amnesty-off')
  if (change.is_amnesty && !mayLetFinesOff(desk, change)) return null
  if (change.back_on && !mayDateBack(desk, change, localDate(change.back_on))) return null
  const next = modifiersSchema.parse({ ...modifiersNow(desk), ...change })
  const isAny = Object.values(next).some((value) => value !== false && value !== null)
  const { session } = desk
  const on = { ...session, modifiers: next, allowed: allowedBy(desk, change), modified_on: here(desk.library).today }
  desk.session = isAny ? changed(on) : unmodified(session)
  return null
}

/** Forgiving fines is waiving; each return asks how much (charges/at-return.ts). */
function mayLetFinesOff(desk: Desk, input: Change): boolean {
  const { larger, on } = speechOf(desk).words.pages.this_desk.modes.amnesty
  const wish = { method: 'desk.modify', input, grant: 'waive', reach: 0, reason: 'waived' } as const
  // Asked again, it is about fines above the clerk's own ceiling: an approval covers what the approver may waive.
  const isFurther =
    modifiersNow(desk).is_amnesty && desk.approved === null && !may(desk.library, actorOf(desk), 'waive', Infinity)
  if (isFurther) askApproval(desk, wish, larger)
  return !isFurther && mayOrAsks(desk, wish, on)
}

/** Fines above the clerk's ceiling are charged in spite of an amnesty, and nobody has approved more. */
export function isAmnestyLimited(desk: Desk): boolean {
  return (
    modifiersNow(desk).is_amnesty &&
    desk.session.allowed.amnesty_by === '' &&
    !may(desk.library, actorOf(desk), 'waive', Infinity)
  )
}

/** Who approved the amnesty and the day, for as long as they are on: in this cart. */
function allowedBy({ approved, session }: Desk, { is_amnesty, back_on }: Change): Allowed {
  const { allowed } = session
  const byFor = (grant: Grant): string => (approved?.grant === grant ? approved.approved_by : '')
  const isSame = is_amnesty === undefined
  return {
    amnesty_by: isSame ? allowed.amnesty_by : is_amnesty ? byFor('waive') : '',
    dated_by: back_on === undefined ? allowed.dated_by : back_on === null ? '' : byFor('backdate'),
    let_off_cents: isSame ? allowed.let_off_cents : 0,
  }
}

/** A future date counts as now, and needs no permission. */
function mayDateBack(desk: Desk, input: Change, back_on: LocalDate): boolean {
  const { today } = here(desk.library)
  const reach = Math.max(0, daysBetween(back_on, today))
  const wish = { method: 'desk.modify', input, grant: 'backdate', reach } as const
  const { words, date } = speechOf(desk)
  return mayOrAsks(desk, wish, words.outcomes.desk.modifiers.back_on_wish(date(back_on)))
}

/** The modifiers in effect now: none on the day after they were set. */
export function modifiersNow(desk: Desk): Modifiers {
  const { modifiers, modified_on } = desk.session
  return modified_on === '' || modified_on === here(desk.library).today ? modifiers : NO_MODIFIERS
}

/** The banner: the modifiers in effect, one part each. */
export function modifierBanner(desk: Desk): readonly string[] {
  if (desk.session.modified_on === '' || desk.session.staff === null || !desk.library.here()) return []
  const { branch, now } = here(desk.library)
  const calendar = desk.library.calendar(branch)
  const { is_book_drop_backdated } = desk.library.policy().settings
  const closing = is_book_drop_backdated ? lastClosing(calendar, localTimeAt(calendar, now)) : null
  const speech = speechOf(desk)
  return modifierWords(speech, modifiersNow(desk), closing === null ? '' : speech.localTime(closing))
}
