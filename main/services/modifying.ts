/**
 * The modifiers that hold for every scan until they are taken off, and their banner. Must never let one outlive its
 * day.
 */
import { lastClosing } from '../../shared/circulation/open-time.ts'
import { localTimeAt } from '../../shared/circulation/calendar-index.ts'
import { modifiersSchema, modifierWords, NO_MODIFIERS, type Modifiers } from '../../shared/desk/modifiers.ts'
import { sayLocalTime } from '../../shared/desk/say-date.ts'
import { modified, unmodified } from '../../shared/desk/session.ts'
import type { Desk } from './context.ts'
import { here } from './here.ts'

/** Changes some of the modifiers; the others stay as they are. */
export function modify(desk: Desk, change: { readonly [Name in keyof Modifiers]?: Modifiers[Name] | undefined }): void {
  const next = modifiersSchema.parse({ ...modifiersNow(desk), ...change })
  const isAny = Object.values(next).some((value) => value !== false && value !== null)
  desk.session = isAny ? modified(desk.session, next, here(desk).today) : unmodified(desk.session)
}

/** What holds now. A day after they were set nothing does any more. */
export function modifiersNow(desk: Desk): Modifiers {
  const { modifiers, modified_on } = desk.session
  return modified_on === '' || modified_on === here(desk).today ? modifiers : NO_MODIFIERS
}

/** The banner: what holds now, one part each. */
export function modifierBanner(desk: Desk): readonly string[] {
  if (desk.session.modified_on === '' || desk.session.staff === null || !desk.library.here()) return []
  const { branch, now, today } = here(desk)
  const calendar = desk.library.calendar(branch)
  const { is_book_drop_backdated } = desk.library.policy().settings
  const closing = is_book_drop_backdated ? lastClosing(calendar, localTimeAt(calendar, now)) : null
  return modifierWords(modifiersNow(desk), today, closing === null ? '' : sayLocalTime(closing, today))
}
