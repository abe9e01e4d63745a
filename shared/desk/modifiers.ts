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
