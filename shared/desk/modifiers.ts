/**
 * What applies to every scan until it is turned off: how returns are dated, whether fines are charged, whether holds
 * are captured; for check-out, a longer loan. Always shown as a banner. Pure; a modifier never outlives its purpose.
 */
import { z } from 'zod'
import { outsideDate } from '../kernel/outside-date.ts'
import { localDate } from '../kernel/time.ts'
import type { Speech } from '../words/speech.ts'

export const modifiersSchema = z.strictObject({
  /** A cart from the book drop: backdated to the last closing, nothing is asked. */
  is_book_drop: z.boolean(),
  /** The day returns count as back; null is now. Never in the future. */
  back_on: outsideDate.nullable(),
  /** No fine is charged. */
  is_amnesty: z.boolean(),
  /** Holds are not captured and nothing goes in transit: the item goes to the shelf here. */
  is_holds_off: z.boolean(),
  /** Check-out only: the rule's longer loan, for this patron. */
  is_special_loan: z.boolean(),
})
export type Modifiers = Readonly<z.infer<typeof modifiersSchema>>

export const NO_MODIFIERS: Modifiers = {
  is_book_drop: false,
  back_on: null,
  is_amnesty: false,
  is_holds_off: false,
  is_special_loan: false,
}

/** On whose word modifiers are in force, when not the clerk's own: for this cart, and not for the next one. */
export type Allowed = {
  /** Who approved that no fines are charged, and who approved the day of returns; empty: the clerk's own role. */
  readonly amnesty_by: string
  readonly dated_by: string
  /** What was let off in this cart on that word: all of it together stays within the approver's ceiling. */
  readonly let_off_cents: number
}

export const NOTHING_ALLOWED: Allowed = { amnesty_by: '', dated_by: '', let_off_cents: 0 }

type InForce = { readonly modifiers: Modifiers; readonly allowed: Allowed }

/** After the cart: what another person allowed is over, and the modifiers of the clerk's own role stay. */
export function ownOnly({ modifiers, allowed }: InForce): InForce {
  const is_amnesty = modifiers.is_amnesty && allowed.amnesty_by === ''
  const back_on = allowed.dated_by === '' ? modifiers.back_on : null
  return { modifiers: { ...modifiers, is_amnesty, back_on }, allowed: NOTHING_ALLOWED }
}

/**
 * The banner's words, one part each; empty when nothing is modified.
 * @param closed when the doors last closed, in words: what a book drop is dated to; empty when it counts as now
 */
export function modifierWords({ words, date }: Speech, modifiers: Modifiers, closed: string): readonly string[] {
  const { is_book_drop, back_on, is_amnesty, is_holds_off, is_special_loan } = modifiers
  const says = words.outcomes.desk.modifiers
  const isNow = closed === '' || back_on !== null
  return [
    ...(is_book_drop ? [isNow ? says.book_drop : says.book_drop_closing(closed)] : []),
    ...(back_on === null ? [] : [says.back_on(date(localDate(back_on)))]),
    ...(is_amnesty ? [says.amnesty] : []),
    ...(is_holds_off ? [says.holds_off] : []),
    ...(is_special_loan ? [says.special] : []),
  ]
}
